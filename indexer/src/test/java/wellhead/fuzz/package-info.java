/** Whatever bytes a reader is given, it reads or refuses them. */
@NullMarked
package wellhead.fuzz;

import org.jspecify.annotations.NullMarked;
