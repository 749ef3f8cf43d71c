/**
 * Who gets in, how many at once, and what was seen of it?
 *
 * <p>In: every HTTP request before the application sees it. Out: the request handed on, or refused
 * with a {@link wellhead.server.traffic.Refusal}; a line in the access log; numbers for Prometheus.
 * What must stay true: a request that is refused costs next to nothing and never waits longer than
 * {@link wellhead.server.traffic.Limits#patience()}; health checks are never refused for load.
 */
@NullMarked
package wellhead.server.traffic;

import org.jspecify.annotations.NullMarked;
