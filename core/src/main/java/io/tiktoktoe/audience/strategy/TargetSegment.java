package io.tiktoktoe.audience.strategy;

/**
 * A segment of fans as the strategy sees it: never a person. Rates are those that are expected in
 * the days of the horizon when nothing is done.
 *
 * @param name its name, as answers and decisions bear it
 * @param group the group whose least share a fairness constraint protects, such as the segment
 *     itself or a country
 * @param fans how many, above 0
 * @param churn share of them that will leave, in [0, 1]
 * @param income net income of one fan, minor units of the creator's currency
 * @param newFans new fans that one of them brings, at least 0
 */
public record TargetSegment(
    String name, String group, double fans, double churn, double income, double newFans) {

  public TargetSegment {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name of a segment is empty. Name it.");
    }
    require(fans > 0 && fans <= 1e12, "fans", fans, name, "must be above 0 and at most 1e12.");
    require(churn >= 0 && churn <= 1, "churn", churn, name, "must be a share from 0 to 1.");
    require(Math.abs(income) <= 1e18, "income", income, name, "must be a number within 1e18.");
    require(newFans >= 0 && newFans <= 1e6, "newFans", newFans, name, "must be from 0 to 1e6.");
  }

  private static void require(boolean holds, String what, double value, String name, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("%s (%s) of %s %s".formatted(what, value, name, rule));
    }
  }

  /** What an uplift of 1 for all fans would be worth, in the unit of the goal. */
  public double base(Goal goal) {
    return fans
        * switch (goal) {
          case RETENTION -> churn;
          case MONETIZATION -> Math.max(0, income);
          case GROWTH -> newFans;
        };
  }
}
