package io.tiktoktoe.series;

/** Averages of neighbouring values on a regular grid. */
final class MovingAverage {

  /** Up to this window adding every term vectorizes and beats the running sum. */
  private static final int SHORT = 12;

  private MovingAverage() {}

  /** Means of {@code window} values of {@code x[0..n)} into {@code out[0..n-window]}. O(n). */
  static void of(double[] x, int n, int window, double[] out) {
    int count = n - window + 1;
    if (window <= SHORT) {
      direct(x, count, window, out);
    } else {
      running(x, count, window, out);
    }
  }

  private static void direct(double[] x, int count, int window, double[] out) {
    double share = 1.0 / window;
    for (int i = 0; i < count; i++) {
      out[i] = x[i] + x[i + 1];
    }
    for (int d = 2; d < window - 1; d++) {
      for (int i = 0; i < count; i++) {
        out[i] += x[i + d];
      }
    }
    if (window == 2) {
      for (int i = 0; i < count; i++) {
        out[i] *= share;
      }
    } else {
      for (int i = 0; i < count; i++) {
        out[i] = (out[i] + x[i + window - 1]) * share;
      }
    }
  }

  private static void running(double[] x, int count, int window, double[] out) {
    double share = 1.0 / window;
    double sum = 0;
    for (int i = 0; i < window; i++) {
      sum += x[i];
    }
    out[0] = sum * share;
    for (int i = 1; i < count; i++) {
      sum += x[i + window - 1] - x[i - 1];
      out[i] = sum * share;
    }
  }
}
