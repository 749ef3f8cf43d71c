package wellhead.indexer.assemble;

import org.jspecify.annotations.Nullable;
import wellhead.story.Interval;
import wellhead.story.Rule;
import wellhead.story.Sighting;

/** How the label of a sighting is read: by what is known of the source's printer at its capture. */
@FunctionalInterface
public interface Rules {

  InForce at(Sighting sighting);

  /** Whatever the printer: the widest reading. */
  Rules WIDEST = sighting -> InForce.prior(Rule.HULL, sighting);

  /**
   * A rule, how sure it is, and what a sighting tells by it.
   *
   * @param rule to be named to the user
   * @param settled whether the captures of the source decided it, so that what contradicts it was
   *     dated anew by the site; else it is a prior, and what contradicts it contradicts the prior
   * @param told {@code null} when the sighting alone tells nothing
   */
  record InForce(Rule rule, boolean settled, @Nullable Interval told) {

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
