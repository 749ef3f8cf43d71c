package wellhead.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that are written in more than one way: {@code 80,000}, {@code 80k} and {@code 80
 * thousand} are the term {@code 80000}.
 *
 * <p>{@code m} behind a number is read as million, as prices and rates of flow use it; the few
 * metres that are meant are still found by what was printed.
 */
final class Quantity {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<digits>\\d{1,3}(?:,\\d{3})+|\\d{1,18})(?<fraction>\\.\\d{1,12})?(?<suffix>[a-z]+)?");

  /** Powers of ten by what is glued to a number, or follows it. */
  private static final Map<String, Integer> SUFFIXES =
      Map.ofEntries(
          Map.entry("k", 3),
          Map.entry("m", 6),
          Map.entry("mm", 6),
          Map.entry("mn", 6),
          Map.entry("mln", 6),
          Map.entry("b", 9),
          Map.entry("bn", 9),
          Map.entry("bln", 9),
          Map.entry("tn", 12),
          Map.entry("trn", 12));

  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("thousand", 3),
          Map.entry("million", 6),
          Map.entry("mn", 6),
          Map.entry("mln", 6),
          Map.entry("mio", 6),
          Map.entry("billion", 9),
          Map.entry("bn", 9),
          Map.entry("bln", 9),
          Map.entry("trillion", 12),
          Map.entry("tn", 12),
          Map.entry("trn", 12));

  private static final List<String> MULTIPLIERS =
      List.of("thousand", "million", "billion", "trillion");

  private Quantity() {}

  /** The quantities that the tokens begin with, without numbers that need no other form. */
  static Stream<Concept> at(List<String> tokens) {
    String token = tokens.getFirst();
    if (token.isEmpty() || !Character.isDigit(token.charAt(0))) {
      return Stream.empty();
    }
    Matcher number = NUMBER.matcher(token);
    if (!number.matches()) {
      return Stream.empty();
    }
    String suffix = number.group("suffix");
    if (suffix != null) {
      return Stream.ofNullable(SUFFIXES.get(suffix))
          .map(power -> new Concept(value(number, power), glued(number, power), 1));
    }
    Stream<Concept> alone =
        isPlain(number) ? Stream.empty() : Stream.of(new Concept(value(number, 0), List.of(), 1));
    Stream<Concept> multiplied =
        Stream.ofNullable(tokens.size() > 1 ? WORDS.get(tokens.get(1)) : null)
            .map(power -> new Concept(value(number, power), List.of(), 2));
    return Stream.concat(alone, multiplied);
  }

  private static boolean isPlain(Matcher number) {
    return number.group("fraction") == null && number.group("digits").indexOf(',') < 0;
  }

  /** What else finds {@code 80k}: the words of {@code 80 thousand}. */
  private static List<String> glued(Matcher number, int power) {
    return List.of(value(number, 0), MULTIPLIERS.get(power / 3 - 1));
  }

  private static String value(Matcher number, int power) {
    @Nullable String fraction = number.group("fraction");
    String digits = number.group("digits").replace(",", "");
    return plain(
        new BigDecimal(fraction == null ? digits : digits + fraction).scaleByPowerOfTen(power));
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** How a text may have written the number in two tokens: {@code 80000} as 80 thousand. */
  static List<List<String>> spellings(String term) {
    if (!term.matches("[1-9]\\d{2,18}")) {
      return List.of();
    }
    var spellings = new ArrayList<List<String>>();
    for (int i = 0; i < MULTIPLIERS.size(); i++) {
      BigDecimal count = new BigDecimal(term).scaleByPowerOfTen(-3 * (i + 1)).stripTrailingZeros();
      if (count.scale() <= 3 && count.compareTo(BigDecimal.valueOf(0.1)) >= 0) {
        spellings.add(List.of(plain(count), MULTIPLIERS.get(i)));
      }
    }
    return spellings;
  }
}
