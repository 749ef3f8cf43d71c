package wellhead.indexer.cli;

/** What the commands end with; numbers from 64 on are those of BSD's sysexits. */
public final class ExitCode {
  /** Done, or nothing to do. */
  public static final int DONE = 0;

  /** Some inputs were rejected or missing, the rest is committed; or the index is unsound. */
  public static final int REJECTED = 1;

  /** Wrong usage. */
  public static final int USAGE = 2;

  /** Cannot start: port in use, no JDK. */
  public static final int UNAVAILABLE = 69;

  /** No index to search, or it cannot be created, or it has another schema. */
  public static final int NO_INDEX = 73;

  /** Reading or writing failed; nothing committed. */
  public static final int IO_ERROR = 74;

  /** Another run holds the index. */
  public static final int HELD = 75;

  private ExitCode() {}
}
