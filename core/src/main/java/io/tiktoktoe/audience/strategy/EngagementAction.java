package io.tiktoktoe.audience.strategy;

import java.util.Map;

/**
 * Something a creator can do for a whole segment.
 *
 * @param code its stable name, such as {@code thank}; decisions bear it
 * @param fixedCost what it costs once for a segment, minor units of the creator's currency
 * @param fanCost what it costs for each fan
 * @param fixedHours hours of work once for a segment
 * @param fanHours hours of work for each fan
 * @param contacts messages that each fan gets
 * @param mostFans fans that it can reach in the days of the horizon, infinite if any number
 * @param priors what is believed of its uplifts; a goal that is missing is not meant
 */
public record EngagementAction(
    String code,
    double fixedCost,
    double fanCost,
    double fixedHours,
    double fanHours,
    double contacts,
    double mostFans,
    Map<Goal, UpliftPrior> priors) {

  public EngagementAction {
    if (code.isBlank() || code.equals("none")) {
      throw new IllegalArgumentException(
          "code (%s) of an action must be a name other than none.".formatted(code));
    }
    requireNotNegative("fixedCost", fixedCost, code);
    requireNotNegative("fanCost", fanCost, code);
    requireNotNegative("fixedHours", fixedHours, code);
    requireNotNegative("fanHours", fanHours, code);
    requireNotNegative("contacts", contacts, code);
    if (!(mostFans >= 0)) {
      throw new IllegalArgumentException(
          "mostFans (%s) of %s must be at least 0.".formatted(mostFans, code));
    }
    priors = Map.copyOf(priors);
  }

  private static void requireNotNegative(String what, double value, String code) {
    if (!(value >= 0 && value <= 1e15)) {
      throw new IllegalArgumentException(
          "%s (%s) of %s must be from 0 to 1e15.".formatted(what, value, code));
    }
  }

  /** What is believed of its uplift on a goal. */
  public UpliftPrior prior(Goal goal) {
    return priors.getOrDefault(goal, UpliftPrior.NONE);
  }

  /** What it costs for so many fans. */
  public double cost(double fans) {
    return fixedCost + fanCost * fans;
  }

  /** How long it takes for so many fans. */
  public double hours(double fans) {
    return fixedHours + fanHours * fans;
  }
}
