package wellhead.indexer.page;

import java.util.List;

/**
 * Logistic regression whose weights are drawn towards given ones, not towards nothing: the weights
 * that make the annotated captures likeliest, less half the squared distance from the prior times
 * the pull of each weight. By Newton's method; the same bytes each time.
 */
final class Regression {
  private static final int MOST_STEPS = 50;
  private static final double CLOSE = 1e-8;

  /**
   * A line of a capture.
   *
   * @param weight how much it counts, so that long pages do not outvote short ones
   */
  record Example(Counted counted, boolean headline, double weight) {
    Example times(double factor) {
      return new Example(counted, headline, weight * factor);
    }
  }

  private Regression() {}

  static double[] fit(List<Example> examples, double[] prior, double[] pull) {
    int n = prior.length;
    double[] w = prior.clone();
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] gradient = new double[n];
      double[][] hessian = new double[n][n];
      for (int i = 0; i < n; i++) {
        gradient[i] = pull[i] * (w[i] - prior[i]);
        hessian[i][i] = pull[i];
      }
      for (Example example : examples) {
        add(example, w, gradient, hessian);
      }
      double[] move = solved(hessian, gradient);
      double most = 0;
      for (int i = 0; i < n; i++) {
        w[i] -= Math.clamp(move[i], -2, 2);
        most = Math.max(most, Math.abs(move[i]));
      }
      if (most < CLOSE) {
        break;
      }
    }
    return w;
  }

  private static void add(Example example, double[] w, double[] gradient, double[][] hessian) {
    double[] x = example.counted().toArray();
    double sum = 0;
    int[] set = new int[x.length];
    int m = 0;
    for (int i = 0; i < x.length; i++) {
      if (x[i] != 0) {
        set[m++] = i;
        sum += w[i] * x[i];
      }
    }
    double p = 1 / (1 + Math.exp(-sum));
    double error = example.weight() * (p - (example.headline() ? 1 : 0));
    double curve = example.weight() * Math.max(p * (1 - p), 1e-6);
    for (int a = 0; a < m; a++) {
      int i = set[a];
      gradient[i] += error * x[i];
      for (int b = 0; b < m; b++) {
        hessian[i][set[b]] += curve * x[i] * x[set[b]];
      }
    }
  }

  /** By elimination; the matrix is positive definite, for every weight is pulled. */
  private static double[] solved(double[][] matrix, double[] right) {
    int n = right.length;
    double[] x = right.clone();
    for (int k = 0; k < n; k++) {
      for (int i = k + 1; i < n; i++) {
        double factor = matrix[i][k] / matrix[k][k];
        if (factor != 0) {
          for (int j = k; j < n; j++) {
            matrix[i][j] -= factor * matrix[k][j];
          }
          x[i] -= factor * x[k];
        }
      }
    }
    for (int k = n - 1; k >= 0; k--) {
      for (int j = k + 1; j < n; j++) {
        x[k] -= matrix[k][j] * x[j];
      }
      x[k] /= matrix[k][k];
    }
    return x;
  }
}
