package wellhead.indexer.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import wellhead.story.CapturedAt;

/**
 * Which times of captures are believed: none before the web, none that lies ahead of the clock of
 * the run by more than a day (clocks differ, and so do zones that were left out). One capture of
 * the year 2099 would be the newest for ever.
 *
 * @param asOf the run's clock
 */
record Believed(Instant asOf) {
  /** No page was captured before. */
  static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");

  private static final Duration AHEAD = Duration.ofDays(1);

  Believed {
    Objects.requireNonNull(asOf, "asOf");
  }

  /** A time that is not believed, and what to do. */
  static final class NotBelievedException extends Exception {
    NotBelievedException(String reason) {
      super(reason);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  /** Whether a capture can have been taken then. */
  boolean isTime(Instant captured) {
    return !captured.isBefore(FIRST) && !captured.isAfter(asOf.plus(AHEAD));
  }

  /**
   * @throws NotBelievedException naming the value and the remedy
   */
  void require(CapturedAt at) throws NotBelievedException {
    Instant instant = at.instant();
    if (instant != null && !isTime(instant)) {
      throw new NotBelievedException(
          "the capture time "
              + instant
              + " "
              + from(at.from())
              + " is not believed, for it is "
              + why(instant)
              + "; "
              + remedy(at.from()));
    }
  }

  /** What speaks against a time that {@link #isTime} refuses. */
  String why(Instant captured) {
    return captured.isBefore(FIRST)
        ? "before 1990"
        : "more than a day after this machine's clock (" + asOf + ")";
  }

  private static String from(CapturedAt.From from) {
    return switch (from) {
      case OPTION, NOW -> "that was said";
      case MTIME -> "at which the file was modified";
      case WARC_DATE -> "of its WARC-Date";
      case RECORD -> "of its captured_at";
      case HTTP_DATE -> "of its HTTP Date";
      case FILE_NAME -> "in its file name";
      case INFERRED, NONE -> "";
    };
  }

  private static String remedy(CapturedAt.From from) {
    String say = "say when with --captured-at INSTANT";
    return switch (from) {
      case FILE_NAME -> "rename the file, or " + say;
      case RECORD -> "mend the line, or " + say;
      default -> say;
    };
  }
}
