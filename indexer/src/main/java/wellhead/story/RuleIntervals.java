package wellhead.story;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When something was published, under each printer rule side by side. A rule without an interval is
 * contradicted: no instant fits what was printed. An absolute date is the same under every rule.
 */
public record RuleIntervals(
    @Nullable Interval floor,
    @Nullable Interval round,
    @Nullable Interval calendar,
    @Nullable Interval hull) {

  /** The same interval whatever the rule: absolute dates and bounds. */
  public static RuleIntervals same(Interval interval) {
    return new RuleIntervals(interval, interval, interval, interval);
  }

  /** The interval under a rule; empty when the rule is contradicted. */
  public Optional<Interval> under(Rule rule) {
    return Optional.ofNullable(
        switch (rule) {
          case FLOOR -> floor;
          case ROUND -> round;
          case CALENDAR -> calendar;
          case HULL -> hull;
        });
  }

  /** Rule by rule the seconds in both. */
  public RuleIntervals intersect(RuleIntervals other) {
    return new RuleIntervals(
        both(floor, other.floor),
        both(round, other.round),
        both(calendar, other.calendar),
        both(hull, other.hull));
  }

  /** Whether every rule gives the same interval, so that no rule needs to be named. */
  public boolean isRuleFree() {
    return floor != null && floor.equals(round) && floor.equals(calendar) && floor.equals(hull);
  }

  /** The rules that are not contradicted, in the order of {@link Rule}. */
  public Map<Rule, Interval> standing() {
    var map = new EnumMap<Rule, Interval>(Rule.class);
    for (Rule rule : Rule.values()) {
      under(rule).ifPresent(interval -> map.put(rule, interval));
    }
    return map;
  }

  private static @Nullable Interval both(@Nullable Interval a, @Nullable Interval b) {
    return a == null || b == null ? null : a.intersect(b).orElse(null);
  }
}
