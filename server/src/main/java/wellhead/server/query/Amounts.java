package wellhead.server.query;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wellhead.schema.EnergyAnalysis;

/**
 * Numbers with their unit or currency. Such an amount matches as a whole or not at all: whoever
 * asks for "1.2 million bpd" wants no recall of 1.2 million cars, and for "$7.38 billion" not
 * everything that has a price.
 */
final class Amounts {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  private static final Set<String> CURRENCIES =
      terms("$ € £ ₹ ₽ ¥ C$ A$ NOK SEK CHF CNY RMB JPY BRL MXN AED SAR dollars euros");

  private static final Set<String> UNITS =
      terms(
          """
          % percent cents dollars euros barrels bpd boepd boe mtoe bcf tcf bcm mcm bcma bcfd mcfd mmcfd
          mtpa tpa tonnes btu mmbtu gallons litres liters ppm bps kv km kilometers miles meters feet
          celsius hectares acres kw mw gw tw kwh mwh gwh twh
          """);

  private Amounts() {}

  private static Set<String> terms(String words) {
    return Arrays.stream(words.strip().split("\\s+"))
        .flatMap(word -> EnergyAnalysis.terms(word).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** How many terms from there are an amount: a number with a currency or a unit; 0 for none. */
  static int lengthAt(List<String> terms, int from) {
    int at = from;
    boolean currency = CURRENCIES.contains(terms.get(at));
    if (currency) {
      at++;
    }
    if (at == terms.size() || !NUMBER.matcher(terms.get(at)).matches()) {
      return 0;
    }
    at++;
    boolean unit = at < terms.size() && UNITS.contains(terms.get(at));
    if (unit) {
      at++;
    }
    return currency || unit ? at - from : 0;
  }
}
