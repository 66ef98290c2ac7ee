package io.tiktoktoe.audience.insight;

import io.tiktoktoe.stats.Interval;

/**
 * Churn rate of one kind, with what it is a share of.
 *
 * @param kind what ends
 * @param name of the product, or the platform; {@code all} for all together
 * @param platform where
 * @param monthly price a month of the plan, minor units; 0 for use and for all plans together
 * @param ended how many ended: subscriptions, or fans who fell silent
 * @param exposure subscription-days at risk, or fans who were active in the period before
 * @param rate subscriptions: ends a subscription and 30 days; use: share of the fans; NaN without
 *     exposure
 * @param interval holds the true rate with 95%
 */
public record ChurnLine(
    Kind kind,
    String name,
    String platform,
    long monthly,
    long ended,
    double exposure,
    double rate,
    Interval interval) {

  /** What can end, and what its rate is a share of. */
  public enum Kind {
    /**
     * A subscription that its fan pays: canceled or not renewed, over 90 days, for each 30
     * subscription-days at risk. Gifts are apart.
     */
    SUBSCRIPTION,
    /**
     * Use: fans active in the 30 days before, of whom nothing is seen in the 30 days after, whether
     * they subscribe or not.
     */
    USE
  }
}
