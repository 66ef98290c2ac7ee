package io.tiktoktoe.audience.insight;

import io.tiktoktoe.audience.strategy.StrategyConstraints;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * The creator's resource constraints as they were named; what is empty is as usual.
 *
 * @param budget what may be spent in the days of the plan, major units of the reporting currency
 * @param hours hours of work
 * @param messages to fans in all
 * @param leastShare share of each segment's fans for whom something is done at least, 0 to 1
 */
public record PlanMeans(
    Optional<BigDecimal> budget,
    Optional<Double> hours,
    Optional<Double> messages,
    Optional<Double> leastShare) {

  /** Nothing is named. */
  public static final PlanMeans USUAL =
      new PlanMeans(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The constraints: those named, else the usual ones. */
  public StrategyConstraints within(StrategyConstraints usual, Currency currency) {
    double most =
        budget
            .map(amount -> amount.movePointRight(currency.getDefaultFractionDigits()))
            .map(BigDecimal::doubleValue)
            .orElse(usual.budget());
    return new StrategyConstraints(
        most,
        hours.orElse(usual.hours()),
        messages.orElse(usual.contacts()),
        usual.mostFans(),
        leastShare.orElse(usual.leastShare()),
        usual.mostLoss(),
        usual.floors());
  }
}
