package io.tiktoktoe.revenue;

import io.tiktoktoe.revenue.HourOfWeek.Strength;
import io.tiktoktoe.stats.Interval;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Finds what each hour of the week usually brings.
 *
 * <p>Method: hours are compared within their week, which removes growth. Each hour's mean deviation
 * is shrunk towards the sum of its day's and its clock hour's effect by empirical Bayes: its
 * variance is moderated towards income-proportional noise, the spread of true deviations is found
 * by moments (DerSimonian and Laird 1986). Which hours stand out is decided against weeks whose
 * hours were rotated at random, which keeps the chains of good hours but has no hours of strength,
 * and with the false discovery rate over all 168 hours (Benjamini and Hochberg 1995).
 */
final class WeekShape {

  static final int HOURS = 168;

  /** Habits older than half a year are not the present ones. */
  static final int MOST_WEEKS = 26;

  /** Rotations that the null distribution is drawn from: 168 x 100 values resolve p to 6e-5. */
  private static final int ROTATIONS = 100;

  private static final double FALSE_DISCOVERY = 0.05;

  private final HourMatrix weeks;
  private final RandomGenerator random;

  private WeekShape(HourMatrix weeks, RandomGenerator random) {
    this.weeks = weeks;
    this.random = random;
  }

  /** The shape of the weeks that end with the last whole one; none with fewer than two. */
  static WeekProfile of(HourMatrix weeks, RandomGenerator random) {
    return weeks.weeks() < 2 ? WeekProfile.NONE : new WeekShape(weeks, random).profile();
  }

  private WeekProfile profile() {
    double[] deviation = weeks.meanDeviation();
    double[] variance = weeks.meanVariance();
    double[] prior = additive(deviation);
    double spread = spread(deviation, prior, variance);
    double[] falseDiscovery = falseDiscovery(deviation, variance);
    double average = weeks.average();
    double kept = 0;
    List<HourOfWeek> hours = new ArrayList<>(HOURS);
    for (int hour = 0; hour < HOURS; hour++) {
      double keep = spread + variance[hour] == 0 ? 1 : spread / (spread + variance[hour]);
      kept += keep / HOURS;
      double shrunk = prior[hour] + keep * (deviation[hour] - prior[hour]);
      // The prior mean is fitted from 30 effects over 168 hours: its own error is added.
      double error =
          Math.sqrt(keep * variance[hour] + (1 - keep) * (1 - keep) * priorError(variance));
      double reach = error * NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025);
      double expected = average + shrunk;
      hours.add(
          new HourOfWeek(
              DayOfWeek.of(hour / 24 + 1),
              hour % 24,
              weeks.observations(hour),
              average + deviation[hour],
              expected,
              new Interval(expected - reach, expected + reach, 0.95),
              falseDiscovery[hour],
              strength(falseDiscovery[hour], deviation[hour])));
    }
    return new WeekProfile(average, weeks.weeks(), hours, kept);
  }

  private static Strength strength(double falseDiscovery, double deviation) {
    if (falseDiscovery > FALSE_DISCOVERY) {
      return Strength.USUAL;
    }
    return deviation > 0 ? Strength.STRONG : Strength.WEAK;
  }

  private static double priorError(double[] variance) {
    double mean = 0;
    for (double one : variance) {
      mean += one / variance.length;
    }
    return mean * 30 / HOURS;
  }

  /** Day effect plus clock hour effect of each hour of the week. */
  private static double[] additive(double[] deviation) {
    double[] day = new double[7];
    double[] clock = new double[24];
    for (int hour = 0; hour < HOURS; hour++) {
      day[hour / 24] += deviation[hour] / 24;
      clock[hour % 24] += deviation[hour] / 7;
    }
    double[] prior = new double[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      prior[hour] = day[hour / 24] + clock[hour % 24];
    }
    return prior;
  }

  /** Variance of true deviations around the prior beyond what chance makes; at least 0. */
  private static double spread(double[] deviation, double[] prior, double[] variance) {
    double weighted = 0;
    double weights = 0;
    double squares = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      if (variance[hour] > 0) {
        double weight = 1 / variance[hour];
        double distance = deviation[hour] - prior[hour];
        weighted += weight * distance * distance;
        weights += weight;
        squares += weight * weight;
      }
    }
    if (weights == 0) {
      return 0;
    }
    // 30 effects were fitted, so 138 of 168 deviations are free.
    int free = HOURS - 30;
    return Math.max(0, (weighted - free) / (weights - squares / weights) * HOURS / free);
  }

  private double[] falseDiscovery(double[] deviation, double[] variance) {
    double[] above = new double[ROTATIONS * HOURS];
    for (int rotation = 0; rotation < ROTATIONS; rotation++) {
      HourMatrix rotated = weeks.rotated(random);
      double[] nullDeviation = rotated.meanDeviation();
      double[] nullVariance = rotated.meanVariance();
      for (int hour = 0; hour < HOURS; hour++) {
        above[rotation * HOURS + hour] = standardised(nullDeviation[hour], nullVariance[hour]);
      }
    }
    Arrays.sort(above);
    double[] p = new double[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      double value = standardised(deviation[hour], variance[hour]);
      int below = FalseDiscovery.countBelow(above, value);
      int atMost = FalseDiscovery.countAtMost(above, value);
      double upper = (above.length - below + 1.0) / (above.length + 1.0);
      double lower = (atMost + 1.0) / (above.length + 1.0);
      p[hour] = Math.min(1, 2 * Math.min(upper, lower));
    }
    return FalseDiscovery.benjaminiHochberg(p);
  }

  private static double standardised(double deviation, double variance) {
    return variance > 0 ? deviation / Math.sqrt(variance) : 0;
  }
}
