package io.tiktoktoe.stats.allocate;

import java.util.function.IntToDoubleFunction;

/**
 * The unit of which numbers are whole multiples, such as 5 of 10, 25 and 40. Sums of them are
 * multiples too: a bound may be rounded to the next one.
 */
final class Lattice {

  private static final double[] SCALES = {1, 10, 100, 1000};

  private static final double MOST = 1L << 40;

  private Lattice() {}

  /** The unit; 0 where there is none of at least a thousandth, or all numbers are 0. */
  static double unit(IntToDoubleFunction numbers, int count) {
    for (double scale : SCALES) {
      long divisor = divisor(numbers, count, scale);
      if (divisor > 0) {
        return divisor / scale;
      }
    }
    return 0;
  }

  private static long divisor(IntToDoubleFunction numbers, int count, double scale) {
    long divisor = 0;
    for (int at = 0; at < count; at++) {
      double scaled = numbers.applyAsDouble(at) * scale;
      double whole = Math.rint(scaled);
      if (Math.abs(scaled - whole) > 1e-9 || Math.abs(whole) > MOST) {
        return 0;
      }
      divisor = common(divisor, Math.abs((long) whole));
      if (divisor == 1 && scale == SCALES[SCALES.length - 1]) {
        return 1;
      }
    }
    return divisor;
  }

  private static long common(long a, long b) {
    return b == 0 ? a : common(b, a % b);
  }

  /** The problem with every bound moved to the last multiple that can be reached. */
  static AllocationProblem tightened(AllocationProblem problem) {
    return problem.withLimits(
        problem.limits().stream().map(limit -> tightened(limit, problem.options())).toList());
  }

  private static Limit tightened(Limit limit, int options) {
    double unit = unit(limit::use, options);
    if (unit == 0) {
      return limit;
    }
    double steps = limit.bound() / unit;
    double rounding = 1e-9 * Math.max(1, Math.abs(steps));
    double reached =
        limit.sense() == Limit.Sense.AT_MOST
            ? Math.floor(steps + rounding)
            : Math.ceil(steps - rounding);
    return limit.withBound(reached * unit);
  }
}
