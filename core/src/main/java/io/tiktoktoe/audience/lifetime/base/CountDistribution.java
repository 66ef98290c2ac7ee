package io.tiktoktoe.audience.lifetime.base;

import java.util.Arrays;

/**
 * A distribution of numbers of purchases: each number up to 255 by itself, larger ones in bins
 * whose width grows by 2%, so that customers with a million purchases cost no more than others.
 * Filled by the probabilities of at least so many.
 */
public final class CountDistribution {

  private static final int EACH = 256;
  private static final double GROWTH = 1.02;
  private static final double MOST = 1e9;

  /** The least number of each bin; the last one is where nothing more is told apart. */
  static final double[] EDGES = edges();

  /** Number of bins. */
  public static final int BINS = EDGES.length - 1;

  private final double[] probability = new double[BINS];
  private int used;

  private static double[] edges() {
    double[] edges = new double[2_000];
    int count = 0;
    for (double edge = 0; edge < MOST; count++) {
      edges[count] = edge;
      edge = edge < EACH ? edge + 1 : Math.ceil(edge * GROWTH);
    }
    return Arrays.copyOf(edges, count);
  }

  /** Empties it. */
  public void clear() {
    Arrays.fill(probability, 0, used, 0);
    used = 0;
  }

  /** Adds to the probability of no purchase. */
  void addZero(double weight) {
    probability[0] += weight;
    used = Math.max(used, 1);
  }

  /**
   * Adds the bins of a distribution.
   *
   * @param tails the probability of at least the edge of each bin, falling; 0 from {@code count} on
   */
  void addTails(double[] tails, int count, double weight) {
    int bins = Math.min(count, BINS);
    for (int bin = 0; bin < bins; bin++) {
      double next = bin + 1 < count ? tails[bin + 1] : 0;
      probability[bin] += weight * Math.max(0, tails[bin] - next);
    }
    used = Math.max(used, bins);
  }

  /** One more than the last bin with a probability. */
  public int bins() {
    return used;
  }

  public double probability(int bin) {
    return probability[bin];
  }

  /** The number that stands for a bin: its middle. */
  public static double number(int bin) {
    return bin < EACH ? bin : (EDGES[bin] + EDGES[bin + 1] - 1) / 2;
  }

  public double mean() {
    double sum = 0;
    for (int bin = 0; bin < used; bin++) {
      sum += probability[bin] * number(bin);
    }
    return sum;
  }

  public double variance() {
    double mean = mean();
    double sum = 0;
    for (int bin = 0; bin < used; bin++) {
      double distance = number(bin) - mean;
      sum += probability[bin] * distance * distance;
    }
    return sum;
  }

  /** The least number that is not exceeded with at least this probability. */
  public double quantile(double p) {
    double sum = 0;
    for (int bin = 0; bin < used; bin++) {
      sum += probability[bin];
      if (sum >= p) {
        return number(bin);
      }
    }
    return used == 0 ? 0 : number(used - 1);
  }
}
