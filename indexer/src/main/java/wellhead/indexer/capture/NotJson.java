package wellhead.indexer.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.List;

/** Why a text is no JSON, for people who never heard of the library that found out. */
public final class NotJson {
  private static final List<Meaning> MEANINGS =
      List.of(
          Meaning.of(
              "^Duplicate (?:field|Object property) ['\"]([^'\"]{1,80})", "\"$1\" is there twice"),
          Meaning.of("^Trailing token", "something follows its end"),
          Meaning.of("^Unexpected end-of-input", "it ends too early"),
          Meaning.of(
              "^Illegal (?:unquoted )?character \\(\\(CTRL-CHAR",
              "a line end or another control character within quotes, or between values"),
          Meaning.of("^Non-standard token '(-?\\w{1,20})", "$1 is no value"),
          Meaning.of("^Unrecognized token '([^']{1,40})", "$1 is no value; texts stand in quotes"),
          Meaning.of("^Unrecognized character escape '(.)", "\\$1 stands for no character"),
          Meaning.of("^Unexpected close marker '(.)'", "$1 closes what was not opened"),
          Meaning.of("^Unexpected character \\('(.)'", "$1 cannot stand here"),
          Meaning.of("nesting depth", "nested deeper than " + Limits.JSON_DEPTH + " levels"),
          Meaning.of("^Number value length", "a number of more than a thousand digits"),
          Meaning.of("^Name length", "a name of more than fifty thousand characters"),
          Meaning.of("^Invalid UTF-8", "its characters are not in UTF-8"),
          Meaning.of("(?i)numeric value|number", "a number that cannot be read"));

  private NotJson() {}

  /** Which of the limits it was that the text went beyond. */
  static Cause beyond(StreamConstraintsException e) {
    return String.valueOf(e.getOriginalMessage()).contains("nesting depth")
        ? Cause.TOO_DEEP
        : Cause.BAD_JSON;
  }

  /** In a few words, without the place, which whoever asks knows better. */
  public static String said(JsonProcessingException e) {
    return Meaning.of(MEANINGS, String.valueOf(e.getOriginalMessage()));
  }
}
