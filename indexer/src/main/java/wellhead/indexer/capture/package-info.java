/**
 * What did the user hand us, from where, and when was it taken?
 *
 * <p>In: paths and options. Out: {@link wellhead.indexer.capture.Capture}s, each with its content,
 * its capture time and where that is known from. What must stay true: a file that cannot be read is
 * a {@link wellhead.indexer.capture.Rejection} that names it, its neighbours are read all the same;
 * no capture time is ever guessed.
 */
@NullMarked
package wellhead.indexer.capture;

import org.jspecify.annotations.NullMarked;
