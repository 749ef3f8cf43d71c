package wellhead.server.search;

/** There is no index to answer from, or none yet. */
public final class IndexNotReadyException extends RuntimeException {
  IndexNotReadyException(String index) {
    super("there is no index in " + index + ": run 'wellhead index PATH...' with your captures");
  }
}
