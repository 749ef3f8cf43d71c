package wellhead.indexer.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import wellhead.story.Interval;

/**
 * What an age counts back from: the page was printed no later than {@code latest} (it was captured
 * then) and no earlier than {@code earliest} (it may have come from a cache).
 */
record Capture(Instant earliest, Instant latest, Wall wall) {

  /** Empty when the capture time is not known. */
  static Optional<Capture> of(Reference reference) {
    Instant at = reference.capturedAt();
    return at == null
        ? Optional.empty()
        : Optional.of(new Capture(at.minus(reference.staleness()), at, new Wall(reference.zone())));
  }

  LocalDate firstDay(ZoneId zone) {
    return earliest.atZone(zone).toLocalDate();
  }

  LocalDate lastDay(ZoneId zone) {
    return latest.atZone(zone).toLocalDate();
  }

  /** Nothing on a page was published after its capture; empty when nothing is left. */
  Optional<Interval> clip(Instant from, Instant to) {
    Instant end = to.isAfter(latest) ? latest : to;
    return from.isAfter(end) ? Optional.empty() : Optional.of(Interval.between(from, end));
  }
}
