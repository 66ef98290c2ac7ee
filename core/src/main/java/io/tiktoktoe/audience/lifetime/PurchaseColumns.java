package io.tiktoktoe.audience.lifetime;

import java.util.Arrays;

/** Sorts the rows of a log by customer and day and merges those of one day. */
final class PurchaseColumns {

  private PurchaseColumns() {}

  static PurchaseLog sorted(int customers, int[] customer, int[] day, double[] amount) {
    boolean priced = amount.length > 0;
    require(customers, customer, day, amount);
    long[] order = new long[customer.length];
    for (int row = 0; row < order.length; row++) {
      order[row] = ((long) customer[row] << 32) | (day[row] - (long) Integer.MIN_VALUE);
    }
    int[] rows = priced ? sortedRows(order, customers, customer) : new int[0];
    Arrays.parallelSort(order);
    return merged(customers, order, rows, amount);
  }

  /** Rows by customer, then day. */
  private static int[] sortedRows(long[] key, int customers, int[] customer) {
    int[] next = new int[customers + 1];
    for (int one : customer) {
      next[one + 1]++;
    }
    for (int one = 0; one < customers; one++) {
      next[one + 1] += next[one];
    }
    int[] rows = new int[key.length];
    int[] starts = next.clone();
    for (int row = 0; row < key.length; row++) {
      rows[next[customer[row]]++] = row;
    }
    for (int one = 0; one < customers; one++) {
      sortByKey(rows, starts[one], starts[one + 1], key);
    }
    return rows;
  }

  private static void sortByKey(int[] rows, int from, int to, long[] key) {
    if (to - from < 2) {
      return;
    }
    long[] sorted = new long[to - from];
    for (int i = 0; i < sorted.length; i++) {
      // Within one customer only the day counts; the row behind it keeps the order stable.
      sorted[i] = (key[rows[from + i]] << 32) | i;
    }
    int[] before = Arrays.copyOfRange(rows, from, to);
    sortUnsigned(sorted);
    for (int i = 0; i < sorted.length; i++) {
      rows[from + i] = before[(int) sorted[i]];
    }
  }

  private static void sortUnsigned(long[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] ^= Long.MIN_VALUE;
    }
    Arrays.sort(values);
  }

  private static PurchaseLog merged(int customers, long[] order, int[] rows, double[] amount) {
    int[] starts = new int[customers + 1];
    int[] days = new int[order.length];
    double[] amounts = new double[rows.length == 0 ? 0 : order.length];
    int places = 0;
    int at = 0;
    for (int one = 0; one < customers; one++) {
      starts[one] = places;
      while (at < order.length && (int) (order[at] >>> 32) == one) {
        long key = order[at];
        double sum = 0;
        for (; at < order.length && order[at] == key; at++) {
          sum += rows.length == 0 ? 0 : amount[rows[at]];
        }
        days[places] = (int) ((key & 0xffffffffL) + Integer.MIN_VALUE);
        if (amounts.length > 0) {
          amounts[places] = sum;
        }
        places++;
      }
    }
    starts[customers] = places;
    return PurchaseLog.sorted(
        starts,
        Arrays.copyOf(days, places),
        Arrays.copyOf(amounts, Math.min(places, amounts.length)),
        amounts.length > 0);
  }

  private static void require(int customers, int[] customer, int[] day, double[] amount) {
    if (day.length != customer.length || (amount.length != 0 && amount.length != customer.length)) {
      throw new IllegalArgumentException(
          "customer (%d values), day (%d) and amount (%d) must be as long as each other."
              .formatted(customer.length, day.length, amount.length));
    }
    for (int row = 0; row < customer.length; row++) {
      if (customer[row] < 0 || customer[row] >= customers) {
        throw new IllegalArgumentException(
            "row %d has customer %d; number them from 0 to %d."
                .formatted(row, customer[row], customers - 1));
      }
      if (amount.length > 0 && !Double.isFinite(amount[row])) {
        throw new IllegalArgumentException(
            "row %d has amount %s. Leave the row out or give it a number."
                .formatted(row, amount[row]));
      }
    }
  }
}
