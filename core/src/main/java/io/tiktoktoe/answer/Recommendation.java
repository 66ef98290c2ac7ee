package io.tiktoktoe.answer;

import io.tiktoktoe.stats.Interval;

/**
 * A prescription with its expected effect: one thing to do, what it should bring and on what that
 * is believed.
 *
 * @param advice what to do, with the observations behind it
 * @param effect what it should change
 * @param expected expected change in the effect's unit; positive is better for the creator
 * @param interval holds the true change with its confidence
 * @param footing on what the expectation stands
 */
public record Recommendation(
    Message advice, Effect effect, double expected, Interval interval, Footing footing) {

  /** Stable id of the kind of advice, such as {@code strong-hours}. */
  public String topic() {
    return advice.code();
  }

  /** What a recommendation changes, with its unit. */
  public enum Effect {
    /** Net income per 30 days, minor units of the reporting currency. */
    INCOME_30_DAYS,
    /** Mean loss in the worst 5% of 30-day outcomes, minor units; positive means a smaller loss. */
    EXPECTED_SHORTFALL_30_DAYS,
    /** Net income of 30 days lost if the largest platform fails, minor units; positive is less. */
    PLATFORM_LOSS_30_DAYS,
    /** Direct value of the next content within 14 days, minor units. */
    CONTENT_VALUE,
    /** Share of forecast income that is kept too high; a share in [-1, 1]. */
    PLANNING_ERROR
  }

  /** How far an expected effect can be trusted to follow from the action. */
  public enum Footing {
    /** Arithmetic over the ledger: it follows if the action succeeds. */
    LEDGER,
    /** A difference that was observed, not tried: the action may bring less. */
    ASSOCIATION,
    /** From the forecast's joint futures: it holds as far as they do. */
    SIMULATION
  }
}
