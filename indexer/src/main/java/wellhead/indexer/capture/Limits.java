package wellhead.indexer.capture;

/** How much of a thing is read. Each is far above what was seen in the wild. */
final class Limits {

  /**
   * The largest page, record or feed, in bytes. The largest front page seen is 2 MB with its
   * markup; parsed, a page takes about ten times its size, and a run must fit into half a GB.
   */
  static final int RECORD_BYTES = 16 << 20;

  /** The longest line of JSON Lines, in bytes: a story, not a book. */
  static final int LINE_BYTES = 4 << 20;

  /**
   * The longest line of a page without markup, in characters. A text as long as this in one
   * paragraph takes a hundred times its size to be analysed, and nobody wrote it.
   */
  static final int TEXT_LINE = 2 << 20;

  /**
   * How many lines with anything on them a page without markup may have. A list of a month has some
   * thousands, and a line takes up to half a millisecond.
   */
  static final int TEXT_LINES = 100_000;

  /**
   * How many tags a page or a feed may have. Of 448 real pages the largest has 13,000; parsed, a
   * tag takes up to half a kB.
   */
  static final int TAGS = 250_000;

  /** How deep elements that must be closed may be nested. Browsers stop at 512. */
  static final int MARKUP_DEPTH = 1_000;

  /** How deep JSON may be nested. */
  static final int JSON_DEPTH = 100;

  /** How deep archives may be nested: a zip of gzipped pages, within a gzip. */
  static final int ARCHIVE_DEPTH = 3;

  /**
   * How many times larger than itself an archive may get, once it gave more than {@link
   * #RATIO_FREE_BYTES}. Pages pack 3 to 10 times, the same page over and over 100 to 300 times;
   * deflate's own limit is 1032.
   */
  static final int RATIO = 500;

  static final long RATIO_FREE_BYTES = 64L << 20;

  /** How much one archive may give, in bytes. */
  static final long ARCHIVE_BYTES = 256L << 30;

  private Limits() {}
}
