package wellhead.server.search;

/** What would have to be read of the index cannot be. Another question may be answered. */
public final class IndexDamagedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  IndexDamagedException(String doing, Throwable cause) {
    super(doing, cause);
  }
}
