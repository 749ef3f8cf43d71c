/**
 * What answers a request, in which order, and why?
 *
 * <p>In: a {@link wellhead.server.search.SearchRequest}. Out: {@link
 * wellhead.server.search.SearchResults}, from exactly one generation of the index. What must stay
 * true: the order is total, and with the clock pinned the same request on the same generation gives
 * the same answer.
 */
@NullMarked
package wellhead.server.search;

import org.jspecify.annotations.NullMarked;
