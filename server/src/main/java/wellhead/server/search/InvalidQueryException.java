package wellhead.server.search;

import org.jspecify.annotations.Nullable;

/** A request that cannot be answered as asked. The message is for the person who asked. */
public final class InvalidQueryException extends RuntimeException {
  private final String param;
  private final @Nullable Integer position;

  /**
   * @param param the parameter at fault
   * @param position in the parameter's value, from 0; {@code null} when the whole is at fault
   */
  public InvalidQueryException(String param, @Nullable Integer position, String message) {
    super(message);
    this.param = param;
    this.position = position;
  }

  public String param() {
    return param;
  }

  public @Nullable Integer position() {
    return position;
  }
}
