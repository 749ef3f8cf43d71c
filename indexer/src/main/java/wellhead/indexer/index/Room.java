package wellhead.indexer.index;

/**
 * How much a run gathers in memory before it writes it out: shares of the heap. What is written at
 * once lies together in the index, and each search looks into every piece: nine took a third longer
 * than two.
 */
final class Room {
  private static final long SHARE = Runtime.getRuntime().maxMemory() / 16;

  private Room() {}

  /** Megabytes of words and values that wait to be written. */
  static double megabytes() {
    return Math.clamp(SHARE >> 20, 16, 256);
  }

  /** Characters of articles that wait to be merged into stories. */
  static long text() {
    return Math.clamp(SHARE, 24L << 20, 128L << 20);
  }
}
