package wellhead.server.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an assistant can do here. Safe for use by many threads. */
public interface Toolbox {
  /** The tools as {@code tools/list} gives them: name, description, schema of the arguments. */
  ArrayNode list();

  /**
   * What whoever uses the tools has to know beforehand, in sentences; part of the handshake of
   * either era.
   */
  String instructions();

  /**
   * Uses a tool.
   *
   * @param name one of the {@link #list()}
   * @param arguments by name, as they came
   * @throws RefusedException when it cannot be used like that
   */
  ObjectNode use(String name, ObjectNode arguments) throws RefusedException;

  /** Whether there is such a tool. */
  default boolean has(String name) {
    for (var tool : list()) {
      if (tool.path("name").asText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** A tool cannot do what was asked; the message tells the assistant what to ask instead. */
  final class RefusedException extends Exception {
    public RefusedException(String message, Throwable cause) {
      super(message, cause);
    }

    public RefusedException(String message) {
      super(message);
    }
  }
}
