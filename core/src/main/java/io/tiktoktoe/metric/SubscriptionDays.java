package io.tiktoktoe.metric;

import io.tiktoktoe.metric.SubscriptionMovement.Kind;
import java.time.LocalDate;
import java.util.List;

/**
 * Subscription-days at risk (person-time): the one exposure behind every churn rate. A subscription
 * that its fan pays is at risk on each local day; on the day on which it comes or goes, half of it.
 * Gifts are apart: they end by themselves.
 *
 * @param churns paid subscriptions that ended
 * @param exposure days at risk
 */
public record SubscriptionDays(long churns, double exposure) {

  /** None. */
  public static final SubscriptionDays NONE = new SubscriptionDays(0, 0);

  /**
   * Counts over whole local days, both ends included.
   *
   * @param history all movements since the first, in any order
   */
  public static SubscriptionDays between(
      List<SubscriptionMovement> history, LocalDate first, LocalDate last) {
    long churns = 0;
    double exposure = 0;
    double days = last.toEpochDay() - first.toEpochDay() + 1.0;
    for (SubscriptionMovement movement : history) {
      if (movement.day().isAfter(last)) {
        continue;
      }
      boolean before = movement.day().isBefore(first);
      exposure +=
          movement.paidActive()
              * (before ? days : last.toEpochDay() - movement.day().toEpochDay() + 0.5);
      if (!before && movement.kind() == Kind.CHURN) {
        churns += movement.subscriptions() - movement.gifted();
      }
    }
    return new SubscriptionDays(churns, Math.max(0, exposure));
  }

  /** Churns per subscription and so many days; NaN without exposure. */
  public double rate(double days) {
    return exposure > 0 ? churns * days / exposure : Double.NaN;
  }
}
