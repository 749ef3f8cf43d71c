/** The page as a person meets it: a real server over testdata, in a real browser. */
@NullMarked
package wellhead.server.browser;

import org.jspecify.annotations.NullMarked;
