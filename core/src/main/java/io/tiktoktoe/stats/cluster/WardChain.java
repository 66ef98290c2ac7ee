package io.tiktoktoe.stats.cluster;

import io.tiktoktoe.work.Progress;
import java.util.Arrays;

/**
 * Ward's agglomeration by the nearest-neighbour chain (Benzécri 1982, Murtagh 1983) on centres:
 * from any cluster to its nearest, from there to the nearest of that, until two are nearest to each
 * other and are joined. Distances come from the centres, so that memory is n times columns, not n²;
 * time about 3/2 n² times columns.
 */
final class WardChain {

  private static final int PROGRESS_STEPS = 256;

  /** Places whose distances are computed together: their sums stay in the nearest cache. */
  private static final int BLOCK = 512;

  /** Rounding of a screened product, never more than some units of 2^-53. */
  private static final double CAUTION = 1 - 1e-14;

  private final int columns;
  private final double[][] centres;
  private final double[] weights;

  /** Any row of the cluster at a place. */
  private final int[] rowAt;

  private final int[] placeOfRow;
  private final double[] block = new double[BLOCK];
  private int places;
  private int nearest;
  private double least;

  private WardChain(Points points) {
    places = points.rows();
    columns = points.columns();
    centres = new double[columns][places];
    weights = new double[places];
    rowAt = new int[places];
    placeOfRow = new int[places];
    for (int row = 0; row < places; row++) {
      for (int column = 0; column < columns; column++) {
        centres[column][row] = points.value(row, column);
      }
      weights[row] = points.weight(row);
      rowAt[row] = row;
      placeOfRow[row] = row;
    }
  }

  static Dendrogram cluster(Points points, Progress progress) {
    return new WardChain(points).run(points.rows(), progress);
  }

  private Dendrogram run(int rows, Progress progress) {
    MergeOrder merges = new MergeOrder(rows);
    int[] chain = new int[rows];
    int length = 0;
    while (places > 1) {
      if (length == 0) {
        chain[length++] = rowAt[0];
      }
      int top = chain[length - 1];
      int before = length > 1 ? chain[length - 2] : -1;
      findNearest(placeOfRow[top], before < 0 ? -1 : placeOfRow[before]);
      int next = rowAt[nearest];
      if (next != before) {
        chain[length++] = next;
        continue;
      }
      merges.add(before, top, Math.sqrt(least));
      join(placeOfRow[before], placeOfRow[top]);
      length -= 2;
      if (places % PROGRESS_STEPS == 0) {
        progress.report("clustering", rows - places, rows);
      }
    }
    return merges.sorted();
  }

  /** Ties go to the cluster before in the chain, so that distances along it fall and it ends. */
  private void findNearest(int place, int before) {
    nearest = before;
    least = before < 0 ? Double.POSITIVE_INFINITY : apart(place, before);
    for (int from = 0; from < places; from += BLOCK) {
      int length = Math.min(BLOCK, places - from);
      Arrays.fill(block, 0, length, 0);
      for (int column = 0; column < columns; column++) {
        addSquares(centres[column], from, length, centres[column][place], block);
      }
      search(place, from, length);
    }
  }

  private static void addSquares(double[] all, int from, int length, double value, double[] sums) {
    for (int at = 0; at < length; at++) {
      double difference = all[from + at] - value;
      sums[at] += difference * difference;
    }
  }

  /** Divides only where a product tells that the distance may be the least. */
  private void search(int place, int from, int length) {
    double own = weights[place];
    double twice = 2 * own * CAUTION;
    for (int at = 0; at < length; at++) {
      double weight = weights[from + at];
      if (block[at] * (twice * weight) < least * (own + weight) && from + at != place) {
        double distance = block[at] * growth(own, weight);
        if (distance < least) {
          least = distance;
          nearest = from + at;
        }
      }
    }
  }

  private double apart(int place, int other) {
    double sum = 0;
    for (int column = 0; column < columns; column++) {
      double difference = centres[column][other] - centres[column][place];
      sum += difference * difference;
    }
    return sum * growth(weights[place], weights[other]);
  }

  private static double growth(double one, double other) {
    return 2 * (one * other) / (one + other);
  }

  /** The two become the cluster at the first place; the last place moves to the second. */
  private void join(int one, int other) {
    double both = weights[one] + weights[other];
    double share = weights[other] / both;
    int last = places - 1;
    for (double[] column : centres) {
      column[one] += share * (column[other] - column[one]);
      column[other] = column[last];
    }
    weights[one] = both;
    weights[other] = weights[last];
    rowAt[other] = rowAt[last];
    placeOfRow[rowAt[other]] = other;
    places = last;
  }
}
