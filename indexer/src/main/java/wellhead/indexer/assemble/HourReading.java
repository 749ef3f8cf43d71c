package wellhead.indexer.assemble;

import org.jspecify.annotations.Nullable;
import wellhead.story.Interval;
import wellhead.story.Rule;
import wellhead.story.RuleIntervals;
import wellhead.story.Sighting;

/**
 * How labels are read while clocks are judged: hours and minutes by one rule, for the widest can
 * hide an hour, and days and longer units by the widest, or by a rule as well. A day's label tells
 * little of one clock, but when it gave way to the next tells as much as an hour's does.
 *
 * @param rule of hours: {@link Rule#FLOOR}, {@link Rule#ROUND} by the gates of whatever printer, or
 *     {@link Rule#HULL}
 * @param days the rule of days; all but {@link Rule#FLOOR} and {@link Rule#ROUND} are read at their
 *     widest
 * @param gates of a printer that rounds days to nearest
 */
record HourReading(Rule rule, Rule days, RoundGates gates, AgeLabels labels) {

  /** Days are read at their widest. */
  HourReading(Rule rule, AgeLabels labels) {
    this(rule, Rule.HULL, RoundGates.EARLY, labels);
  }

  /** {@code null} for a label that is never printed by the rule, and for what tells nothing. */
  @Nullable Interval told(Sighting sighting) {
    RuleIntervals published = sighting.published();
    AgeLabels.AgeLabel label = labels.of(sighting).orElse(null);
    if (published == null || label == null) {
      return published == null ? null : published.hull();
    }
    return switch (label.inDays() ? days : rule) {
      case FLOOR -> published.floor();
      case ROUND -> Trial.round(sighting, label, label.inDays() ? gates : RoundGates.EARLY);
      case CALENDAR, HULL -> published.hull();
    };
  }
}
