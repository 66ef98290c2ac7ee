package io.tiktoktoe.pricing.portfolio;

import io.tiktoktoe.pricing.insight.PricingConstraints;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Constraints as far as a creator states them; what is empty takes the usual (see {@link
 * PricingConstraints#around}). Prices in the unit of the answer.
 *
 * @param floor lowest price
 * @param ceiling highest price
 * @param margin least share of the price that must be left
 * @param step largest change at once, as a share of today's price
 * @param daysBetween days between two changes
 * @param endings what prices end with; empty allows all
 * @param grandfathered whether subscribers keep the price that they began with
 */
public record PriceLimits(
    OptionalDouble floor,
    OptionalDouble ceiling,
    OptionalDouble margin,
    OptionalDouble step,
    OptionalInt daysBetween,
    List<Double> endings,
    Optional<Boolean> grandfathered) {

  public PriceLimits {
    endings = List.copyOf(endings);
  }

  /** Nothing stated. */
  public static PriceLimits none() {
    return new PriceLimits(
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalInt.empty(),
        List.of(),
        Optional.empty());
  }

  /** With prices that end so. */
  public PriceLimits withEndings(List<Double> these) {
    return new PriceLimits(floor, ceiling, margin, step, daysBetween, these, grandfathered);
  }

  /** These, and the other's where these say nothing. */
  public PriceLimits orElse(PriceLimits other) {
    return new PriceLimits(
        floor.isPresent() ? floor : other.floor,
        ceiling.isPresent() ? ceiling : other.ceiling,
        margin.isPresent() ? margin : other.margin,
        step.isPresent() ? step : other.step,
        daysBetween.isPresent() ? daysBetween : other.daysBetween,
        endings.isEmpty() ? other.endings : endings,
        grandfathered.isPresent() ? grandfathered : other.grandfathered);
  }

  /**
   * The constraints of a product.
   *
   * @param price today, above 0
   * @throws IllegalArgumentException if they contradict each other
   */
  public PricingConstraints around(double price) {
    PricingConstraints usual = PricingConstraints.around(price);
    double least = floor.orElse(Math.min(usual.floor(), ceiling.orElse(usual.floor())));
    return new PricingConstraints(
        least,
        ceiling.orElse(Math.max(usual.ceiling(), least)),
        margin.orElse(usual.leastMargin()),
        step.orElse(usual.largestStep()),
        daysBetween.orElse(usual.daysBetween()),
        endings,
        grandfathered.orElse(usual.grandfathered()));
  }
}
