package io.tiktoktoe.forecast;

import java.util.Arrays;

/**
 * Weights of the members: they minimise the pinball loss of the averaged quantiles on rolling
 * origins plus {@code lambda} times the Kullback-Leibler divergence from prior weights, by
 * exponentiated gradient steps. The smaller the evidence, the nearer to the prior; a weight may
 * fall to 0.
 */
final class Combination {

  private static final int STEPS = 30;
  private static final double RATE = 4;

  private Combination() {}

  /** Weights proportional to the exponential of these logs. */
  static double[] softmax(double[] logs) {
    double highest = Arrays.stream(logs).max().orElse(0);
    double[] weights = new double[logs.length];
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      weights[i] = Math.exp(logs[i] - highest);
      sum += weights[i];
    }
    for (int i = 0; i < logs.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  /**
   * The weights.
   *
   * @param points the members' medians, [member][case]
   * @param scales the members' typical error at each case, [member][case]
   * @param actual what came, NaN where unknown
   * @param prior weights adding up to 1
   * @param lambda strength of the prior, relative to the prior's own loss
   */
  static double[] weights(
      double[][] points, double[][] scales, double[] actual, double[] prior, double lambda) {
    int members = points.length;
    double[] weights = prior.clone();
    double base = loss(points, scales, actual, prior, new double[members]);
    if (!(base > 0)) {
      return weights;
    }
    double[] sum = new double[members];
    double[] gradient = new double[members];
    for (int step = 0; step < STEPS; step++) {
      loss(points, scales, actual, weights, gradient);
      double rate = RATE / Math.sqrt(1 + step);
      // The pull of the prior is taken implicitly, so that no strength of it can overshoot.
      double keep = 1 / (1 + rate * lambda);
      double[] logs = new double[members];
      for (int m = 0; m < members; m++) {
        double pull = rate * lambda * Math.log(Math.max(1e-12, prior[m]));
        double push = Math.clamp(-rate * gradient[m] / base, -5, 5);
        logs[m] = keep * (Math.log(Math.max(1e-300, weights[m])) + pull + push);
      }
      weights = softmax(logs);
      for (int m = 0; m < members; m++) {
        if (step >= STEPS / 2) {
          sum[m] += weights[m] / (STEPS - STEPS / 2);
        }
      }
    }
    return sum;
  }

  /** Levels at which the loss is taken and the members' quantiles there, in typical errors. */
  private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};

  private static final double[] OFFSETS = {-2.2, -0.8, 0, 0.8, 2.2};

  /** Mean pinball loss; fills its gradient by weight. */
  private static double loss(
      double[][] points, double[][] scales, double[] actual, double[] weights, double[] gradient) {
    int members = weights.length;
    Arrays.fill(gradient, 0);
    double loss = 0;
    int cases = 0;
    for (int c = 0; c < actual.length; c++) {
      if (Double.isNaN(actual[c])) {
        continue;
      }
      cases++;
      double point = 0;
      double scale = 0;
      for (int m = 0; m < members; m++) {
        point += weights[m] * points[m][c];
        scale += weights[m] * scales[m][c];
      }
      double slope = 0;
      double tilt = 0;
      for (int q = 0; q < LEVELS.length; q++) {
        double under = actual[c] - point - scale * OFFSETS[q];
        double side = under >= 0 ? LEVELS[q] : LEVELS[q] - 1;
        loss += side * under;
        slope -= side;
        tilt -= side * OFFSETS[q];
      }
      for (int m = 0; m < members; m++) {
        // Relative to the mixture, so that a common level does not drown the differences.
        gradient[m] += slope * (points[m][c] - point) + tilt * (scales[m][c] - scale);
      }
    }
    double norm = Math.max(1, cases) * (double) LEVELS.length;
    for (int m = 0; m < members; m++) {
      gradient[m] /= norm;
    }
    return loss / norm;
  }
}
