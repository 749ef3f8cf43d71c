package wellhead.server.search;

/** Looking for words took longer than there was time for. */
final class TimeIsOverException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TimeIsOverException() {
    super("the time is over");
  }
}
