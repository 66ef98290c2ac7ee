package io.tiktoktoe.forecast.band;

import io.tiktoktoe.stats.Softmax;
import java.util.Arrays;

/**
 * Growth of the forecast error variance with the horizon: it rises by the same amount at every
 * step, as that of a random walk does. The amount is averaged over candidates by how likely the
 * errors are under each; half the belief is in none.
 */
final class ErrorGrowth {

  /** Candidates of what a step adds, relative to the variance of the first step. */
  private static final double[] RATES = {
    0, 0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128, 0.256, 0.512, 1
  };

  /** Share of what errors say that is believed: those of one origin are much alike. */
  private static final double EVIDENCE = 0.5;

  /** Smallest mean error, for a history without any. */
  private static final double LEAST = 1e-9;

  private ErrorGrowth() {}

  /**
   * The typical absolute error by step.
   *
   * @param errors by origin and step ahead, NaN where unknown
   */
  static double[] of(double[][] errors) {
    int reach = errors[0].length;
    double[] sizes = new double[reach];
    double[] weights = new double[reach];
    for (int h = 0; h < reach; h++) {
      for (double[] origin : errors) {
        if (!Double.isNaN(origin[h])) {
          // Far steps are many and alike: each doubling of the step counts the same.
          sizes[h] += Math.abs(origin[h]) / (h + 1);
          weights[h] += 1.0 / (h + 1);
        }
      }
    }
    double[] logs = new double[RATES.length];
    double[][] curves = new double[RATES.length][];
    for (int g = 0; g < RATES.length; g++) {
      double belief = RATES[g] == 0 ? 0.5 : 0.5 / (RATES.length - 1);
      curves[g] = new double[reach];
      logs[g] = fit(RATES[g], sizes, weights, curves[g]) + Math.log(belief);
    }
    double[] chances = Softmax.of(logs);
    double[] growth = new double[reach];
    for (int g = 0; g < chances.length; g++) {
      for (int h = 0; h < reach; h++) {
        growth[h] += chances[g] * curves[g][h];
      }
    }
    return growth;
  }

  /** Fills the curve of a rate; the log-likelihood, errors having a two-sided exponential law. */
  private static double fit(double rate, double[] sizes, double[] weights, double[] curve) {
    double weight = Arrays.stream(weights).sum();
    double size = 0;
    double log = 0;
    for (int h = 0; h < curve.length; h++) {
      curve[h] = Math.sqrt(1 + rate * h);
      size += sizes[h] / curve[h];
      log += weights[h] * Math.log(curve[h]);
    }
    double mean = weight == 0 ? 1 : Math.max(LEAST, size / weight);
    for (int h = 0; h < curve.length; h++) {
      curve[h] *= mean;
    }
    return -EVIDENCE * (weight * Math.log(mean) + log);
  }
}
