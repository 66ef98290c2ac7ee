package io.tiktoktoe.audience.strategy;

import io.tiktoktoe.stats.Interval;

/**
 * What a past decision truly brought, against not acting.
 *
 * @param segment for whom
 * @param action what was done
 * @param goal what is counted, which says the unit
 * @param expected what was expected of it
 * @param effect what it brought
 * @param interval holds the true effect with its confidence
 * @param method how it was told from what would have happened anyway
 * @param fans fans with the action
 * @param holdout fans without it
 */
public record PlanScore(
    String segment,
    String action,
    Goal goal,
    double expected,
    double effect,
    Interval interval,
    Method method,
    long fans,
    long holdout) {

  /** How an effect is told. */
  public enum Method {
    /** Augmented inverse propensity weighting with known chances of being chosen. */
    DOUBLY_ROBUST,
    /** Before and after, against segments or fans without the action. */
    DIFFERENCE_IN_DIFFERENCES
  }
}
