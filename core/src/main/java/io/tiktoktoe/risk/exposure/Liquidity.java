package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.stats.Interval;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Liquidity at risk: whether payouts come in time for planned spending, minor units.
 *
 * @param cash on the account at the start
 * @param payoutDays days from the sale to the money
 * @param spending what is paid in all
 * @param until last day that is looked at
 * @param chance that the account is below zero on any day
 * @param interval holds the chance with probability 0.95, as far as the number of futures goes
 * @param first day from which the account is below zero in at least one of twenty futures
 * @param needed how much more cash at the start leaves it below zero in one of twenty futures only
 * @param days each day of planned spending, in order
 */
public record Liquidity(
    long cash,
    int payoutDays,
    long spending,
    LocalDate until,
    double chance,
    Interval interval,
    Optional<LocalDate> first,
    double needed,
    List<SpendingDay> days) {

  public Liquidity {
    days = List.copyOf(days);
  }

  /**
   * The account at the end of a day of planned spending.
   *
   * @param what for what
   * @param amount paid that day
   * @param middle balance in the middle future
   * @param low balance of the worst twentieth
   * @param chance that it is below zero
   */
  public record SpendingDay(
      LocalDate day, String what, long amount, double middle, double low, double chance) {}
}
