package wellhead.indexer.capture;

import java.util.List;
import org.tomlj.TomlParseError;

/** Why a line is no TOML, for people who never heard of the library that found out. */
final class NotToml {
  private static final List<Meaning> MEANINGS =
      List.of(
          Meaning.of(
              "^(.{1,80}) previously defined at line (\\d{1,9})",
              "$1 is there a second time, first in line $2"),
          Meaning.of(
              "^(.{1,80}) is not an array \\(previously defined at line (\\d{1,9})",
              "$1 is there a second time, first in line $2"),
          Meaning.of(
              "a number, a boolean",
              "no value that can be read; texts stand in quotes, as in zone = \"UTC\""),
          Meaning.of("^Unexpected end of (?:input|line), expected ['\"]", "a quote is not closed"),
          Meaning.of("expected \\]", "a [ is not closed"),
          Meaning.of("expected (?:\\. or )?=", "a key must be followed by = and its value"),
          Meaning.of(
              "or end-of-input$", "something that is neither [\"host\"] nor key = \"value\""),
          Meaning.of("^Unexpected .{1,20}, expected a-z", "a key is missing"),
          Meaning.of(
              "^Invalid (?:escape|unicode)",
              "a backslash in double quotes that stands for no character; use single quotes"),
          Meaning.of("^Invalid (\\w{1,20}) ", "no such date or time, by its $1"),
          Meaning.of("too large", "a number that is too large"),
          Meaning.of("^Empty table key", "[] names no source"));

  private NotToml() {}

  /** In a few words, without the place, which whoever asks knows better. */
  static String said(TomlParseError e) {
    return Meaning.of(MEANINGS, String.valueOf(e.getMessage()));
  }
}
