package io.tiktoktoe.revenue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Net income by week and local hour of the week: whole local weeks, Monday to Sunday. An hour that
 * a clock change left out is missing; one that came twice counts with its mean, so that every entry
 * is income per hour.
 */
final class HourMatrix {

  private static final int HOURS = WeekShape.HOURS;

  private final double[][] income;
  private final double[] weekMean;

  private HourMatrix(double[][] income) {
    this.income = income;
    weekMean = new double[income.length];
    for (int week = 0; week < income.length; week++) {
      weekMean[week] = Arrays.stream(income[week]).filter(Double::isFinite).average().orElse(0);
    }
  }

  /**
   * The weeks of these local days, the last {@link WeekShape#MOST_WEEKS} of them.
   *
   * @param fromDay first local day with data, days since 1970-01-01
   * @param toDay first local day that is not over
   */
  static HourMatrix of(Cells cells, int fromDay, int toDay, ZoneId zone) {
    int end = toDay - LocalClock.weekday(toDay);
    int start = fromDay + Math.floorMod(-LocalClock.weekday(fromDay), 7);
    start = Math.max(start, end - 7 * WeekShape.MOST_WEEKS);
    int weeks = Math.max(0, (end - start) / 7);
    double[][] income = new double[weeks][HOURS];
    for (int at = DailyGroups.firstCell(cells, start); at < cells.size; at++) {
      int week = (cells.day[at] - start) / 7;
      if (cells.day[at] >= end) {
        break;
      }
      income[week][cells.hourOfWeek[at]] += cells.net[at];
    }
    if (weeks > 0) {
      perHour(income, start, zone);
    }
    return new HourMatrix(income);
  }

  /** Divides by the hours' real lengths where clock changes make them other than one hour. */
  private static void perHour(double[][] income, int start, ZoneId zone) {
    for (int week = 0; week < income.length; week++) {
      long first = midnight(start + 7 * week, zone);
      long last = midnight(start + 7 * week + 7, zone);
      if (last - first == 7L * LocalClock.DAY_SECONDS) {
        continue;
      }
      double[] length = new double[HOURS];
      LocalClock clock = new LocalClock(zone);
      for (long quarter = first; quarter < last; quarter += Cells.bucketSeconds()) {
        length[clock.hourOfWeek(quarter)] += Cells.bucketSeconds() / 3600.0;
      }
      for (int hour = 0; hour < HOURS; hour++) {
        income[week][hour] = length[hour] == 0 ? Double.NaN : income[week][hour] / length[hour];
      }
    }
  }

  private static long midnight(int day, ZoneId zone) {
    return LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond();
  }

  /** How many weeks. */
  int weeks() {
    return income.length;
  }

  /** How often an hour was observed. */
  int observations(int hour) {
    int seen = 0;
    for (double[] week : income) {
      seen += Double.isNaN(week[hour]) ? 0 : 1;
    }
    return seen;
  }

  /** Income of an average hour. */
  double average() {
    return Arrays.stream(weekMean).average().orElse(0);
  }

  /** Mean deviation of each hour from its week's average hour. */
  double[] meanDeviation() {
    double[] mean = new double[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      double sum = 0;
      int seen = 0;
      for (int week = 0; week < income.length; week++) {
        if (!Double.isNaN(income[week][hour])) {
          sum += income[week][hour] - weekMean[week];
          seen++;
        }
      }
      mean[hour] = seen == 0 ? 0 : sum / seen;
    }
    return mean;
  }

  /**
   * Variance of each of those means. With few weeks an hour's own variance is poorly known, and 0
   * where nothing ever came: it is averaged with what noise in proportion to the usual income would
   * be, each weighted by how well the proportion holds.
   */
  double[] meanVariance() {
    int weeks = income.length;
    double[] own = new double[HOURS];
    double[] level = new double[HOURS];
    double[] deviation = meanDeviation();
    for (int hour = 0; hour < HOURS; hour++) {
      double squares = 0;
      for (int week = 0; week < weeks; week++) {
        double rest = income[week][hour] - weekMean[week] - deviation[hour];
        squares += Double.isNaN(rest) ? 0 : rest * rest;
      }
      own[hour] = squares / Math.max(1, observations(hour) - 1);
      level[hour] = Math.max(0, average() + deviation[hour]);
    }
    return moderated(own, smoothed(level), weeks);
  }

  /** Income of an hour together with its neighbours and the same hour of other days. */
  private static double[] smoothed(double[] level) {
    double overall = Arrays.stream(level).average().orElse(0);
    double[] smooth = new double[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      double sum = overall;
      for (int day = 0; day < 7; day++) {
        sum += level[day * 24 + hour % 24];
      }
      sum += level[(hour + 1) % HOURS] + level[(hour + HOURS - 1) % HOURS];
      smooth[hour] = sum / 10;
    }
    return smooth;
  }

  private static double[] moderated(double[] own, double[] level, int weeks) {
    double totalVariance = Arrays.stream(own).sum();
    double totalLevel = Arrays.stream(level).sum();
    double freedom = weeks - 1.0;
    double[] variance = new double[HOURS];
    if (totalLevel == 0) {
      return variance;
    }
    double ratio = totalVariance / totalLevel;
    double priorFreedom = priorFreedom(own, level, ratio, freedom);
    for (int hour = 0; hour < HOURS; hour++) {
      double pooled =
          (priorFreedom * ratio * level[hour] + freedom * own[hour]) / (priorFreedom + freedom);
      variance[hour] = pooled / weeks;
    }
    return variance;
  }

  /** Moments: the variance of own / pooled variances is about 2 / freedom + 2 / prior freedom. */
  private static double priorFreedom(double[] own, double[] level, double ratio, double freedom) {
    double squares = 0;
    int used = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      if (level[hour] > 0 && ratio > 0) {
        double relative = own[hour] / (ratio * level[hour]) - 1;
        squares += relative * relative;
        used++;
      }
    }
    double excess = used == 0 ? 0 : squares / used - 2 / freedom;
    return excess <= 0 ? 1e6 : Math.clamp(2 / excess, 1, 1e6);
  }

  /**
   * The same weeks, each turned by a random number of hours: nothing recurs at an hour any more.
   */
  HourMatrix rotated(RandomGenerator random) {
    double[][] turned = new double[income.length][HOURS];
    for (int week = 0; week < income.length; week++) {
      int by = random.nextInt(HOURS);
      System.arraycopy(income[week], 0, turned[week], by, HOURS - by);
      System.arraycopy(income[week], HOURS - by, turned[week], 0, by);
    }
    return new HourMatrix(turned);
  }
}
