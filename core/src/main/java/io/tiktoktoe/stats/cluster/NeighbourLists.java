package io.tiktoktoe.stats.cluster;

import io.tiktoktoe.work.Progress;
import java.util.Arrays;

/**
 * Agglomeration with stored distances and a list of nearest neighbours, the algorithm of Murtagh
 * that R's {@code hclust} runs: each cluster knows the nearest of those after it, the least of
 * these is joined next, and distances follow by Lance and Williams 1967. Which of several equal
 * distances is taken is as there, so that data with ties give R's tree. Memory 4 n² bytes, time
 * about n².
 */
final class NeighbourLists {

  private static final int PROGRESS_STEPS = 256;

  private final Linkage linkage;
  private final int rows;
  private final double[][] distances;
  private final double[] weights;
  private final boolean[] gone;
  private final int[] nearest;
  private final double[] nearestDistance;

  private NeighbourLists(Points points, Linkage linkage) {
    this.linkage = linkage;
    rows = points.rows();
    weights = new double[rows];
    Arrays.setAll(weights, points::weight);
    gone = new boolean[rows];
    nearest = new int[rows];
    nearestDistance = new double[rows];
    distances = new double[rows][];
    for (int row = 0; row < rows; row++) {
      double[] later = new double[rows - row - 1];
      for (int other = row + 1; other < rows; other++) {
        later[other - row - 1] = start(points, row, other);
      }
      distances[row] = later;
    }
  }

  static Dendrogram cluster(Points points, Linkage linkage, Progress progress) {
    return new NeighbourLists(points, linkage).run(progress);
  }

  /** Of Ward's linkage the square of the distance, which R rounds on the way as here. */
  private double start(Points points, int row, int other) {
    double distance = Math.sqrt(points.squaredDistance(row, other));
    if (linkage != Linkage.WARD) {
      return distance;
    }
    double both = 2 * weights[row] * weights[other] / (weights[row] + weights[other]);
    return both * (distance * distance);
  }

  private Dendrogram run(Progress progress) {
    MergeOrder merges = new MergeOrder(rows);
    for (int row = 0; row < rows - 1; row++) {
      findNearest(row);
    }
    for (int step = 0; step < rows - 1; step++) {
      if (step % PROGRESS_STEPS == 0) {
        progress.report("clustering", step, rows);
      }
      int one = leastAtHand();
      int other = nearest[one];
      double height = nearestDistance[one];
      merges.add(one, other, linkage == Linkage.WARD ? Math.sqrt(height) : height);
      join(one, other);
    }
    return merges.sorted();
  }

  private int leastAtHand() {
    int least = -1;
    for (int row = 0; row < rows - 1; row++) {
      if (!gone[row] && (least < 0 || nearestDistance[row] < nearestDistance[least])) {
        least = row;
      }
    }
    return least;
  }

  private double distance(int row, int other) {
    return row < other ? distances[row][other - row - 1] : distances[other][row - other - 1];
  }

  /** {@code other} comes to {@code one}, which is the earlier. */
  private void join(int one, int other) {
    double apart = distance(one, other);
    gone[other] = true;
    double least = Double.POSITIVE_INFINITY;
    int nearestOfOne = nearest[one];
    for (int row = 0; row < rows; row++) {
      if (gone[row] || row == one) {
        continue;
      }
      double joined = joined(distance(one, row), distance(other, row), apart, one, other, row);
      if (one < row) {
        distances[one][row - one - 1] = joined;
        if (joined < least) {
          least = joined;
          nearestOfOne = row;
        }
      } else {
        distances[row][one - row - 1] = joined;
        if (joined < nearestDistance[row]) {
          nearestDistance[row] = joined;
          nearest[row] = one;
        }
      }
    }
    weights[one] += weights[other];
    nearest[one] = nearestOfOne;
    nearestDistance[one] = least;
    for (int row = 0; row < rows - 1; row++) {
      if (!gone[row] && (nearest[row] == one || nearest[row] == other)) {
        findNearest(row);
      }
    }
  }

  private double joined(double toOne, double toOther, double apart, int one, int other, int row) {
    double w1 = weights[one];
    double w2 = weights[other];
    double w3 = weights[row];
    return switch (linkage) {
      case WARD -> 1 / (w1 + w2 + w3) * ((w1 + w3) * toOne + (w2 + w3) * toOther - w3 * apart);
      case AVERAGE -> (w1 * toOne + w2 * toOther) / (w1 + w2);
      case COMPLETE -> Math.max(toOne, toOther);
      case SINGLE -> Math.min(toOne, toOther);
    };
  }

  private void findNearest(int row) {
    double[] later = distances[row];
    double least = Double.POSITIVE_INFINITY;
    int found = nearest[row];
    for (int at = 0; at < later.length; at++) {
      if (later[at] < least && !gone[row + 1 + at]) {
        least = later[at];
        found = row + 1 + at;
      }
    }
    nearest[row] = found;
    nearestDistance[row] = least;
  }
}
