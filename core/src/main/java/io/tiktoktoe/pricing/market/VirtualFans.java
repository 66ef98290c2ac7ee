package io.tiktoktoe.pricing.market;

import io.tiktoktoe.pricing.insight.MarketContext;
import io.tiktoktoe.pricing.willingness.PossibleDemand;
import io.tiktoktoe.pricing.willingness.WillingnessPosterior;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Fans drawn from the posteriors of several products: whoever would pay much for one would pay more
 * for another, too (a common factor). Each takes what leaves most of their willingness.
 */
final class VirtualFans {

  /** Possible truths, each with fans of its own. */
  static final int TRUTHS = 80;

  private static final int FANS = 300;

  /** Willingness by truth, fan and product; 0 for who would not buy at any price. */
  private final double[][][] willing;

  private VirtualFans(double[][][] willing) {
    this.willing = willing;
  }

  /**
   * Draws them.
   *
   * @param today prices today
   * @param common share of the variance of logarithmic willingness that is the person's
   */
  static VirtualFans of(double[] today, List<MarketContext> contexts, double common, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<PossibleDemand>> truths = new ArrayList<>();
    for (int product = 0; product < today.length; product++) {
      truths.add(WillingnessPosterior.of(today[product], contexts.get(product)));
    }
    double[][][] willing = new double[TRUTHS][FANS][today.length];
    for (double[][] fans : willing) {
      List<PossibleDemand> drawn =
          truths.stream().map(one -> draw(one, random.nextDouble())).toList();
      double most = drawn.stream().mapToDouble(PossibleDemand::interested).max().orElse(1);
      for (double[] fan : fans) {
        double person = random.nextGaussian();
        double interest = most * random.nextDouble();
        for (int product = 0; product < fan.length; product++) {
          PossibleDemand truth = drawn.get(product);
          double z = Math.sqrt(common) * person + Math.sqrt(1 - common) * random.nextGaussian();
          double group = truth.isOneGroup() ? 1 : random.nextDouble();
          fan[product] = interest < truth.interested() ? Math.exp(truth.logWilling(z, group)) : 0;
        }
      }
    }
    return new VirtualFans(willing);
  }

  private static PossibleDemand draw(List<PossibleDemand> truths, double at) {
    double sum = 0;
    for (PossibleDemand truth : truths) {
      sum += truth.weight();
      if (sum >= at) {
        return truth;
      }
    }
    return truths.getLast();
  }

  /** Share of the fans of one truth who take each product when each takes one at most. */
  double[] takeOne(int truth, double[] prices) {
    double[] share = new double[prices.length];
    for (double[] fan : willing[truth]) {
      int best = -1;
      double most = 0;
      for (int product = 0; product < prices.length; product++) {
        double left = fan[product] - prices[product];
        if (fan[product] > 0 && left >= most) {
          most = left;
          best = product;
        }
      }
      if (best >= 0) {
        share[best] += 1.0 / FANS;
      }
    }
    return share;
  }

  /** Share of the fans of one truth who take each of two products alone, and both for one price. */
  double[] takeBoth(int truth, double first, double second, double both) {
    double[] share = new double[3];
    for (double[] fan : willing[truth]) {
      double one = Math.max(0, fan[0] - first);
      double two = Math.max(0, fan[1] - second);
      double bundle = fan[0] + fan[1] - both;
      if (bundle > 0 && bundle > one + two) {
        share[2] += 1.0 / FANS;
      } else {
        share[0] += one > 0 ? 1.0 / FANS : 0;
        share[1] += two > 0 ? 1.0 / FANS : 0;
      }
    }
    return share;
  }
}
