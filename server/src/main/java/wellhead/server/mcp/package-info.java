/**
 * How does an assistant ask? The Model Context Protocol: JSON-RPC messages in, answers out.
 *
 * <p>In: one message, and what the transport says beside it. Out: its answer, or none. What must
 * stay true: both eras are answered, each message by itself (the revision of 2026-07-28, which
 * carries its version in every request, and those up to 2025-11-25, which begin with {@code
 * initialize}); nothing is kept between two messages; whatever comes in, an answer says in words
 * what was wrong with it; what the tools do is the business of whoever brings them.
 */
@NullMarked
package wellhead.server.mcp;

import org.jspecify.annotations.NullMarked;
