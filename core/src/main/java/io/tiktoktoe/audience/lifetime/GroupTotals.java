package io.tiktoktoe.audience.lifetime;

import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.GammaDistribution;

/** Sums over groups of fans, with gamma-distributed intervals of the same mean and variance. */
final class GroupTotals {

  private GroupTotals() {}

  /**
   * The sums.
   *
   * @param shared relative variance of each group's purchases that its fans share
   * @param ofSpend the same of amounts
   */
  static List<GroupValue> of(
      FanValues values, int[] groupOf, int groups, double[] shared, double ofSpend) {
    double[] fans = new double[groups];
    double[] alive = new double[groups];
    double[][] purchases = new double[2][groups];
    double[][] value = new double[2][groups];
    for (int i = 0; i < groupOf.length; i++) {
      int k = groupOf[i];
      if (k < 0 || Double.isNaN(values.pAlive()[i])) {
        continue;
      }
      fans[k]++;
      alive[k] += values.pAlive()[i];
      purchases[0][k] += values.purchases()[i];
      purchases[1][k] += values.purchasesVariance()[i];
      value[0][k] += values.value()[i];
      value[1][k] += values.valueVariance()[i];
    }
    List<GroupValue> totals = new ArrayList<>();
    for (int k = 0; k < groups; k++) {
      double bought = purchases[0][k];
      double money = value[0][k];
      double purchasesVariance = purchases[1][k] + bought * bought * shared[k];
      double moneyVariance = value[1][k] + money * money * (shared[k] + ofSpend);
      totals.add(
          new GroupValue(
              (int) fans[k],
              alive[k],
              bought,
              interval(bought, purchasesVariance, Interval.NARROW),
              interval(bought, purchasesVariance, Interval.WIDE),
              money,
              interval(money, moneyVariance, Interval.NARROW),
              interval(money, moneyVariance, Interval.WIDE)));
    }
    return totals;
  }

  private static Interval interval(double mean, double variance, double confidence) {
    if (!(mean > 0 && variance > 0)) {
      double known = Double.isNaN(mean) ? 0 : mean;
      return new Interval(known, known, confidence);
    }
    GammaDistribution gamma = GammaDistribution.of(mean * mean / variance, variance / mean);
    return Interval.equalTailed(gamma::inverseCumulativeProbability, confidence);
  }
}
