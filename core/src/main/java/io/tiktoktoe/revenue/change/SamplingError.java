package io.tiktoktoe.revenue.change;

import io.tiktoktoe.calendar.LocalClock;
import io.tiktoktoe.revenue.cells.ComparedParts;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.LongRunVariance;
import io.tiktoktoe.stats.PermutationTest;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Standard error of a difference: how far chance alone moves the difference of a group's income
 * between two parts of equal length.
 *
 * <p>Method: daily values lose their weekday means (learned before the period, when that holds four
 * weeks) and the mean of their part; the long-run variance of what remains is estimated with
 * Bartlett weights (Newey and West 1987), so that good days in a row are not taken for independent
 * ones. The difference of two sums over n days has the variance n (w0 + w1). With fewer than 14
 * days in the period its own variance cannot be told and the earlier one stands for both. Few and
 * unequal days make Student's t cry wolf: where it would call a change rare, the days of both parts
 * are dealt out anew as well (a {@linkplain PermutationTest permutation test}), and the less rare
 * of both answers stands. No chance is 0 so.
 *
 * <p>Assumption: days apart by more than the bandwidth are unrelated, variances stay as they are.
 */
final class SamplingError {

  /** Fewer days than two weeks do not tell a variance over a week's shape. */
  private static final int LEAST_DAYS = 14;

  /** Chance below which the days are dealt out anew. */
  private static final double RARE = 0.1;

  /** Ways of dealing that are looked at; all of them where there are fewer. */
  private static final int DEALS = 9_999;

  private SamplingError() {}

  /**
   * What chance does to a difference.
   *
   * @param calendar what weekdays and the number of days alone would change, minor units
   * @param error standard error of the difference, minor units; NaN when days are too few
   * @param freedom degrees of freedom of the error
   * @param dealt chance of as large a change when days are dealt out anew; 1 when not looked at
   */
  record Judgement(double calendar, double error, double freedom, double dealt) {

    Judgement withDealt(double newDealt) {
      return new Judgement(calendar, error, freedom, newDealt);
    }

    /** Range of the true change around the observed one; as wide as the change when unknown. */
    Interval interval(double change) {
      if (Double.isNaN(error)) {
        return Interval.around(change, Math.abs(change), Interval.WIDE);
      }
      return Interval.student(change, error, freedom, Interval.WIDE);
    }

    /** Chance of a change at least this large if only the calendar had changed. */
    double pValue(double change) {
      double beyond = Math.abs(change - calendar);
      if (beyond == 0 || Double.isNaN(error)) {
        return 1;
      }
      return Math.max(dealt, student(beyond));
    }

    private double student(double beyond) {
      return error == 0
          ? 0
          : Math.min(1, 2 * TDistribution.of(freedom).survivalProbability(beyond / error));
    }
  }

  /**
   * Judges a group from its daily values.
   *
   * @param daily one value per day from the first day to learn from to the last of the period
   */
  static Judgement of(double[] daily, ComparedParts parts) {
    int learn = Math.min(parts.learnDays(), daily.length);
    int own = Math.min(parts.afterDays(), daily.length - learn);
    if (learn < LEAST_DAYS) {
      return new Judgement(0, Double.NaN, 1, 1);
    }
    double[] weekday = weekdayEffects(daily, learn, parts.firstDay());
    double earlier = longRunVariance(daily, 0, learn, weekday, parts.firstDay());
    double later =
        own >= LEAST_DAYS
            ? longRunVariance(daily, learn, learn + own, weekday, parts.firstDay())
            : earlier;
    double error = Math.sqrt(parts.elapsedDays() * (earlier + later));
    double freedom = LongRunVariance.freedom(learn, LongRunVariance.plainBandwidth(learn));
    Judgement plain =
        new Judgement(calendar(weekday, mean(daily, learn), parts), error, Math.max(2, freedom), 0);
    double[] after = rest(daily, learn, learn + own, weekday, parts.firstDay());
    int from = Math.clamp(parts.beforeDay() - (long) parts.firstDay(), 0, learn);
    int to = Math.min(learn, from + parts.beforeDays());
    double[] before = rest(daily, from, to, weekday, parts.firstDay());
    if (before.length == 0 || after.length == 0) {
      return plain.withDealt(1);
    }
    double change = Arrays.stream(after).sum() - Arrays.stream(before).sum();
    boolean rare = plain.student(Math.abs(change)) < RARE;
    return plain.withDealt(
        rare ? PermutationTest.meansDiffer(after, before, DEALS, new SplittableRandom(learn)) : 0);
  }

  /** Daily values without what their weekday brings. */
  private static double[] rest(double[] daily, int from, int to, double[] weekday, int firstDay) {
    double[] rest = new double[to - from];
    Arrays.setAll(rest, at -> daily[from + at] - weekday[LocalClock.weekday(firstDay + from + at)]);
    return rest;
  }

  /** Additive weekday effects, or zeros when fewer than four weeks show them. */
  private static double[] weekdayEffects(double[] daily, int learn, int firstDay) {
    double[] effects = new double[7];
    if (learn < 28) {
      return effects;
    }
    double[] sums = new double[7];
    int[] counts = new int[7];
    double total = 0;
    for (int at = 0; at < learn; at++) {
      int weekday = LocalClock.weekday(firstDay + at);
      sums[weekday] += daily[at];
      counts[weekday]++;
      total += daily[at];
    }
    for (int weekday = 0; weekday < 7; weekday++) {
      effects[weekday] = sums[weekday] / counts[weekday] - total / learn;
    }
    return effects;
  }

  private static double mean(double[] daily, int learn) {
    double sum = 0;
    for (int at = 0; at < learn; at++) {
      sum += daily[at];
    }
    return sum / learn;
  }

  /** Calendar months differ in their days, too. */
  private static double calendar(double[] weekday, double mean, ComparedParts parts) {
    double change = mean * (parts.afterDays() - parts.beforeDays());
    for (int at = 0; at < parts.afterDays(); at++) {
      change += weekday[LocalClock.weekday(parts.afterDay() + at)];
    }
    for (int at = 0; at < parts.beforeDays(); at++) {
      change -= weekday[LocalClock.weekday(parts.beforeDay() + at)];
    }
    return change;
  }

  private static double longRunVariance(
      double[] daily, int from, int to, double[] weekday, int firstDay) {
    int days = to - from;
    double[] rest = rest(daily, from, to, weekday, firstDay);
    double mean = Arrays.stream(rest).sum() / days;
    for (int at = 0; at < days; at++) {
      rest[at] -= mean;
    }
    // Fitted means eat freedom: one level, and six weekday effects where they were fitted.
    boolean weekly = weekday[0] != 0 || weekday[1] != 0 || weekday[2] != 0;
    return LongRunVariance.bartlett(rest, LongRunVariance.plainBandwidth(days), weekly ? 7 : 1);
  }
}
