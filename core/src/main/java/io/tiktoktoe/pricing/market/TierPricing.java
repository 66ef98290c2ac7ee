package io.tiktoktoe.pricing.market;

import io.tiktoktoe.pricing.insight.CreatorProduct;
import io.tiktoktoe.pricing.insight.PricingStrategy.PricePoint;
import io.tiktoktoe.pricing.portfolio.PricingInsights.Tier;
import io.tiktoktoe.pricing.portfolio.PricingInsights.TierPlan;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Prices of tiers together: each fan takes the tier that leaves them most, or none, so that a lower
 * price takes buyers from the other tiers. Prices are changed one at a time as long as the expected
 * contribution grows (coordinate ascent), each within what is allowed for it, and a larger tier
 * never costs less than a smaller one. O(tiers prices fans).
 */
final class TierPricing {

  /** Share of the variance of willingness that is the person's. */
  private static final double COMMON = .6;

  private static final int MONTH = 30;
  private static final int CANDIDATES = 9;
  private static final int MOST_ROUNDS = 4;
  private static final double LOWER = .9;

  private final List<Priced> tiers;
  private final VirtualFans fans;
  private final double[] today;
  private final double[][] sharesToday = new double[VirtualFans.TRUTHS][];

  private TierPricing(List<Priced> tiers, long seed) {
    this.tiers = tiers;
    this.today = tiers.stream().mapToDouble(one -> one.product().price()).toArray();
    this.fans = VirtualFans.of(today, tiers.stream().map(Priced::context).toList(), COMMON, seed);
    for (int truth = 0; truth < sharesToday.length; truth++) {
      sharesToday[truth] = fans.takeOne(truth, today);
    }
  }

  /** The plan of these tiers; empty when there are not two that sell. */
  static Optional<TierPlan> of(List<Priced> all, long seed) {
    List<Priced> tiers =
        all.stream()
            .filter(one -> one.product().loyalty().recurring() && one.product().dailySales() > 0)
            .sorted(Comparator.comparingDouble(one -> one.product().price()))
            .toList();
    return tiers.size() < 2 ? Optional.empty() : Optional.of(new TierPricing(tiers, seed).plan());
  }

  private TierPlan plan() {
    double[] prices = today.clone();
    double most = expected(prices);
    boolean moved = true;
    for (int round = 0; moved && round < MOST_ROUNDS; round++) {
      moved = false;
      for (int tier = 0; tier < prices.length; tier++) {
        double before = prices[tier];
        for (double candidate : candidates(tier)) {
          double[] tried = prices.clone();
          tried[tier] = candidate;
          double brings = ordered(tried) ? expected(tried) : Double.NEGATIVE_INFINITY;
          if (brings > most) {
            most = brings;
            prices = tried;
          }
        }
        moved |= prices[tier] != before;
      }
    }
    return told(prices);
  }

  private boolean ordered(double[] prices) {
    for (int tier = 1; tier < prices.length; tier++) {
      if (prices[tier] < prices[tier - 1]) {
        return false;
      }
    }
    return true;
  }

  private double[] candidates(int tier) {
    List<PricePoint> allowed = tiers.get(tier).strategy().prices();
    int every = Math.max(1, allowed.size() / CANDIDATES);
    double[] thinned =
        java.util.stream.IntStream.range(0, allowed.size())
            .filter(at -> at % every == 0 || at == allowed.size() - 1)
            .mapToDouble(at -> allowed.get(at).price())
            .toArray();
    return thinned;
  }

  private double expected(double[] prices) {
    return Arrays.stream(gains(prices)).average().orElse(0);
  }

  /** What prices bring more than today's over a month, under each truth. */
  private double[] gains(double[] prices) {
    double[] gains = new double[VirtualFans.TRUTHS];
    for (int truth = 0; truth < gains.length; truth++) {
      double[] share = fans.takeOne(truth, prices);
      for (int tier = 0; tier < prices.length; tier++) {
        CreatorProduct product = tiers.get(tier).product();
        double now = sharesToday[truth][tier];
        double ratio = now > 0 ? share[tier] / now : 1;
        double buyers = MONTH * product.dailySales() * product.loyalty().payments(MONTH);
        gains[truth] +=
            buyers
                * (ratio * product.contribution(prices[tier]) - product.contribution(today[tier]));
      }
    }
    return gains;
  }

  private TierPlan told(double[] prices) {
    double[] gains = gains(prices);
    List<Tier> told = new ArrayList<>();
    for (int tier = 0; tier < prices.length; tier++) {
      told.add(
          new Tier(
              tiers.get(tier).product().name(),
              today[tier],
              tiers.get(tier).strategy().recommended(),
              prices[tier],
              taken(tier)));
    }
    double[] sorted = gains.clone();
    Arrays.sort(sorted);
    double better = Arrays.stream(gains).filter(one -> one > 0).count();
    return new TierPlan(
        told,
        Arrays.stream(gains).average().orElse(0),
        Interval.equalTailed(p -> Quantiles.ofSorted(sorted, p), Interval.WIDE),
        (better + .5) / (gains.length + 1));
  }

  /** Of those whom a tier lower by a tenth wins, who would have taken another. */
  private double taken(int tier) {
    double[] lower = today.clone();
    lower[tier] *= LOWER;
    double won = 0;
    double lost = 0;
    for (int truth = 0; truth < sharesToday.length; truth++) {
      double[] share = fans.takeOne(truth, lower);
      for (int other = 0; other < lower.length; other++) {
        double change = share[other] - sharesToday[truth][other];
        won += other == tier ? change : 0;
        lost -= other == tier ? 0 : change;
      }
    }
    return won > 0 ? lost / won : Double.NaN;
  }
}
