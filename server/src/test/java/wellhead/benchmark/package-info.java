/**
 * How fast is a search, beside the same search without us?
 *
 * <p>In: an index of made-up stories, with bodies. Out: for each kind of query the median and the
 * 99th percentile of {@code /search} over HTTP, of Lucene's own searcher on the same index, and of
 * a route that does nothing, all three taken in turn in the same run; then how many answers several
 * clients get together.
 */
@NullMarked
package wellhead.benchmark;

import org.jspecify.annotations.NullMarked;
