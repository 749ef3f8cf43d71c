package wellhead.indexer.assemble;

import java.time.Instant;
import java.util.Optional;
import wellhead.story.Interval;

/** Whole seconds from one to another, both included: since 1970, or of a shift. */
record Span(long first, long last) {
  Span {
    if (first > last) {
      throw new IllegalArgumentException("a span must not end before it begins: " + first);
    }
  }

  static Span of(Interval interval) {
    return new Span(interval.start().getEpochSecond(), interval.end().getEpochSecond());
  }

  Interval toInterval() {
    return Interval.between(Instant.ofEpochSecond(first), Instant.ofEpochSecond(last));
  }

  boolean overlaps(Span other) {
    return first <= other.last && other.first <= last;
  }

  boolean contains(long second) {
    return first <= second && second <= last;
  }

  Optional<Span> intersect(Span other) {
    return overlaps(other)
        ? Optional.of(new Span(Math.max(first, other.first), Math.min(last, other.last)))
        : Optional.empty();
  }

  /** What to add to this so that the two overlap. */
  Span shiftTo(Span other) {
    return new Span(other.first - last, other.last - first);
  }

  long width() {
    return last - first;
  }
}
