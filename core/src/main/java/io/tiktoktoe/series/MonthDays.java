package io.tiktoktoe.series;

import io.tiktoktoe.stats.Quantiles;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Analysis of variance by day of the month: whether charges, salaries or payouts make some days of
 * the month differ from all others.
 */
public final class MonthDays {

  /** Longest month. */
  static final int LONGEST = 31;

  /** Fewer steps hold fewer than three months. */
  private static final int LEAST_STEPS = 3 * LONGEST;

  /** Standard deviations by which the ratio of variances must exceed chance's. */
  private static final double CLEAR = 5;

  /** Typical deviations beyond which a value is no farther: one spike is no month. */
  private static final double FARTHEST = 20;

  private MonthDays() {}

  /**
   * Whether days of the month differ. O(length).
   *
   * @param values NaN where unknown
   * @param day of the month from 0, by step
   */
  public static boolean differ(double[] values, IntUnaryOperator day) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    if (known.length < LEAST_STEPS) {
      return false;
    }
    double middle = Quantiles.median(known);
    double typical =
        Quantiles.median(Arrays.stream(known).map(one -> Math.abs(one - middle)).toArray());
    double bound = typical > 0 ? FARTHEST * typical : Double.MAX_VALUE;
    return clear(values, day, middle, Double.MAX_VALUE) && clear(values, day, middle, bound);
  }

  /** The values less the mean of their day of the month: what other seasons explain. */
  static double[] without(double[] values, IntUnaryOperator day) {
    double[] sums = new double[LONGEST];
    int[] counts = new int[LONGEST];
    for (int step = 0; step < values.length; step++) {
      if (!Double.isNaN(values[step])) {
        sums[day.applyAsInt(step)] += values[step];
        counts[day.applyAsInt(step)]++;
      }
    }
    double[] rest = values.clone();
    for (int step = 0; step < values.length; step++) {
      int phase = day.applyAsInt(step);
      rest[step] -= counts[phase] == 0 ? 0 : sums[phase] / counts[phase];
    }
    return rest;
  }

  private static boolean clear(double[] values, IntUnaryOperator day, double middle, double bound) {
    double[] sums = new double[LONGEST];
    double[] squares = new double[LONGEST];
    int[] counts = new int[LONGEST];
    int known = 0;
    for (int step = 0; step < values.length; step++) {
      if (!Double.isNaN(values[step])) {
        double away = Math.clamp(values[step] - middle, -bound, bound);
        int phase = day.applyAsInt(step);
        sums[phase] += away;
        squares[phase] += away * away;
        counts[phase]++;
        known++;
      }
    }
    double mean = Arrays.stream(sums).sum() / known;
    double between = 0;
    double within = 0;
    for (int phase = 0; phase < LONGEST; phase++) {
      double own = counts[phase] == 0 ? mean : sums[phase] / counts[phase];
      between += counts[phase] * (own - mean) * (own - mean) / (LONGEST - 1);
      within += (squares[phase] - counts[phase] * own * own) / (known - LONGEST);
    }
    return between > (1 + CLEAR * Math.sqrt(2.0 / (LONGEST - 1))) * within;
  }
}
