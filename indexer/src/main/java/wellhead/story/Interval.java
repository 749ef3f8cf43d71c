package wellhead.story;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A closed interval of time in whole seconds: {@code earliest <= published <= latest}. One end may
 * be unknown ({@code null}), never both: where nothing is known there is no interval.
 *
 * @param earliest the first second that is possible; {@code null} when nothing bounds it from below
 * @param latest the last second that is possible; {@code null} when nothing bounds it from above
 */
public record Interval(@Nullable Instant earliest, @Nullable Instant latest) {

  /** Years outside this range are refused: nothing that prints an age was published there. */
  public static final Instant FLOOR = Instant.parse("1000-01-01T00:00:00Z");

  /** See {@link #FLOOR}. */
  public static final Instant CEILING = Instant.parse("9999-12-31T23:59:59Z");

  public Interval {
    if (earliest == null && latest == null) {
      throw new IllegalArgumentException("an interval needs at least one known end");
    }
    earliest = earliest == null ? null : wholeSecond(earliest);
    latest = latest == null ? null : wholeSecond(latest);
    if (earliest != null && latest != null && earliest.isAfter(latest)) {
      throw new IllegalArgumentException(
          "an interval must not end before it begins: " + earliest + " .. " + latest);
    }
  }

  /** Both ends known. */
  public static Interval between(Instant earliest, Instant latest) {
    return new Interval(earliest, latest);
  }

  /** Bounded from above only. */
  public static Interval until(Instant latest) {
    return new Interval(null, latest);
  }

  /** A single second. */
  public static Interval at(Instant instant) {
    return new Interval(instant, instant);
  }

  /** Whether an end is unknown. */
  public boolean isOpenEnded() {
    return earliest == null || latest == null;
  }

  /** The middle, to the second (rounded down); empty when an end is unknown. */
  public Optional<Instant> midpoint() {
    return width().map(w -> start().plusSeconds(w.toSeconds() / 2));
  }

  /** From the first to the last possible second; empty when an end is unknown. */
  public Optional<Duration> width() {
    return earliest == null || latest == null
        ? Optional.empty()
        : Optional.of(Duration.between(earliest, latest));
  }

  /** Whether some second lies in both. */
  public boolean overlaps(Interval other) {
    return !start().isAfter(other.end()) && !other.start().isAfter(end());
  }

  /** Whether every second of the other lies in this one. */
  public boolean contains(Interval other) {
    return !start().isAfter(other.start()) && !other.end().isAfter(end());
  }

  public boolean contains(Instant instant) {
    return !start().isAfter(instant) && !instant.isAfter(end());
  }

  /** The seconds that lie in both; empty when there are none. Never wider than either. */
  public Optional<Interval> intersect(Interval other) {
    return overlaps(other)
        ? Optional.of(new Interval(laterOrKnown(other), earlierOrKnown(other)))
        : Optional.empty();
  }

  /** The smallest interval that contains both. */
  public Optional<Interval> hull(Interval other) {
    Instant from =
        earliest == null || other.earliest == null
            ? null
            : earliest.isBefore(other.earliest) ? earliest : other.earliest;
    Instant to =
        latest == null || other.latest == null
            ? null
            : latest.isAfter(other.latest) ? latest : other.latest;
    return from == null && to == null ? Optional.empty() : Optional.of(new Interval(from, to));
  }

  /** The earliest end, or the beginning of time when it is unknown. */
  public Instant start() {
    return earliest == null ? FLOOR : earliest;
  }

  /** The latest end, or the end of time when it is unknown. */
  public Instant end() {
    return latest == null ? CEILING : latest;
  }

  private @Nullable Instant laterOrKnown(Interval other) {
    if (earliest == null || other.earliest == null) {
      return earliest == null ? other.earliest : earliest;
    }
    return earliest.isAfter(other.earliest) ? earliest : other.earliest;
  }

  private @Nullable Instant earlierOrKnown(Interval other) {
    if (latest == null || other.latest == null) {
      return latest == null ? other.latest : latest;
    }
    return latest.isBefore(other.latest) ? latest : other.latest;
  }

  private static Instant wholeSecond(Instant instant) {
    if (instant.isBefore(FLOOR) || instant.isAfter(CEILING)) {
      throw new IllegalArgumentException(
          "an instant must lie between " + FLOOR + " and " + CEILING + ": " + instant);
    }
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
