package wellhead.indexer.page;

import java.util.List;

/**
 * Whether ages follow each other as a list sorts them, falling or rising, or as threads do that are
 * shown by their last reply.
 *
 * <p>Each step between two ages goes against the order with a small chance in a sorted list and a
 * large one in a shuffled list; what is told is the logarithm of the ratio of both likelihoods.
 */
final class AgeOrder {
  /** Rows pinned to the top, ages rounded apart: of 100 steps of a news list about so many. */
  private static final double AGAINST_IN_SORTED = .04;

  /** The fewer of two directions that are equally likely. */
  private static final double AGAINST_IN_SHUFFLED = .45;

  /** In nats: two lists must explain the ages so much better than one. */
  private static final double PRICE_OF_CUT = 3;

  private static final int FEWEST_OF_PART = 3;

  private AgeOrder() {}

  /** Positive when sorted, negative when shuffled, 0 when nothing can be told. */
  static double evidence(List<Double> ages) {
    Steps steps = Steps.of(ages, 0, ages.size());
    return steps.likelihood(AGAINST_IN_SORTED) - steps.likelihood(AGAINST_IN_SHUFFLED);
  }

  /** Where the ages begin anew, so that they are two lists; -1 when they are one. */
  static int cut(List<Double> ages) {
    Steps whole = Steps.of(ages, 0, ages.size());
    Steps before = Steps.of(ages, 0, FEWEST_OF_PART);
    double best = whole.likelihood();
    int cut = -1;
    for (int k = FEWEST_OF_PART; k < ages.size() - FEWEST_OF_PART + 1; k++) {
      Steps joint = Steps.of(ages, k - 1, k + 1);
      if (joint.falling() > 0) {
        double parts =
            before.likelihood() + whole.without(before).without(joint).likelihood() - PRICE_OF_CUT;
        if (parts > best + 1e-9) {
          best = parts;
          cut = k;
        }
      }
      before = before.with(joint);
    }
    return cut;
  }

  /** How often the age falls and rises from row to row; rows of one age tell nothing. */
  private record Steps(int falling, int rising) {
    static Steps of(List<Double> ages, int from, int to) {
      int falling = 0;
      int rising = 0;
      for (int i = from + 1; i < to; i++) {
        falling += ages.get(i) < ages.get(i - 1) ? 1 : 0;
        rising += ages.get(i) > ages.get(i - 1) ? 1 : 0;
      }
      return new Steps(falling, rising);
    }

    Steps with(Steps other) {
      return new Steps(falling + other.falling, rising + other.rising);
    }

    Steps without(Steps other) {
      return new Steps(falling - other.falling, rising - other.rising);
    }

    double likelihood() {
      return Math.max(likelihood(AGAINST_IN_SORTED), likelihood(AGAINST_IN_SHUFFLED));
    }

    double likelihood(double chance) {
      return Math.min(falling, rising) * Math.log(chance)
          + Math.max(falling, rising) * Math.log(1 - chance);
    }
  }
}
