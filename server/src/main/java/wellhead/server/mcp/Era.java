package wellhead.server.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By which of its two ways a message speaks the protocol.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/versioning">Versions
 *     of the protocol</a>
 */
enum Era {
  /** Every request says its version and what its client can do. */
  STATELESS,
  /** A handshake said both; each message stands for itself here all the same. */
  HANDSHAKE;

  static final String CURRENT = "2026-07-28";

  /** With a handshake, the newest first. */
  static final List<String> WITH_HANDSHAKE =
      List.of("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");

  private static final String PREFIX = "io.modelcontextprotocol/";
  private static final String VERSION = PREFIX + "protocolVersion";
  private static final String CAPABILITIES = PREFIX + "clientCapabilities";

  /** Who answers. */
  static final String SERVER = PREFIX + "serverInfo";

  /** What the message says it is; only what contradicts a handshake is taken for the newer one. */
  static Era of(JsonNode message, @Nullable Envelope envelope) {
    boolean within = message.path("params").path("_meta").has(VERSION);
    boolean outside =
        envelope != null
            && envelope.version() != null
            && !WITH_HANDSHAKE.contains(envelope.version());
    return within || outside ? STATELESS : HANDSHAKE;
  }

  /**
   * Whether a request of the {@link #STATELESS} era says all that it has to, the same inside as
   * outside.
   *
   * @param envelope {@code null} where there is none
   */
  static void require(JsonNode message, @Nullable Envelope envelope) throws RpcException {
    JsonNode params = message.path("params");
    JsonNode meta = params.path("_meta");
    String version = meta.path(VERSION).isTextual() ? meta.path(VERSION).textValue() : null;
    if (envelope != null) {
      requireSame("MCP-Protocol-Version", envelope.version(), version);
      requireSame("Mcp-Method", envelope.method(), message.path("method").textValue());
      if (message.path("method").asText().equals("tools/call")) {
        requireSame("Mcp-Name", envelope.name(), params.path("name").textValue());
      }
    }
    if (version == null) {
      throw invalid(VERSION + " must be a revision of the protocol such as " + CURRENT);
    }
    if (!version.equals(CURRENT)) {
      throw unsupported(version);
    }
    if (!meta.path(CAPABILITIES).isObject()) {
      throw invalid(CAPABILITIES + " must be an object; an empty one will do");
    }
  }

  private static void requireSame(String header, @Nullable String outside, @Nullable String inside)
      throws RpcException {
    if (outside == null || !outside.equals(inside)) {
      throw new RpcException(
          RpcException.HEADER_MISMATCH,
          400,
          "the header "
              + header
              + " must be there and say the same as the message: "
              + (outside == null ? "it is missing" : "they differ"));
    }
  }

  private static RpcException invalid(String what) {
    return new RpcException(RpcException.INVALID_PARAMS, 400, "in params._meta, " + what);
  }

  private static RpcException unsupported(String version) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    var supported = data.putArray("supported").add(CURRENT);
    WITH_HANDSHAKE.forEach(supported::add);
    data.put("requested", version);
    return new RpcException(
        RpcException.UNSUPPORTED_VERSION, 400, "Unsupported protocol version", data);
  }
}
