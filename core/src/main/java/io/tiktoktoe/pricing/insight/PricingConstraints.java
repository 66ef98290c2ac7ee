package io.tiktoktoe.pricing.insight;

import java.util.List;

/**
 * What a price must keep to. Prices are of a product or a published segment, never of a person: no
 * field here could name one.
 *
 * @param floor lowest price, above 0
 * @param ceiling highest price
 * @param leastMargin least share of the price that must be left after fees, tax and cost, below 1
 * @param largestStep largest change at once, as a share of today's price, above 0
 * @param daysBetween days between two changes
 * @param endings what prices end with, such as .99 and .00; empty allows all
 * @param grandfathered whether subscribers keep the price that they began with
 */
public record PricingConstraints(
    double floor,
    double ceiling,
    double leastMargin,
    double largestStep,
    int daysBetween,
    List<Double> endings,
    boolean grandfathered) {

  /** Refuses ends out of order, and shares, days and endings that are none. */
  public PricingConstraints {
    endings = List.copyOf(endings);
    if (!(floor > 0 && floor <= ceiling)) {
      throw new IllegalArgumentException(
          "floor (%s) must be above 0 and at most ceiling (%s).".formatted(floor, ceiling));
    }
    if (!(leastMargin < 1 && largestStep > 0) || daysBetween < 0) {
      throw new IllegalArgumentException(
          "leastMargin (%s) must be below 1, largestStep (%s) above 0, daysBetween (%d) at least 0."
              .formatted(leastMargin, largestStep, daysBetween));
    }
    if (!endings.stream().allMatch(PricingConstraints::isEnding)) {
      throw new IllegalArgumentException(
          "endings (%s) must be at least 0 and below 1 with at most two decimals, such as 0.99."
              .formatted(endings));
    }
  }

  /** Whether prices, which are told in hundredths, can end so. */
  public static boolean isEnding(double ending) {
    return ending >= 0 && ending < 1 && Math.abs(100 * ending - Math.rint(100 * ending)) < 1e-6;
  }

  /** Any price between a fifth and five times today's, by at most a fifth at once, once a month. */
  public static PricingConstraints around(double price) {
    if (!(price > 0)) {
      throw new IllegalArgumentException(
          "price (%s) must be above 0. A free product has no price to change by percents: test a first price."
              .formatted(price));
    }
    return new PricingConstraints(price / 5, price * 5, 0, .2, 30, List.of(), true);
  }

  /** With other ends. */
  public PricingConstraints withRange(double least, double most) {
    return new PricingConstraints(
        least, most, leastMargin, largestStep, daysBetween, endings, grandfathered);
  }

  /** With another largest step. */
  public PricingConstraints withLargestStep(double share) {
    return new PricingConstraints(
        floor, ceiling, leastMargin, share, daysBetween, endings, grandfathered);
  }

  /** With prices that end so. */
  public PricingConstraints withEndings(List<Double> these) {
    return new PricingConstraints(
        floor, ceiling, leastMargin, largestStep, daysBetween, these, grandfathered);
  }

  /** With subscribers who keep their price, or do not. */
  public PricingConstraints withGrandfathered(boolean kept) {
    return new PricingConstraints(
        floor, ceiling, leastMargin, largestStep, daysBetween, endings, kept);
  }

  /** With another least margin. */
  public PricingConstraints withLeastMargin(double share) {
    return new PricingConstraints(
        floor, ceiling, share, largestStep, daysBetween, endings, grandfathered);
  }
}
