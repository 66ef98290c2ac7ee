package io.tiktoktoe.privacy;

/** Logarithm of a sum of exponentials (log-sum-exp) that neither overflows nor underflows. */
final class LogSum {

  private double largest = Double.NEGATIVE_INFINITY;
  private double sum;

  /** Adds {@code exp(logarithm)}. */
  void add(double logarithm) {
    if (logarithm <= largest) {
      sum += logarithm == Double.NEGATIVE_INFINITY ? 0 : Math.exp(logarithm - largest);
    } else {
      sum = sum * Math.exp(largest - logarithm) + 1;
      largest = logarithm;
    }
  }

  /** The logarithm of all that was added; minus infinity when nothing was. */
  double value() {
    return largest + Math.log(sum);
  }
}
