package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.Quantiles;
import io.tiktoktoe.stats.Resampling;
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
   * @param interval the central 95% of resampled means
   * @param p one-sided: share of resamples in which ours is not lower, at least 1 / 2,001
   */
  record Result(double difference, Interval interval, double p) {}

  static Result compare(double[] ours, double[] theirs) {
    double[] differences = new double[ours.length];
    Arrays.setAll(differences, i -> ours[i] - theirs[i]);
    double[] means =
        Resampling.bootstrap(
            differences.length,
            RESAMPLES,
            new SplittableRandom(SEED),
            places -> {
              double sum = 0;
              for (int place : places) {
                sum += differences[place];
              }
              return sum / places.length;
            });
    int notLower = RESAMPLES - Quantiles.countBelow(means, 0);
    return new Result(
        Arrays.stream(differences).average().orElse(0),
        Resampling.percentile(means, Interval.WIDE),
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
        result.interval().lo(),
        result.interval().hi(),
        result.p(),
        result.p() < 0.05 ? "" : "(not shown to be lower)");
  }
}
