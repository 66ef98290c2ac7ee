package io.tiktoktoe.series;

/**
 * Puts chosen places of an array in order: algorithm 410 (Chambers, Communications of the ACM 14,
 * 1971), with exactly the exchanges of the STL authors' Fortran.
 *
 * <p>The Fortran asks for the two middle places of an even number of values with the upper one
 * first, though the algorithm wants them ascending. When a split falls between the two, one of them
 * keeps a value that is near the middle but not there. Robustness weights depend on it, and
 * repeating every exchange is the only way to the published results (docs/decisions/0010).
 */
final class PartialSort {

  /** Segments up to this many steps wide are finished by insertion. */
  private static final int SHORT = 10;

  private static final int DEPTH = 64;

  private final double[] a;
  private final int[] wanted;
  private final int[] lows = new int[DEPTH];
  private final int[] highs = new int[DEPTH];
  private final int[] firsts = new int[DEPTH];
  private final int[] lasts = new int[DEPTH];
  private int depth;
  private int left;
  private int right;

  private PartialSort(double[] a, int[] wanted) {
    this.a = a;
    this.wanted = wanted;
  }

  /** Six times the median of {@code sizes[0..n)} as the Fortran takes it; reorders them. */
  static double sixMedians(double[] sizes, int n) {
    int upper = n / 2;
    int lower = n - 1 - upper;
    if (n > 1) {
      new PartialSort(sizes, new int[] {upper, lower}).sort(n);
    }
    return 3 * (sizes[upper] + sizes[lower]);
  }

  private void sort(int n) {
    push(0, n - 1, 0, wanted.length - 1);
    while (depth > 0) {
      depth--;
      if (firsts[depth] <= lasts[depth]) {
        narrow(lows[depth], highs[depth], firsts[depth], lasts[depth]);
      }
    }
  }

  private void push(int low, int high, int first, int last) {
    lows[depth] = low;
    highs[depth] = high;
    firsts[depth] = first;
    lasts[depth] = last;
    depth++;
  }

  /** Splits a segment until what is wanted of it is in place, leaving other parts on the stack. */
  private void narrow(int from, int to, int firstWanted, int lastWanted) {
    int low = from;
    int high = to;
    int first = firstWanted;
    int last = lastWanted;
    while (high - low > SHORT || (low == 0 && low < high)) {
      split(low, high);
      int before = depth;
      if (left - low <= high - right) {
        push(right, high, first, last);
        high = left;
        while (first <= last && wanted[last] > high) {
          last--;
        }
        firsts[before] = first <= last ? last + 1 : first;
      } else {
        push(low, left, first, last);
        low = right;
        while (first <= last && wanted[first] < low) {
          first++;
        }
        lasts[before] = first <= last ? first - 1 : last;
      }
      if (first > last) {
        return;
      }
    }
    insert(low, high);
  }

  /** Leaves values up to the pivot in low..left and the others in right..high. */
  private void split(int low, int high) {
    double pivot = pivot(low, high);
    int k = low;
    int l = high - 1;
    while (true) {
      while (a[l] > pivot) {
        l--;
      }
      double swap = a[l];
      do {
        k++;
      } while (a[k] < pivot);
      if (k > l) {
        break;
      }
      a[l] = a[k];
      a[k] = swap;
      l--;
    }
    left = l;
    right = k;
  }

  /** Orders first, middle and last and returns the middle. */
  private double pivot(int low, int high) {
    int middle = (low + 1 + high + 1) / 2 - 1;
    order(low, middle);
    if (a[high] < a[middle]) {
      order(middle, high);
      order(low, middle);
    }
    return a[middle];
  }

  private void order(int i, int j) {
    if (a[i] > a[j]) {
      double swap = a[i];
      a[i] = a[j];
      a[j] = swap;
    }
  }

  private void insert(int low, int high) {
    for (int i = low + 1; i <= high; i++) {
      double value = a[i];
      int k = i - 1;
      while (k >= low && a[k] > value) {
        a[k + 1] = a[k];
        k--;
      }
      a[k + 1] = value;
    }
  }
}
