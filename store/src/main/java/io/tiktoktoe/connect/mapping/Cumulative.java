package io.tiktoktoe.connect.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns running totals into steps whose sum is exactly the last total. Totals that contradict the
 * others are set aside: what is kept is the longest sequence that never falls and ends at the last
 * total, so the fewest rows are doubted and a correction is never counted as income. O(n log n).
 */
final class Cumulative {

  private final List<BigDecimal> totals = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();
  private BigDecimal[] steps = new BigDecimal[0];
  private int next;

  /** Takes the next total in the file's order. */
  void add(BigDecimal total, long line) {
    totals.add(total);
    lines.add(line);
  }

  /** Computes the steps; returns the lines that were set aside. */
  List<Long> solve() {
    boolean[] kept = kept();
    steps = new BigDecimal[totals.size()];
    List<Long> aside = new ArrayList<>();
    BigDecimal before = BigDecimal.ZERO;
    for (int i = 0; i < steps.length; i++) {
      if (kept[i]) {
        steps[i] = totals.get(i).subtract(before);
        before = totals.get(i);
      } else {
        steps[i] = BigDecimal.ZERO;
        aside.add(lines.get(i));
      }
    }
    return aside;
  }

  /** The step of the next total, in the order in which they were added; zero when set aside. */
  BigDecimal step() {
    return steps[next++];
  }

  /** Patience sorting over the totals that do not exceed the last one. */
  private boolean[] kept() {
    int n = totals.size();
    int[] tails = new int[n];
    int[] previous = new int[n];
    int length = 0;
    for (int i = 0; i < n; i++) {
      if (totals.get(i).compareTo(totals.getLast()) > 0) {
        continue;
      }
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (totals.get(tails[middle]).compareTo(totals.get(i)) <= 0) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : tails[low - 1];
      tails[low] = i;
      length = Math.max(length, low + 1);
    }
    boolean[] kept = new boolean[n];
    Arrays.fill(kept, false);
    for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
      kept[i] = true;
    }
    return kept;
  }
}
