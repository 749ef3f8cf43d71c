package wellhead.indexer.index;

/**
 * How far a run is.
 *
 * @param phase what it is doing
 * @param bytes of the files that are to be read, as they lie on the disk: how many were read
 * @param bytesInAll how many there are; -1 when that is not known, as of standard input
 * @param captures how many were found so far, read before or not
 */
public record Progress(Phase phase, long bytes, long bytesInAll, int captures) {

  /** What a run does, in this order. */
  public enum Phase {
    /** Captures are read. */
    READING,
    /** Stories follow what the run found out about their sources. */
    SETTLING,
    /** The index is written to the disk. */
    COMMITTING
  }

  public Progress {
    if (bytes < 0 || bytesInAll < -1 || captures < 0) {
      throw new IllegalArgumentException(
          "counts must not be negative: " + bytes + ", " + bytesInAll + ", " + captures);
    }
  }
}
