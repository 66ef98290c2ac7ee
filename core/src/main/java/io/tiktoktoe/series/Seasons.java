package io.tiktoktoe.series;

import java.util.Arrays;
import java.util.OptionalInt;

/** Seasonal period detection: finds the length of the strongest season by autocorrelation. */
public final class Seasons {

  /** A season explains at least this correlation between its repetitions. */
  private static final double LEAST_CORRELATION = .4;

  /** Values beyond these shares count as the share's value: one spike is no season. */
  private static final double TRIMMED = .02;

  /** A season must have been seen this many times. */
  private static final int REPETITIONS = 4;

  private static final int GREATEST_PERIOD = 800;

  private Seasons() {}

  /**
   * The strongest season's length in steps; empty when none repeats clearly at least four times.
   * O(length x longest season).
   */
  public static OptionalInt strongest(Series series) {
    int found = find(series.toArray());
    return found == 0 ? OptionalInt.empty() : OptionalInt.of(found);
  }

  /** The season's length in steps; 0 when there is none. O(length x longest season). */
  public static int find(double[] values) {
    double[] centered = centered(values);
    double power = product(centered, 0);
    int longest = Math.min(GREATEST_PERIOD, values.length / REPETITIONS);
    if (!(power > 0) || longest < 3) {
      return 0;
    }
    double[] correlation = new double[longest + 2];
    for (int lag = 1; lag < correlation.length; lag++) {
      double scale = (double) values.length / (values.length - lag);
      correlation[lag] = product(centered, lag) / power * scale;
    }
    return strongestPeak(correlation);
  }

  // Only peaks after the first dip count: neighbours are alike in any slow series.
  private static int strongestPeak(double[] correlation) {
    int best = 0;
    double highest = LEAST_CORRELATION;
    boolean dipped = false;
    for (int lag = 2; lag + 1 < correlation.length; lag++) {
      dipped |= correlation[lag - 1] < 0;
      boolean peak =
          correlation[lag] >= correlation[lag - 1] && correlation[lag] >= correlation[lag + 1];
      if (dipped && peak && correlation[lag] > highest) {
        highest = correlation[lag];
        best = lag;
      }
    }
    return best;
  }

  private static double[] centered(double[] values) {
    double[] sorted =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    if (sorted.length == 0) {
      return new double[values.length];
    }
    int cut = (int) (TRIMMED * sorted.length);
    double lo = sorted[cut];
    double hi = sorted[sorted.length - 1 - cut];
    double mean = Arrays.stream(sorted).map(value -> Math.clamp(value, lo, hi)).average().orElse(0);
    double[] centered = new double[values.length];
    for (int step = 0; step < values.length; step++) {
      boolean missing = Double.isNaN(values[step]);
      centered[step] = missing ? 0 : Math.clamp(values[step], lo, hi) - mean;
    }
    return centered;
  }

  private static double product(double[] x, int lag) {
    double sum = 0;
    for (int step = lag; step < x.length; step++) {
      sum += x[step] * x[step - lag];
    }
    return sum;
  }
}
