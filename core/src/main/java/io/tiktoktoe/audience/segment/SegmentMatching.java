package io.tiktoktoe.audience.segment;

import java.util.Arrays;

/**
 * Linear assignment (Kuhn 1955, by shortest augmenting paths as Jonker and Volgenant 1987): which
 * new segment goes on under which old number, so that as many fans as possible keep theirs.
 */
final class SegmentMatching {

  /** Share of the fans of either that the other must have, to be the same segment. */
  private static final double SAME = 0.3;

  private SegmentMatching() {}

  /**
   * The number of each new segment: that of the old one whose fans it has, or a free one.
   *
   * @param fresh the new segment of each fan, from 1 to {@code count}
   * @param before the old number of each fan; 0 for none
   * @param old numbers that there were
   */
  static int[] names(int[] fresh, int count, int[] before, int[] old) {
    int size = Math.max(count, old.length);
    double[][] overlap = new double[size][size];
    double[] ofFresh = new double[size];
    double[] ofOld = new double[size];
    for (int fan = 0; fan < fresh.length; fan++) {
      int at = placeOf(old, before[fan]);
      if (at >= 0) {
        overlap[fresh[fan] - 1][at]++;
        ofFresh[fresh[fan] - 1]++;
        ofOld[at]++;
      }
    }
    int[] matched = best(overlap);
    int[] names = new int[count];
    int free = 1 + Arrays.stream(old).max().orElse(0);
    for (int segment = 0; segment < count; segment++) {
      int at = matched[segment];
      double common = overlap[segment][at];
      boolean same =
          at < old.length && common > 0 && common >= SAME * (ofFresh[segment] + ofOld[at] - common);
      names[segment] = same ? old[at] : free++;
    }
    return names;
  }

  private static int placeOf(int[] old, int number) {
    for (int at = 0; at < old.length; at++) {
      if (old[at] == number) {
        return at;
      }
    }
    return -1;
  }

  /** The column of each row such that the sum of the gains is the greatest. O(n³). */
  static int[] best(double[][] gains) {
    int size = gains.length;
    double[] rowPrice = new double[size + 1];
    double[] columnPrice = new double[size + 1];
    int[] rowOf = new int[size + 1];
    for (int row = 1; row <= size; row++) {
      augment(gains, row, rowPrice, columnPrice, rowOf);
    }
    int[] columnOf = new int[size];
    for (int column = 1; column <= size; column++) {
      columnOf[rowOf[column] - 1] = column - 1;
    }
    return columnOf;
  }

  /** Brings one more row in, along the cheapest path of changes; 0 stands for none. */
  private static void augment(
      double[][] gains, int row, double[] rowPrice, double[] columnPrice, int[] rowOf) {
    int size = gains.length;
    double[] least = new double[size + 1];
    int[] from = new int[size + 1];
    boolean[] used = new boolean[size + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    rowOf[0] = row;
    int column = 0;
    do {
      used[column] = true;
      int next = 0;
      double step = Double.POSITIVE_INFINITY;
      for (int other = 1; other <= size; other++) {
        if (!used[other]) {
          double cost =
              -gains[rowOf[column] - 1][other - 1] - rowPrice[rowOf[column]] - columnPrice[other];
          if (cost < least[other]) {
            least[other] = cost;
            from[other] = column;
          }
          if (least[other] < step) {
            step = least[other];
            next = other;
          }
        }
      }
      for (int other = 0; other <= size; other++) {
        if (used[other]) {
          rowPrice[rowOf[other]] += step;
          columnPrice[other] -= step;
        } else {
          least[other] -= step;
        }
      }
      column = next;
    } while (rowOf[column] != 0);
    while (column != 0) {
      rowOf[column] = rowOf[from[column]];
      column = from[column];
    }
  }
}
