package io.tiktoktoe.privacy.noise;

import java.util.function.LongSupplier;

/**
 * Discrete Laplace and discrete Gaussian distributions, sampled exactly. Source: Canonne, Kamath
 * and Steinke 2020, algorithms 2 and 3, with whole numbers for scale and sigma: a statistic that
 * needs finer noise is counted in finer units. Not thread safe.
 */
public final class IntegerNoise {

  /** Larger scales would leave no room for the noise in 64 bits. */
  public static final long MOST_SCALE = 1L << 53;

  /** Values in steps are cut at plus and minus this, so that noise fits beside them. */
  public static final long MOST_STEPS = 1L << 61;

  private final Coins coins;

  /** Noise of these bits. */
  public IntegerNoise(BitSource bits) {
    this.coins = new Coins(bits);
  }

  /**
   * Discrete Laplace noise: {@code x} with chance proportional to {@code exp(-|x| / scale)}.
   * Expected time is constant.
   *
   * @param scale from 1 to 2^53
   */
  public long laplace(long scale) {
    requireScale(scale);
    while (true) {
      long rest = coins.below(scale);
      if (!coins.exp(rest, scale)) {
        continue;
      }
      long times = 0;
      while (coins.expOfOne()) {
        times++;
      }
      long size = Math.addExact(rest, Math.multiplyExact(scale, times));
      boolean negative = coins.fair();
      if (size != 0 || !negative) {
        return negative ? -size : size;
      }
    }
  }

  /**
   * Discrete Gaussian noise: {@code x} with chance proportional to {@code exp(-(x / sigma)^2 / 2)}.
   * Expected time is constant.
   *
   * @param sigma from 1 to 2^53
   */
  public long gaussian(long sigma) {
    requireScale(sigma);
    while (true) {
      long candidate = laplace(sigma);
      long off = Math.abs(Math.abs(candidate) - sigma);
      if (coins.expOfHalfSquare(off, sigma)) {
        return candidate;
      }
    }
  }

  /**
   * Values in steps, each with Laplace noise of its own.
   *
   * @param steps how many make a unit of the values; values too large are cut
   */
  public long[] withLaplace(long[] values, long steps, long scale) {
    return with(values, steps, () -> laplace(scale));
  }

  /** The same with Gaussian noise. */
  public long[] withGaussian(long[] values, long steps, long sigma) {
    return with(values, steps, () -> gaussian(sigma));
  }

  private static long[] with(long[] values, long steps, LongSupplier noise) {
    long most = MOST_STEPS / steps;
    long[] noisy = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      long exact = Math.clamp(values[i], -most, most) * steps;
      noisy[i] = Math.addExact(exact, noise.getAsLong());
    }
    return noisy;
  }

  /**
   * Whether a thing of chance {@code part / whole} happens.
   *
   * @param part from 0 to whole
   */
  public boolean happens(long part, long whole) {
    return coins.ratio(part, whole);
  }

  private static void requireScale(long scale) {
    if (scale < 1 || scale > MOST_SCALE) {
      throw new IllegalArgumentException(
          "scale (%d) must lie between 1 and 2^53. Count in coarser units.".formatted(scale));
    }
  }
}
