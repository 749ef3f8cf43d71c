@NullMarked
package wellhead.indexer.page;

import org.jspecify.annotations.NullMarked;
