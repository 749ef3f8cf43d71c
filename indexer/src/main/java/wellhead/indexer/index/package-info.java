/**
 * How do changes reach the disk, all or nothing?
 *
 * <p>In: captures. Out: one Lucene commit with the stories, the captures and the files that were
 * read, or none. What must stay true: a run that ends early, however it ends, leaves the previous
 * commit as it was; the same captures read again change nothing.
 */
@NullMarked
package wellhead.indexer.index;

import org.jspecify.annotations.NullMarked;
