package io.tiktoktoe.benchmarks.audience;

import java.util.List;

/**
 * How well planted segments can be told apart at all: naive Bayes by the true rates of each fan,
 * which no one can see, with the segments' true means and deviations of their logarithms.
 */
final class KnownRates {

  private static final int SEGMENTS = 5;
  private static final int RATES = 4;

  private final double[] counts = new double[SEGMENTS];
  private final double[][] means = new double[SEGMENTS][RATES];
  private final double[][] squares = new double[SEGMENTS][RATES];

  private KnownRates() {}

  /**
   * The likeliest segment of each fan.
   *
   * @param fans whose segment and rates are known
   */
  static int[] guess(List<double[]> rates, int[] planted, int[] fans) {
    KnownRates known = new KnownRates();
    for (int fan : fans) {
      known.learn(planted[fan], rates.get(fan));
    }
    int[] guesses = new int[fans.length];
    for (int i = 0; i < fans.length; i++) {
      guesses[i] = known.likeliest(rates.get(fans[i]));
    }
    return guesses;
  }

  private void learn(int segment, double[] rates) {
    counts[segment]++;
    for (int rate = 0; rate < rates.length; rate++) {
      double off = rates[rate] - means[segment][rate];
      means[segment][rate] += off / counts[segment];
      squares[segment][rate] += off * (rates[rate] - means[segment][rate]);
    }
  }

  private int likeliest(double[] rates) {
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int segment = 0; segment < SEGMENTS; segment++) {
      double score = Math.log(Math.max(1e-9, counts[segment]));
      for (int rate = 0; rate < rates.length; rate++) {
        double variance = Math.max(1e-3, squares[segment][rate] / Math.max(1, counts[segment]));
        double off = rates[rate] - means[segment][rate];
        score -= 0.5 * (Math.log(variance) + off * off / variance);
      }
      if (score > highest) {
        highest = score;
        best = segment;
      }
    }
    return best;
  }
}
