package io.tiktoktoe.audience.fan;

import io.tiktoktoe.audience.insight.FanCount;
import io.tiktoktoe.audience.insight.FanDay;
import io.tiktoktoe.audience.insight.FanRate;
import io.tiktoktoe.audience.insight.FanTable;
import java.util.Arrays;

/** What is known of each fan so far, a column for each kind; grows with the fans. */
final class FanColumns {

  private static final FanRate[] RATES = FanRate.values();

  /** Longest gap between two days that is told apart: after ten years nothing is left. */
  private static final int MOST_DAYS = 4_000;

  private final double[][] powers = new double[RATES.length][MOST_DAYS + 1];
  private int capacity = 1_024;
  private int size;

  final long[][] counts = new long[FanCount.values().length][capacity];
  final int[][] days = new int[FanDay.values().length][capacity];
  private final double[][] rates = new double[RATES.length][capacity];

  /** The day as of which each fan's rates stand. */
  private int[] rateDay = new int[capacity];

  long[] platforms = new long[capacity];
  long[] streams = new long[capacity];
  long[] activeMonths = new long[capacity];
  int[] firstStream = new int[capacity];

  /**
   * No fans yet.
   *
   * @param halfLife days after which a day counts half
   */
  FanColumns(double halfLife) {
    for (FanRate rate : RATES) {
      double life = rate == FanRate.RECENT_DAYS ? halfLife / 4 : halfLife;
      for (int gap = 0; gap <= MOST_DAYS; gap++) {
        powers[rate.ordinal()][gap] = Math.pow(0.5, gap / life);
      }
    }
    clear(0);
  }

  private void clear(int from) {
    for (int[] column : days) {
      Arrays.fill(column, from, capacity, FanTable.NEVER);
    }
    Arrays.fill(firstStream, from, capacity, -1);
  }

  int size() {
    return size;
  }

  /** Makes room for a fan. */
  void meet(int fan) {
    size = Math.max(size, fan + 1);
    if (fan < capacity) {
      return;
    }
    int old = capacity;
    capacity = Math.max(fan + 1, capacity + capacity / 2);
    for (int i = 0; i < counts.length; i++) {
      counts[i] = Arrays.copyOf(counts[i], capacity);
    }
    for (int i = 0; i < days.length; i++) {
      days[i] = Arrays.copyOf(days[i], capacity);
    }
    for (int i = 0; i < rates.length; i++) {
      rates[i] = Arrays.copyOf(rates[i], capacity);
    }
    rateDay = Arrays.copyOf(rateDay, capacity);
    platforms = Arrays.copyOf(platforms, capacity);
    streams = Arrays.copyOf(streams, capacity);
    activeMonths = Arrays.copyOf(activeMonths, capacity);
    firstStream = Arrays.copyOf(firstStream, capacity);
    clear(old);
  }

  void add(FanCount count, int fan, long more) {
    long[] column = counts[count.ordinal()];
    column[fan] = Math.addExact(column[fan], more);
  }

  int day(FanDay which, int fan) {
    return days[which.ordinal()][fan];
  }

  void set(FanDay which, int fan, int day) {
    days[which.ordinal()][fan] = day;
  }

  /** Lets a fan's rates age to a day. */
  void age(int fan, int to) {
    int gap = Math.clamp((long) to - rateDay[fan], 0, MOST_DAYS);
    for (FanRate rate : RATES) {
      rates[rate.ordinal()][fan] *= powers[rate.ordinal()][gap];
    }
    rateDay[fan] = to;
  }

  void add(FanRate rate, int fan, double more) {
    rates[rate.ordinal()][fan] += more;
  }

  /** A rate as it stands on a day not before its newest. */
  double rate(FanRate rate, int fan, int on) {
    int gap = Math.clamp((long) on - rateDay[fan], 0, MOST_DAYS);
    return rates[rate.ordinal()][fan] * powers[rate.ordinal()][gap];
  }

  /** All rates of the first fans as of a day. */
  double[][] ratesOn(int day, int fans) {
    double[][] all = new double[RATES.length][fans];
    for (FanRate rate : RATES) {
      for (int fan = 0; fan < Math.min(fans, size); fan++) {
        all[rate.ordinal()][fan] = rate(rate, fan, day);
      }
    }
    return all;
  }
}
