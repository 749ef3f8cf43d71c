/**
 * How does it look from outside? Routes, parameters, page, errors.
 *
 * <p>In: an HTTP request. Out: a page, JSON or a problem that says what to do about it. What must
 * stay true: nothing here changes the index; a request is answered as asked or refused with the
 * parameter at fault, never answered as something else; every page works without a script and comes
 * from this server alone; templates print what a page model says and decide nothing.
 */
@NullMarked
package wellhead.server.web;

import org.jspecify.annotations.NullMarked;
