/** The whole program, from its arguments to what it prints. */
@NullMarked
package wellhead.server.cli;

import org.jspecify.annotations.NullMarked;
