package io.tiktoktoe.forecast.band;

import io.tiktoktoe.forecast.future.Wandering;
import io.tiktoktoe.stats.Softmax;
import java.util.Arrays;

/**
 * Growth of the forecast error variance with the horizon: it rises by the same amount at every
 * step, as that of a random walk does. The amount is averaged over candidates by how likely the
 * errors are under each and, where values are few, the history; half the belief is in none.
 */
final class ErrorGrowth {

  /** Candidates of what a step adds, relative to the variance of the first step. */
  private static final double[] RATES = {
    0, 0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128, 0.256, 0.512, 1
  };

  /** Share of what errors say that is believed: those of one origin are much alike. */
  private static final double EVIDENCE = 0.5;

  /** Values from which errors alone tell; half as many believe the history in full. */
  private static final int ENOUGH = 60;

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
   * @param history without gaps
   * @param period of its season
   */
  static ErrorGrowth of(double[][] errors, double[] history, int period) {
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
    double[] wandering = wandering(history, period);
    for (int g = 0; g < RATES.length; g++) {
      double belief = RATES[g] == 0 ? 0.5 : 0.5 / (RATES.length - 1);
      Fit fit = fit(RATES[g], sums, weights);
      sizes[g] = fit.size();
      logs[g] = fit.logLikelihood() + Math.log(belief) + wandering[g];
    }
    return new ErrorGrowth(Softmax.of(logs), sizes);
  }

  /**
   * What the history itself says of each rate, log likelihoods: its level wanders as in simple
   * exponential smoothing with the root of the rate. Few values leave hardly any errors of far
   * steps; of many the errors tell.
   */
  private static double[] wandering(double[] history, int period) {
    double[] logs = new double[RATES.length];
    double belief = Math.clamp((ENOUGH - history.length) / (ENOUGH / 2.0), 0, 1);
    if (belief == 0 || history.length < 2) {
      return logs;
    }
    double[] values = Wandering.withoutSeason(history, period, false);
    for (int g = 0; g < RATES.length; g++) {
      double level = values[0];
      double squares = LEAST * LEAST;
      for (int t = 1; t < values.length; t++) {
        double error = values[t] - level;
        squares += error * error * t / (t + 1);
        level += Math.max(Math.sqrt(RATES[g]), 1.0 / (t + 1)) * error;
      }
      logs[g] = -belief * (values.length - 1) / 2 * Math.log(squares);
    }
    return logs;
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
