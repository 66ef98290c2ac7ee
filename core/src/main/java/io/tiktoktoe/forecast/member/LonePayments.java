package io.tiktoktoe.forecast.member;

import io.tiktoktoe.stats.Quantiles;
import java.util.Arrays;
import java.util.List;

/**
 * Additive outliers: single values so much larger than all around them, and than the same phase of
 * the seasons around, that they are payments of another kind.
 */
final class LonePayments {

  /** Fewer values do not tell what is usual. */
  private static final int FEWEST = 30;

  /** Least share of values that must be positive: where most are zero, sizes tell. */
  private static final double MOSTLY = 0.5;

  /** Deviations of logs from their middle, and times the middle, from which a value is odd. */
  private static final double DEVIATIONS = 8;

  private static final double TIMES = 8;

  /** Standard deviations of a normal distribution in its median absolute deviation. */
  private static final double DEVIATIONS_PER_MEDIAN = 1.4826;

  /** Greatest share of values that are odd; more are usual. */
  private static final double RARE = 0.01;

  /** Odd values in so many steps on end are a level. */
  private static final int LEVEL = 3;

  /** A value this share as large in a neighbouring season makes one no single payment. */
  private static final double AS_LARGE = 1.0 / 3;

  /** Neighbouring seasons that are looked at, before and after. */
  private static final int SEASONS = 3;

  private LonePayments() {}

  /** The steps of such payments, ascending. */
  static int[] find(double[] values, List<Integer> periods) {
    int known = 0;
    double[] logs = new double[values.length];
    int count = 0;
    for (double value : values) {
      known += Double.isNaN(value) ? 0 : 1;
      if (value > 0) {
        logs[count++] = Math.log(value);
      }
    }
    if (count < FEWEST || count < MOSTLY * known) {
      return new int[0];
    }
    logs = Arrays.copyOf(logs, count);
    double middle = Quantiles.median(logs);
    double typical =
        DEVIATIONS_PER_MEDIAN
            * Quantiles.median(Arrays.stream(logs).map(log -> Math.abs(log - middle)).toArray());
    double bound = Math.exp(middle + Math.max(Math.log(TIMES), DEVIATIONS * typical));
    int[] odd = new int[count];
    int found = 0;
    for (int t = 0; t < values.length; t++) {
      if (values[t] > bound && !lasting(values, t, bound) && !recurs(values, t, periods)) {
        odd[found++] = t;
      }
    }
    return found > Math.max(1, RARE * known) ? new int[0] : Arrays.copyOf(odd, found);
  }

  private static boolean lasting(double[] values, int step, double bound) {
    int run = 1;
    for (int t = step - 1; t >= 0 && values[t] > bound; t--) {
      run++;
    }
    for (int t = step + 1; t < values.length && values[t] > bound; t++) {
      run++;
    }
    return run >= LEVEL;
  }

  private static boolean recurs(double[] values, int step, List<Integer> periods) {
    for (int period : periods) {
      for (int k = -SEASONS; k <= SEASONS; k++) {
        int at = step + k * period;
        if (k != 0 && at >= 0 && at < values.length && values[at] >= AS_LARGE * values[step]) {
          return true;
        }
      }
    }
    return false;
  }
}
