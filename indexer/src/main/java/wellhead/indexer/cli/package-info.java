/**
 * The commands of the reading side.
 *
 * <p>In: what a person or a script typed. Out: lines on standard output, sentences on standard
 * error, an exit code. Nothing imports this package but the program's entry.
 */
@NullMarked
package wellhead.indexer.cli;

import org.jspecify.annotations.NullMarked;
