package wellhead.indexer.cli;

/**
 * What nobody planned for, in one sentence: too little memory, too few open files, an error of the
 * program itself. Needs no class but the JDK's oldest, for when classes cannot be loaded it is to
 * say so.
 */
public final class Unexpected {
  /** Prints the traces that a report of an error in the program needs. */
  private static final String TRACE = "wellhead.trace";

  private static final int MOST = 300;

  private Unexpected() {}

  /** What failed and what would help. */
  public static String reason(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      String message = String.valueOf(e.getMessage());
      if (message.contains("Too many open files")) {
        return "too many open files; allow this process more of them (ulimit -n)";
      }
      if (e instanceof OutOfMemoryError) {
        return message.contains("native thread")
            ? "the system allows no more threads; allow more (ulimit -u) or end other programs"
            : "out of memory (" + megabytes() + "); give it more: WELLHEAD_JAVA_OPTS=-Xmx1g";
      }
      if (e instanceof StackOverflowError) {
        return "something is nested too deeply to be read";
      }
      if (e instanceof LinkageError) {
        return "a part of the program could not be loaded: too little memory"
            + " (WELLHEAD_JAVA_OPTS=-Xmx1g), too few open files (ulimit -n), or it was changed under"
            + " way";
      }
    }
    return "an error in the program itself: "
        + shortened(failure)
        + " (for a report of it, run this again with WELLHEAD_JAVA_OPTS=-D"
        + TRACE
        + "=true)";
  }

  private static String megabytes() {
    return "it may use " + (Runtime.getRuntime().maxMemory() >> 20) + " MB";
  }

  private static String shortened(Throwable failure) {
    String said = OneLine.of(String.valueOf(failure));
    return said.length() <= MOST ? said : said.substring(0, MOST) + "...";
  }

  /** Whether it is none of the failures that have words of their own. */
  static boolean isBehind(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof Error || String.valueOf(e.getMessage()).contains("Too many open files")) {
        return true;
      }
    }
    return false;
  }

  /** For whoever reports it; nobody else is to see a trace. */
  public static void trace(Throwable failure) {
    if (Boolean.getBoolean(TRACE)) {
      failure.printStackTrace();
    }
  }
}
