package wellhead.schema;

/** The index was written in a form that this program does not read. */
public final class IndexSchemaException extends RuntimeException {
  /**
   * Says what to run.
   *
   * @param found the version in the index; what stood there when it was no version
   * @param index where it lies
   */
  public IndexSchemaException(String found, String index) {
    super(
        "the index in "
            + index
            + " has schema version "
            + found
            + ", this program reads and writes "
            + SchemaVersion.CURRENT
            + ": run 'wellhead index --rebuild PATH...' with the captures to build it anew");
  }
}
