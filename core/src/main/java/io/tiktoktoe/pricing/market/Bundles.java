package io.tiktoktoe.pricing.market;

import io.tiktoktoe.pricing.insight.CreatorProduct;
import io.tiktoktoe.pricing.portfolio.PricingInsights.BundleOffer;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Pairs of products for one price beside each alone (mixed bundling: Adams and Yellen 1976):
 * whoever would pay much for one and little for the other takes both for less.
 */
final class Bundles {

  private static final double COMMON = .3;
  private static final int MONTH = 30;
  private static final int MOST_PRODUCTS = 3;

  /** Prices of a bundle are tried from the dearer product up to both. */
  private static final int STEPS = 8;

  private Bundles() {}

  /** Bundles that are likelier than not to bring more, best first. */
  static List<BundleOffer> of(List<Priced> all, long seed) {
    List<Priced> goods =
        all.stream()
            .filter(one -> !one.product().loyalty().recurring() && one.product().dailySales() > 0)
            .sorted(Comparator.comparingDouble(one -> -one.product().dailySales()))
            .limit(MOST_PRODUCTS)
            .toList();
    List<BundleOffer> offers = new ArrayList<>();
    for (int one = 0; one < goods.size(); one++) {
      for (int two = one + 1; two < goods.size(); two++) {
        BundleOffer best = best(goods.get(one), goods.get(two), seed);
        if (best.gain30() > 0) {
          offers.add(best);
        }
      }
    }
    offers.sort(Comparator.comparingDouble(offer -> -offer.gain30()));
    return offers;
  }

  private static BundleOffer best(Priced one, Priced two, long seed) {
    double[] today = {one.product().price(), two.product().price()};
    VirtualFans fans = VirtualFans.of(today, List.of(one.context(), two.context()), COMMON, seed);
    double low = Math.max(today[0], today[1]);
    double high = today[0] + today[1];
    double best = high;
    double[] gains = gains(one.product(), two.product(), fans, high);
    for (int step = 0; step < STEPS; step++) {
      double price = low + (high - low) * step / STEPS;
      double[] here = gains(one.product(), two.product(), fans, price);
      if (mean(here) > mean(gains)) {
        best = price;
        gains = here;
      }
    }
    double[] sorted = gains.clone();
    Arrays.sort(sorted);
    return new BundleOffer(
        one.product().name(),
        two.product().name(),
        high,
        Math.rint(best * 100) / 100,
        mean(gains),
        Interval.equalTailed(p -> Quantiles.ofSorted(sorted, p), Interval.WIDE));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static double[] gains(
      CreatorProduct one, CreatorProduct two, VirtualFans fans, double price) {
    double[] gains = new double[VirtualFans.TRUTHS];
    double contribution =
        price * (1 - (one.feeShare() + one.taxShare() + two.feeShare() + two.taxShare()) / 2)
            - Math.max(one.fixedFee(), two.fixedFee())
            - one.unitCost()
            - two.unitCost();
    for (int truth = 0; truth < gains.length; truth++) {
      double[] before = fans.takeBoth(truth, one.price(), two.price(), Double.POSITIVE_INFINITY);
      double[] after = fans.takeBoth(truth, one.price(), two.price(), price);
      double sells = before[0] + before[1];
      double persons = sells > 0 ? (one.dailySales() + two.dailySales()) / sells : 0;
      gains[truth] =
          MONTH
              * persons
              * ((after[0] - before[0]) * one.contribution(one.price())
                  + (after[1] - before[1]) * two.contribution(two.price())
                  + after[2] * contribution);
    }
    return gains;
  }
}
