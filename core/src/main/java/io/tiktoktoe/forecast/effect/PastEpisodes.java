package io.tiktoktoe.forecast.effect;

import io.tiktoktoe.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs of days that lie clearly above or below the same weekdays of the weeks around: robust
 * z-scores of logs of ratios to their median, summed over the run: on that scale the noise of
 * amounts is as wide above as below.
 */
final class PastEpisodes {

  private static final int WEEK = 7;

  /** Weeks before and after that tell what is usual. */
  private static final int WEEKS = 5;

  /** Typical deviations from which a day may belong to a run. */
  private static final double HIGH = 3;

  /** Typical deviations that a run must reach together: their sum over the root of its length. */
  private static final double CLEAR = 8;

  /** Fewest and most days of a run. */
  private static final int SHORTEST = 3;

  private static final int LONGEST = 21;

  /** Standard deviations of a normal distribution in its median absolute deviation. */
  private static final double DEVIATIONS_PER_MEDIAN = 1.4826;

  /** Least ratio that is told apart from none. */
  private static final double TINY = 0.01;

  /** Least relative deviation that is told apart. */
  private static final double LEAST = 0.02;

  private PastEpisodes() {}

  /**
   * One run.
   *
   * @param from first step
   * @param ratios of each day to what was usual then, 1 for as usual
   */
  record Episode(int from, double[] ratios) {

    int to() {
      return from + ratios.length;
    }

    /** Whether it lies above what is usual. */
    boolean above() {
      return Arrays.stream(ratios).average().orElse(1) > 1;
    }
  }

  /**
   * Those of a history, ascending. O(length).
   *
   * @param values by day, not negative, NaN where unknown
   */
  static List<Episode> of(double[] values) {
    double[] ratios = new double[values.length];
    for (int t = 0; t < values.length; t++) {
      double usual = usual(values, t);
      ratios[t] = usual > 0 ? values[t] / usual : Double.NaN;
    }
    double[] logs = Arrays.stream(ratios).map(ratio -> Math.log(Math.max(TINY, ratio))).toArray();
    double[] away = Arrays.stream(logs).filter(log -> !Double.isNaN(log)).map(Math::abs).toArray();
    List<Episode> episodes = new ArrayList<>();
    if (away.length == 0) {
      return episodes;
    }
    double typical = Math.max(LEAST, DEVIATIONS_PER_MEDIAN * Quantiles.median(away));
    int t = 0;
    while (t < ratios.length) {
      int sign = sign(logs, t, typical);
      int end = t + 1;
      // One ordinary day among odd ones does not end a run.
      while (sign != 0
          && end < ratios.length
          && (sign(logs, end, typical) == sign
              || end + 1 < ratios.length && sign(logs, end + 1, typical) == sign)) {
        end++;
      }
      if (sign != 0 && clear(logs, t, end, typical)) {
        episodes.add(new Episode(t, Arrays.copyOfRange(ratios, t, end)));
      }
      t = end;
    }
    return episodes;
  }

  private static int sign(double[] logs, int t, double typical) {
    double z = logs[t] / typical;
    return z > HIGH ? 1 : z < -HIGH ? -1 : 0;
  }

  private static boolean clear(double[] logs, int from, int to, double typical) {
    double sum = 0;
    int known = 0;
    for (int t = from; t < to; t++) {
      if (!Double.isNaN(logs[t])) {
        sum += logs[t] / typical;
        known++;
      }
    }
    return known >= SHORTEST && to - from <= LONGEST && Math.abs(sum) > CLEAR * Math.sqrt(known);
  }

  private static double usual(double[] values, int step) {
    double[] around = new double[2 * WEEKS];
    int count = 0;
    for (int week = -WEEKS; week <= WEEKS; week++) {
      int at = step + week * WEEK;
      if (week != 0 && at >= 0 && at < values.length && !Double.isNaN(values[at])) {
        around[count++] = values[at];
      }
    }
    return count < 3 ? Double.NaN : Quantiles.median(Arrays.copyOf(around, count));
  }
}
