package io.tiktoktoe.forecast.network;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * An endless seeded stream of made-up series, the only thing the network is trained on. Every
 * series is drawn from one of eight families and then disturbed as real records are: spikes, level
 * shifts, platform shocks, paydays, rounding and missing stretches. Not thread safe; about .1 ms a
 * series of 1,000 steps.
 */
public final class SyntheticSeries {

  /** Raised whenever the stream of a given seed changes. */
  public static final int VERSION = 2;

  private static final int SHORTEST_HISTORY = 8;

  /** Share of series with the longest history the network reads. */
  private static final double FULL_LENGTH = .4;

  private final RandomGenerator random;
  private final int future;

  private SyntheticSeries(long seed, int future) {
    this.random = new SplittableRandom(seed);
    this.future = future;
  }

  /** What a series is made of. */
  public enum Family {
    /** Trend, seasons and noise, added or multiplied. */
    STRUCTURE(.37),
    /** Sums and products of random smooth, periodic, mean-reverting and linear functions. */
    KERNELS(.14),
    /** Random walks, with and without drift and season. */
    WALK(.14),
    /** Zero-inflated compound Poisson: tips. */
    TIPS(.11),
    /** Counts around a seasonal mean: follows, orders. */
    COUNTS(.08),
    /** A base with bursts that decay: views after going viral. */
    VIRAL(.08),
    /** Joiners and leavers with billing steps: subscriptions. */
    SUBSCRIPTIONS(.06),
    /** Long the same value, rarely another: prices, tiers, dormant accounts. */
    QUIET(.02);

    private final double share;

    Family(double share) {
      this.share = share;
    }
  }

  /** The stream of {@code seed}, each series with {@code future} steps after its history. */
  public static SyntheticSeries stream(long seed, int future) {
    return new SyntheticSeries(seed, future);
  }

  /** The next series. */
  public SyntheticSample next() {
    SyntheticClock clock = SyntheticClock.draw(random);
    int history = historyLength();
    int n = history + future;
    Family family = drawFamily();
    SyntheticParts parts = new SyntheticParts(random, clock, n);
    double[] values =
        switch (family) {
          case STRUCTURE -> parts.structure();
          case KERNELS -> parts.kernels();
          case WALK -> parts.walk();
          case TIPS -> new SyntheticIncome(random, parts, n).tips();
          case COUNTS -> new SyntheticIncome(random, parts, n).counts();
          case VIRAL -> new SyntheticIncome(random, parts, n).viral();
          case SUBSCRIPTIONS -> new SyntheticIncome(random, parts, n).subscriptions();
          case QUIET -> new SyntheticIncome(random, parts, n).quiet();
        };
    new SyntheticDisturbance(random, clock, values, history).apply();
    return new SyntheticSample(values, history, clock, family);
  }

  private int historyLength() {
    if (random.nextDouble() < FULL_LENGTH) {
      return Standardised.LONGEST;
    }
    double low = Math.log(SHORTEST_HISTORY);
    double high = Math.log(Standardised.LONGEST);
    return (int) Math.exp(low + (high - low) * Math.sqrt(random.nextDouble()));
  }

  private Family drawFamily() {
    double u = random.nextDouble();
    for (Family family : Family.values()) {
      u -= family.share;
      if (u < 0) {
        return family;
      }
    }
    return Family.STRUCTURE;
  }
}
