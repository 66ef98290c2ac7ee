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
    double base = cases.loss(prior);
    if (!(base > 0)) {
      return prior.clone();
    }
    double[] beliefs = new double[members];
    Arrays.setAll(beliefs, m -> Math.log(Math.max(1e-12, prior[m])));
    double[] sum = new double[members];
    double[] gradient = new double[members];
    double[] logs = new double[members];
    for (int step = 0; step < STEPS; step++) {
      cases.fillGradient(weights, gradient);
      double rate = RATE / Math.sqrt(1 + step);
      // The pull of the prior is taken implicitly, so that no strength of it can overshoot.
      double keep = 1 / (1 + rate * lambda);
      for (int m = 0; m < members; m++) {
        double pull = rate * lambda * beliefs[m];
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

  /** By how many levels an outcome exceeds: the loss's slope in the median and in the scale. */
  private static final double[] SLOPES = new double[LEVELS.length + 1];

  private static final double[] TILTS = new double[LEVELS.length + 1];

  static {
    for (int exceeded = 0; exceeded <= LEVELS.length; exceeded++) {
      for (int q = 0; q < LEVELS.length; q++) {
        double side = q < exceeded ? LEVELS[q] : LEVELS[q] - 1;
        SLOPES[exceeded] -= side;
        TILTS[exceeded] -= side * OFFSETS[q];
      }
    }
  }

  /** The known cases, member by member. */
  private static final class Cases {
    private final int count;
    private final double[][] points;
    private final double[][] scales;
    private final double[] actual;

    /** The mixture's median and scale of each case, then the loss's slopes in them. */
    private final double[] middle;

    private final double[] width;
    private final double[] slope;
    private final double[] tilt;

    Cases(double[][] pointsByMember, double[][] scalesByMember, double[] actuals) {
      points = new double[pointsByMember.length][actuals.length];
      scales = new double[pointsByMember.length][actuals.length];
      actual = new double[actuals.length];
      int used = 0;
      for (int c = 0; c < actuals.length; c++) {
        if (!Double.isNaN(actuals[c])) {
          for (int m = 0; m < points.length; m++) {
            points[m][used] = pointsByMember[m][c];
            scales[m][used] = scalesByMember[m][c];
          }
          actual[used++] = actuals[c];
        }
      }
      count = used;
      middle = new double[used];
      width = new double[used];
      slope = new double[used];
      tilt = new double[used];
    }

    /** Mean pinball loss. */
    double loss(double[] weights) {
      mix(weights);
      double loss = 0;
      for (int c = 0; c < count; c++) {
        for (int q = 0; q < LEVELS.length; q++) {
          double under = actual[c] - middle[c] - width[c] * OFFSETS[q];
          loss += (under >= 0 ? LEVELS[q] : LEVELS[q] - 1) * under;
        }
      }
      return loss / norm();
    }

    /** The gradient of the loss by weight. */
    void fillGradient(double[] weights, double[] gradient) {
      mix(weights);
      for (int c = 0; c < count; c++) {
        int exceeded = exceeded(actual[c] - middle[c], width[c]);
        slope[c] = SLOPES[exceeded];
        tilt[c] = TILTS[exceeded];
      }
      for (int m = 0; m < points.length; m++) {
        gradient[m] = along(points[m], scales[m]) / norm();
      }
    }

    private double norm() {
      return Math.max(1, count) * (double) LEVELS.length;
    }

    private void mix(double[] weights) {
      Arrays.fill(middle, 0);
      Arrays.fill(width, 0);
      for (int m = 0; m < points.length; m++) {
        double weight = weights[m];
        double[] point = points[m];
        double[] scale = scales[m];
        for (int c = 0; c < middle.length; c++) {
          middle[c] += weight * point[c];
          width[c] += weight * scale[c];
        }
      }
    }

    /** How many of the mixture's quantiles, which ascend, an outcome reaches. */
    private static int exceeded(double distance, double width) {
      int exceeded = 0;
      for (double offset : OFFSETS) {
        exceeded += distance - width * offset >= 0 ? 1 : 0;
      }
      return exceeded;
    }

    /** Relative to the mixture, so that a common level does not drown the differences. */
    private double along(double[] point, double[] scale) {
      double sum = 0;
      for (int c = 0; c < middle.length; c++) {
        sum += slope[c] * (point[c] - middle[c]) + tilt[c] * (scale[c] - width[c]);
      }
      return sum;
    }
  }
}
