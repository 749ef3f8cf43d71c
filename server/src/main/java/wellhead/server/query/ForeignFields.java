package wellhead.server.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fields by the names that people know from web search, mail and social networks, read as the
 * fields that are meant: {@code site:} is {@code source:}.
 */
final class ForeignFields {
  private static final String NAMES =
      "site|from|by|intitle|allintitle|intext|allintext|since|until|to|date|inurl|allinurl";

  private static final Pattern FIELD =
      Pattern.compile("(" + NAMES + "):(?=[\\p{L}\\p{N}\"“”(])", Pattern.CASE_INSENSITIVE);

  private static final Map<String, Token.Field.Name> SAME =
      Map.of(
          "site", Token.Field.Name.SOURCE,
          "from", Token.Field.Name.SOURCE,
          "by", Token.Field.Name.AUTHOR,
          "intitle", Token.Field.Name.TITLE,
          "allintitle", Token.Field.Name.TITLE,
          "intext", Token.Field.Name.BODY,
          "allintext", Token.Field.Name.BODY,
          "since", Token.Field.Name.AFTER,
          "until", Token.Field.Name.BEFORE,
          "to", Token.Field.Name.BEFORE);

  /** A day, a month, a year, or how long ago. */
  private static final Pattern TIME =
      Pattern.compile("\\d{4}(?:-\\d{2}(?:-\\d{2}(?:T\\S+)?)?)?|\\d{1,6}[hdw]|P\\S+");

  private ForeignFields() {}

  /**
   * What is meant by a field.
   *
   * @param typed with its colon
   * @param name {@code null} for none that we have: its value is a word
   * @param days for {@code date:}, which has a beginning and an end
   */
  record Meant(String typed, Token.Field.@Nullable Name name, Optional<Days> days) {
    /** What the person should know. */
    String warning(String value) {
      if (days.isPresent()) {
        return "'" + typed + "' was read as after: and before:.";
      }
      return name == null
          ? "Addresses are not searched for words: '" + typed + value + "' was read as a word."
          : "'" + typed + "' was read as " + name.name().toLowerCase(Locale.ROOT) + ":.";
    }
  }

  /** [from, end) as the query language writes them. */
  record Days(String from, String end) {}

  /**
   * The field that begins there.
   *
   * @param value what stands behind its colon, up to a space
   */
  static Optional<Meant> at(String query, int from, String value) {
    Matcher field = FIELD.matcher(query).region(from, query.length());
    if (!field.lookingAt()) {
      return Optional.empty();
    }
    String typed = field.group();
    String name = field.group(1).toLowerCase(Locale.ROOT);
    boolean isTime = TIME.matcher(value).matches();
    return switch (name) {
      case "date" -> days(value).map(days -> new Meant(typed, null, Optional.of(days)));
      case "inurl", "allinurl" -> Optional.of(new Meant(typed, null, Optional.empty()));
      case "since", "until", "to" -> isTime ? same(typed, SAME.get(name)) : Optional.empty();
      case "from" -> same(typed, isTime ? Token.Field.Name.AFTER : SAME.get(name));
      default -> same(typed, SAME.get(name));
    };
  }

  private static Optional<Meant> same(String typed, Token.Field.@Nullable Name name) {
    return Optional.of(new Meant(typed, name, Optional.empty()));
  }

  private static Optional<Days> days(String value) {
    return Stream.of(day(value), month(value), year(value)).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Days> day(String value) {
    try {
      LocalDate day = LocalDate.parse(value);
      return Optional.of(new Days(value, day.plusDays(1).toString()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Days> month(String value) {
    try {
      YearMonth month = YearMonth.parse(value);
      return Optional.of(new Days(value, month.plusMonths(1).toString()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Days> year(String value) {
    if (!value.matches("(?:19|20)\\d\\d")) {
      return Optional.empty();
    }
    return Optional.of(new Days(value + "-01", Year.parse(value).plusYears(1) + "-01"));
  }

  /** The host of what was typed behind {@code site:}, which may be a whole address. */
  static String host(String value) {
    return value.replaceFirst("(?i)^https?://(?=[^/])", "").replaceFirst("(?<=.)/.*$", "");
  }
}
