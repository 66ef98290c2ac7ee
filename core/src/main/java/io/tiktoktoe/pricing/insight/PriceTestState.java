package io.tiktoktoe.pricing.insight;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a price test has seen so far: sufficient statistics of each arm, so that the order of what
 * came makes no difference and a log gives the same state again. Immutable.
 *
 * @param arms in the order of the plan
 * @param weeks the same by weeks, oldest first; empty where nobody says when persons came, and then
 *     demand is taken not to answer what was charged before
 */
public record PriceTestState(List<Seen> arms, List<Week> weeks) {

  public PriceTestState {
    arms = List.copyOf(arms);
    weeks = List.copyOf(weeks);
  }

  /** Of which nobody says when persons came. */
  public PriceTestState(List<Seen> arms) {
    this(arms, List.of());
  }

  /**
   * What came of the persons of one week.
   *
   * @param before mean price that was shown in the weeks before, the last ones most; control's
   *     price at first
   * @param settled by arm, persons of whom is known what they brought
   * @param bought of these, those who bought
   */
  public record Week(double before, List<Long> settled, List<Long> bought) {

    public Week {
      settled = List.copyOf(settled);
      bought = List.copyOf(bought);
    }
  }

  /**
   * What was seen of one arm.
   *
   * @param assigned persons who were shown it
   * @param settled of them, those of whom is known what they brought
   * @param bought of these, those who bought
   * @param contribution sum of what they brought, each at most the plan's cap and at least 0
   * @param capped how many were cut at the cap
   * @param expected sum of the chances of it over all assignments
   * @param variance sum of chance times counter-chance
   */
  public record Seen(
      long assigned,
      long settled,
      long bought,
      double contribution,
      long capped,
      double expected,
      double variance) {

    /** Nothing yet. */
    public static final Seen NOTHING = new Seen(0, 0, 0, 0, 0, 0, 0);
  }

  /** Nothing yet. */
  public static PriceTestState start(PriceTestPlan plan) {
    return new PriceTestState(Collections.nCopies(plan.arms().size(), Seen.NOTHING));
  }

  /**
   * After one more person was shown an arm.
   *
   * @param propensities of all arms at that time
   */
  public PriceTestState assigned(int arm, List<Double> propensities) {
    List<Seen> after = new ArrayList<>(arms.size());
    for (int at = 0; at < arms.size(); at++) {
      Seen seen = arms.get(at);
      double chance = propensities.get(at);
      after.add(
          new Seen(
              seen.assigned + (at == arm ? 1 : 0),
              seen.settled,
              seen.bought,
              seen.contribution,
              seen.capped,
              seen.expected + chance,
              seen.variance + chance * (1 - chance)));
    }
    return new PriceTestState(after, weeks);
  }

  /**
   * After it is known what one person brought, renewals and refunds included: nothing, or a
   * contribution.
   *
   * @throws IllegalArgumentException if more persons would be settled than assigned
   */
  public PriceTestState settled(PriceTestPlan plan, int arm, boolean bought, double contribution) {
    Seen seen = arms.get(arm);
    if (seen.settled >= seen.assigned) {
      throw new IllegalArgumentException(
          "arm %s has %d settled of %d assigned persons. Record each person once."
              .formatted(plan.arms().get(arm).name(), seen.settled + 1, seen.assigned));
    }
    if (!Double.isFinite(contribution)) {
      throw new IllegalArgumentException(
          "contribution (%s) must be a number.".formatted(contribution));
    }
    boolean over = contribution > plan.most(arm);
    List<Seen> after = new ArrayList<>(arms);
    after.set(
        arm,
        new Seen(
            seen.assigned,
            seen.settled + 1,
            seen.bought + (bought ? 1 : 0),
            seen.contribution + Math.clamp(contribution, 0, plan.most(arm)),
            seen.capped + (over ? 1 : 0),
            seen.expected,
            seen.variance));
    return new PriceTestState(after, weeks);
  }

  /** How many persons were assigned. */
  public long assigned() {
    return arms.stream().mapToLong(Seen::assigned).sum();
  }
}
