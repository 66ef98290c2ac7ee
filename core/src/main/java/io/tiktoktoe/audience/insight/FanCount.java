package io.tiktoktoe.audience.insight;

import java.util.Locale;

/** What is counted of each fan over all days; amounts are minor units. */
public enum FanCount {
  /** Everything done but unfollowing: views, likes, comments, shares, follows, purchases. */
  ACTIONS,
  VIEWS,
  WATCH_MS,
  /** Views to the end. */
  COMPLETED,
  LIKES,
  COMMENTS,
  SHARES,
  FOLLOWS,
  UNFOLLOWS,
  /** Sales that are no subscription's, counted with what was done. */
  PURCHASES,
  /** Days (UTC) with an action. */
  ACTIVE_DAYS,
  /** Sales of any kind. */
  SALES,
  /** Refunds and chargebacks. */
  REVERSALS,
  /** What was paid. */
  GROSS,
  /** What of it reached the creator, refunds and chargebacks off; may be negative. */
  NET,
  /** Days with a sale that is no subscription's. */
  PURCHASE_DAYS,
  /** Net of sales that are no subscription's. */
  PURCHASE_NET,
  /** The part of {@link #PURCHASE_NET} that came on the first purchase day. */
  FIRST_PURCHASE_NET,
  /** Net of subscriptions. */
  SUBSCRIPTION_NET,
  /** Fans brought by this one. */
  REFERRALS,
  /** Net of the fans brought by this one. */
  REFERRED_NET,
  /** Ids that are this fan's. */
  ACCOUNTS,
  /** Platforms used. */
  PLATFORMS,
  /** Streams paid through. */
  STREAMS,
  /** Subscriptions that run and that the fan pays. */
  SUBSCRIPTIONS,
  /** Recurring net a month of these before fees. */
  MONTHLY,
  /** Renewals that could not be collected. */
  FAILED_PAYMENTS,
  /** Those of them that are still asked for. */
  OPEN_FAILURES;

  /** How many of them, from the first, tell of what was done: columns of {@link ActivityRows}. */
  public static final int OF_ACTIVITY = PURCHASES.ordinal() + 1;

  /** Its name in tables and answers. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
