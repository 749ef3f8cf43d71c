@NullMarked
package wellhead.server.traffic;

import org.jspecify.annotations.NullMarked;
