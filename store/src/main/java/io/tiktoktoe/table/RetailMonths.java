package io.tiktoktoe.table;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Months of the retail calendar (4-4-5, 4-5-4, 5-4-4): whole weeks, three of them a quarter of 13
 * weeks; now and then a month is a week longer, since a year is not 52 weeks.
 *
 * @param weeks of three months that follow on each other, beginning with the first step
 * @param longer days by which all known steps together are longer than that
 */
public record RetailMonths(List<Integer> weeks, long longer) {

  /** Months of a quarter, after which the order of lengths repeats. */
  public static final int QUARTER = 3;

  private static final List<List<Integer>> ORDERS =
      List.of(List.of(4, 4, 5), List.of(4, 5, 4), List.of(5, 4, 4));

  private static final long WEEK = Duration.ofDays(7).toMillis();

  /** Fewer times show no order. */
  private static final int LEAST = 5;

  /** A week is put in once in five or six years. */
  private static final int MONTHS_PER_LONGER = 60;

  public RetailMonths {
    weeks = List.copyOf(weeks);
  }

  /** Those that these times in milliseconds begin, if any; each is the first day of its month. */
  static Optional<RetailMonths> of(long[] times, int count) {
    return ORDERS.stream().flatMap(order -> of(order, times, count).stream()).findFirst();
  }

  private static Optional<RetailMonths> of(List<Integer> order, long[] times, int count) {
    int put = 0;
    for (int i = 1; i < count; i++) {
      long more = times[i] - times[i - 1] - WEEK * order.get((i - 1) % QUARTER);
      if (more != 0 && more != WEEK) {
        return Optional.empty();
      }
      put += more == 0 ? 0 : 1;
    }
    boolean rarely = put <= 1 + count / MONTHS_PER_LONGER;
    return count >= LEAST && rarely
        ? Optional.of(new RetailMonths(order, Duration.ofDays(7L * put).toDays()))
        : Optional.empty();
  }

  /** When a step after the known ones begins; no further week is put in. */
  LocalDateTime timeOf(LocalDateTime first, int place) {
    int quarter = weeks.stream().mapToInt(Integer::intValue).sum();
    long all = (long) quarter * (place / QUARTER);
    for (int month = 0; month < place % QUARTER; month++) {
      all += weeks.get(month);
    }
    return first.plusWeeks(all).plusDays(longer);
  }
}
