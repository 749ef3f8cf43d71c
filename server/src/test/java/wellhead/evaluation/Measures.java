package wellhead.evaluation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How good one ranking is, or the mean of several; each between 0 and 1.
 *
 * @param ndcg normalised discounted cumulative gain of the first ten, gain {@code 2^grade - 1},
 *     discount {@code log2(rank + 1)} (Burges et al., "Learning to Rank using Gradient Descent",
 *     2005)
 * @param map average precision over the ranking as far as it goes
 * @param mrr the reciprocal of the first relevant rank
 * @param precision relevant ones among the first ten, over ten
 */
record Measures(double ndcg, double map, double mrr, double precision) {
  private static final int DEPTH = 10;

  /**
   * Measures a ranking.
   *
   * @param ranking text ids, best first, none twice
   */
  static Measures of(Topic topic, List<String> ranking) {
    double gain = 0;
    double precisions = 0;
    double first = 0;
    int found = 0;
    int foundEarly = 0;
    for (int i = 0; i < ranking.size(); i++) {
      int grade = topic.grade(ranking.get(i));
      if (grade <= 0) {
        continue;
      }
      found++;
      precisions += found / (i + 1.0);
      first = first == 0 ? 1.0 / (i + 1) : first;
      if (i < DEPTH) {
        foundEarly++;
        gain += gain(grade, i);
      }
    }
    long relevant = topic.grades().values().stream().filter(grade -> grade > 0).count();
    return relevant == 0
        ? new Measures(0, 0, 0, 0)
        : new Measures(
            gain / ideal(topic), precisions / relevant, first, (double) foundEarly / DEPTH);
  }

  private static double ideal(Topic topic) {
    List<Integer> best =
        topic.grades().values().stream()
            .filter(grade -> grade > 0)
            .sorted(Comparator.reverseOrder())
            .limit(DEPTH)
            .toList();
    double gain = 0;
    for (int i = 0; i < best.size(); i++) {
      gain += gain(best.get(i), i);
    }
    return gain;
  }

  private static double gain(int grade, int index) {
    return (Math.pow(2, grade) - 1) / (Math.log(index + 2.0) / Math.log(2));
  }

  static Measures mean(Collection<Measures> of) {
    return new Measures(
        mean(of, Measures::ndcg),
        mean(of, Measures::map),
        mean(of, Measures::mrr),
        mean(of, Measures::precision));
  }

  private static double mean(Collection<Measures> of, ToDoubleFunction<Measures> one) {
    return of.stream().mapToDouble(one).average().orElse(0);
  }
}
