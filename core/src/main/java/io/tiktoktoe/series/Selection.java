package io.tiktoktoe.series;

/** Order statistics without sorting everything. */
final class Selection {

  private Selection() {}

  /** The median of {@code x[0..n)}, n at least 1; reorders it. Expected O(n). */
  static double median(double[] x, int n) {
    double upper = select(x, 0, n - 1, n / 2);
    if (n % 2 == 1) {
      return upper;
    }
    double lower = x[0];
    for (int i = 1; i < n / 2; i++) {
      lower = Math.max(lower, x[i]);
    }
    return (lower + upper) / 2;
  }

  /** The value at place {@code k} in order; smaller ones end before it, larger ones behind. */
  static double select(double[] x, int from, int to, int k) {
    int low = from;
    int high = to;
    while (low < high) {
      double pivot = middleOf(x[low], x[(low + high) >>> 1], x[high]);
      int i = low;
      int j = high;
      while (i <= j) {
        while (x[i] < pivot) {
          i++;
        }
        while (x[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swap = x[i];
          x[i++] = x[j];
          x[j--] = swap;
        }
      }
      if (k <= j) {
        high = j;
      } else if (k >= i) {
        low = i;
      } else {
        return x[k];
      }
    }
    return x[k];
  }

  private static double middleOf(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
