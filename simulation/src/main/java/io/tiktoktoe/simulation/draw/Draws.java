package io.tiktoktoe.simulation.draw;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Random draws from one stream of random numbers; the same seed and tag give the same draws. */
public final class Draws {

  /** Above this mean a Poisson draw uses transformed rejection instead of multiplication. */
  private static final double SMALL_MEAN = 12;

  private static final double TINY_SHAPE_BOOST = 1;

  /** Step of the counter of keyed draws: the golden ratio of 64 bits (Steele, Lea, Flood 2014). */
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final UniformRandomProvider random;
  private final ZigguratSampler.NormalizedGaussian gaussian;
  private final ZigguratSampler.Exponential exponential;

  private Draws(UniformRandomProvider random) {
    this.random = random;
    this.gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    this.exponential = ZigguratSampler.Exponential.of(random);
  }

  /** The stream of this seed for one purpose ({@code tag}) and one owner. */
  public static Draws of(long seed, String tag, long owner) {
    return new Draws(RandomSource.XO_RO_SHI_RO_128_PP.create(key(seed, tag, owner)));
  }

  /**
   * Draws that depend on nothing but the key they are set to with {@link #at}: what an entity does
   * on a day is the same whatever else happens, which gives common random numbers between a world
   * and the same world with one thing changed, on any number of threads.
   */
  public static Draws keyed() {
    return new Draws(new Counter());
  }

  /** SplitMix64 whose state can be set at no cost. */
  private static final class Counter implements UniformRandomProvider {
    private long state;

    @Override
    public long nextLong() {
      long drawn = mix(state);
      state += GOLDEN;
      return drawn;
    }
  }

  /** Goes to the beginning of the draws of this key; for {@link #keyed} draws only. */
  public Draws at(long key) {
    if (!(random instanceof Counter counter)) {
      throw new IllegalStateException("these draws have no key. Use keyed().");
    }
    counter.state = key;
    return this;
  }

  /** The key of one part of what {@code parent} names. */
  public static long key(long parent, long part) {
    return mix(parent + part);
  }

  /** The key of one purpose and day (or other number) within {@code parent}. */
  public static long key(long parent, Purpose purpose, long number) {
    return mix(mix(parent + ((long) purpose.ordinal() << 48)) + number);
  }

  /** The key of a named thing, such as all of one seed's creators. */
  public static long key(long seed, String tag, long owner) {
    return mix(mix(seed ^ tag.hashCode()) + owner);
  }

  /** Uniform in [0, 1) from a key alone. */
  public static double uniform(long key) {
    return (mix(key) >>> 11) * 0x1p-53;
  }

  /** Stafford's mix 13: every input bit moves every output bit. */
  public static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** A key for something that happens later. */
  public long fork() {
    return random.nextLong();
  }

  /** Uniform in [0, 1). */
  public double uniform() {
    return random.nextDouble();
  }

  /** Uniform in [least, most). */
  public double uniform(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  /** Uniform in 0 to {@code count} - 1. */
  public int below(int count) {
    return random.nextInt(count);
  }

  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  public double normal() {
    return gaussian.sample();
  }

  /** Exponential with this mean. */
  public double exponential(double mean) {
    return mean * exponential.sample();
  }

  /** Log-normal with this median. */
  public double lognormal(double median, double sigma) {
    return median * Math.exp(sigma * gaussian.sample());
  }

  /** Pareto with this tail exponent between 1 and {@code most}. */
  public double pareto(double exponent, double most) {
    double tail = Math.pow(most, -exponent);
    return Math.pow(tail + (1 - tail) * (1 - random.nextDouble()), -1 / exponent);
  }

  /** Gamma with this shape and mean. Marsaglia and Tsang 2000. */
  public double gamma(double shape, double mean) {
    double boosted = shape < 1 ? shape + TINY_SHAPE_BOOST : shape;
    double d = boosted - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    double v;
    double x;
    do {
      x = gaussian.sample();
      v = 1 + c * x;
      v = v * v * v;
    } while (v <= 0
        || Math.log(1 - random.nextDouble()) > 0.5 * x * x + d - d * v + d * Math.log(v));
    double draw = d * v;
    if (shape < 1) {
      draw *= Math.pow(1 - random.nextDouble(), 1 / shape);
    }
    return draw * mean / shape;
  }

  /** Beta with these parameters. */
  public double beta(double a, double b) {
    double x = gamma(a, a);
    return x / (x + gamma(b, b));
  }

  /** Poisson with this mean: Knuth's product for small, Hoermann's PTRS 1993 for large means. */
  public int poisson(double mean) {
    if (mean <= 0) {
      return 0;
    }
    return mean < SMALL_MEAN ? poissonByProduct(mean) : poissonByRejection(mean);
  }

  /** Above this mean a count uses the normal approximation. */
  private static final double LARGE_COUNT = 40;

  /**
   * Poisson by inversion of one uniform number (the normal curve for large means): grows with the
   * mean at the same key, so that a small change of the mean changes little.
   */
  public int count(double mean) {
    if (mean <= 0) {
      return 0;
    }
    if (mean > LARGE_COUNT) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * gaussian.sample()));
    }
    return countOf(random.nextDouble(), mean);
  }

  /** The quantile of a Poisson distribution; for means up to some hundred. */
  public static int countOf(double uniform, double mean) {
    double term = Math.exp(-mean);
    double sum = term;
    int count = 0;
    while (uniform >= sum && term > 0 && count < 1000) {
      count++;
      term *= mean / count;
      sum += term;
    }
    return count;
  }

  private int poissonByProduct(double mean) {
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  private int poissonByRejection(double mean) {
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    double vr = 0.9277 - 3.6224 / (b - 2);
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = 1 - random.nextDouble();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= vr) {
        return (int) k;
      }
      if (k < 0 || (us < 0.013 && v > us)) {
        continue;
      }
      double left = Math.log(v) + Math.log(inverseAlpha) - Math.log(a / (us * us) + b);
      if (left <= k * Math.log(mean) - mean - logFactorial(k)) {
        return (int) k;
      }
    }
  }

  /** Stirling's series; k is at least 1 wherever the error would matter. */
  private static double logFactorial(double k) {
    double n = k + 1;
    return (n - 0.5) * Math.log(n) - n + 0.9189385332046727 + 1 / (12 * n) - 1 / (360 * n * n * n);
  }

  /** An index drawn by weight; {@code cumulative} holds running sums of {@code count} weights. */
  public int pick(double[] cumulative, int count) {
    double target = random.nextDouble() * cumulative[count - 1];
    int low = 0;
    int high = count - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative[middle] > target) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Running sums of these weights. */
  public static double[] cumulative(double... weights) {
    double[] sums = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      sums[i] = sum;
    }
    return sums;
  }
}
