/**
 * Commands of the indexer. With {@code wellhead.server.cli}, the only places that print, exit or
 * read the clock.
 */
@NullMarked
package wellhead.indexer.cli;

import org.jspecify.annotations.NullMarked;
