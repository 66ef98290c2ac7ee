package io.tiktoktoe.forecast.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Partial pooling of the shapes of past campaigns: the mean log rate by share of time, shrunk to a
 * prior that grows to a finale, and how far single campaigns were from what the others told.
 */
final class PooledShape {

  /** Campaigns' worth of belief in the prior. */
  private static final double PRIOR = 0.5;

  /** Log of how much higher the last step is than the middle, before any campaign is known. */
  private static final double FINALE = 1.5;

  /** Share of the time in which a finale fades backwards by a factor of e. */
  private static final double TAIL = 0.1;

  /** How differently campaigns end, as the spread of the log of their finales. */
  private static final double FINALE_SPREAD = 1;

  /** Share of the time over which shapes are smoothed. */
  private static final double SMOOTH = 0.01;

  /** Spread of a step's log before anything is known. */
  private static final double USUAL = 0.6;

  /** Steps' worth of belief in the spread of the own course. */
  private static final double OWN_STEPS = 6;

  /** Share of the time over which the spread is taken to be one. */
  private static final double LOCAL = 0.05;

  /** Share of the variance that all steps have in common, before any campaign is known. */
  private static final double PRIOR_COMMON = 0.4;

  private final double[] mean;
  private final double[][] errors;
  private final int known;
  private final int campaigns;

  private PooledShape(double[] mean, double[][] errors, int known, int campaigns) {
    this.mean = mean;
    this.errors = errors;
    this.known = known;
    this.campaigns = campaigns;
  }

  /**
   * From past campaigns.
   *
   * @param logs of each, of equal length, without seasons
   * @param known steps of the course that are known where a forecast is wanted
   */
  static PooledShape of(List<double[]> logs, int length, int known) {
    List<double[]> smooth = logs.stream().map(one -> Courses.smooth(one, SMOOTH * length)).toList();
    double[] mean = pooled(smooth, length, known);
    double[][] errors = new double[logs.size() < 2 ? 0 : logs.size()][];
    for (int j = 0; j < errors.length; j++) {
      int left = j;
      List<double[]> others =
          IntStream.range(0, logs.size()).filter(i -> i != left).mapToObj(smooth::get).toList();
      double[] foretold = pooled(others, length, known);
      double level = aligned(logs.get(j), foretold, known);
      errors[j] = new double[length];
      for (int t = 0; t < length; t++) {
        errors[j][t] = logs.get(j)[t] - foretold[t] - level;
      }
    }
    return new PooledShape(mean, errors, known, logs.size());
  }

  private static double prior(int step, int length) {
    return FINALE * Math.exp(-(1 - (step + 0.5) / length) / TAIL);
  }

  /** Mean of shapes that are level with each other where the course is known. */
  private static double[] pooled(List<double[]> shapes, int length, int known) {
    double[] sum = new double[length];
    Arrays.setAll(sum, t -> prior(t, length));
    double level = base(sum, known);
    Arrays.setAll(sum, t -> PRIOR * (sum[t] - level));
    for (double[] shape : shapes) {
      double own = base(shape, known);
      for (int t = 0; t < length; t++) {
        sum[t] += shape[t] - own;
      }
    }
    Arrays.setAll(sum, t -> sum[t] / (PRIOR + shapes.size()));
    return sum;
  }

  /** Mean over the known steps; over all where there are hardly any. */
  private static double base(double[] shape, int known) {
    return Courses.mean(shape, 0, known >= 2 ? known : shape.length);
  }

  private static double aligned(double[] logs, double[] shape, int known) {
    double[] apart = new double[logs.length];
    Arrays.setAll(apart, t -> logs[t] - shape[t]);
    return base(apart, known);
  }

  /** Log rate by step, about a level of its own. */
  double[] mean() {
    return mean.clone();
  }

  /** Whether the errors of past campaigns say how far this one may be from what is foretold. */
  boolean judged() {
    return errors.length > 0;
  }

  /**
   * Variance of a step's log about what is foretold: of past campaigns near that share of time, and
   * of the own course.
   *
   * @param own variance of the own course about the shape; NaN where unknown
   */
  double[] variance(double own) {
    double usual = Double.isFinite(own) ? own : USUAL * USUAL;
    double[] variance = new double[mean.length];
    double width = Math.max(1, LOCAL * mean.length);
    int reach = (int) Math.ceil(4 * width);
    for (int t = 0; t < variance.length; t++) {
      double finale = FINALE_SPREAD * prior(t, mean.length) / FINALE;
      double sum = OWN_STEPS * (usual + finale * finale / (1 + campaigns));
      double weights = OWN_STEPS;
      for (double[] one : errors) {
        for (int s = Math.max(known, t - reach); s < Math.min(one.length, t + reach + 1); s++) {
          double distance = (s - t) / width;
          double weight = Math.exp(-distance * distance / 2);
          sum += weight * one[s] * one[s];
          weights += weight;
        }
      }
      variance[t] = sum / weights;
    }
    return variance;
  }

  /** Share of the variance that is the same for all steps ahead. */
  double common(double[] variance) {
    double shared = PRIOR_COMMON * Courses.mean(variance, known, variance.length);
    for (double[] one : errors) {
      double level = Courses.mean(one, known, one.length);
      shared += level * level;
    }
    double all = Courses.mean(variance, known, variance.length) * (1 + errors.length);
    return Math.clamp(shared / all, 0.05, 0.9);
  }
}
