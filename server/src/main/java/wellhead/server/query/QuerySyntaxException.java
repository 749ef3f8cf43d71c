package wellhead.server.query;

/** A query that has no reading. The message is for the person who asked, and says what to write. */
public final class QuerySyntaxException extends RuntimeException {
  private final int position;

  /**
   * @param position of the first character at fault, from 0
   */
  QuerySyntaxException(int position, String message) {
    super(message);
    this.position = position;
  }

  public int position() {
    return position;
  }
}
