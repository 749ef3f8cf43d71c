package wellhead.story;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which captures of a source bear a time that the others contradict. Shifts are seconds to add to
 * the stated time; negative ones say that the clock was late.
 *
 * @param wrong by capture id: those that stand against all others
 * @param jumps by the first capture behind each: where the clock jumped and stayed so; one of 1970
 *     stands for the captures before the first, when these are not believed as they are
 */
public record Clocks(Map<String, Wrong> wrong, NavigableMap<Instant, Jump> jumps) {

  /** Nothing is contradicted. */
  public static final Clocks RIGHT = new Clocks(Map.of(), new TreeMap<>());

  public Clocks {
    wrong = Collections.unmodifiableMap(new TreeMap<>(wrong));
    jumps = Collections.unmodifiableNavigableMap(new TreeMap<>(jumps));
  }

  /**
   * By how much a stated time may be wrong.
   *
   * @param least the smallest shift, in seconds
   * @param most the largest shift
   */
  public record Shift(long least, long most) {
    /** No shift. */
    public static final Shift NONE = new Shift(0, 0);

    public Shift {
      if (least > most) {
        throw new IllegalArgumentException("from " + least + " to " + most + " seconds");
      }
    }

    public boolean isNone() {
      return least == 0 && most == 0;
    }

    /** The smallest that holds both. */
    public Shift hull(Shift other) {
      return new Shift(Math.min(least, other.least), Math.max(most, other.most));
    }

    /** As people say it: "60 minutes late", "2 to 3 hours early". */
    @Override
    public String toString() {
      boolean late = least + most < 0;
      long from = Math.max(0, late ? -most : least);
      long to = late ? -least : most;
      boolean hours = from >= 7200;
      long unit = hours ? 3600 : 60;
      long low = Math.round((double) from / unit);
      long high = Math.round((double) to / unit);
      return (high - low <= (hours ? 0 : 4)
              ? Long.toString(Math.round((from + to) / 2.0 / unit))
              : low + " to " + high)
          + (hours ? " hours " : " minutes ")
          + (late ? "late" : "early");
    }
  }

  /**
   * One capture that stands against the others.
   *
   * @param stories how many of its stories others agree on against it
   * @param others how many captures these are
   */
  public record Wrong(Shift shift, int stories, int others) {}

  /**
   * From one capture on the clock stands otherwise than before.
   *
   * @param last the newest capture before it
   * @param by to be added to the later times, so that they agree with the earlier ones
   * @param stories how many stories on both sides tell so
   * @param behind what to allow for in the times from here to the next jump
   * @param wrong whether these captures are few against the others, and wrong by {@code behind};
   *     else it is not known on which side the clock is right
   */
  public record Jump(Instant last, Shift by, int stories, Shift behind, boolean wrong) {}

  /**
   * How a capture is to be read.
   *
   * @param wrong whether it is known to be wrong, so that it tells nothing where others do
   */
  public record Doubt(Shift shift, boolean wrong) {
    /** Its time is believed. */
    public static final Doubt NONE = new Doubt(Shift.NONE, false);
  }

  public boolean areRight() {
    return wrong.isEmpty() && jumps.isEmpty();
  }

  /** What to think of a capture's time. */
  public Doubt of(String capture, @Nullable Instant at) {
    Wrong one = wrong.get(capture);
    if (one != null) {
      return new Doubt(one.shift(), true);
    }
    Map.Entry<Instant, Jump> jump = at == null ? null : jumps.floorEntry(at);
    return jump == null ? Doubt.NONE : new Doubt(jump.getValue().behind(), jump.getValue().wrong());
  }

  /** A number for the stretch between two jumps that an instant lies in. */
  public int stretch(Instant at) {
    return jumps.headMap(at, true).size();
  }
}
