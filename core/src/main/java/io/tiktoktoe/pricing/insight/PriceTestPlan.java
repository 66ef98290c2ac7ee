package io.tiktoktoe.pricing.insight;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a price test is, fixed before it starts.
 *
 * @param arms at least two; lowest price first where they are ordered
 * @param control place of the arm that is charged today
 * @param exploration share of the traffic that is shown an eligible arm drawn evenly, 0 to 1
 * @param alpha chance of ever declaring a difference where there is none, in (0, 1)
 * @param cap what one person brings counts as at most so many times the arm's contribution: one
 *     whale decides nothing; 1 where a person buys once
 * @param minimumExposure persons that every arm is shown to before any is left out
 * @param stopLoss an arm is left out when it surely brings less than control by this share
 * @param ordered whether nobody who refuses an arm would take a later one: so it is where arms
 *     differ by their price alone, and not where trials, guarantees or tiers differ too
 */
public record PriceTestPlan(
    List<PriceArm> arms,
    int control,
    double exploration,
    double alpha,
    double cap,
    int minimumExposure,
    double stopLoss,
    boolean ordered) {

  /** Least chance of an arm that can be shown at all: what is rarer cannot be evaluated. */
  public static final double LEAST_PROPENSITY = .01;

  /** Share of the traffic that explores, unless said otherwise. */
  public static final double EXPLORATION = .1;

  /** Refuses arms out of order or alike, a control that is none, and shares that are none. */
  public PriceTestPlan {
    arms = List.copyOf(arms);
    Set<String> names = new HashSet<>();
    arms.forEach(arm -> names.add(arm.name()));
    if (arms.size() < 2 || names.size() < arms.size()) {
      throw new IllegalArgumentException(
          "arms (%d, %d names) must be at least 2, each with a name of its own."
              .formatted(arms.size(), names.size()));
    }
    if (arms.size() > 1 / LEAST_PROPENSITY) {
      throw new IllegalArgumentException(
          "arms (%d) must be at most %.0f, so that each has a chance of %s."
              .formatted(arms.size(), 1 / LEAST_PROPENSITY, LEAST_PROPENSITY));
    }
    if (ordered
        && !arms.equals(
            arms.stream().sorted(Comparator.comparingDouble(PriceArm::price)).toList())) {
      throw new IllegalArgumentException("arms must stand in the order of their prices.");
    }
    if (control < 0 || control >= arms.size()) {
      throw new IllegalArgumentException(
          "control (%d) must be the place of one of %d arms, from 0."
              .formatted(control, arms.size()));
    }
    requireShare("exploration", exploration);
    requireShare("stopLoss", stopLoss);
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException(
          "alpha (%s) must lie between 0 and 1, both excluded.".formatted(alpha));
    }
    if (!(cap > 0) || minimumExposure < 0) {
      throw new IllegalArgumentException(
          "cap (%s) must be above 0, minimumExposure (%d) at least 0."
              .formatted(cap, minimumExposure));
    }
  }

  private static void requireShare(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("%s (%s) must be from 0 to 1.".formatted(name, share));
    }
  }

  /** The usual test: a tenth explores, alpha .05, one sale a person. */
  public static PriceTestPlan of(List<PriceArm> arms, int control) {
    return new PriceTestPlan(arms, control, EXPLORATION, .05, 1, 30, .1, true);
  }

  /** The most that one person shown an arm counts as. */
  public double most(int arm) {
    return cap * arms.get(arm).contribution();
  }

  /** With persons who may count as several sales. */
  public PriceTestPlan withCap(double sales) {
    return new PriceTestPlan(
        arms, control, exploration, alpha, sales, minimumExposure, stopLoss, ordered);
  }

  /** With another share that explores. */
  public PriceTestPlan withExploration(double share) {
    return new PriceTestPlan(arms, control, share, alpha, cap, minimumExposure, stopLoss, ordered);
  }

  /** With whole offers, of which a dearer one may find more takers. */
  public PriceTestPlan withoutOrder() {
    return new PriceTestPlan(
        arms, control, exploration, alpha, cap, minimumExposure, stopLoss, false);
  }
}
