package wellhead.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quantity with a unit that is written in several sizes: {@code 500 MW} and {@code 0.5 GW} are
 * the term {@code 500000000w}, {@code 500 kt}, {@code 0.5 Mt} and {@code 500,000 tonnes} are {@code
 * 500000t}.
 */
final class Measure {
  /** What is measured. The symbol ends the term; no two kinds share it. */
  private enum Kind {
    POWER("w"),
    ENERGY("wh"),
    MASS("t"),
    GAS("cf");

    private final String symbol;

    Kind(String symbol) {
      this.symbol = symbol;
    }
  }

  /**
   * A unit.
   *
   * @param power of ten, in the kind's smallest unit
   * @param tokens as the stemmer leaves them
   * @param inPhrases whether a phrase has to ask for it; others are indexed with another one laid
   *     over, by the vocabulary
   */
  private record Unit(Kind kind, int power, List<String> tokens, boolean inPhrases) {
    static Unit symbol(Kind kind, int power, String... tokens) {
      return new Unit(kind, power, List.of(tokens), true);
    }

    static Unit word(Kind kind, int power, String... tokens) {
      return new Unit(kind, power, List.of(tokens), false);
    }
  }

  private static final List<Unit> UNITS =
      List.of(
          Unit.symbol(Kind.POWER, 3, "kw"),
          Unit.symbol(Kind.POWER, 6, "mw"),
          Unit.symbol(Kind.POWER, 9, "gw"),
          Unit.symbol(Kind.POWER, 12, "tw"),
          // electric and peak capacity, as nuclear and solar plants give it
          Unit.word(Kind.POWER, 6, "mwe"),
          Unit.word(Kind.POWER, 9, "gwe"),
          Unit.word(Kind.POWER, 3, "kwp"),
          Unit.word(Kind.POWER, 6, "mwp"),
          Unit.word(Kind.POWER, 9, "gwp"),
          Unit.word(Kind.POWER, 3, "kilowatt"),
          Unit.word(Kind.POWER, 6, "megawatt"),
          Unit.word(Kind.POWER, 9, "gigawatt"),
          Unit.word(Kind.POWER, 12, "terawatt"),
          Unit.symbol(Kind.ENERGY, 3, "kwh"),
          Unit.symbol(Kind.ENERGY, 6, "mwh"),
          Unit.symbol(Kind.ENERGY, 9, "gwh"),
          Unit.symbol(Kind.ENERGY, 12, "twh"),
          Unit.symbol(Kind.ENERGY, 3, "kilowatt", "hour"),
          Unit.symbol(Kind.ENERGY, 6, "megawatt", "hour"),
          Unit.symbol(Kind.ENERGY, 9, "gigawatt", "hour"),
          Unit.symbol(Kind.ENERGY, 12, "terawatt", "hour"),
          Unit.symbol(Kind.MASS, 0, "tonne"),
          Unit.word(Kind.MASS, 0, "ton"),
          Unit.word(Kind.MASS, 0, "metric", "ton"),
          Unit.symbol(Kind.MASS, 0, "metric", "tonne"),
          Unit.symbol(Kind.MASS, 3, "kt"),
          Unit.symbol(Kind.MASS, 6, "mt"),
          Unit.symbol(Kind.GAS, 9, "bcf"),
          Unit.symbol(Kind.GAS, 12, "tcf"),
          Unit.symbol(Kind.GAS, 0, "cubic", "feet"));

  /** A ship's cargo of 75,000 mt is of metric tons; a country's harvest of 5 Mt of megatonnes. */
  private static final BigDecimal MEGATONNES_END = BigDecimal.valueOf(1000);

  private static final Pattern TERM = Pattern.compile("(\\d{1,30}(?:\\.\\d{1,12})?)(wh|w|t|cf)");

  /** Tokens of the longest measure: a number, a multiplier, a unit of two words. */
  static final int LONGEST = 4;

  private Measure() {}

  /** The measure that the tokens begin with. */
  static Optional<Concept> at(List<String> tokens) {
    return Quantity.longest(tokens)
        .flatMap(number ->
            unit(tokens.subList(number.length(), tokens.size()))
                .map(unit ->
                    new Concept(
                        term(number.value(), unit),
                        List.of(),
                        number.length() + unit.tokens.size())));
  }

  private static Optional<Unit> unit(List<String> tokens) {
    Unit longest = null;
    for (Unit unit : UNITS) {
      int length = unit.tokens.size();
      if (length <= tokens.size()
          && unit.tokens.equals(tokens.subList(0, length))
          && (longest == null || length > longest.tokens.size())) {
        longest = unit;
      }
    }
    return Optional.ofNullable(longest);
  }

  private static String term(BigDecimal number, Unit unit) {
    boolean metricTons = unit.tokens.equals(List.of("mt")) && number.compareTo(MEGATONNES_END) >= 0;
    return Quantity.plain(number.scaleByPowerOfTen(metricTons ? 0 : unit.power)) + unit.kind.symbol;
  }

  /**
   * How a text may have written the measure, the usual ways first: {@code 500 MW} rather than
   * {@code 500,000 kW}.
   */
  static List<List<String>> spellings(String term) {
    Matcher measure = TERM.matcher(term);
    if (!measure.matches()) {
      return List.of();
    }
    var value = new BigDecimal(measure.group(1));
    var spellings = new ArrayList<List<String>>();
    UNITS.stream()
        .filter(unit -> unit.kind.symbol.equals(measure.group(2)) && unit.inPhrases)
        .filter(unit -> isUsual(count(value, unit)))
        .sorted(Comparator.comparingDouble(unit -> oddness(count(value, unit))))
        .forEach(unit -> {
          String number = Quantity.plain(count(value, unit));
          spellings.add(Quantity.followed(List.of(number), unit.tokens));
          Quantity.spellings(number)
              .forEach(spelling -> spellings.add(Quantity.followed(spelling, unit.tokens)));
        });
    return spellings;
  }

  private static BigDecimal count(BigDecimal value, Unit unit) {
    return value.scaleByPowerOfTen(-unit.power);
  }

  /** Nobody writes 0.0000005 TW. */
  private static boolean isUsual(BigDecimal count) {
    return count.stripTrailingZeros().scale() <= 3
        && count.compareTo(BigDecimal.valueOf(0.001)) >= 0;
  }

  /** How many powers of ten a count is away from the 1 to 999 that units are chosen for. */
  private static double oddness(BigDecimal count) {
    return Math.abs(Math.log10(Math.max(count.doubleValue(), 1e-3)) - 1.5);
  }
}
