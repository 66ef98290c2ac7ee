package io.tiktoktoe.audience.strategy;

import java.util.Map;

/**
 * What a creator can spend and what must hold: resource, risk and fairness constraints. Infinite
 * means not limited.
 *
 * @param budget minor units of the creator's currency in the horizon, at least 0
 * @param hours hours of work, at least 0
 * @param contacts messages to fans in all, at least 0
 * @param mostFans fewer fans than its own capacity that an action may reach, by its code
 * @param leastShare share of the fans of each group for whom something is done, in [0, 1)
 * @param mostLoss share of the budget that may be spent on actions whose income does not pay for
 *     them at the lower bound, in [0, 1]
 * @param floors least totals of goals, on the lower bound
 */
public record StrategyConstraints(
    double budget,
    double hours,
    double contacts,
    Map<String, Double> mostFans,
    double leastShare,
    double mostLoss,
    Map<Goal, Double> floors) {

  public StrategyConstraints {
    requireNotNegative("budget", budget);
    requireNotNegative("hours", hours);
    requireNotNegative("contacts", contacts);
    if (!(leastShare >= 0 && leastShare < 1)) {
      throw new IllegalArgumentException(
          "leastShare (%s) must be at least 0 and below 1.".formatted(leastShare));
    }
    if (!(mostLoss >= 0 && mostLoss <= 1)) {
      throw new IllegalArgumentException(
          "mostLoss (%s) must be a share from 0 to 1.".formatted(mostLoss));
    }
    mostFans.forEach((code, most) -> requireNotNegative("mostFans of " + code, most));
    mostFans = Map.copyOf(mostFans);
    floors = Map.copyOf(floors);
  }

  private static void requireNotNegative(String what, double value) {
    if (!(value >= 0)) {
      throw new IllegalArgumentException("%s (%s) must be at least 0.".formatted(what, value));
    }
  }

  /** A budget alone. */
  public static StrategyConstraints ofBudget(double budget) {
    double any = Double.POSITIVE_INFINITY;
    return new StrategyConstraints(budget, any, any, Map.of(), 0, 1, Map.of());
  }

  /** The same within so many hours. */
  public StrategyConstraints withHours(double most) {
    return new StrategyConstraints(budget, most, contacts, mostFans, leastShare, mostLoss, floors);
  }

  /** The same with so many messages. */
  public StrategyConstraints withContacts(double most) {
    return new StrategyConstraints(budget, hours, most, mostFans, leastShare, mostLoss, floors);
  }

  /** The same with these capacities of actions. */
  public StrategyConstraints withMostFans(Map<String, Double> most) {
    return new StrategyConstraints(budget, hours, contacts, most, leastShare, mostLoss, floors);
  }

  /** The same with this least share of each group. */
  public StrategyConstraints withLeastShare(double share) {
    return new StrategyConstraints(budget, hours, contacts, mostFans, share, mostLoss, floors);
  }

  /** The same with this share of the budget at risk. */
  public StrategyConstraints withMostLoss(double share) {
    return new StrategyConstraints(budget, hours, contacts, mostFans, leastShare, share, floors);
  }

  /** The same with these least totals of goals. */
  public StrategyConstraints withFloors(Map<Goal, Double> least) {
    return new StrategyConstraints(budget, hours, contacts, mostFans, leastShare, mostLoss, least);
  }
}
