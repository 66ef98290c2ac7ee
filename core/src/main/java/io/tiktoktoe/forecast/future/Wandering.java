package io.tiktoktoe.forecast.future;

import io.tiktoktoe.stats.Softmax;
import java.util.Arrays;

/**
 * A local level model with autoregressive disturbances, averaged over its variance ratios by
 * likelihood (Harvey 1989, chapter 4): how far a series' level wanders as a random walk and how
 * long what moves it for a while lasts. Forecasts of the past give a handful of windows of a
 * quarter; the history itself tells from day to day whether its level moves. Immutable.
 */
public final class Wandering {

  /** Variance of a step of the level over that of the disturbances. */
  private static final double[] DRIFTS = {0, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3};

  /** Correlations of neighbouring disturbances. */
  private static final double[] PERSISTENCES = {0, 0.15, 0.3, 0.5, 0.7};

  /** Belief in a level that stands still, before any value is seen. */
  private static final double STILL = 0.3;

  /** By how much a lasting disturbance is believed in less, log for a persistence of 1. */
  private static final double ABRUPT = 2;

  /** Candidates less likely than this are not followed further. */
  private static final double NEGLIGIBLE = 1e-3;

  private final double[] chances;
  private final double[] levelErrors;

  private Wandering(double[] chances, double[] levelErrors) {
    this.chances = chances;
    this.levelErrors = levelErrors;
  }

  /** From a history without gaps whose seasons of {@code period} steps are taken out. */
  public static Wandering of(double[] filled, int period, boolean nonNegative) {
    double[] values = withoutSeason(filled, period, nonNegative);
    int candidates = DRIFTS.length * PERSISTENCES.length;
    double[] logs = new double[candidates];
    double[] levelErrors = new double[candidates];
    for (int i = 0; i < candidates; i++) {
      Filter filter =
          new Filter(DRIFTS[i / PERSISTENCES.length], PERSISTENCES[i % PERSISTENCES.length]);
      double belief = i < PERSISTENCES.length ? STILL : (1 - STILL) / (DRIFTS.length - 1);
      logs[i] = filter.logLikelihood(values) + Math.log(belief) - ABRUPT * filter.persistence;
      levelErrors[i] = filter.levelVariance;
    }
    return new Wandering(Softmax.of(logs), levelErrors);
  }

  /** Values at their phases' common level, as far as two seasons tell it. */
  public static double[] withoutSeason(double[] filled, int period, boolean nonNegative) {
    double[] values = filled.clone();
    double mean = Arrays.stream(filled).average().orElse(0);
    for (int phase = 0; phase < period && 2 * period <= values.length; phase++) {
      double sum = 0;
      int count = 0;
      for (int t = phase; t < values.length; t += period) {
        sum += filled[t];
        count++;
      }
      double own = sum / count;
      for (int t = phase; t < values.length; t += period) {
        values[t] =
            nonNegative && own > 0.05 * mean ? filled[t] * mean / own : filled[t] + mean - own;
      }
    }
    return values;
  }

  /**
   * Variance of the sum of errors over the sum of their variances, over windows of {@code length}
   * steps that start at these steps ahead, on average over what is likely.
   */
  double inflation(int length, int[] from) {
    double inflation = 0;
    for (int i = 0; i < chances.length; i++) {
      if (chances[i] > NEGLIGIBLE) {
        double drift = DRIFTS[i / PERSISTENCES.length];
        double persistence = PERSISTENCES[i % PERSISTENCES.length];
        double sum = 0;
        for (int start : from) {
          sum += inflation(length, levelErrors[i] + drift * start, drift, persistence);
        }
        inflation += chances[i] * sum / from.length;
      }
    }
    return inflation;
  }

  private static double inflation(int length, double level, double drift, double persistence) {
    double[] roots = new double[length];
    for (int h = 0; h < length; h++) {
      roots[h] = Math.sqrt(1 + level + drift * (h + 1));
    }
    double sum = 0;
    for (int i = 0; i < length; i++) {
      double apart = 1;
      for (int j = i; j < length; j++) {
        double common = (level + drift * (i + 1) + apart) / (roots[i] * roots[j]);
        sum += i == j ? common : 2 * common;
        apart *= persistence;
      }
    }
    return sum / length;
  }

  /** The Kalman filter of level and disturbance, whose sum is seen without error. */
  private static final class Filter {
    private final double drift;
    private final double persistence;
    private double levelVariance;

    Filter(double drift, double persistence) {
      this.drift = drift;
      this.persistence = persistence;
    }

    /** Up to a constant, with the scale at its likeliest. */
    double logLikelihood(double[] values) {
      // Both states' errors cancel in what is seen: one variance stands for the whole covariance.
      double fresh = 1 - persistence * persistence;
      double level = values[0];
      double variance = 1;
      double other = 0;
      double logs = 0;
      double squares = 0;
      for (int t = 1; t < values.length; t++) {
        // After a step the errors of level and disturbance are opposite: variance each.
        double foreseen = level + persistence * other;
        double slack = (1 - persistence) * (1 - persistence) * variance + drift + fresh;
        double error = values[t] - foreseen;
        logs += Math.log(slack);
        squares += error * error / slack;
        double gain = ((1 - persistence) * variance + drift) / slack;
        level += gain * error;
        other = values[t] - level;
        double before = variance + drift;
        variance = before - gain * gain * slack;
      }
      levelVariance = variance;
      int count = values.length - 1;
      return -0.5 * logs - 0.5 * count * Math.log(Math.max(1e-300, squares / count));
    }
  }
}
