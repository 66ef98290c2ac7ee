package io.tiktoktoe.revenue.pattern;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Many tests at once. */
final class FalseDiscovery {

  private FalseDiscovery() {}

  /** Smallest false discovery rate at which each is a find (Benjamini and Hochberg 1995). */
  static double[] benjaminiHochberg(double[] p) {
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(at -> p[at]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] rate = new double[p.length];
    double least = 1;
    for (int rank = p.length; rank >= 1; rank--) {
      int at = order[rank - 1];
      least = Math.min(least, p[at] * p.length / rank);
      rate[at] = least;
    }
    return rate;
  }

  /** How many of the ascending values are below this one. */
  static int countBelow(double[] ascending, double value) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many of the ascending values are at most this one. */
  static int countAtMost(double[] ascending, double value) {
    return countBelow(ascending, Math.nextUp(value));
  }
}
