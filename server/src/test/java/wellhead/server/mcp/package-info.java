@NullMarked
package wellhead.server.mcp;

import org.jspecify.annotations.NullMarked;
