package io.tiktoktoe.content.attribution;

import io.tiktoktoe.content.insight.ContentPayments;
import io.tiktoktoe.content.insight.ContentPayments.Kind;

/**
 * Expected lifetime value of subscriptions: what was paid since they began and what those that run
 * will still bring over a year, by the share of due payments that came (Beta prior, geometric).
 */
final class RenewalValue {

  private static final double DAY = 86_400;

  /** A payment is due this long after the term of the one before. */
  private static final double GRACE_DAYS = 10;

  private static final double HORIZON_DAYS = 365;

  /** Prior payments that came and that did not, as the usual monthly churn of a tenth. */
  private static final double CAME = 9;

  private static final double MISSED = 1;

  private final ContentPayments payments;
  private final int[] latest;
  private final double[] paid;
  private final long end;
  private final double renews;

  /**
   * @param end until when payments are known, seconds since 1970
   */
  RenewalValue(ContentPayments payments, long end) {
    this.payments = payments;
    this.end = end;
    this.latest = new int[payments.size()];
    this.paid = new double[payments.size()];
    double came = CAME;
    double missed = MISSED;
    for (int row = 0; row < payments.size(); row++) {
      int origin = payments.origin()[row];
      latest[origin] = Math.max(latest[origin], row);
      paid[origin] += payments.net()[row];
      came += payments.kind()[row] == Kind.RENEWAL.ordinal() && origin != row ? 1 : 0;
    }
    for (int row = 0; row < payments.size(); row++) {
      boolean began = payments.kind()[row] == Kind.START.ordinal();
      missed += began && !runs(latest[row]) ? 1 : 0;
    }
    this.renews = came / (came + missed);
  }

  /** Whether the payment after this one is not overdue. */
  private boolean runs(int row) {
    double due = payments.seconds()[row] + (payments.termDays()[row] + GRACE_DAYS) * DAY;
    return due > end;
  }

  /** What was paid so far since this payment began a subscription, minor units. */
  double paid(int start) {
    return paid[start];
  }

  /** The same with what is still expected. */
  double lifetime(int start) {
    int last = latest[start];
    if (payments.kind()[start] != Kind.START.ordinal() || !runs(last)) {
      return paid[start];
    }
    double rounds = HORIZON_DAYS / payments.termDays()[last];
    double further = renews * (1 - Math.pow(renews, rounds)) / (1 - renews);
    double each = Math.max(0, payments.net()[last]);
    return paid[start] + Math.min(rounds, further) * each;
  }
}
