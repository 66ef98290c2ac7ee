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
 *     currency; positive for NEW, EXPANSION and REACTIVATION, negative for CONTRACTION and CHURN,
 *     any for CURRENCY, 0 for CONVERSION
 * @param began the day on which it began: of a subscription that ended without a word, when what
 *     was paid for ended, though that is known only on {@code day}, when its grace is over; else
 *     {@code day}
 */
public record SubscriptionMovement(
    LocalDate day,
    Kind kind,
    long subscriptions,
    long gifted,
    long monthlyAmount,
    LocalDate began) {

  /** One that is known on the day on which it began. */
  public SubscriptionMovement(
      LocalDate day, Kind kind, long subscriptions, long gifted, long monthlyAmount) {
    this(day, kind, subscriptions, gifted, monthlyAmount, day);
  }

  /** The same, begun on an earlier day. */
  public SubscriptionMovement since(LocalDate earlier) {
    return new SubscriptionMovement(day, kind, subscriptions, gifted, monthlyAmount, earlier);
  }

  /** How many active subscriptions it adds. */
  public long active() {
    return kind.active() * subscriptions;
  }

  /** How many active subscriptions whose fans pay themselves it adds. */
  public long paidActive() {
    return kind == Kind.CONVERSION ? subscriptions : kind.active() * (subscriptions - gifted);
  }

  /** The movements of recurring income. */
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
    REACTIVATION,
    /** A gift for which its fan pays from now on. */
    CONVERSION,
    /** What a change of exchange rates alone made of an active subscription. */
    CURRENCY;

    /** How many active subscriptions one such movement adds. */
    public int active() {
      return switch (this) {
        case NEW, REACTIVATION -> 1;
        case CHURN -> -1;
        case EXPANSION, CONTRACTION, CONVERSION, CURRENCY -> 0;
      };
    }
  }
}
