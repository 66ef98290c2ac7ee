package io.tiktoktoe.risk;

import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Leave-one-out stress testing: what 30 days without one platform would cost at the recent level.
 * Assumption: its fans do not follow to another platform, so the loss is the most that is lost.
 */
final class Stress {

  private static final double DAYS = 30;

  private Stress() {}

  /** One stress per platform, largest loss first. */
  static List<PlatformStress> of(IncomeHistory history, int from, int to) {
    double[] all = perThirtyDays(history.total(), from, to);
    List<PlatformStress> stress = new ArrayList<>();
    for (int platform = 0; platform < history.platforms().size(); platform++) {
      double[] own = perThirtyDays(history.byPlatform()[platform], from, to);
      if (own[0] == 0 && own[1] == 0) {
        continue;
      }
      stress.add(
          new PlatformStress(
              history.platforms().get(platform),
              own[0],
              new Interval(own[0] - own[1], own[0] + own[1], 0.95),
              all[0] > 0 ? own[0] / all[0] : Double.NaN));
    }
    stress.sort(
        Comparator.comparingDouble((PlatformStress one) -> -one.loss())
            .thenComparing(PlatformStress::platform));
    return stress;
  }

  /** Mean of 30 days and half the width of its 95% interval, from weekly sums where possible. */
  static double[] perThirtyDays(long[] daily, int from, int to) {
    int block = to - from >= 28 ? 7 : 1;
    int blocks = (to - from) / block;
    double[] sums = new double[Math.max(1, blocks)];
    for (int day = to - blocks * block; day < to; day++) {
      sums[(day - (to - blocks * block)) / block] += daily[day];
    }
    double mean = Arrays.stream(sums).average().orElse(0);
    double scale = DAYS / block;
    if (blocks < 2) {
      return new double[] {mean * scale, Math.abs(mean * scale)};
    }
    double squares = 0;
    for (double sum : sums) {
      squares += (sum - mean) * (sum - mean);
    }
    double error = Math.sqrt(squares / (blocks - 1) / blocks);
    double reach = error * TDistribution.of(blocks - 1).inverseSurvivalProbability(0.025);
    return new double[] {mean * scale, reach * scale};
  }
}
