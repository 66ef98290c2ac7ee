package io.tiktoktoe.forecast.band;

import io.tiktoktoe.outlook.QuantileGrid;
import io.tiktoktoe.stats.Quantiles;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Scale and distribution of forecast residuals: how large past errors were by step ahead and by
 * phase of the season, and in which shape.
 */
public final class Spread {

  /**
   * Quantiles of Student's t with 5 degrees of freedom over its mean absolute value, upper half.
   */
  private static final double[] STUDENT = {
    0, 0.2815, 0.5896, 0.9698, 1.1655, 1.5555, 2.1236, 2.7094, 4.2494
  };

  /**
   * Share by which bands are widened for one window: when other series tell how wide bands must be,
   * which makes up for most of it, and alone.
   */
  private static final double TOGETHER = 0.3;

  private static final double ALONE = 0.5;

  /** Smallest spread, for a history without any error. */
  private static final double LEAST = 1e-9;

  /** Errors' worth of belief that errors grow as the curve does. */
  private static final double LOCAL_PRIOR = 20;

  private Spread() {}

  /**
   * By how much a quantile of Student's t lies further out than the normal one: what a deviation
   * that is known from few values must be taken times.
   *
   * @param freedom degrees of freedom, infinite for a known deviation
   */
  public static double students(double probability, double freedom) {
    if (probability == 0.5 || Double.isInfinite(freedom)) {
      return 1;
    }
    return TDistribution.of(freedom).inverseCumulativeProbability(probability)
        / NormalDistribution.of(0, 1).inverseCumulativeProbability(probability);
  }

  /** Student's t with 5 degrees of freedom and mean absolute value 1, at a grid index. */
  public static double student(int q) {
    double quantile = STUDENT[Math.abs(q - QuantileGrid.MEDIAN)];
    return q < QuantileGrid.MEDIAN ? -quantile : quantile;
  }

  /**
   * Mean absolute error by step ahead: a curve of growth, corrected by what errors of neighbouring
   * steps say. The curve is fitted to all steps together: the first one has few errors, and a
   * smoother that may only rise would take it for the least of many chances.
   */
  static double[] byStep(double[][] errors, ErrorGrowth curve) {
    int reach = errors[0].length;
    double[] growth = new double[reach];
    Arrays.setAll(growth, curve::at);
    double[] sums = new double[reach + 1];
    double[] counts = new double[reach + 1];
    for (int h = 0; h < reach; h++) {
      sums[h + 1] = sums[h];
      counts[h + 1] = counts[h];
      for (double[] origin : errors) {
        if (!Double.isNaN(origin[h])) {
          sums[h + 1] += Math.abs(origin[h]) / growth[h];
          counts[h + 1]++;
        }
      }
    }
    double[] spread = new double[reach];
    for (int h = 0; h < reach; h++) {
      int from = (int) (h / 1.5);
      int to = Math.min(reach, (int) Math.ceil((h + 1) * 1.5));
      double count = counts[to] - counts[from];
      double local = (sums[to] - sums[from] + LOCAL_PRIOR) / (count + LOCAL_PRIOR);
      spread[h] = Math.max(LEAST, growth[h] * local);
    }
    return spread;
  }

  /**
   * Spread of each phase of the season relative to the common one, shrunk towards 1.
   *
   * @param errors by origin and step ahead, NaN where unknown
   * @param spread mean absolute error by step ahead
   * @param origins how many values were known at each origin
   * @param prior errors' worth of belief that all phases spread alike
   */
  public static double[] byPhase(
      double[][] errors, double[] spread, int[] origins, int period, double prior) {
    double[] sums = new double[period];
    double[] counts = new double[period];
    for (int o = 0; o < errors.length; o++) {
      for (int h = 0; h < spread.length; h++) {
        if (!Double.isNaN(errors[o][h])) {
          int phase = (origins[o] + h) % period;
          sums[phase] += Math.abs(errors[o][h]) / spread[h];
          counts[phase]++;
        }
      }
    }
    for (int phase = 0; phase < period; phase++) {
      sums[phase] = (sums[phase] + prior) / (counts[phase] + prior);
    }
    return sums;
  }

  /**
   * Quantiles of standardised errors on the grid: the own ones mixed with Student's.
   *
   * @param corrected whether other series tell how wide bands must be and took out what is common
   *     in the errors; else the own bias moves all quantiles. Both are widened for few windows, as
   *     a prediction from few must be
   */
  public static double[] shape(double[][] errors, double windows, double prior, boolean corrected) {
    double[] all = sortedKnown(errors);
    double mean = Arrays.stream(all).map(Math::abs).average().orElse(1);
    double own = all.length < 20 ? 0 : windows / (windows + prior);
    double[] shape = new double[QuantileGrid.SIZE];
    double bias = corrected && all.length > 0 ? Quantiles.ofSorted(all, 0.5) : 0;
    double widening = 1 + (corrected ? TOGETHER : ALONE) / windows;
    for (int q = 0; q < shape.length; q++) {
      double student = student(q) * mean;
      double found = own == 0 ? 0 : Quantiles.ofSorted(all, QuantileGrid.probability(q)) - bias;
      shape[q] = (own * found + (1 - own) * student) * widening;
    }
    return shape;
  }

  private static double[] sortedKnown(double[][] errors) {
    double[] all = new double[errors.length == 0 ? 0 : errors.length * errors[0].length];
    int known = 0;
    for (double[] origin : errors) {
      for (double error : origin) {
        if (!Double.isNaN(error)) {
          all[known++] = error;
        }
      }
    }
    double[] sorted = Arrays.copyOf(all, known);
    Arrays.sort(sorted);
    return sorted;
  }

  /**
   * Mean absolute error of the seasonal naive forecast within a sample: of repeating the season
   * over the first {@code end} values. In their unit; never 0.
   *
   * @param observed NaN where unknown
   */
  public static double naiveError(double[] observed, int end, int period) {
    double sum = 0;
    int count = 0;
    for (int t = period; t < end; t++) {
      double change = observed[t] - observed[t - period];
      if (!Double.isNaN(change)) {
        sum += Math.abs(change);
        count++;
      }
    }
    return Math.max(LEAST, count == 0 ? 0 : sum / count);
  }
}
