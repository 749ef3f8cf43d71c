/**
 * How fast are captures read, beside what must be done to their bytes in any case?
 *
 * <p>In: made-up pages, or a folder of captures. Out: MB/s and captures/s of reading and indexing
 * them as text, HTML and WARC, of jsoup's parsing alone, and of unpacking alone, all taken in turn
 * in the same run.
 */
@NullMarked
package wellhead.benchmark;

import org.jspecify.annotations.NullMarked;
