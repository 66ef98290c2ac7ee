package io.tiktoktoe.stats.cluster;

import io.tiktoktoe.work.Progress;
import java.util.Arrays;

/**
 * Single linkage as the minimum spanning tree (Gower and Ross 1969) by Prim's algorithm: the edges
 * of the tree in ascending order are the joins. Memory n times columns, time n² times columns.
 */
final class SingleLinkage {

  private static final int PROGRESS_STEPS = 256;

  private SingleLinkage() {}

  static Dendrogram cluster(Points points, Progress progress) {
    int rows = points.rows();
    MergeOrder merges = new MergeOrder(rows);
    int[] outside = new int[rows - 1];
    double[] squares = new double[rows];
    int[] nearestInside = new int[rows];
    Arrays.setAll(outside, at -> at + 1);
    Arrays.fill(squares, Double.POSITIVE_INFINITY);
    int newest = 0;
    for (int left = rows - 1; left > 0; left--) {
      int nearest = 0;
      for (int at = 0; at < left; at++) {
        int row = outside[at];
        double square = points.squaredDistance(newest, row);
        if (square < squares[row]) {
          squares[row] = square;
          nearestInside[row] = newest;
        }
        if (squares[row] < squares[outside[nearest]]) {
          nearest = at;
        }
      }
      newest = outside[nearest];
      outside[nearest] = outside[left - 1];
      merges.add(nearestInside[newest], newest, Math.sqrt(squares[newest]));
      if (left % PROGRESS_STEPS == 0) {
        progress.report("clustering", rows - left, rows);
      }
    }
    return merges.sorted();
  }
}
