package io.tiktoktoe.privacy.release;

/**
 * Private choice of the bound of amounts: persons are counted by the size (power of two) of their
 * largest amount, the counts are noised, and the bound is chosen at which noise and what is cut off
 * together err least. O(sizes^2).
 */
final class AmountClamp {

  /** Noise alone lifts an empty size's count this many standard deviations very rarely. */
  private static final double FEWEST_DEVIATIONS = 2;

  private AmountClamp() {}

  /** How many sizes amounts up to a bound have. */
  static int sizes(long highest) {
    return size(highest) + 1;
  }

  /** The size of an amount: 0 for nothing or less, else the number of its bits. */
  static int size(long amount) {
    return amount <= 0 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(amount);
  }

  /**
   * The bound.
   *
   * @param noisy persons by size, with noise
   * @param deviation of that noise
   * @param highest the largest bound that is allowed
   * @param cells how many sums the amounts go into
   * @param partitions in how many of them a person counts at most
   * @param noisePerUnit standard deviation of a sum's noise for a bound of 1
   */
  static long choose(
      double[] noisy,
      double deviation,
      long highest,
      int cells,
      int partitions,
      double noisePerUnit) {
    long best = highest;
    double least = Double.POSITIVE_INFINITY;
    for (int size = noisy.length - 1; size > 0; size--) {
      long bound = bound(size, highest);
      double cut = 0;
      for (int above = size + 1; above < noisy.length; above++) {
        double persons = noisy[above] < FEWEST_DEVIATIONS * deviation ? 0 : noisy[above];
        cut += persons * (0.75 * bound(above, highest) - bound) * Math.min(partitions, cells);
      }
      double noise = noisePerUnit * bound;
      double error = Math.hypot(noise, cut / Math.max(1, cells));
      if (error < least) {
        least = error;
        best = bound;
      }
    }
    return best;
  }

  /** The largest amount of a size. */
  private static long bound(int size, long highest) {
    return Math.min(highest, (1L << size) - 1);
  }
}
