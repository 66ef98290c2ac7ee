package io.tiktoktoe.forecast.sparse;

import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.stats.Substreams;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Sample paths of intermittent demand. Most follow a stretch of the past (block bootstrap): where
 * its sales fell within what was expected at its start is carried over to what is expected now, so
 * that sales that come in clusters and rates that drift do so in sums too. The fewer stretches the
 * past holds, the more futures have independent steps about a rate drawn from what is known of it.
 */
final class SparseFutures implements Marginals.Sampler {

  /** Stretches' worth of belief in independent steps. */
  private static final double INDEPENDENT = 1.5;

  /** Stretches' worth of belief that sums vary as those of independent steps do. */
  private static final double DISPERSION_PRIOR = 3;

  /** Longest stretch whose sums are looked at, in steps: a quarter of days. */
  private static final int QUARTER = 90;

  /** Widest spread of a rate on the log scale: a wider one has a mean that no draws show. */
  private static final double WIDEST = 1.5;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final double[] observed;
  private final SaleChance chance;
  private final SaleSizes sizes;
  private final SaleGaps gaps;
  private final long seed;
  private final double dispersion;

  /**
   * Futures of a history.
   *
   * @param observed history, NaN where unknown
   */
  SparseFutures(double[] observed, SaleChance chance, SaleSizes sizes, SaleGaps gaps, long seed) {
    this.observed = observed;
    this.chance = chance;
    this.sizes = sizes;
    this.gaps = gaps;
    this.seed = seed;
    this.dispersion = dispersion(observed);
  }

  /**
   * Variance of sums over stretches relative to that of independent steps, shrunk towards 1: above
   * it where sales come in clusters or their rate drifts, below it where they come at regular
   * distances.
   */
  private static double dispersion(double[] observed) {
    double[] known = Arrays.stream(observed).filter(value -> !Double.isNaN(value)).toArray();
    double mean = Arrays.stream(known).average().orElse(0);
    double variance =
        Arrays.stream(known).map(value -> (value - mean) * (value - mean)).average().orElse(0);
    double[] sums = new double[observed.length + 1];
    for (int t = 0; t < observed.length; t++) {
      sums[t + 1] = sums[t] + (Double.isNaN(observed[t]) ? 0 : observed[t] - mean);
    }
    int block = Math.clamp(observed.length / 3, 1, QUARTER);
    double squares = 0;
    for (int t = block; t <= observed.length; t++) {
      double sum = sums[t] - sums[t - block];
      squares += sum * sum / (observed.length - block + 1);
    }
    if (!(variance > 0)) {
      return 1;
    }
    double stretches = (double) observed.length / block;
    // About the mean of all, a sum varies less by its share of all.
    double found = squares / (block * variance) / (1 - 1 / stretches);
    return (stretches * found + DISPERSION_PRIOR) / (stretches + DISPERSION_PRIOR);
  }

  @Override
  public void draw(int path, double[] latent, double[] values, int offset) {
    SplittableRandom random = Substreams.of(seed, "sparse futures", path);
    if (gaps.weight() > 0 && random.nextDouble() < gaps.weight()) {
      due(random, latent.length, values, offset);
      return;
    }
    int block = Math.clamp(observed.length / 3, 1, QUARTER);
    double stretches = (double) observed.length / block;
    if (random.nextDouble() < stretches / (stretches + INDEPENDENT)) {
      follow(random, block, latent.length, values, offset);
    } else {
      independent(random, latent, values, offset);
    }
  }

  /** A rate relative to the one now, as uncertain as so many values leave it. */
  private double rate(SplittableRandom random, double values) {
    double sales = Math.max(0.5, chance.now() * values);
    double spread = Math.sqrt(dispersion * (1 - chance.now() + sizes.variation()) / (sales + 1));
    double bounded = Math.min(WIDEST, spread);
    return Math.exp(bounded * random.nextGaussian() - bounded * bounded / 2);
  }

  private void follow(SplittableRandom random, int block, int steps, double[] values, int offset) {
    int start = 0;
    // Half the values: stretches of one history vary less than its futures do.
    double rate = rate(random, observed.length / 2.0);
    double course = random.nextDouble();
    for (int h = 0; h < steps; h++) {
      if (h % block == 0) {
        start = random.nextInt(observed.length - block + 1);
      }
      int t = start + h % block;
      double u = random.nextDouble();
      if (!Double.isNaN(observed[t])) {
        double p = chance.past(start, t);
        u = observed[t] > 0 ? 1 - p + p * sizes.rank(t, observed[t], u) : u * (1 - p);
      }
      values[offset + h] = value(u, chance.ahead(h, rate, course));
    }
  }

  private void due(SplittableRandom random, int steps, double[] values, int offset) {
    // Of their own, so that the first sizes do not depend on how many steps are drawn.
    SplittableRandom sized = random.split();
    boolean[] sold = gaps.draw(steps, random);
    for (int h = 0; h < steps; h++) {
      values[offset + h] = sold[h] ? sizes.quantile(sized.nextDouble()) : 0;
    }
  }

  private void independent(SplittableRandom random, double[] latent, double[] values, int offset) {
    double rate = rate(random, chance.evidence());
    double course = random.nextDouble();
    for (int h = 0; h < latent.length; h++) {
      double u = NORMAL.cumulativeProbability(latent[h]);
      values[offset + h] = value(u, chance.ahead(h, rate, course));
    }
  }

  private double value(double u, double p) {
    return u <= 1 - p ? 0 : sizes.quantile((u - 1 + p) / p);
  }
}
