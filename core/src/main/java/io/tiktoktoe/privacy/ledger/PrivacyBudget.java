package io.tiktoktoe.privacy.ledger;

/**
 * Privacy budget: the (epsilon, delta) that releases may cost together.
 *
 * @param epsilon by what factor, {@code exp(epsilon)}, one person may change the chances of what is
 *     published; from 1e-5 to 100
 * @param delta chance with which that may fail, 0 or from 1e-12 to below 0.1
 */
public record PrivacyBudget(double epsilon, double delta) {

  /** The smallest epsilon that is understood. */
  public static final double LEAST_EPSILON = 1e-5;

  /** The largest epsilon that is understood; more hides nobody. */
  public static final double MOST_EPSILON = 100;

  /** The smallest delta above 0 that the ledger can count. */
  public static final double LEAST_DELTA = 1e-12;

  /** A larger delta exposes whole persons. */
  public static final double MOST_DELTA = 0.1;

  /** What the project promises each person over any 30 days. */
  public static final PrivacyBudget USUAL = new PrivacyBudget(0.1, 1e-6);

  /** Checks both numbers; refuses 0, negative, NaN and subnormal ones. */
  public PrivacyBudget {
    if (!(epsilon >= LEAST_EPSILON && epsilon <= MOST_EPSILON)) {
      throw new IllegalArgumentException(
          "epsilon (%s) must lie between 1e-5 and 100. Use 0.1, or so.".formatted(epsilon));
    }
    if (!(delta == 0 || delta >= LEAST_DELTA && delta < MOST_DELTA)) {
      throw new IllegalArgumentException(
          "delta (%s) must be 0, or from 1e-12 to below 0.1. Use 1e-6, or so.".formatted(delta));
    }
  }
}
