/**
 * Every pattern that the program has, found without being told of, and texts that would hang it.
 */
@NullMarked
package wellhead.pattern;

import org.jspecify.annotations.NullMarked;
