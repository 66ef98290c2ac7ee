package io.tiktoktoe.revenue;

import java.util.Arrays;

/**
 * Reporting delay: the newest days of a stream that platforms have not reported yet. Advertising is
 * told a day or more after it was earned, so that its newest days look like days without income. A
 * short gap at the end that the stream's own days make very unlikely is unknown, not zero.
 */
final class UnreportedDays {

  /** Newest days that are looked at for how often the stream brings something. */
  private static final int RECENT = 56;

  /** Fewest days with income among them. */
  private static final int LEAST = 20;

  /** Longest delay; a stream that is silent for longer has stopped. */
  private static final int LONGEST = 5;

  /** A gap less likely than this is a delay. */
  private static final double UNLIKELY = 0.05;

  private static final int WEEK = 7;

  private UnreportedDays() {}

  /** The same days, those that are not reported yet being NaN. */
  static double[] unknown(double[] days) {
    int end = days.length;
    int last = end;
    while (last > 0 && days[last - 1] == 0) {
      last--;
    }
    if (last == end || end - last > LONGEST || last < LEAST) {
      return days;
    }
    int from = Math.max(0, last - RECENT);
    int sold = count(days, from, last, 1);
    double chance = 1;
    for (int day = last; day < end; day++) {
      chance *= silent(days, from, last, day, (double) sold / (last - from));
    }
    if (sold < LEAST || chance >= UNLIKELY) {
      return days;
    }
    double[] known = days.clone();
    Arrays.fill(known, last, end, Double.NaN);
    return known;
  }

  /** Chance that such a weekday brings nothing, one day's belief in that of all days. */
  private static double silent(double[] days, int from, int last, int day, double share) {
    int first = from + Math.floorMod(day - from, WEEK);
    int known = (last - first + WEEK - 1) / WEEK;
    int sold = count(days, first, last, WEEK);
    return 1 - (sold + share) / (known + 1);
  }

  private static int count(double[] days, int from, int to, int step) {
    int count = 0;
    for (int day = from; day < to; day += step) {
      count += days[day] > 0 ? 1 : 0;
    }
    return count;
  }
}
