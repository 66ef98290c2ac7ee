package io.tiktoktoe.metric;

import java.time.LocalDate;

/**
 * How recurring income moved on one local day.
 *
 * @param day the creator's local day
 * @param kind the movement
 * @param subscriptions how many subscriptions moved
 * @param gifted how many of them another person pays for
 * @param monthlyAmount recurring income per month that came or went, minor units of the reporting
 *     currency; positive for NEW, EXPANSION and REACTIVATION, negative for CONTRACTION and CHURN
 */
public record SubscriptionMovement(
    LocalDate day, Kind kind, long subscriptions, long gifted, long monthlyAmount) {

  /** The five movements of recurring income. */
  public enum Kind {
    /** A fan's first subscription to this creator. */
    NEW,
    /** An active subscription that now pays more. */
    EXPANSION,
    /** An active subscription that now pays less. */
    CONTRACTION,
    /** Canceled, or not renewed within its grace period. */
    CHURN,
    /** Started again after a churn. */
    REACTIVATION
  }
}
