package io.tiktoktoe.stats.cluster;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Dendrogram: which clusters were joined, in ascending order of height.
 *
 * <p>Numbered as R's {@code hclust}: -i is the i-th row (from 1) by itself, a positive number the
 * cluster that this step (from 1) made. A row stands before a cluster; of two rows or two clusters
 * the earlier stands first.
 */
public final class Dendrogram {

  private final int[] left;
  private final int[] right;
  private final double[] heights;
  private final int[] sizes;

  /**
   * Takes the steps over; the arrays are not copied.
   *
   * @param sizes rows in the cluster that each step made
   */
  Dendrogram(int[] left, int[] right, double[] heights, int[] sizes) {
    this.left = left;
    this.right = right;
    this.heights = heights;
    this.sizes = sizes;
  }

  /** How many rows were joined. */
  public int rows() {
    return heights.length + 1;
  }

  /** How many joins: one less than rows. */
  public int steps() {
    return heights.length;
  }

  /** The first of what a step joined, in R's numbers; steps count from 0. */
  public int left(int step) {
    return left[step];
  }

  /** The second of what a step joined, in R's numbers; steps count from 0. */
  public int right(int step) {
    return right[step];
  }

  /** How far apart the two were, by the linkage; steps count from 0. */
  public double height(int step) {
    return heights[step];
  }

  /** How many rows the step's cluster has; steps count from 0. */
  public int size(int step) {
    return sizes[step];
  }

  /**
   * The clusters that are left when the last joins are undone. O(rows).
   *
   * @param clusters how many, from 1 to rows
   * @return the cluster of each row, from 0 in the order in which rows first show them
   */
  public int[] cut(int clusters) {
    if (clusters < 1 || clusters > rows()) {
      throw new IllegalArgumentException(
          "clusters (%d) must be from 1 to the %d rows.".formatted(clusters, rows()));
    }
    int[] clusterOfStep = new int[steps()];
    int[] clusterOfRow = new int[rows()];
    Arrays.fill(clusterOfRow, -1);
    Arrays.fill(clusterOfStep, -1);
    int next = 0;
    for (int step = steps() - 1; step >= 0; step--) {
      boolean undone = step >= rows() - clusters;
      if (!undone && clusterOfStep[step] < 0) {
        clusterOfStep[step] = next++;
      }
      if (!undone) {
        pass(left[step], clusterOfStep[step], clusterOfStep, clusterOfRow);
        pass(right[step], clusterOfStep[step], clusterOfStep, clusterOfRow);
      }
    }
    return renumbered(clusterOfRow, next);
  }

  private static void pass(int part, int cluster, int[] clusterOfStep, int[] clusterOfRow) {
    if (part < 0) {
      clusterOfRow[-part - 1] = cluster;
    } else {
      clusterOfStep[part - 1] = cluster;
    }
  }

  /** The rows, from 0 and ascending, of a part in R's numbers. */
  public int[] rowsOf(int part) {
    Deque<Integer> open = new ArrayDeque<>(List.of(part));
    IntStream.Builder rows = IntStream.builder();
    while (!open.isEmpty()) {
      int one = open.pop();
      if (one < 0) {
        rows.add(-one - 1);
      } else {
        open.push(left[one - 1]);
        open.push(right[one - 1]);
      }
    }
    return rows.build().sorted().toArray();
  }

  /** In the order of first rows; rows without a cluster are one by themselves. */
  private static int[] renumbered(int[] clusterOfRow, int clusters) {
    int[] names = new int[clusters];
    Arrays.fill(names, -1);
    int next = 0;
    for (int row = 0; row < clusterOfRow.length; row++) {
      int cluster = clusterOfRow[row];
      if (cluster < 0) {
        clusterOfRow[row] = next++;
      } else {
        if (names[cluster] < 0) {
          names[cluster] = next++;
        }
        clusterOfRow[row] = names[cluster];
      }
    }
    return clusterOfRow;
  }
}
