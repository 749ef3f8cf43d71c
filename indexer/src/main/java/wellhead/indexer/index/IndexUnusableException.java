package wellhead.indexer.index;

import java.nio.file.Path;

/** There is no index to read, it cannot be created, or it is not this program's. */
public final class IndexUnusableException extends Exception {
  /**
   * The message is for the user: what is wrong and what to run.
   *
   * @param message without a full stop
   */
  public IndexUnusableException(String message) {
    super(message);
  }

  static IndexUnusableException noIndex(Path folder) {
    return new IndexUnusableException(
        "no index in " + folder + "; make one with: wellhead index PATH...");
  }

  IndexUnusableException(Exception cause) {
    super(cause.getMessage(), cause);
  }
}
