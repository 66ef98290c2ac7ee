package io.tiktoktoe.metric;

import java.util.List;

/**
 * How one period's gross sales spread over fans, in minor units of the reporting currency. Sales of
 * one fan on several platforms count as one fan where the store knows that.
 *
 * @param fans known fans who paid
 * @param sales their sales
 * @param gross what they paid
 * @param anonymousGross what was paid without a known fan; not part of {@code gross}
 * @param sumOfSquaredFans each fan's gross squared, summed over fans; a double, since it only feeds
 *     estimates
 * @param sumOfSquaredSales each sale's gross squared, summed over the sales of known fans
 * @param sumOfVariances variance of each fan's gross, estimated from the thirds of the period and
 *     summed over fans: 0 for those who pay the same in each
 * @param moments what the uncertainty of the concentration is made of
 * @param largest gross of the ten fans who paid most, largest first
 */
public record FanConcentration(
    long fans,
    long sales,
    long gross,
    long anonymousGross,
    double sumOfSquaredFans,
    double sumOfSquaredSales,
    double sumOfVariances,
    Moments moments,
    List<Long> largest) {

  /** Nobody known paid. */
  public static final FanConcentration NONE =
      new FanConcentration(0, 0, 0, 0, 0, 0, 0, Moments.NONE, List.of());

  /**
   * Sums over fans with v the variance of what a fan paid and a the amount.
   *
   * @param byAmount of v a
   * @param bySquare of v a^2
   * @param squared of v^2
   * @param squaredBySquare of (v a^2)^2, which tells on how few fans the uncertainty stands
   */
  public record Moments(double byAmount, double bySquare, double squared, double squaredBySquare) {

    /** Nothing varied. */
    public static final Moments NONE = new Moments(0, 0, 0, 0);
  }

  public FanConcentration {
    if (fans < 0 || sales < fans || gross < 0 || anonymousGross < 0) {
      throw new IllegalArgumentException(
          "fans (%d), sales (%d), gross (%d) and anonymousGross (%d) must be at least 0, and sales at least fans."
              .formatted(fans, sales, gross, anonymousGross));
    }
    largest = List.copyOf(largest);
  }
}
