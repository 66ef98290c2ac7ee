package io.tiktoktoe.forecast.network;

import java.util.Arrays;

/**
 * Robust standardisation of the last stretch of a history: {@code y = asinh((x - median) / scale)},
 * gaps filled. Scale is 2.5 winsorised mean absolute deviations, so that most values lie within one
 * and only spikes are compressed. O(n) on average.
 */
public final class Standardised {

  /** The longest stretch that is read, in steps. */
  public static final int LONGEST = 1024;

  /** Deviations beyond this many mean deviations count as this many. */
  private static final double WINSOR = 5;

  /** Binary exponents beyond which differences or squares could overflow or vanish. */
  private static final int SAFE_EXPONENT = 500;

  /** Mean absolute deviations in one unit of scale. */
  private static final double DEVIATIONS_PER_SCALE = 2.5;

  final double[] y;
  private final int shift;
  final double location;
  final double scale;
  final double missingShare;
  final double zeroShare;
  final boolean nonNegative;
  final boolean allZero;

  /** The extremes of y. */
  final double least;

  final double most;

  private Standardised(double[] x, int period) {
    double[] known = new double[x.length];
    int count = 0;
    double lowest = Double.MAX_VALUE;
    double highest = -Double.MAX_VALUE;
    int zeros = 0;
    for (double value : x) {
      if (Double.isFinite(value)) {
        known[count++] = value;
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
        zeros += value == 0 ? 1 : 0;
      }
    }
    shift = shift(Math.max(Math.abs(lowest), Math.abs(highest)));
    for (int i = 0; shift != 0 && i < count; i++) {
      known[i] = Math.scalb(known[i], -shift);
    }
    location = Selection.smallest(known, count, count / 2);
    scale = scale(known, count, location);
    nonNegative = lowest >= 0;
    allZero = lowest == 0 && highest == 0;
    missingShare = 1 - count / (double) x.length;
    zeroShare = zeros / (double) count;
    y = new double[x.length];
    for (int t = 0; t < x.length; t++) {
      y[t] = Double.isFinite(x[t]) ? forward(x[t]) : Double.NaN;
    }
    fillGaps(y, period);
    double smallest = Double.MAX_VALUE;
    double largest = -Double.MAX_VALUE;
    for (double value : y) {
      smallest = Math.min(smallest, value);
      largest = Math.max(largest, value);
    }
    least = smallest;
    most = largest;
  }

  /**
   * The last {@link #LONGEST} values of {@code history} from its first finite one on.
   *
   * @throws IllegalArgumentException when no value is finite
   */
  static Standardised of(double[] history, int period) {
    int from = Math.max(0, history.length - LONGEST);
    while (from < history.length && !Double.isFinite(history[from])) {
      from++;
    }
    if (from == history.length) {
      throw new IllegalArgumentException(
          "history (%d values) has no finite value in its last %d. Maybe forecast from creators alike."
              .formatted(history.length, LONGEST));
    }
    return new Standardised(Arrays.copyOfRange(history, from, history.length), period);
  }

  public double forward(double x) {
    return Asinh.of(((shift == 0 ? x : Math.scalb(x, -shift)) - location) / scale);
  }

  double inverse(double standardised) {
    double x = location + scale * Math.sinh(standardised);
    return shift == 0 ? x : Math.clamp(Math.scalb(x, shift), -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  /** The binary exponent to take out of values that are extremely large or small; else 0. */
  private static int shift(double largest) {
    int exponent = Math.getExponent(largest);
    return largest > 0 && Math.abs(exponent) > SAFE_EXPONENT ? exponent : 0;
  }

  private static double scale(double[] known, int count, double location) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += Math.abs(known[i] - location);
    }
    double mean = sum / count;
    // Twice: one huge spike must not set the scale of everything else.
    for (int pass = 0; pass < 2; pass++) {
      double cap = WINSOR * mean;
      double capped = 0;
      for (int i = 0; i < count; i++) {
        capped += Math.min(Math.abs(known[i] - location), cap);
      }
      mean = capped / count;
    }
    if (mean > 0) {
      return DEVIATIONS_PER_SCALE * mean;
    }
    return location == 0 ? 1 : Math.abs(location);
  }

  private static void fillGaps(double[] y, int period) {
    for (int t = 0; t < y.length; t++) {
      if (Double.isNaN(y[t])) {
        y[t] = y[t >= period ? t - period : t - 1];
      }
    }
  }
}
