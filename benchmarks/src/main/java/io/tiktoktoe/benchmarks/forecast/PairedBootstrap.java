package io.tiktoktoe.benchmarks.forecast;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Is one forecaster's mean loss lower than another's? Series are drawn again with replacement 2,000
 * times (block bootstrap: a block is a whole series with all its steps, which are dependent).
 * Series of one panel share their test window, so a shock that all of them share is in every
 * resample: the interval speaks of other series in that window, not of other windows.
 */
final class PairedBootstrap {

  private static final int RESAMPLES = 2_000;
  private static final long SEED = 26;

  private PairedBootstrap() {}

  /**
   * Mean of ours minus theirs over series.
   *
   * @param lo end of the central 95% of resampled means
   * @param hi the other end
   * @param p one-sided: share of resamples in which ours is not lower, at least 1 / 2,001
   */
  record Result(double difference, double lo, double hi, double p) {}

  static Result compare(double[] ours, double[] theirs) {
    double[] differences = new double[ours.length];
    Arrays.setAll(differences, i -> ours[i] - theirs[i]);
    SplittableRandom random = new SplittableRandom(SEED);
    double[] means = new double[RESAMPLES];
    int notLower = 0;
    for (int r = 0; r < RESAMPLES; r++) {
      double sum = 0;
      for (int i = 0; i < differences.length; i++) {
        sum += differences[random.nextInt(differences.length)];
      }
      means[r] = sum / differences.length;
      notLower += means[r] >= 0 ? 1 : 0;
    }
    Arrays.sort(means);
    return new Result(
        Arrays.stream(differences).average().orElse(0),
        means[(int) (0.025 * RESAMPLES)],
        means[(int) (0.975 * RESAMPLES) - 1],
        (notLower + 1.0) / (RESAMPLES + 1.0));
  }

  /** One line: the other's loss, the difference with its interval and p. */
  static void print(String name, double[] ours, double[] theirs) {
    Result result = compare(ours, theirs);
    System.out.printf(
        "  against %-24s %.4f: ours %+.4f [%+.4f, %+.4f], p %.4f %s%n",
        name,
        Arrays.stream(theirs).average().orElse(0),
        result.difference(),
        result.lo(),
        result.hi(),
        result.p(),
        result.p() < 0.05 ? "" : "(not shown to be lower)");
  }
}
