package wellhead.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final Pattern PLAIN = Pattern.compile("\\d{1,30}(?:\\.\\d{1,12})?");

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

  /**
   * "Two Million" is 2 million, "Train Four" is Train 4. One is a pronoun, unless it counts
   * millions.
   */
  private static final Map<String, Integer> SPELLED =
      Map.ofEntries(
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("hundred", 100));

  private Quantity() {}

  /**
   * A number with what multiplies it.
   *
   * @param length how many tokens it takes
   */
  record Value(BigDecimal value, int length) {}

  /** Whether a quantity may begin with this token; asked of every word of every text. */
  static boolean mayBegin(String token) {
    return Character.isDigit(token.charAt(0)) || token.equals("one") || SPELLED.containsKey(token);
  }

  /** The quantities that the tokens begin with, without numbers that need no other form. */
  static Stream<Concept> at(List<String> tokens) {
    String token = tokens.getFirst();
    Integer spelled = spelled(tokens);
    Matcher number = NUMBER.matcher(spelled == null ? token : String.valueOf(spelled));
    if (!number.matches()) {
      return Stream.empty();
    }
    String suffix = number.group("suffix");
    if (suffix != null) {
      return Stream.ofNullable(SUFFIXES.get(suffix))
          .map(power -> new Concept(plain(value(number, power)), glued(number, suffix, power), 1));
    }
    Stream<Concept> alone =
        spelled == null && isPlain(number)
            ? Stream.empty()
            : Stream.of(new Concept(plain(value(number, 0)), List.of(), 1));
    Stream<Concept> multiplied =
        multiplier(tokens)
            .map(power -> new Concept(plain(value(number, power)), List.of(), 2))
            .stream();
    return Stream.concat(alone, multiplied);
  }

  /** The longest quantity that the tokens begin with, plain numbers too. */
  static Optional<Value> longest(List<String> tokens) {
    Integer spelled = spelled(tokens);
    Matcher number = NUMBER.matcher(spelled == null ? tokens.getFirst() : String.valueOf(spelled));
    if (!number.matches()) {
      return Optional.empty();
    }
    String suffix = number.group("suffix");
    if (suffix != null) {
      return Optional.ofNullable(SUFFIXES.get(suffix))
          .map(power -> new Value(value(number, power), 1));
    }
    return Optional.of(
        multiplier(tokens)
            .map(power -> new Value(value(number, power), 2))
            .orElseGet(() -> new Value(value(number, 0), 1)));
  }

  private static @Nullable Integer spelled(List<String> tokens) {
    return tokens.getFirst().equals("one") && multiplier(tokens).isPresent()
        ? Integer.valueOf(1)
        : SPELLED.get(tokens.getFirst());
  }

  private static Optional<Integer> multiplier(List<String> tokens) {
    return Optional.ofNullable(tokens.size() > 1 ? WORDS.get(tokens.get(1)) : null);
  }

  private static boolean isPlain(Matcher number) {
    return number.group("fraction") == null && number.group("digits").indexOf(',') < 0;
  }

  /** What else finds {@code 80k}: the words of {@code 80 thousand}; {@code 350m} may be metres. */
  private static List<String> glued(Matcher number, String suffix, int power) {
    String count = plain(value(number, 0));
    String multiplier = MULTIPLIERS.get(power / 3 - 1);
    return suffix.equals("m") ? List.of(count, multiplier, "meter") : List.of(count, multiplier);
  }

  private static BigDecimal value(Matcher number, int power) {
    @Nullable String fraction = number.group("fraction");
    String digits = number.group("digits").replace(",", "");
    return new BigDecimal(fraction == null ? digits : digits + fraction).scaleByPowerOfTen(power);
  }

  /** Whether a term is a number without more. */
  static boolean isPlain(String term) {
    return PLAIN.matcher(term).matches();
  }

  static String plain(BigDecimal value) {
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

  static List<String> followed(List<String> tokens, List<String> more) {
    return Stream.concat(tokens.stream(), more.stream()).toList();
  }
}
