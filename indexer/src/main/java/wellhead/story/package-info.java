/**
 * What is a story, and when was it published?
 *
 * <p>Records only, on the JDK alone. A value that exists is sound: compact constructors refuse
 * nonsense and copy their collections. Nothing here knows how a page is read, how an index is
 * written or how an answer looks.
 */
@NullMarked
package wellhead.story;

import org.jspecify.annotations.NullMarked;
