package io.tiktoktoe.stats;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A confidence, credible or prediction interval: a range that holds the true value with a stated
 * probability. The levels that answers use stand here once.
 *
 * @param lo lower end, in the unit of the estimate
 * @param hi upper end, at least {@code lo}
 * @param confidence probability in (0, 1) that the range holds the value
 */
public record Interval(double lo, double hi, double confidence) {

  /** The narrow level of every answer: about one standard error to either side. */
  public static final double NARROW = 0.68;

  /** The wide level of every answer: about two standard errors to either side. */
  public static final double WIDE = 0.95;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Refuses ends out of order and a confidence that is no probability. */
  public Interval {
    if (!(lo <= hi)) {
      throw new IllegalArgumentException(
          "interval lo (%s) must be at most hi (%s)".formatted(lo, hi));
    }
    requireConfidence(confidence);
  }

  /** {@code estimate} plus and minus {@code reach}. */
  public static Interval around(double estimate, double reach, double confidence) {
    return new Interval(estimate - reach, estimate + reach, confidence);
  }

  /** Of a normal estimate with a known standard error: estimate plus and minus z errors. */
  public static Interval normal(double estimate, double error, double confidence) {
    return around(estimate, error * z(confidence), confidence);
  }

  /**
   * Of a normal estimate whose standard error was estimated ("Student" 1908).
   *
   * @param freedom degrees of freedom of the error, above 0
   */
  public static Interval student(double estimate, double error, double freedom, double confidence) {
    return around(estimate, error * t(freedom, confidence), confidence);
  }

  /**
   * The equal-tailed interval of a distribution: as likely to lie above the value as below it.
   *
   * @param quantile the value that is not exceeded with a given probability
   */
  public static Interval equalTailed(DoubleUnaryOperator quantile, double confidence) {
    double tail = lowerTail(confidence);
    return new Interval(
        quantile.applyAsDouble(tail), quantile.applyAsDouble(upperTail(confidence)), confidence);
  }

  /** Standard errors from a normal estimate to either end: 1.96 at .95. */
  public static double z(double confidence) {
    return NORMAL.inverseSurvivalProbability(lowerTail(confidence));
  }

  /** Standard errors from a Student-distributed estimate to either end. */
  public static double t(double freedom, double confidence) {
    return TDistribution.of(freedom).inverseSurvivalProbability(lowerTail(confidence));
  }

  /** The probability below the lower end: .025 at .95. */
  public static double lowerTail(double confidence) {
    requireConfidence(confidence);
    return (1 - confidence) / 2;
  }

  /** The probability below the upper end: .975 at .95. */
  public static double upperTail(double confidence) {
    requireConfidence(confidence);
    return (1 + confidence) / 2;
  }

  private static void requireConfidence(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence (" + confidence + ") must lie between 0 and 1, both excluded.");
    }
  }

  /** Whether {@code value} lies in the range, ends included. */
  public boolean contains(double value) {
    return value >= lo && value <= hi;
  }

  /** How wide it is. */
  public double width() {
    return hi - lo;
  }

  /** The interval of the value moved by {@code amount}. */
  public Interval plus(double amount) {
    return new Interval(lo + amount, hi + amount, confidence);
  }

  /** The interval of the value in another unit; a negative factor turns it round. */
  public Interval times(double factor) {
    return factor < 0
        ? new Interval(factor * hi, factor * lo, confidence)
        : new Interval(factor * lo, factor * hi, confidence);
  }

  /** Of a value that is known to lie between two bounds. */
  public Interval clamp(double least, double most) {
    return new Interval(Math.clamp(lo, least, most), Math.clamp(hi, least, most), confidence);
  }

  /** The interval of an increasing function of the value. */
  public Interval map(DoubleUnaryOperator increasing) {
    return new Interval(increasing.applyAsDouble(lo), increasing.applyAsDouble(hi), confidence);
  }
}
