package wellhead.indexer.index;

/** Another run holds the index. The message says which process and since when. */
public final class IndexHeldException extends Exception {
  IndexHeldException(String holder) {
    super(
        "another run holds the index"
            + (holder.isEmpty() ? "" : " (" + holder + ")")
            + "; wait for it to end");
  }
}
