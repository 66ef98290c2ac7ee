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

  /** More of a means than this is no number to plan with. */
  private static final double MOST = 1e15;

  /** Refuses what is below nothing or beyond 1e15, and a share of all. */
  public PlanMeans {
    budget.ifPresent(amount -> requireNotNegative("budget", amount.doubleValue()));
    hours.ifPresent(most -> requireNotNegative("hours", most));
    messages.ifPresent(most -> requireNotNegative("messages", most));
    leastShare.ifPresent(
        share -> {
          if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException(
                "leastShare (" + share + ") must be at least 0 and below 1, such as 0.1.");
          }
        });
  }

  private static void requireNotNegative(String what, double value) {
    if (!(value >= 0 && value <= MOST)) {
      throw new IllegalArgumentException(
          what + " (" + value + ") must be from 0 to 1e15; without it, it is as usual.");
    }
  }

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
