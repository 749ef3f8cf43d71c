package wellhead.indexer.assemble;

import wellhead.story.Rule;
import wellhead.story.Sighting;

/** Which printer rule is in force for the source of a sighting, at its capture. */
@FunctionalInterface
public interface Rules {

  InForce at(Sighting sighting);

  /**
   * A rule and how sure it is.
   *
   * @param settled whether the captures of the source decided it, so that what contradicts it was
   *     dated anew by the site; else it is a prior, and what contradicts it contradicts the prior
   */
  record InForce(Rule rule, boolean settled) {

    /** Nothing known. */
    static final InForce UNKNOWN = new InForce(Rule.HULL, false);
  }
}
