package io.tiktoktoe.revenue.cells;

import io.tiktoktoe.calendar.LocalClock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Net income by cycle and local hour of the cycle: whole local weeks from Monday on, or whole local
 * days. An hour that a clock change left out is missing; one that came twice counts with its mean,
 * so that every entry is income per hour. Only streams that carry the time of day count.
 */
public final class CycleMatrix {

  private final int hours;
  private final double[][] income;
  private final double[] cycleMean;

  private CycleMatrix(int hours, double[][] income) {
    this.hours = hours;
    this.income = income;
    cycleMean = new double[income.length];
    for (int cycle = 0; cycle < income.length; cycle++) {
      cycleMean[cycle] = Arrays.stream(income[cycle]).filter(Double::isFinite).average().orElse(0);
    }
  }

  /**
   * The last cycles of these local days.
   *
   * @param cycleDays 7 for weeks, 1 for days
   * @param most how many cycles at most
   * @param fromDay first local day with data, days since 1970-01-01
   * @param toDay first local day that is not over
   */
  public static CycleMatrix of(
      Cells cells, int cycleDays, int most, int fromDay, int toDay, ZoneId zone) {
    int end = cycleDays == 7 ? toDay - LocalClock.weekday(toDay) : toDay;
    int start = cycleDays == 7 ? fromDay + Math.floorMod(-LocalClock.weekday(fromDay), 7) : fromDay;
    start = Math.max(start, end - cycleDays * most);
    int cycles = Math.max(0, (end - start) / cycleDays);
    int hours = 24 * cycleDays;
    double[][] income = new double[cycles][hours];
    for (int at = DailyGroups.firstCell(cells, start); at < cells.size; at++) {
      if (cells.day[at] >= end) {
        break;
      }
      if (cells.timed(cells.stream(at))) {
        income[(cells.day[at] - start) / cycleDays][cells.hourOfWeek[at] % hours] += cells.net[at];
      }
    }
    for (int cycle = 0; cycle < cycles; cycle++) {
      perHour(income[cycle], start + cycleDays * cycle, cycleDays, zone);
    }
    return new CycleMatrix(hours, income);
  }

  /** Income per hour of every local hour of these days, one after the other. */
  static double[] hourly(Cells cells, int fromDay, int toDay, ZoneId zone) {
    int days = Math.max(0, toDay - fromDay);
    CycleMatrix matrix = of(cells, 1, Math.max(1, days), fromDay, toDay, zone);
    double[] hourly = new double[24 * days];
    for (int day = 0; day < days; day++) {
      System.arraycopy(matrix.income[day], 0, hourly, 24 * day, 24);
    }
    return hourly;
  }

  /** Divides by the hours' real lengths where a clock change makes them other than one hour. */
  private static void perHour(double[] income, int firstDay, int days, ZoneId zone) {
    long first = midnight(firstDay, zone);
    long last = midnight(firstDay + days, zone);
    if (last - first == (long) days * LocalClock.DAY_SECONDS) {
      return;
    }
    double[] length = new double[income.length];
    LocalClock clock = new LocalClock(zone);
    for (long quarter = first; quarter < last; quarter += Cells.bucketSeconds()) {
      length[clock.hourOfWeek(quarter) % income.length] +=
          Cells.bucketSeconds() / (double) LocalClock.HOUR_SECONDS;
    }
    for (int hour = 0; hour < income.length; hour++) {
      income[hour] = length[hour] == 0 ? Double.NaN : income[hour] / length[hour];
    }
  }

  private static long midnight(int day, ZoneId zone) {
    return LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond();
  }

  /** How many cycles. */
  public int cycles() {
    return income.length;
  }

  /** How often an hour was observed. */
  public int observations(int hour) {
    int seen = 0;
    for (double[] cycle : income) {
      seen += Double.isNaN(cycle[hour]) ? 0 : 1;
    }
    return seen;
  }

  /** Income of an average hour. */
  public double average() {
    return Arrays.stream(cycleMean).average().orElse(0);
  }

  /** Mean deviation of each hour from its cycle's average hour. */
  public double[] meanDeviation() {
    double[] mean = new double[hours];
    for (int hour = 0; hour < hours; hour++) {
      double sum = 0;
      int seen = 0;
      for (int cycle = 0; cycle < income.length; cycle++) {
        if (!Double.isNaN(income[cycle][hour])) {
          sum += income[cycle][hour] - cycleMean[cycle];
          seen++;
        }
      }
      mean[hour] = seen == 0 ? 0 : sum / seen;
    }
    return mean;
  }

  /**
   * Variance of each of those means. With few cycles an hour's own variance is poorly known, and 0
   * where nothing ever came: it is averaged with what noise in proportion to the usual income would
   * be, each weighted by how well the proportion holds.
   */
  public double[] meanVariance() {
    int cycles = income.length;
    double[] own = new double[hours];
    double[] level = new double[hours];
    double[] deviation = meanDeviation();
    double average = average();
    for (int hour = 0; hour < hours; hour++) {
      double squares = 0;
      for (int cycle = 0; cycle < cycles; cycle++) {
        double rest = income[cycle][hour] - cycleMean[cycle] - deviation[hour];
        squares += Double.isNaN(rest) ? 0 : rest * rest;
      }
      own[hour] = squares / Math.max(1, observations(hour) - 1);
      level[hour] = Math.max(0, average + deviation[hour]);
    }
    return moderated(own, smoothed(level), cycles);
  }

  /** Income of an hour together with its neighbours and the same hour of other days. */
  private double[] smoothed(double[] level) {
    double overall = Arrays.stream(level).average().orElse(0);
    double[] smooth = new double[hours];
    for (int hour = 0; hour < hours; hour++) {
      double sum = overall + level[(hour + 1) % hours] + level[(hour + hours - 1) % hours];
      for (int same = hour % 24; same < hours; same += 24) {
        sum += level[same];
      }
      smooth[hour] = sum / (3 + hours / 24);
    }
    return smooth;
  }

  private double[] moderated(double[] own, double[] level, int cycles) {
    double totalVariance = Arrays.stream(own).sum();
    double totalLevel = Arrays.stream(level).sum();
    double freedom = cycles - 1.0;
    double[] variance = new double[hours];
    if (totalLevel == 0) {
      return variance;
    }
    double ratio = totalVariance / totalLevel;
    double priorFreedom = priorFreedom(own, level, ratio, freedom);
    for (int hour = 0; hour < hours; hour++) {
      double pooled =
          (priorFreedom * ratio * level[hour] + freedom * own[hour]) / (priorFreedom + freedom);
      variance[hour] = pooled / cycles;
    }
    return variance;
  }

  /** Moments: the variance of own / pooled variances is about 2 / freedom + 2 / prior freedom. */
  private double priorFreedom(double[] own, double[] level, double ratio, double freedom) {
    double squares = 0;
    int used = 0;
    for (int hour = 0; hour < hours; hour++) {
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
   * The same cycles, each turned by a random number of hours: nothing recurs at an hour any more.
   */
  public CycleMatrix rotated(RandomGenerator random) {
    double[][] turned = new double[income.length][hours];
    for (int cycle = 0; cycle < income.length; cycle++) {
      int by = random.nextInt(hours);
      System.arraycopy(income[cycle], 0, turned[cycle], by, hours - by);
      System.arraycopy(income[cycle], hours - by, turned[cycle], 0, by);
    }
    return new CycleMatrix(hours, turned);
  }
}
