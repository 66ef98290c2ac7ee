package io.tiktoktoe.privacy.mechanism;

/**
 * Continual counting by the square root of the Toeplitz matrix of ones: each step publishes one
 * noisy whole number, a weighted sum of all steps so far, from which all running totals follow.
 * Source: Fichtenberger, Henzinger and Upadhyay, "Constant Matters", ICML 2023; Bennett 1977. The
 * weights are whole multiples of 2^-20, so that the sums are exact; the estimate undoes them
 * exactly. O(steps^2).
 */
public final class SquareRootToeplitz {

  /** Weights are multiples of one over this. */
  public static final long UNIT = 1L << 20;

  /** Steps with more are cut, so that weighted sums fit into 64 bits. */
  public static final long MOST_A_STEP = 1L << 33;

  /** More steps would make sums too large. */
  public static final int MOST_STEPS = 100_000;

  private final long[] weights;

  /** For so many steps. */
  public SquareRootToeplitz(int steps) {
    if (steps < 1 || steps > MOST_STEPS) {
      throw new IllegalArgumentException(
          "steps (%d) must lie between 1 and %d.".formatted(steps, MOST_STEPS));
    }
    weights = new long[steps];
    // Coefficients of (1 - x)^(-1/2): binomial(2k, k) / 4^k.
    double weight = 1;
    for (int k = 0; k < steps; k++) {
      weights[k] = Math.round(weight * UNIT);
      weight *= (2.0 * k + 1) / (2.0 * k + 2);
    }
  }

  /** The weighted sums to be noised, in {@link #UNIT}ths; steps are cut at the most. */
  public long[] weighted(long[] steps) {
    long[] sums = new long[steps.length];
    for (int t = 0; t < steps.length; t++) {
      long step = Math.clamp(steps[t], -MOST_A_STEP, MOST_A_STEP);
      if (step != 0) {
        for (int later = t; later < steps.length; later++) {
          sums[later] += step * weights[later - t];
        }
      }
    }
    return sums;
  }

  /**
   * By how much the weighted sums move at most (Euclidean, in {@link #UNIT}ths) when so many
   * different steps move by one. The worst are the first ones, side by side: weights fall, so inner
   * products of columns fall with their distance and their lateness.
   */
  public double sensitivity(int movedSteps) {
    int moved = Math.min(movedSteps, weights.length);
    double squares = 0;
    double window = 0;
    for (int t = 0; t < weights.length; t++) {
      window += weights[t] - (t >= moved ? weights[t - moved] : 0);
      squares += window * window;
    }
    return Math.sqrt(squares);
  }

  /** The running totals from the noisy weighted sums (in {@link #UNIT}ths). */
  public double[] totals(double[] noisy) {
    double[] steps = new double[noisy.length];
    double[] totals = new double[noisy.length];
    double total = 0;
    for (int t = 0; t < noisy.length; t++) {
      double rest = noisy[t];
      for (int s = 0; s < t; s++) {
        rest -= steps[s] * weights[t - s];
      }
      steps[t] = rest / weights[0];
      total += steps[t];
      totals[t] = total;
    }
    return totals;
  }

  /** Standard error of each running total per unit of noise in the sums, both in units of one. */
  public double[] errors() {
    double[] errors = new double[weights.length];
    double squares = 0;
    for (int t = 0; t < weights.length; t++) {
      double weight = (double) weights[t] / UNIT;
      squares += weight * weight;
      errors[t] = Math.sqrt(squares);
    }
    return errors;
  }
}
