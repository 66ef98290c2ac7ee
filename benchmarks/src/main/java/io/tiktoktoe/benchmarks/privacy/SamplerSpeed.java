package io.tiktoktoe.benchmarks.privacy;

import io.tiktoktoe.privacy.DiscreteMass;
import io.tiktoktoe.privacy.NoiseKind;
import io.tiktoktoe.privacy.noise.IntegerNoise;
import io.tiktoktoe.privacy.noise.SecureBits;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Exact samplers on the secure source: time of a draw, and the fit of a million draws to their
 * masses by chi-square, which rejects falsely once in 10^5 runs for each distribution.
 */
public final class SamplerSpeed {

  private static final double FALSE_ALARM = 1e-5;
  private static final int FEWEST = 20;

  private SamplerSpeed() {}

  /** Takes the number of draws, a million by default. */
  public static void main(String[] arguments) {
    int draws = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    IntegerNoise noise = new IntegerNoise(SecureBits.fresh());
    for (long scale : new long[] {10, 1 << 14, 1L << 40}) {
      time("Laplace of scale " + scale, draws, () -> noise.laplace(scale));
    }
    for (long sigma : new long[] {36, 1 << 24, 1L << 40}) {
      time("Gaussian of sigma " + sigma, draws, () -> noise.gaussian(sigma));
    }
    for (long scale : new long[] {1, 2, 10, 100}) {
      fit(NoiseKind.DISCRETE_LAPLACE, scale, draws, () -> noise.laplace(scale));
      fit(NoiseKind.DISCRETE_GAUSSIAN, scale, draws, () -> noise.gaussian(scale));
    }
  }

  private static void time(String name, int draws, LongSupplier sampler) {
    long best = Long.MAX_VALUE;
    long sum = 0;
    for (int round = 0; round < 5; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < draws; i++) {
        sum += sampler.getAsLong();
      }
      best = Math.min(best, System.nanoTime() - start);
    }
    System.out.printf(
        Locale.ROOT, "%-28s %.3f us a draw (%d)%n", name, best / 1e3 / draws, sum & 1);
  }

  private static void fit(NoiseKind kind, long scale, int draws, LongSupplier sampler) {
    DiscreteMass masses = DiscreteMass.of(kind, scale);
    int reach = (int) (40 * scale);
    long[] seen = new long[2 * reach + 1];
    for (int i = 0; i < draws; i++) {
      seen[(int) Math.clamp(sampler.getAsLong(), -reach, reach) + reach]++;
    }
    double square = 0;
    double restSeen = 0;
    double restExpected = 0;
    int cells = 0;
    for (int i = 0; i < seen.length; i++) {
      double expected = draws * masses.mass(i - reach);
      if (expected < FEWEST) {
        restSeen += seen[i];
        restExpected += expected;
      } else {
        square += (seen[i] - expected) * (seen[i] - expected) / expected;
        cells++;
      }
    }
    square += (restSeen - restExpected) * (restSeen - restExpected) / Math.max(1, restExpected);
    double most = ChiSquaredDistribution.of(cells).inverseSurvivalProbability(FALSE_ALARM);
    System.out.printf(
        Locale.ROOT,
        "%s of %d: chi-square %.0f over %d cells, rejected above %.0f: %s%n",
        kind.label(),
        scale,
        square,
        cells,
        most,
        square <= most ? "fits" : "DOES NOT FIT");
  }
}
