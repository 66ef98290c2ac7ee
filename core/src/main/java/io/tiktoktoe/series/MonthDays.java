package io.tiktoktoe.series;

import io.tiktoktoe.stats.Quantiles;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Analysis of variance by day of the month: whether charges, salaries or payouts make some days of
 * the month differ from all others.
 */
public final class MonthDays {

  /** Longest month. */
  public static final int LONGEST = 31;

  private static final int WEEK = 7;

  /** Places of a weekday in the month: first to fourth, and last. */
  private static final int PLACES = 5;

  /** Most groups of days that are told apart. */
  private static final int GROUPS = WEEK * PLACES;

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

  /**
   * Whether days differ by their place in the month: by day of the month, by days before its end,
   * or by which of its Mondays, Tuesdays and so on they are. O(length).
   *
   * @param first day of the first value
   */
  public static boolean differ(double[] values, LocalDate first) {
    int[] day = new int[values.length];
    int[] left = new int[values.length];
    for (int step = 0; step < values.length; step++) {
      LocalDate date = first.plusDays(step);
      day[step] = date.getDayOfMonth() - 1;
      left[step] = date.lengthOfMonth() - date.getDayOfMonth();
    }
    if (differ(values, step -> day[step]) || differ(values, step -> left[step])) {
      return true;
    }
    int monday = first.getDayOfWeek().getValue() - 1;
    double[] calm = withoutWeekdays(values, monday);
    return differ(calm, step -> (monday + step) % WEEK * PLACES + place(day[step], left[step]));
  }

  /** Which of its weekday in the month a day is: first to fourth as 0 to 3, the last as 4. */
  public static int place(int day, int left) {
    return left < WEEK ? PLACES - 1 : day / WEEK;
  }

  private static double[] withoutWeekdays(double[] values, int monday) {
    double[] sums = new double[WEEK];
    int[] counts = new int[WEEK];
    for (int step = 0; step < values.length; step++) {
      if (!Double.isNaN(values[step])) {
        sums[(monday + step) % WEEK] += values[step];
        counts[(monday + step) % WEEK]++;
      }
    }
    double[] calm = values.clone();
    for (int step = 0; step < values.length; step++) {
      int weekday = (monday + step) % WEEK;
      calm[step] -= counts[weekday] == 0 ? 0 : sums[weekday] / counts[weekday];
    }
    return calm;
  }

  /** The values less the mean of their day of the month: what other seasons explain. */
  public static double[] without(double[] values, IntUnaryOperator day) {
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
    double[] sums = new double[GROUPS];
    double[] squares = new double[GROUPS];
    int[] counts = new int[GROUPS];
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
    int groups = (int) Arrays.stream(counts).filter(count -> count > 0).count();
    if (groups < 2 || known <= groups) {
      return false;
    }
    double between = 0;
    double within = 0;
    for (int phase = 0; phase < GROUPS; phase++) {
      double own = counts[phase] == 0 ? mean : sums[phase] / counts[phase];
      between += counts[phase] * (own - mean) * (own - mean) / (groups - 1);
      within += (squares[phase] - counts[phase] * own * own) / (known - groups);
    }
    return between > (1 + CLEAR * Math.sqrt(2.0 / (groups - 1))) * within;
  }
}
