package wellhead.indexer.assemble;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.story.Interval;
import wellhead.story.Rule;
import wellhead.story.RuleIntervals;
import wellhead.story.Sighting;

/**
 * How labels are read while clocks are judged: hours and minutes by one rule, for the widest can
 * hide an hour; days and longer units by the widest.
 *
 * @param rule {@link Rule#FLOOR}, {@link Rule#ROUND} by the gates of whatever printer, or {@link
 *     Rule#HULL}
 */
record HourReading(Rule rule, AgeLabels labels) {

  /** {@code null} for a label that is never printed by the rule, and for what tells nothing. */
  @Nullable Interval told(Sighting sighting) {
    RuleIntervals published = sighting.published();
    Optional<AgeLabels.AgeLabel> label = labels.of(sighting).filter(l -> !l.inDays());
    if (published == null || label.isEmpty()) {
      return published == null ? null : published.hull();
    }
    return switch (rule) {
      case FLOOR -> published.floor();
      case ROUND -> Trial.round(sighting, label.get());
      case CALENDAR, HULL -> published.hull();
    };
  }
}
