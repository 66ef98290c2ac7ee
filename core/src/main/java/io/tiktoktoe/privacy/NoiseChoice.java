package io.tiktoktoe.privacy;

import java.util.List;

/**
 * Noise for a number of statistics, by calibration: the smallest that keeps them all together
 * within (epsilon, delta).
 *
 * @param mechanism Laplace or Gaussian noise, whichever has the smaller standard error
 * @param standardError standard deviation of the noise of one statistic, in its unit
 * @param epsilon what the statistics cost together with this noise, at most what was allowed
 */
public record NoiseChoice(Mechanism mechanism, double standardError, double epsilon) {

  /** The smallest allowance that is understood; less hides everything. */
  public static final double LEAST_EPSILON = 1e-5;

  /** The largest allowance that is understood; more hides nobody. */
  public static final double MOST_EPSILON = 100;

  /** The largest effect of one person that is understood. */
  public static final double MOST_SENSITIVITY = 1e12;

  /** So many statistics at the most. */
  public static final long MOST_STATISTICS = 1_000_000;

  /** For more statistics Gaussian noise is smaller, whatever the allowance. */
  private static final long MOST_LAPLACE = 1_000;

  /** The scale of Laplace noise is found this closely, from above. */
  private static final double CLOSE = 1e-7;

  /**
   * Chooses the noise.
   *
   * @param epsilon above 0
   * @param delta from 0 to below 1; with 0 the noise is Laplace
   * @param sensitivity by how much one person moves each of the statistics at most
   * @param count how many statistics, each of which one person may move so, at least 1
   * @throws IllegalArgumentException if a number is out of range
   */
  public static NoiseChoice of(double epsilon, double delta, double sensitivity, long count) {
    if (!(epsilon >= LEAST_EPSILON && epsilon <= MOST_EPSILON)) {
      throw new IllegalArgumentException(
          "epsilon (%s) must lie between 1e-5 and 100.".formatted(epsilon));
    }
    if (!(sensitivity > 0 && sensitivity <= MOST_SENSITIVITY)) {
      throw new IllegalArgumentException(
          "sensitivity (%s) must lie above 0 and be at most 1e12.".formatted(sensitivity));
    }
    if (count < 1 || count > MOST_STATISTICS) {
      throw new IllegalArgumentException(
          "count (%d) must lie between 1 and 1000000.".formatted(count));
    }
    PrivacyAccountant.requireDelta(delta);
    Mechanism unit = new Mechanism(NoiseKind.LAPLACE, 1, 1, count, 1);
    double basic = count / epsilon;
    double gaussian =
        delta == 0
            ? Double.POSITIVE_INFINITY
            : Math.sqrt(count) / AnalyticGaussian.mu(epsilon, delta);
    double laplace = delta == 0 || count > MOST_LAPLACE ? basic : laplace(unit, epsilon, delta);
    return gaussian < laplace * Math.sqrt(2)
        ? choice(NoiseKind.GAUSSIAN, gaussian, 1, sensitivity, count, delta)
        : choice(NoiseKind.LAPLACE, laplace, Math.sqrt(2), sensitivity, count, delta);
  }

  private static NoiseChoice choice(
      NoiseKind kind, double scale, double errors, double sensitivity, long count, double delta) {
    Mechanism mechanism = new Mechanism(kind, scale * sensitivity, sensitivity, count, 1);
    double spent = PrivacyAccountant.cost(List.of(mechanism), delta).pld();
    return new NoiseChoice(mechanism, errors * scale * sensitivity, spent);
  }

  /** The smallest scale for a sensitivity of 1; false position between bounds in logarithms. */
  private static double laplace(Mechanism unit, double epsilon, double delta) {
    double high = unit.count() / epsilon;
    double low = high;
    double above;
    do {
      high = low;
      low /= 2;
      above = excess(unit, low, epsilon, delta);
    } while (above <= 0);
    double below = excess(unit, high, epsilon, delta);
    while (high / low > 1 + CLOSE) {
      double share = Math.clamp(above / (above - below), 0.01, 0.99);
      double middle = low * Math.pow(high / low, share);
      double excess = excess(unit, middle, epsilon, delta);
      if (excess > 0) {
        low = middle;
        above = excess;
        // Halving what the other end counts keeps it moving (the Illinois rule).
        below /= 2;
      } else {
        high = middle;
        below = excess;
        above /= 2;
      }
    }
    return high;
  }

  private static double excess(Mechanism unit, double scale, double epsilon, double delta) {
    Mechanism mechanism = new Mechanism(NoiseKind.LAPLACE, scale, 1, unit.count(), 1);
    return Math.log(
        Math.max(1e-300, PrivacyAccountant.epsilon(List.of(mechanism), delta)) / epsilon);
  }
}
