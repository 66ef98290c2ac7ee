package io.tiktoktoe.stats;

/** The softmax function (Bridle 1990): probabilities proportional to the exponential of scores. */
public final class Softmax {

  private Softmax() {}

  /**
   * Probabilities from log weights, such as the posterior of models from their log-likelihoods. The
   * greatest is taken off first, so that nothing overflows. O(n).
   *
   * @param logs at least one of them above minus infinity; empty gives empty
   */
  public static double[] of(double[] logs) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      greatest = Math.max(greatest, log);
    }
    double[] weights = new double[logs.length];
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      weights[i] = Math.exp(logs[i] - greatest);
      sum += weights[i];
    }
    for (int i = 0; i < logs.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }
}
