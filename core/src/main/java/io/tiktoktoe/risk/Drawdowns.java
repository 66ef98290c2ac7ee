package io.tiktoktoe.risk;

import io.tiktoktoe.outlook.SamplePaths;
import java.util.Optional;

/** Maximum drawdown of 30-day income, in the past and over joint futures. */
final class Drawdowns {

  private static final int WINDOW = 30;

  /** A fall this deep counts: a quarter of a month's income is a week without any. */
  private static final double DEEP = 0.25;

  private Drawdowns() {}

  /** The deepest fall; absent with less than twice 30 days or without a positive peak. */
  static Optional<Drawdown> of(IncomeHistory history, SamplePaths futures) {
    long[] daily = history.total();
    if (daily.length < 2 * WINDOW) {
      return Optional.empty();
    }
    long[] sums = rolling(daily);
    int best = 0;
    int peak = 0;
    int trough = 0;
    double deepest = 0;
    for (int at = 1; at < sums.length; at++) {
      if (sums[at] > sums[best]) {
        best = at;
      }
      double depth = sums[best] > 0 ? 1 - sums[at] / (double) sums[best] : 0;
      if (depth > deepest) {
        deepest = depth;
        peak = best;
        trough = at;
      }
    }
    if (sums[best] <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Drawdown(
            deepest,
            history.day(peak + WINDOW - 1),
            history.day(trough + WINDOW - 1),
            sums[peak],
            sums[trough],
            1 - sums[sums.length - 1] / (double) sums[best],
            deepFall(daily, sums[sums.length - 1], futures)));
  }

  /** Sums of 30 days in a row, by their last day. */
  private static long[] rolling(long[] daily) {
    long[] sums = new long[daily.length - WINDOW + 1];
    for (int day = 0; day < WINDOW; day++) {
      sums[0] = Math.addExact(sums[0], daily[day]);
    }
    for (int at = 1; at < sums.length; at++) {
      sums[at] =
          Math.addExact(sums[at - 1], Math.subtractExact(daily[at + WINDOW - 1], daily[at - 1]));
    }
    return sums;
  }

  private static double deepFall(long[] daily, long last, SamplePaths futures) {
    if (futures.count() == 0 || futures.steps() == 0 || last <= 0) {
      return Double.NaN;
    }
    int fell = 0;
    for (int path = 0; path < futures.count(); path++) {
      double sum = last;
      for (int step = 0; step < futures.steps(); step++) {
        double leaving =
            step < WINDOW
                ? daily[daily.length - WINDOW + step]
                : futures.value(path, step - WINDOW);
        sum += futures.value(path, step) - leaving;
        if (sum <= (1 - DEEP) * last) {
          fell++;
          break;
        }
      }
    }
    // Of n futures n + 1 are thought of: none is impossible, and none is sure.
    return (fell + 0.5) / (futures.count() + 1);
  }
}
