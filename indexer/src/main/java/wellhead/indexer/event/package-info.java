/**
 * Which stories tell of the same event?
 *
 * <p>What comes in is a {@link wellhead.indexer.event.Telling} a story, what goes out are groups of
 * them, of different sources, each with the reason why it belongs there. It is a pure function of
 * the stories: their order does not matter, and a story that is more than six days away from a
 * change and in no chain of likeness to it is not affected.
 */
@NullMarked
package wellhead.indexer.event;

import org.jspecify.annotations.NullMarked;
