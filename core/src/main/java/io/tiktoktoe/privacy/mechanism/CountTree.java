package io.tiktoktoe.privacy.mechanism;

import java.util.ArrayList;
import java.util.List;

/**
 * Hierarchical histogram: counts of leaves and of ever larger groups of neighbours, and the best
 * linear unbiased leaves from noisy ones. Source: Hay, Rastogi, Miklau and Suciu, "Boosting the
 * Accuracy of Differentially Private Histograms Through Consistency", VLDB 2010, for trees of any
 * shape by smoothing up and down. Everything is O(nodes).
 */
public final class CountTree {

  private final int fanOut;
  private final List<Integer> widths = new ArrayList<>();
  private final int size;

  /**
   * A tree.
   *
   * @param leaves at least 1
   * @param fanOut children of a node, at least 2; the last node of a level may have fewer
   */
  public CountTree(int leaves, int fanOut) {
    if (leaves < 1 || fanOut < 2) {
      throw new IllegalArgumentException(
          "leaves (%d) must be at least 1 and fanOut (%d) at least 2.".formatted(leaves, fanOut));
    }
    this.fanOut = fanOut;
    int width = leaves;
    widths.add(width);
    while (width > fanOut) {
      width = (width - 1) / fanOut + 1;
      widths.add(width);
    }
    this.size = widths.stream().mapToInt(Integer::intValue).sum();
  }

  /** In how many counts each leaf is. */
  public int levels() {
    return widths.size();
  }

  /** How many counts there are. */
  public int size() {
    return size;
  }

  /** Leaves, then level by level up; the sums must fit into 64 bits. */
  public long[] counts(long[] leaves) {
    long[] all = new long[size];
    System.arraycopy(leaves, 0, all, 0, leaves.length);
    int below = 0;
    int at = leaves.length;
    for (int level = 1; level < widths.size(); level++) {
      for (int i = 0; i < widths.get(level - 1); i++) {
        all[at + i / fanOut] += all[below + i];
      }
      below = at;
      at += widths.get(level);
    }
    return all;
  }

  /**
   * Sum of squares by which the counts move at most, when so many different leaves move by one:
   * their neighbours share groups.
   */
  public double squaredSensitivity(int movedLeaves) {
    double sum = 0;
    double group = 1;
    for (int width : widths) {
      double moved = Math.min(movedLeaves, (double) widths.getFirst());
      double full = Math.floor(moved / group);
      double rest = moved - full * group;
      sum += Math.min(full, width) * group * group + rest * rest;
      group *= fanOut;
    }
    return sum;
  }

  /** The leaves that fit all noisy counts best, when all have noise of one variance. */
  public double[] consistent(double[] noisy) {
    double[] value = noisy.clone();
    double[] variance = upward(value);
    for (int level = widths.size() - 1; level > 0; level--) {
      spread(level, value, variance);
    }
    return java.util.Arrays.copyOf(value, widths.getFirst());
  }

  /** Variance of each consistent leaf, when each noisy count has variance 1. */
  public double[] leafVariances() {
    double[] variance = upward(new double[size]);
    double[] smoothed = variance.clone();
    for (int level = widths.size() - 1; level > 0; level--) {
      int at = start(level);
      int below = start(level - 1);
      for (int node = 0; node < widths.get(level); node++) {
        int last = Math.min(widths.get(level - 1), (node + 1) * fanOut);
        double together = sum(variance, below + node * fanOut, below + last);
        for (int child = node * fanOut; child < last; child++) {
          double gain = variance[below + child] / together;
          smoothed[below + child] += gain * gain * (smoothed[at + node] - together);
        }
      }
    }
    return java.util.Arrays.copyOf(smoothed, widths.getFirst());
  }

  /** Combines each node with the sum of its children; tells the variances of the combined. */
  private double[] upward(double[] value) {
    double[] variance = new double[size];
    java.util.Arrays.fill(variance, 1);
    for (int level = 1; level < widths.size(); level++) {
      int at = start(level);
      int below = start(level - 1);
      for (int node = 0; node < widths.get(level); node++) {
        int first = below + node * fanOut;
        int last = below + Math.min(widths.get(level - 1), (node + 1) * fanOut);
        double together = sum(variance, first, last);
        double own = together / (1 + together);
        value[at + node] = own * value[at + node] + (1 - own) * sum(value, first, last);
        variance[at + node] = own;
      }
    }
    return variance;
  }

  /** Shares out what a node has more than its children. */
  private void spread(int level, double[] value, double[] variance) {
    int at = start(level);
    int below = start(level - 1);
    for (int node = 0; node < widths.get(level); node++) {
      int first = below + node * fanOut;
      int last = below + Math.min(widths.get(level - 1), (node + 1) * fanOut);
      double more = value[at + node] - sum(value, first, last);
      double together = sum(variance, first, last);
      for (int child = first; child < last; child++) {
        value[child] += more * variance[child] / together;
      }
    }
  }

  private int start(int level) {
    int start = 0;
    for (int i = 0; i < level; i++) {
      start += widths.get(i);
    }
    return start;
  }

  private static double sum(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum;
  }
}
