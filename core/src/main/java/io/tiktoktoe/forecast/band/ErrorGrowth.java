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

  private final double[] chances;
  private final double[] sizes;

  private ErrorGrowth(double[] chances, double[] sizes) {
    this.chances = chances;
    this.sizes = sizes;
  }

  /**
   * Growth as errors show it.
   *
   * @param errors by origin and step ahead, NaN where unknown
   */
  static ErrorGrowth of(double[][] errors) {
    int reach = errors[0].length;
    double[] sums = new double[reach];
    double[] weights = new double[reach];
    for (int h = 0; h < reach; h++) {
      for (double[] origin : errors) {
        if (!Double.isNaN(origin[h])) {
          // Far steps are many and alike: each doubling of the step counts the same.
          sums[h] += Math.abs(origin[h]) / (h + 1);
          weights[h] += 1.0 / (h + 1);
        }
      }
    }
    double[] logs = new double[RATES.length];
    double[] sizes = new double[RATES.length];
    for (int g = 0; g < RATES.length; g++) {
      double belief = RATES[g] == 0 ? 0.5 : 0.5 / (RATES.length - 1);
      Fit fit = fit(RATES[g], sums, weights);
      sizes[g] = fit.size();
      logs[g] = fit.logLikelihood() + Math.log(belief);
    }
    return new ErrorGrowth(Softmax.of(logs), sizes);
  }

  /** The typical absolute error of a step ahead, counted from 0; beyond what was seen too. */
  double at(int ahead) {
    double error = 0;
    for (int g = 0; g < chances.length; g++) {
      error += chances[g] * sizes[g] * Math.sqrt(1 + RATES[g] * ahead);
    }
    return error;
  }

  /**
   * How well a rate explains errors.
   *
   * @param size the likeliest error of the first step
   */
  private record Fit(double size, double logLikelihood) {}

  /** Errors have a two-sided exponential law. */
  private static Fit fit(double rate, double[] sums, double[] weights) {
    double weight = Arrays.stream(weights).sum();
    double size = 0;
    double log = 0;
    for (int h = 0; h < sums.length; h++) {
      double curve = Math.sqrt(1 + rate * h);
      size += sums[h] / curve;
      log += weights[h] * Math.log(curve);
    }
    double mean = weight == 0 ? 1 : Math.max(LEAST, size / weight);
    return new Fit(mean, -EVIDENCE * (weight * Math.log(mean) + log));
  }
}
