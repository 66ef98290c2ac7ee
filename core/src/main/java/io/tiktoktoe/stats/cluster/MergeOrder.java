package io.tiktoktoe.stats.cluster;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Joins in the order in which they were found, each named by one row of either side, brought into
 * the order and numbers of R's {@code hclust}: a union-find over ascending heights (Müllner 2011).
 */
final class MergeOrder {

  private final int[] ones;
  private final int[] others;
  private final double[] heights;
  private int found;

  MergeOrder(int rows) {
    ones = new int[rows - 1];
    others = new int[rows - 1];
    heights = new double[rows - 1];
  }

  /** Two clusters are joined; each is named by any of its rows. */
  void add(int one, int other, double height) {
    ones[found] = one;
    others[found] = other;
    heights[found++] = height;
  }

  /** The dendrogram: by height, and by the order in which they were found where heights tie. */
  Dendrogram sorted() {
    Integer[] order = new Integer[found];
    Arrays.setAll(order, step -> step);
    Arrays.sort(order, Comparator.comparingDouble(step -> heights[step]));
    return numbered(order);
  }

  private Dendrogram numbered(Integer[] order) {
    int[] parent = new int[found + 1];
    int[] name = new int[found + 1];
    int[] rows = new int[found + 1];
    Arrays.setAll(parent, row -> row);
    Arrays.setAll(name, row -> -row - 1);
    Arrays.fill(rows, 1);
    int[] left = new int[found];
    int[] right = new int[found];
    int[] sizes = new int[found];
    double[] ascending = new double[found];
    for (int step = 0; step < found; step++) {
      int one = root(parent, ones[order[step]]);
      int other = root(parent, others[order[step]]);
      left[step] = first(name[one], name[other]);
      right[step] = name[one] + name[other] - left[step];
      ascending[step] = heights[order[step]];
      parent[other] = one;
      rows[one] += rows[other];
      sizes[step] = rows[one];
      name[one] = step + 1;
    }
    return new Dendrogram(left, right, ascending, sizes);
  }

  /** A row before a cluster, the earlier of two rows, the earlier of two clusters. */
  private static int first(int one, int other) {
    return one < 0 && other < 0 ? Math.max(one, other) : Math.min(one, other);
  }

  private static int root(int[] parent, int row) {
    int at = row;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
