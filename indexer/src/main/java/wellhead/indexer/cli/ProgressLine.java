package wellhead.indexer.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;
import wellhead.indexer.index.Progress;
import wellhead.story.AtTheEdge;

/**
 * How far a run is, on one line of a terminal that is drawn over itself and erased at the end. It
 * needs nothing of the terminal but that a carriage return leads to the beginning of the line.
 */
public final class ProgressLine implements Consumer<Progress>, AutoCloseable {
  /** The launcher looks whether the error stream is a terminal; Java cannot. */
  private static final String WATCHED = "wellhead.watched";

  /** Shorter runs than this draw nothing, and nobody reads faster. */
  private static final long BETWEEN_MILLIS = 250;

  /** Before that a rate says little. */
  private static final long FIRST_ESTIMATE_MILLIS = 2_000;

  /** The narrowest terminal in use; a longer line would break and could not be drawn over. */
  private static final int WIDTH = 79;

  private final PrintWriter err;
  private final InstantSource clock;
  private final boolean watched;
  private final long begun;
  private long drawn;
  private int length;

  ProgressLine(PrintWriter err, InstantSource clock, boolean watched) {
    this.err = err;
    this.clock = clock;
    this.watched = watched;
    this.begun = clock.millis();
    this.drawn = begun;
  }

  /**
   * Draws on the error stream when that is a terminal, and nothing otherwise.
   *
   * @param err the error stream
   */
  @AtTheEdge("whether somebody watches")
  public static ProgressLine onTerminal(PrintWriter err, InstantSource clock) {
    return new ProgressLine(err, clock, Boolean.getBoolean(WATCHED));
  }

  @Override
  public void accept(Progress progress) {
    if (!watched) {
      return;
    }
    long now = clock.millis();
    boolean newPhase = length > 0 && progress.phase() != Progress.Phase.READING;
    if (newPhase || now - drawn >= BETWEEN_MILLIS) {
      drawn = now;
      draw(text(progress, now - begun));
    }
  }

  private static String text(Progress progress, long millis) {
    return switch (progress.phase()) {
      case READING -> reading(progress, millis);
      case SETTLING -> "settling what " + count(progress.captures()) + " captures told";
      case COMMITTING -> "writing the index";
    };
  }

  private static String reading(Progress progress, long millis) {
    var text = new StringBuilder("reading ");
    boolean measured = progress.bytesInAll() > 0;
    if (measured) {
      text.append(progress.bytes() * 100 / progress.bytesInAll()).append(" %, ");
    }
    text.append(megabytes(progress.bytes()));
    if (measured) {
      text.append(" of ").append(megabytes(progress.bytesInAll()));
    }
    text.append(" MB, ").append(count(progress.captures())).append(" captures, ");
    text.append(rate(progress.captures() * 1000.0 / millis)).append("/s");
    if (measured && progress.bytes() > 0 && millis >= FIRST_ESTIMATE_MILLIS) {
      double left = (double) (progress.bytesInAll() - progress.bytes()) / progress.bytes() * millis;
      text.append(", ").append(duration(Math.round(left / 1000))).append(" left");
    }
    return text.toString();
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, bytes < 100_000_000 ? "%,.1f" : "%,.0f", bytes / 1e6);
  }

  private static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond < 10 ? "%.1f" : "%,.0f", perSecond);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String duration(long seconds) {
    return seconds < 60
        ? seconds + " s"
        : seconds < 3600
            ? seconds / 60 + " min " + seconds % 60 + " s"
            : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
  }

  private void draw(String text) {
    String line = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
    err.print("\r" + line + " ".repeat(Math.max(0, length - line.length())));
    err.flush();
    length = line.length();
  }

  /** Leaves the line empty, for what comes next. */
  @Override
  public void close() {
    if (length > 0) {
      draw("");
      err.print('\r');
      err.flush();
    }
  }
}
