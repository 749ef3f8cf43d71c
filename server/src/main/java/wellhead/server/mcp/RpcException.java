package wellhead.server.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A message that is answered by an error of the protocol. */
final class RpcException extends Exception {
  /** Not JSON. */
  static final int PARSE = -32_700;

  /** JSON, but no message. */
  static final int INVALID_REQUEST = -32_600;

  static final int METHOD_NOT_FOUND = -32_601;
  static final int INVALID_PARAMS = -32_602;
  static final int INTERNAL = -32_603;

  /** What stands outside of the message says something else than the message. */
  static final int HEADER_MISMATCH = -32_020;

  static final int UNSUPPORTED_VERSION = -32_022;

  private final int code;
  private final int status;
  private final transient @Nullable ObjectNode data;

  /**
   * @param status the HTTP status that goes with it
   */
  RpcException(int code, int status, String message) {
    this(code, status, message, null);
  }

  RpcException(int code, int status, String message, @Nullable ObjectNode data) {
    super(message);
    this.code = code;
    this.status = status;
    this.data = data;
  }

  int status() {
    return status;
  }

  void writeTo(ObjectNode error) {
    error.put("code", code);
    error.put("message", getMessage());
    if (data != null) {
      error.set("data", data);
    }
  }
}
