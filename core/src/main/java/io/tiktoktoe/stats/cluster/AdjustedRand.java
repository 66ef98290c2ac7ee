package io.tiktoktoe.stats.cluster;

import java.util.HashMap;
import java.util.Map;

/** Adjusted Rand index (Hubert and Arabie 1985): how far two ways of grouping rows agree. */
public final class AdjustedRand {

  private AdjustedRand() {}

  /**
   * 1 for the same groups under any names, 0 on average for chance. Two groupings that are both one
   * group, or both all rows apart, agree: 1. O(rows).
   *
   * @throws IllegalArgumentException if they are not of as many rows
   */
  public static double of(int[] ones, int[] others) {
    if (ones.length != others.length) {
      throw new IllegalArgumentException(
          "groups of %d and of %d rows cannot be compared. Give the same rows."
              .formatted(ones.length, others.length));
    }
    Map<Long, Integer> cells = new HashMap<>();
    Map<Integer, Integer> rows = new HashMap<>();
    Map<Integer, Integer> columns = new HashMap<>();
    for (int at = 0; at < ones.length; at++) {
      cells.merge((long) ones[at] << 32 | others[at] & 0xffffffffL, 1, Integer::sum);
      rows.merge(ones[at], 1, Integer::sum);
      columns.merge(others[at], 1, Integer::sum);
    }
    double together = pairs(cells);
    double one = pairs(rows);
    double other = pairs(columns);
    double all = (double) ones.length * (ones.length - 1) / 2;
    double expected = all == 0 ? 0 : one * other / all;
    double most = (one + other) / 2;
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  private static double pairs(Map<?, Integer> counts) {
    return counts.values().stream().mapToDouble(count -> (double) count * (count - 1) / 2).sum();
  }
}
