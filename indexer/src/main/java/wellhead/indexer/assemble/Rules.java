package wellhead.indexer.assemble;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import wellhead.story.CapturedList;
import wellhead.story.Clocks;
import wellhead.story.Interval;
import wellhead.story.Rule;
import wellhead.story.Sighting;

/** How the label of a sighting is read: by what is known of the source's printer at its capture. */
@FunctionalInterface
public interface Rules {

  InForce at(Sighting sighting);

  /** By the widest rule, whatever is in force; the clocks of captures are what they are. */
  default InForce widest(Sighting sighting) {
    return WIDEST.at(sighting);
  }

  /** Whether the clock of the capture that a list stood on is not believed as it is. */
  default boolean isDoubtful(CapturedList list) {
    return false;
  }

  /** Whatever the printer: the widest reading. */
  Rules WIDEST = sighting -> InForce.prior(Rule.HULL, sighting);

  /**
   * A rule, how sure it is, and what a sighting tells by it.
   *
   * @param rule to be named to the user
   * @param settled whether the captures of the source decided it, so that what contradicts it was
   *     dated anew by the site; else it is a prior, and what contradicts it contradicts the prior
   * @param told {@code null} when the sighting alone tells nothing
   * @param doubted whether the clock of its capture is wrong, so that it tells nothing where others
   *     do
   */
  record InForce(Rule rule, boolean settled, @Nullable Interval told, boolean doubted) {

    /** By a clock that is believed. */
    InForce(Rule rule, boolean settled, @Nullable Interval told) {
      this(rule, settled, told, false);
    }

    /** The same, read by a clock that may be wrong. */
    InForce under(Clocks.Doubt doubt) {
      return told == null || (doubt.shift().isNone() && !doubt.wrong())
          ? this
          : new InForce(rule, settled, moved(told, doubt), doubt.wrong());
    }

    /** The same, of a page that may be older than it was read as. */
    InForce reachingBack(Duration more) {
      Instant earliest = told == null ? null : told.earliest();
      return more.isZero() || told == null || earliest == null
          ? this
          : new InForce(rule, settled, new Interval(earliest.minus(more), told.latest()), doubted);
    }

    private static Interval moved(Interval told, Clocks.Doubt doubt) {
      // what is right without a shift is one of the possibilities, unless it is known to be wrong
      long least = doubt.wrong() ? doubt.shift().least() : Math.min(0, doubt.shift().least());
      long most = doubt.wrong() ? doubt.shift().most() : Math.max(0, doubt.shift().most());
      Instant earliest = told.earliest();
      Instant latest = told.latest();
      return new Interval(
          earliest == null ? null : earliest.plusSeconds(least),
          latest == null ? null : latest.plusSeconds(most));
    }

    /** What somebody said; the widest reading where that rule never prints such a label. */
    static InForce prior(Rule rule, Sighting sighting) {
      var published = sighting.published();
      if (published == null) {
        return new InForce(rule, false, null);
      }
      return published
          .under(rule)
          .map(told -> new InForce(rule, false, told))
          .orElseGet(() -> new InForce(Rule.HULL, false, published.hull()));
    }
  }
}
