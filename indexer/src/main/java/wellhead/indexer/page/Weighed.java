package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was counted of a line, a list or a page, and how much it counts for it.
 *
 * @param feature its name in {@code weights.tsv}
 * @param number as counted
 * @param weight in nats
 * @param meaning in words
 */
public record Weighed(String feature, double number, double weight, String meaning) {

  /** How much it counts: positive for, negative against, in nats. */
  public double product() {
    return number * weight;
  }

  /** All that is not 0, in the order of the features. */
  static List<Weighed> of(Counted counted, Weights weights) {
    List<Weighed> numbers = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      if (counted.get(feature) != 0) {
        numbers.add(
            new Weighed(
                name(feature),
                counted.get(feature),
                weights.of(feature),
                Weights.meaning(feature)));
      }
    }
    return numbers;
  }

  static String name(Feature feature) {
    return feature.name().toLowerCase(Locale.ROOT);
  }

  /** To one decimal, without a formatter: every refused line of every capture has three. */
  static String tenths(double number) {
    return Double.toString(Math.round(number * 10) / 10.0);
  }
}
