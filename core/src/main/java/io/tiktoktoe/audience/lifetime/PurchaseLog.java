package io.tiktoktoe.audience.lifetime;

import java.util.Arrays;

/**
 * A transaction log in columns, sorted by customer and day: one place for each customer and day,
 * purchases of one day merged. Immutable; customers are numbers from 0, days are days since
 * 1970-01-01 (or since any other day). O(rows) memory: 16 bytes a place.
 */
public final class PurchaseLog {

  private final int[] starts;
  private final int[] days;
  private final double[] amounts;
  private final boolean priced;

  private PurchaseLog(int[] starts, int[] days, double[] amounts, boolean priced) {
    this.starts = starts;
    this.days = days;
    this.amounts = amounts;
    this.priced = priced;
  }

  /**
   * Of rows in any order. A day whose amounts add up to less than nothing is no purchase: it is
   * taken from what the customer spent. A free one (0) is a purchase without a price.
   *
   * @param customers how many; those without a row have bought nothing
   * @param customer of each row, from 0 to {@code customers} - 1
   * @param day of each row
   * @param amount of each row in any unit of money, refunds negative; empty when not known
   * @throws IllegalArgumentException if the columns differ in length, or a customer or an amount
   *     cannot be
   */
  public static PurchaseLog of(int customers, int[] customer, int[] day, double[] amount) {
    return PurchaseColumns.sorted(customers, customer, day, amount);
  }

  /** Takes over the arrays. */
  static PurchaseLog sorted(int[] starts, int[] days, double[] amounts, boolean priced) {
    return new PurchaseLog(starts, days, amounts, priced);
  }

  /** How many customers. */
  public int customers() {
    return starts.length - 1;
  }

  /** Whether amounts are known. */
  public boolean priced() {
    return priced;
  }

  /** The last day with a row; the least integer when there is none. */
  public int lastDay() {
    return Arrays.stream(days).max().orElse(Integer.MIN_VALUE);
  }

  /** The first day with a row; the greatest integer when there is none. */
  public int firstDay() {
    return Arrays.stream(days).min().orElse(Integer.MAX_VALUE);
  }

  /**
   * Days after {@code from}, up to {@code until} included, on which customer {@code one} bought.
   */
  public int purchases(int one, int from, int until) {
    int count = 0;
    for (int place = starts[one]; place < starts[one + 1]; place++) {
      count += days[place] > from && days[place] <= until && isPurchase(place) ? 1 : 0;
    }
    return count;
  }

  /** What customer {@code one} paid in the same days, less what went back. */
  public double spend(int one, int from, int until) {
    double sum = 0;
    for (int place = starts[one]; place < starts[one + 1]; place++) {
      sum += days[place] > from && days[place] <= until ? amount(place) : 0;
    }
    return sum;
  }

  /** First place of a customer's days. */
  int start(int one) {
    return starts[one];
  }

  /** The place behind a customer's last day up to {@code until}. */
  int end(int one, int until) {
    int at = Arrays.binarySearch(days, starts[one], starts[one + 1], until);
    return at >= 0 ? at + 1 : -at - 1;
  }

  int day(int place) {
    return days[place];
  }

  /** Net amount of a day; 0 when amounts are not known. */
  double amount(int place) {
    return priced ? amounts[place] : 0;
  }

  /** Whether a day is a purchase: one on which more went back than was paid is not. */
  boolean isPurchase(int place) {
    return amount(place) >= 0;
  }
}
