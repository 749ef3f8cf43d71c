package wellhead.server.search;

/** The commit that a cursor goes on from is no longer open. */
public final class CursorExpiredException extends RuntimeException {
  CursorExpiredException() {
    super("the cursor's generation of the index is gone: ask for the first page again");
  }
}
