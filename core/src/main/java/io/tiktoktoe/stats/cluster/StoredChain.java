package io.tiktoktoe.stats.cluster;

import io.tiktoktoe.work.Progress;

/**
 * Average and complete linkage by the nearest-neighbour chain (Benzécri 1982, Murtagh 1983) on
 * stored distances: those of clusters that are no more give their place to the last cluster's, so
 * that the rest stay close together. Memory 4 n² bytes, time about 3 n².
 */
final class StoredChain {

  private static final int PROGRESS_STEPS = 256;

  private final Linkage linkage;

  /** Distances of each place from those before it. */
  private final double[][] distances;

  private final double[] weights;

  /** Any row of the cluster at a place. */
  private final int[] rowAt;

  private final int[] placeOfRow;
  private int places;

  private StoredChain(Points points, Linkage linkage) {
    this.linkage = linkage;
    places = points.rows();
    weights = new double[places];
    rowAt = new int[places];
    placeOfRow = new int[places];
    distances = new double[places][];
    for (int row = 0; row < places; row++) {
      double[] earlier = new double[row];
      for (int other = 0; other < row; other++) {
        earlier[other] = Math.sqrt(points.squaredDistance(row, other));
      }
      distances[row] = earlier;
      weights[row] = points.weight(row);
      rowAt[row] = row;
      placeOfRow[row] = row;
    }
  }

  static Dendrogram cluster(Points points, Linkage linkage, Progress progress) {
    return new StoredChain(points, linkage).run(points.rows(), progress);
  }

  private Dendrogram run(int rows, Progress progress) {
    MergeOrder merges = new MergeOrder(rows);
    int[] chain = new int[rows];
    int length = 0;
    while (places > 1) {
      if (length == 0) {
        chain[length++] = rowAt[places - 1];
      }
      int top = placeOfRow[chain[length - 1]];
      int before = length > 1 ? placeOfRow[chain[length - 2]] : -1;
      int next = nearest(top, before);
      if (next != before) {
        chain[length++] = rowAt[next];
        continue;
      }
      merges.add(rowAt[before], rowAt[top], distance(top, before));
      join(Math.min(before, top), Math.max(before, top));
      length -= 2;
      if (places % PROGRESS_STEPS == 0) {
        progress.report("clustering", rows - places, rows);
      }
    }
    return merges.sorted();
  }

  private double distance(int one, int other) {
    return one > other ? distances[one][other] : distances[other][one];
  }

  /** Ties go to the cluster before in the chain, so that distances along it fall and it ends. */
  private int nearest(int place, int before) {
    int nearest = before;
    double least = before < 0 ? Double.POSITIVE_INFINITY : distance(place, before);
    double[] earlier = distances[place];
    for (int other = 0; other < place; other++) {
      if (earlier[other] < least) {
        least = earlier[other];
        nearest = other;
      }
    }
    for (int other = place + 1; other < places; other++) {
      double distance = distances[other][place];
      if (distance < least) {
        least = distance;
        nearest = other;
      }
    }
    return nearest;
  }

  /** The two become the cluster at the earlier place; the last cluster moves to the later. */
  private void join(int one, int other) {
    double[] ofOne = distances[one];
    double[] ofOther = distances[other];
    double share = weights[one] / (weights[one] + weights[other]);
    for (int place = 0; place < one; place++) {
      ofOne[place] = joined(ofOne[place], ofOther[place], share);
    }
    for (int place = one + 1; place < other; place++) {
      distances[place][one] = joined(distances[place][one], ofOther[place], share);
    }
    for (int place = other + 1; place < places; place++) {
      double[] theirs = distances[place];
      theirs[one] = joined(theirs[one], theirs[other], share);
    }
    weights[one] += weights[other];
    moveLast(other);
  }

  private void moveLast(int free) {
    int last = places - 1;
    double[] ofLast = distances[last];
    if (free < last) {
      System.arraycopy(ofLast, 0, distances[free], 0, free);
      for (int place = free + 1; place < last; place++) {
        distances[place][free] = ofLast[place];
      }
      weights[free] = weights[last];
      rowAt[free] = rowAt[last];
      placeOfRow[rowAt[free]] = free;
    }
    distances[last] = new double[0];
    places = last;
  }

  /** By Lance and Williams 1967; {@code share} is that of the first in their weight. */
  private double joined(double toOne, double toOther, double share) {
    return linkage == Linkage.COMPLETE
        ? Math.max(toOne, toOther)
        : share * toOne + (1 - share) * toOther;
  }
}
