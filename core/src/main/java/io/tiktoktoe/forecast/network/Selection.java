package io.tiktoktoe.forecast.network;

/** The k-th smallest of some numbers without sorting them all (Hoare 1961). O(n) on average. */
final class Selection {

  private Selection() {}

  /** The number with {@code rank} smaller ones among the first {@code count}; reorders them. */
  static double smallest(double[] values, int count, int rank) {
    int from = 0;
    int to = count - 1;
    while (from < to) {
      double pivot = middle(values[from], values[(from + to) >>> 1], values[to]);
      int left = from;
      int right = to;
      while (left <= right) {
        while (values[left] < pivot) {
          left++;
        }
        while (values[right] > pivot) {
          right--;
        }
        if (left <= right) {
          double value = values[left];
          values[left++] = values[right];
          values[right--] = value;
        }
      }
      if (rank <= right) {
        to = right;
      } else if (rank >= left) {
        from = left;
      } else {
        return values[rank];
      }
    }
    return values[rank];
  }

  private static double middle(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
