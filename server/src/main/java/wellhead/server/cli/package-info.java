/**
 * Commands of the server, and the program's entry. With {@code wellhead.indexer.cli}, the only
 * places that print, exit or read the clock.
 */
@NullMarked
package wellhead.server.cli;

import org.jspecify.annotations.NullMarked;
