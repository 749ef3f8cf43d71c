package wellhead.indexer.page;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * How much each feature counts for a line's being a headline, in nats: {@code weights.tsv}, a line
 * a feature. Its columns: the feature; its weight; the prior, set by hand, towards which the weight
 * was fitted; how many sites of the captures that it was fitted on bear it; what it means.
 *
 * <p>Weights are written by {@code -Pevaluate-pages -Dfit} (see {@code CONTRIBUTING.md}), never by
 * hand; to add a feature, add a line with its prior as its weight.
 */
final class Weights {
  private static final int COLUMNS = 5;

  /** As they come with the program. */
  static final Weights SHIPPED = read();

  private static final Map<Feature, String> MEANINGS = meanings();

  private final Counted weights;

  private Weights(Counted weights) {
    this.weights = weights;
  }

  static Weights of(double[] weights) {
    return new Weights(Counted.of(weights));
  }

  double of(Feature feature) {
    return weights.get(feature);
  }

  /** What a feature counts, in words. */
  static String meaning(Feature feature) {
    return Objects.requireNonNull(MEANINGS.get(feature));
  }

  private static Map<Feature, String> meanings() {
    Map<Feature, String> meanings = new EnumMap<>(Feature.class);
    for (String line : WordLists.lines("weights.tsv")) {
      String[] columns = line.split("	", -1);
      if (!columns[0].equals("feature")) {
        meanings.put(feature(columns[0]), columns[COLUMNS - 1]);
      }
    }
    return meanings;
  }

  private static Feature feature(String name) {
    return Feature.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** The sum of what was counted, each times its weight. */
  double sum(Counted counted) {
    return weights.times(counted);
  }

  /** As set by hand, towards which the weights are fitted. */
  static Counted priors() {
    return column(2);
  }

  private static Weights read() {
    return new Weights(column(1));
  }

  private static Counted column(int column) {
    Counted numbers = new Counted();
    int lines = 0;
    for (String line : WordLists.lines("weights.tsv")) {
      String[] columns = line.split("\t", -1);
      if (columns.length != COLUMNS) {
        throw new IllegalStateException("weights.tsv: five columns, not " + line);
      }
      if (!columns[0].equals("feature")) {
        numbers.set(feature(columns[0]), Double.parseDouble(columns[column]));
        lines++;
      }
    }
    if (lines != Feature.values().length) {
      throw new IllegalStateException(
          "weights.tsv: " + Feature.values().length + " features have a line, not " + lines);
    }
    return numbers;
  }
}
