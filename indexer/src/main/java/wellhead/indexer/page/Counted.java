package wellhead.indexer.page;

import java.util.List;

/** A number for each feature, 0 where nothing was counted. */
final class Counted {
  private final double[] numbers;

  Counted() {
    this(new double[Feature.values().length]);
  }

  private Counted(double[] numbers) {
    this.numbers = numbers;
  }

  static Counted of(double[] numbers) {
    if (numbers.length != Feature.values().length) {
      throw new IllegalArgumentException(
          "there are " + Feature.values().length + " features, not " + numbers.length);
    }
    return new Counted(numbers.clone());
  }

  double get(Feature feature) {
    return numbers[at(feature)];
  }

  void set(Feature feature, double number) {
    numbers[at(feature)] = number;
  }

  void set(Feature feature, boolean holds) {
    set(feature, holds ? 1 : 0);
  }

  Counted copy() {
    return new Counted(numbers.clone());
  }

  /** The sums, a new one. */
  Counted plus(Counted other) {
    Counted sum = copy();
    for (int i = 0; i < numbers.length; i++) {
      sum.numbers[i] += other.numbers[i];
    }
    return sum;
  }

  /** The sum of the products with the numbers of another. */
  double times(Counted other) {
    double sum = 0;
    for (int i = 0; i < numbers.length; i++) {
      sum += numbers[i] * other.numbers[i];
    }
    return sum;
  }

  /** The average of each number. */
  static Counted mean(List<Counted> all) {
    Counted mean = new Counted();
    for (Counted one : all) {
      for (int i = 0; i < mean.numbers.length; i++) {
        mean.numbers[i] += one.numbers[i] / all.size();
      }
    }
    return mean;
  }

  double[] toArray() {
    return numbers.clone();
  }

  @SuppressWarnings(
      "EnumOrdinal") // thousands of these are kept a page; maps would be ten times as large
  private static int at(Feature feature) {
    return feature.ordinal();
  }
}
