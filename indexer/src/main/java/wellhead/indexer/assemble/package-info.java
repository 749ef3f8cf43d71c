/**
 * Is this the story we know already, and what do we know now?
 *
 * <p>In: the sightings of one or many captures. Out: stories, dated. What must stay true: the
 * stories are a function of the set of sightings, whatever the order or grouping in which they
 * arrived; what contradicts is kept and shown, never averaged.
 */
@NullMarked
package wellhead.indexer.assemble;

import org.jspecify.annotations.NullMarked;
