package io.tiktoktoe.risk;

import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.Resampling;
import io.tiktoktoe.stats.Resampling.Blocks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Leave-one-out stress testing: what 30 days without one platform would cost at the recent level.
 * Assumption: its fans do not follow to another platform, so the loss is the most that is lost.
 */
final class Stress {

  private static final double DAYS = 30;

  private Stress() {}

  /** One stress per platform, largest loss first. */
  static List<PlatformStress> of(IncomeHistory history, int from, int to) {
    Level all = Level.of(history.total(), from, to);
    List<PlatformStress> stress = new ArrayList<>();
    for (int platform = 0; platform < history.platforms().size(); platform++) {
      Level own = Level.of(history.byPlatform()[platform], from, to);
      if (own.mean == 0 && own.interval.width() == 0) {
        continue;
      }
      stress.add(
          new PlatformStress(
              history.platforms().get(platform),
              own.mean,
              own.interval,
              all.mean > 0 ? own.mean / all.mean : Double.NaN));
    }
    stress.sort(
        Comparator.comparingDouble((PlatformStress one) -> -one.loss())
            .thenComparing(PlatformStress::platform));
    return stress;
  }

  /** Days of a block; those left over before the first week go with it. */
  private static int length(Blocks blocks, int block, int from) {
    return blocks.first(block + 1) - (block == 0 ? from : blocks.first(block));
  }

  /** Mean of 30 days and its interval, from weekly sums where possible. */
  record Level(double mean, Interval interval) {

    static Level of(long[] daily, int from, int to) {
      Blocks blocks = Resampling.weeks(from, to);
      double[] sums = blocks.sums(daily, from);
      double total = Arrays.stream(sums).sum();
      int days = to - from;
      double mean = total / days;
      Interval interval =
          sums.length < 2
              ? Interval.around(mean, Math.abs(mean), Interval.WIDE)
              : Resampling.jackknife(
                      sums.length,
                      mean,
                      left -> (total - sums[left]) / (days - length(blocks, left, from)))
                  .interval(Interval.WIDE);
      return new Level(mean * DAYS, interval.times(DAYS));
    }
  }
}
