package io.tiktoktoe.risk.exposure;

import java.util.List;

/**
 * What liquidity is measured against.
 *
 * @param cash on the account before the first day that is forecast, minor units
 * @param payoutDays days from the sale to the money, 0 to {@value #MOST_DAYS}
 * @param spending what will be paid, in any order; none when liquidity is not asked for
 * @param earned net income of each of the last {@code payoutDays} days, oldest first: it is still
 *     to be paid out
 */
@SuppressWarnings("ArrayRecordComponent") // Only carried: copied on the way in and out.
public record CashPlan(long cash, int payoutDays, List<PlannedSpending> spending, double[] earned) {

  /** Payouts later than this are no payouts. */
  public static final int MOST_DAYS = 180;

  /** Nothing planned. */
  public static final CashPlan NONE = new CashPlan(0, 0, List.of(), new double[0]);

  public CashPlan {
    spending = List.copyOf(spending);
    earned = earned.clone();
    if (payoutDays < 0 || payoutDays > MOST_DAYS || earned.length != payoutDays) {
      throw new IllegalArgumentException(
          "payoutDays (%d) must be 0 to %d and the number of earned days (%d)."
              .formatted(payoutDays, MOST_DAYS, earned.length));
    }
  }

  @Override
  public double[] earned() {
    return earned.clone();
  }
}
