package wellhead.schema;

/** The index cannot be used by this program. The message says why and what to run. */
public final class IndexSchemaException extends Exception {
  /**
   * Completes the reason with the remedy.
   *
   * @param reason what is wrong, without a full stop
   */
  public IndexSchemaException(String reason) {
    super(reason + "; build it anew from the captures with: wellhead index --rebuild PATH...");
  }
}
