package wellhead.indexer.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wellhead.story.ObeyedCharacter;

/**
 * What was named by others, as part of one line on a terminal: a file's name may hold line breaks,
 * and characters that terminals obey.
 */
public final class OneLine {
  private OneLine() {}

  /**
   * The text with its control characters as a shell's {@code $'...'} writes them, and so with
   * characters that nobody sees and that change how others are shown, such as U+202E, which turns
   * what follows around.
   */
  public static String of(@Nullable Object text) {
    var line = new StringBuilder();
    String.valueOf(text)
        .codePoints()
        .forEach(c -> {
          switch (c) {
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
              if (c < 0xA0 && Character.isISOControl(c)) {
                line.append(String.format(Locale.ROOT, "\\x%02x", c));
              } else if (ObeyedCharacter.is(c)) {
                line.append(String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
              } else {
                line.appendCodePoint(c);
              }
            }
          }
        });
    return line.toString();
  }

  /**
   * Finished JSON with all that terminals obey, or that is half a character, as JSON's own escapes:
   * to whoever reads it, it is the same. They can only stand within texts, so that the place of
   * each need not be looked at.
   */
  public static String json(Object json) {
    String text = json.toString();
    if (text.chars().allMatch(c -> c < 0x7F)) {
      return text;
    }
    var line = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          if (ObeyedCharacter.is(c) || (c >= 0x7F && Character.isISOControl(c))) {
            for (char unit : Character.toChars(c)) {
              line.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
            }
          } else {
            line.appendCodePoint(c);
          }
        });
    return line.toString();
  }
}
