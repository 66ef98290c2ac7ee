package io.tiktoktoe.revenue.pattern;

import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.revenue.cells.Cells;
import io.tiktoktoe.revenue.cells.CycleMatrix;
import io.tiktoktoe.revenue.insight.HourOfDay;
import io.tiktoktoe.revenue.insight.HourOfWeek;
import io.tiktoktoe.revenue.insight.HourOfWeek.Strength;
import io.tiktoktoe.revenue.insight.WeekProfile;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.MultipleTesting;
import io.tiktoktoe.stats.PermutationTest;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Empirical Bayes estimates of a seasonal profile: finds what each hour of the week, or of the day,
 * usually brings.
 *
 * <p>Method: hours are compared within their cycle, which removes growth. Each hour's mean
 * deviation is shrunk by empirical Bayes, in a week towards the sum of its day's and its clock
 * hour's effect, in a day towards the average hour: its variance is moderated towards
 * income-proportional noise, the spread of true deviations is found by moments (DerSimonian and
 * Laird 1986). Which hours stand out is decided against cycles whose hours were rotated at random,
 * which keeps the chains of good hours but has no hours of strength, and with the false discovery
 * rate over all hours (Benjamini and Hochberg 1995).
 */
public final class CycleShape {

  /** Habits older than half a year are not the present ones. */
  private static final int MOST_WEEKS = 26;

  /** Rotations that the null distribution is drawn from: 168 x 100 values resolve p to 6e-5. */
  private static final int NULL_VALUES = 16_800;

  private static final double FALSE_DISCOVERY = 0.05;
  private static final int LEAST_WEEKS = 2;
  private static final int LEAST_DAYS = 5;

  private final CycleMatrix cycles;
  private final int hours;
  private final RandomGenerator random;

  private CycleShape(CycleMatrix cycles, int hours, RandomGenerator random) {
    this.cycles = cycles;
    this.hours = hours;
    this.random = random;
  }

  /** What one hour of a cycle brings. */
  private record Hour(
      int at,
      int seen,
      double mean,
      double expected,
      Interval interval,
      double falseDiscovery,
      Strength strength,
      double kept) {}

  /**
   * The shape of the week and of the day.
   *
   * @param fromDay first local day with data, days since 1970-01-01
   * @param toDay first local day that is not over
   */
  public static WeekProfile of(
      Cells cells, int fromDay, int toDay, ZoneId zone, RandomGenerator random) {
    CycleMatrix weeks = CycleMatrix.of(cells, 7, MOST_WEEKS, fromDay, toDay, zone);
    CycleMatrix days = CycleMatrix.of(cells, 1, 7 * MOST_WEEKS, fromDay, toDay, zone);
    List<Hour> week =
        weeks.cycles() < LEAST_WEEKS ? List.of() : new CycleShape(weeks, 168, random).shape();
    List<Hour> day =
        days.cycles() < LEAST_DAYS ? List.of() : new CycleShape(days, 24, random).shape();
    return new WeekProfile(
        days.average(),
        weeks.cycles(),
        week.stream().map(CycleShape::hourOfWeek).toList(),
        week.stream().mapToDouble(Hour::kept).average().orElse(0),
        day.stream().map(CycleShape::hourOfDay).toList(),
        Arrays.stream(Stream.values()).filter(one -> cells.timed(one.ordinal())).toList());
  }

  private static HourOfWeek hourOfWeek(Hour hour) {
    return new HourOfWeek(
        DayOfWeek.of(hour.at / 24 + 1),
        hour.at % 24,
        hour.seen,
        hour.mean,
        hour.expected,
        hour.interval,
        hour.falseDiscovery,
        hour.strength);
  }

  private static HourOfDay hourOfDay(Hour hour) {
    return new HourOfDay(
        hour.at,
        hour.seen,
        hour.mean,
        hour.expected,
        hour.interval,
        hour.falseDiscovery,
        hour.strength);
  }

  private List<Hour> shape() {
    double[] deviation = cycles.meanDeviation();
    double[] variance = cycles.meanVariance();
    double[] prior = hours == 24 ? new double[24] : additive(deviation);
    // Effects that were fitted: 7 days and 24 hours with one overlap, or none.
    int fitted = hours == 24 ? 1 : 30;
    double typical = Arrays.stream(variance).average().orElse(0);
    double spread = spread(deviation, prior, typical, fitted);
    double keep = spread + typical == 0 ? 1 : spread / (spread + typical);
    double[] falseDiscovery = falseDiscovery(deviation, variance);
    double average = cycles.average();
    List<Hour> shape = new ArrayList<>(hours);
    for (int hour = 0; hour < hours; hour++) {
      double expected = average + prior[hour] + keep * (deviation[hour] - prior[hour]);
      double lost = (1 - keep) * (1 - keep) * variance[hour] * fitted / hours;
      double error = Math.sqrt(keep * variance[hour] + lost);
      shape.add(
          new Hour(
              hour,
              cycles.observations(hour),
              average + deviation[hour],
              expected,
              Interval.normal(expected, error, Interval.WIDE),
              falseDiscovery[hour],
              strength(falseDiscovery[hour], deviation[hour]),
              keep));
    }
    return shape;
  }

  private static Strength strength(double falseDiscovery, double deviation) {
    if (falseDiscovery > FALSE_DISCOVERY) {
      return Strength.USUAL;
    }
    return deviation > 0 ? Strength.STRONG : Strength.WEAK;
  }

  /** Day effect plus clock hour effect of each hour of the week. */
  private static double[] additive(double[] deviation) {
    double[] day = new double[7];
    double[] clock = new double[24];
    for (int hour = 0; hour < deviation.length; hour++) {
      day[hour / 24] += deviation[hour] / 24;
      clock[hour % 24] += deviation[hour] / 7;
    }
    double[] prior = new double[deviation.length];
    for (int hour = 0; hour < deviation.length; hour++) {
      prior[hour] = day[hour / 24] + clock[hour % 24];
    }
    return prior;
  }

  /**
   * Variance of true deviations around the prior beyond what chance makes; at least 0. All hours
   * count alike: an hour that brings more varies more, so that weights by precision would shrink
   * the best hours most.
   */
  private double spread(double[] deviation, double[] prior, double variance, int fitted) {
    double squares = 0;
    for (int hour = 0; hour < hours; hour++) {
      squares += (deviation[hour] - prior[hour]) * (deviation[hour] - prior[hour]);
    }
    return Math.max(0, squares / (hours - fitted) - variance);
  }

  private double[] falseDiscovery(double[] deviation, double[] variance) {
    int rotations = NULL_VALUES / hours;
    double[] chance = new double[rotations * hours];
    for (int rotation = 0; rotation < rotations; rotation++) {
      CycleMatrix rotated = cycles.rotated(random);
      double[] nullDeviation = rotated.meanDeviation();
      double[] nullVariance = rotated.meanVariance();
      for (int hour = 0; hour < hours; hour++) {
        chance[rotation * hours + hour] = standardised(nullDeviation[hour], nullVariance[hour]);
      }
    }
    Arrays.sort(chance);
    double[] p = new double[hours];
    for (int hour = 0; hour < hours; hour++) {
      double value = standardised(deviation[hour], variance[hour]);
      p[hour] = PermutationTest.twoSided(chance, value);
    }
    return MultipleTesting.benjaminiHochberg(p);
  }

  private static double standardised(double deviation, double variance) {
    return variance > 0 ? deviation / Math.sqrt(variance) : 0;
  }
}
