package wellhead.indexer.assemble;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.capture.Capture;
import wellhead.story.Interval;
import wellhead.story.RuleIntervals;

/**
 * Which of the times that a capture states for machines are believed: from 1800 (there are archives
 * older than the web) to a day after the capture, or after the run when nobody knows when it was
 * captured. What lies after the capture within that day names a wrong zone, so it may have been
 * earlier by as much as zones differ, and no later than the capture.
 */
final class StatedTimes {
  private static final Instant FIRST = Instant.parse("1800-01-01T00:00:00Z");
  private static final Duration AHEAD = Duration.ofDays(1);
  private static final Duration WIDEST_OFFSET = Duration.ofHours(14);

  private final @Nullable Instant capturedAt;
  private final Instant last;
  private final String file;
  private final Said leftOut = new Said();
  private final Said clipped = new Said();

  /** How often something had to be said, and of what first. */
  private static final class Said {
    private int times;
    private String first = "";

    void add(String written) {
      first = times++ == 0 ? written : first;
    }
  }

  StatedTimes(Capture capture) {
    capturedAt = capture.ref().capturedAt().instant();
    last = (capturedAt == null ? capture.asOf() : capturedAt).plus(AHEAD);
    file = capture.ref().file();
  }

  /**
   * What is left of a stated time.
   *
   * @param written as the capture states it
   * @return empty when it is not believed
   */
  Optional<Interval> believed(Interval stated, String written) {
    Instant earliest = stated.earliest();
    boolean tooLate = stated.start().isAfter(last) || (earliest == null && isAhead(stated));
    if (tooLate || stated.end().isBefore(FIRST) || (earliest != null && earliest.isBefore(FIRST))) {
      leftOut.add(written);
      return Optional.empty();
    }
    if (capturedAt == null) {
      return Optional.of(stated);
    }
    if (stated.start().isAfter(capturedAt)) {
      clipped.add(written);
      Instant anywhere = stated.start().minus(WIDEST_OFFSET);
      return Optional.of(
          Interval.between(anywhere.isAfter(capturedAt) ? capturedAt : anywhere, capturedAt));
    }
    return stated.intersect(Interval.until(capturedAt));
  }

  /** Bounded from above only, by a time that says nothing. */
  private boolean isAhead(Interval stated) {
    return stated.latest() != null && stated.end().isAfter(last);
  }

  /** Whether a printed time begins after all that is believed. */
  boolean isAhead(RuleIntervals told) {
    return told.hull() != null && told.hull().start().isAfter(last);
  }

  /** What the user should know, a sentence a kind. */
  List<String> notes() {
    var notes = new ArrayList<String>();
    if (leftOut.times > 0) {
      notes.add(
          file
              + ": "
              + count(leftOut, "stated time is", "stated times are")
              + " not believed and left out, being before 1800 or after "
              + last
              + ", first \""
              + leftOut.first
              + '"');
    }
    if (clipped.times > 0) {
      notes.add(
          file
              + ": "
              + count(clipped, "stated time lies", "stated times lie")
              + " after the capture ("
              + capturedAt
              + ") and is taken for no later than that, first \""
              + clipped.first
              + "\"; does the clock or the zone of the source, or of the capture, go wrong?");
    }
    return notes;
  }

  private static String count(Said said, String one, String many) {
    return said.times + " " + (said.times == 1 ? one : many);
  }
}
