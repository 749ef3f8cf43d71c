package wellhead.server.mcp;

import org.jspecify.annotations.Nullable;

/**
 * What stands outside of a message that came over HTTP; it has to say the same as the message.
 *
 * @param version of {@code MCP-Protocol-Version}
 * @param method of {@code Mcp-Method}
 * @param name of {@code Mcp-Name}
 */
public record Envelope(@Nullable String version, @Nullable String method, @Nullable String name) {}
