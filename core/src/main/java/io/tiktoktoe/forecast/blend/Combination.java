package io.tiktoktoe.forecast.blend;

import io.tiktoktoe.stats.Softmax;
import java.util.Arrays;

/**
 * Optimal weights of a forecast combination: they minimise the pinball loss of the averaged
 * quantiles on rolling origins plus {@code lambda} times the Kullback-Leibler divergence from prior
 * weights, by exponentiated gradient steps. The smaller the evidence, the nearer to the prior; a
 * weight may fall to 0.
 */
public final class Combination {

  private static final int STEPS = 30;
  private static final double RATE = 4;

  private Combination() {}

  /**
   * The weights.
   *
   * @param points the members' medians, [member][case]
   * @param scales the members' typical error at each case, [member][case]
   * @param actual what came, NaN where unknown
   * @param prior weights adding up to 1
   * @param lambda strength of the prior, relative to the prior's own loss
   */
  public static double[] weights(
      double[][] points, double[][] scales, double[] actual, double[] prior, double lambda) {
    int members = points.length;
    double[] weights = prior.clone();
    Cases cases = new Cases(points, scales, actual);
    double[] sum = new double[members];
    double[] gradient = new double[members];
    double base = 0;
    for (int step = 0; step < STEPS; step++) {
      double loss = cases.loss(weights, gradient);
      base = step == 0 ? loss : base;
      if (!(base > 0)) {
        return prior.clone();
      }
      double rate = RATE / Math.sqrt(1 + step);
      // The pull of the prior is taken implicitly, so that no strength of it can overshoot.
      double keep = 1 / (1 + rate * lambda);
      double[] logs = new double[members];
      for (int m = 0; m < members; m++) {
        double pull = rate * lambda * Math.log(Math.max(1e-12, prior[m]));
        double push = Math.clamp(-rate * gradient[m] / base, -5, 5);
        logs[m] = keep * (Math.log(Math.max(1e-300, weights[m])) + pull + push);
      }
      weights = Softmax.of(logs);
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

  /** The known cases, each with its members side by side. */
  private static final class Cases {
    private final int members;
    private final int count;
    private final double[] points;
    private final double[] scales;
    private final double[] actual;

    Cases(double[][] pointsByMember, double[][] scalesByMember, double[] actuals) {
      members = pointsByMember.length;
      points = new double[actuals.length * members];
      scales = new double[actuals.length * members];
      actual = new double[actuals.length];
      int used = 0;
      for (int c = 0; c < actuals.length; c++) {
        if (!Double.isNaN(actuals[c])) {
          for (int m = 0; m < members; m++) {
            points[used * members + m] = pointsByMember[m][c];
            scales[used * members + m] = scalesByMember[m][c];
          }
          actual[used++] = actuals[c];
        }
      }
      count = used;
    }

    /** Mean pinball loss; fills its gradient by weight. */
    double loss(double[] weights, double[] gradient) {
      Arrays.fill(gradient, 0);
      double loss = 0;
      for (int c = 0, from = 0; c < count; c++, from += members) {
        double point = 0;
        double scale = 0;
        for (int m = 0; m < members; m++) {
          point += weights[m] * points[from + m];
          scale += weights[m] * scales[from + m];
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
          gradient[m] += slope * (points[from + m] - point) + tilt * (scales[from + m] - scale);
        }
      }
      double norm = Math.max(1, count) * (double) LEVELS.length;
      for (int m = 0; m < members; m++) {
        gradient[m] /= norm;
      }
      return loss / norm;
    }
  }
}
