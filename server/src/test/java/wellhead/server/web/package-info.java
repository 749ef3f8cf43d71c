@NullMarked
package wellhead.server.web;

import org.jspecify.annotations.NullMarked;
