package io.tiktoktoe.audience.strategy;

import io.tiktoktoe.stats.Interval;

/**
 * The average treatment effect of an action on a segment, relative to what happens without it.
 *
 * @param action its code
 * @param segment its name
 * @param goal what it changes
 * @param estimate relative change, as in {@link UpliftPrior}
 * @param deviation standard error of it
 * @param footing on what it stands
 * @param trials how many fans were observed with the action; 0 with a prior alone
 */
public record Uplift(
    String action,
    String segment,
    Goal goal,
    double estimate,
    double deviation,
    Footing footing,
    long trials) {

  /** What an uplift was learned from. */
  public enum Footing {
    /** A stated prior alone. */
    PRIOR,
    /** Past decisions, without chance in who was chosen, shrunk towards the prior. */
    DECISIONS,
    /** Experiments with known propensities, shrunk towards the prior. */
    EXPERIMENT
  }

  /** Holds the true uplift with this confidence. */
  public Interval interval(double confidence) {
    return Interval.normal(estimate, deviation, confidence);
  }
}
