package wellhead.indexer.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as it is typed: {@code 90s}, {@code 45m}, {@code 1h}, or ISO 8601. */
final class ShortDuration {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,6})([smh])");
  private static final Duration LONGEST = Duration.ofHours(24);

  private ShortDuration() {}

  /**
   * Reads a length of at most a day.
   *
   * @throws IllegalArgumentException saying what would do
   */
  static Duration parse(String text) {
    String typed = text.strip().toLowerCase(Locale.ROOT);
    Matcher matcher = SHORT.matcher(typed);
    Duration read;
    try {
      read = Duration.parse(matcher.matches() ? "PT" + typed : typed);
    } catch (DateTimeException e) {
      read = LONGEST.plusSeconds(1);
    }
    if (read.isNegative() || read.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "not a length of time of at most a day: \"" + text + "\"; it must be like 45m or 1h");
    }
    return read;
  }
}
