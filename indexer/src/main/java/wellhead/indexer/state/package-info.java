/**
 * What is remembered that is no story?
 *
 * <p>What was fetched and what was told lies in a folder beside the index. What must stay true:
 * each file is replaced by one rename; losing all of it costs little; a backup takes it along.
 */
@NullMarked
package wellhead.indexer.state;

import org.jspecify.annotations.NullMarked;
