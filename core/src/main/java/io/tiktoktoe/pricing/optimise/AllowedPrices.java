package io.tiktoktoe.pricing.optimise;

import io.tiktoktoe.pricing.insight.CreatorProduct;
import io.tiktoktoe.pricing.insight.PricingConstraints;
import io.tiktoktoe.pricing.insight.PricingStrategy.Binding;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The prices that a product may have next, and what forbids the others. */
final class AllowedPrices {

  /** Prices are considered every percent of today's. */
  private static final double GRAIN = .01;

  private static final double ROUNDING = 1e-9;

  private final CreatorProduct product;
  private final PricingConstraints limits;

  AllowedPrices(CreatorProduct product) {
    this.product = product;
    this.limits = product.constraints();
  }

  /** Every price that could be meant, allowed or not, ascending; today's is among them. */
  double[] considered() {
    TreeSet<Double> prices = new TreeSet<>();
    prices.add(product.price());
    if (limits.endings().isEmpty()) {
      prices.add(limits.floor());
      prices.add(limits.ceiling());
      prices.add(product.price() * (1 + limits.largestStep()));
      prices.add(product.price() * Math.max(0, 1 - limits.largestStep()));
    }
    for (double factor = .2; factor <= 5; factor *= 1 + GRAIN) {
      double price = product.price() * factor;
      if (limits.endings().isEmpty()) {
        prices.add(cents(price));
      }
      for (double ending : limits.endings()) {
        double ended = cents(Math.floor(price) + ending);
        if (ended > 0) {
          prices.add(ended);
        }
      }
    }
    prices.remove(0.0);
    return prices.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double cents(double price) {
    return Math.rint(price * 100) / 100;
  }

  /** What forbids a price; nothing for today's. */
  List<Binding> against(double price) {
    List<Binding> against = new ArrayList<>();
    if (price == product.price()) {
      return against;
    }
    if (price < limits.floor() - ROUNDING) {
      against.add(Binding.FLOOR);
    }
    if (price > limits.ceiling() + ROUNDING) {
      against.add(Binding.CEILING);
    }
    if (product.contribution(price) < limits.leastMargin() * price - ROUNDING) {
      against.add(Binding.MARGIN);
    }
    if (Math.abs(price - product.price()) > limits.largestStep() * product.price() + ROUNDING) {
      against.add(Binding.STEP);
    }
    if (product.daysSinceChange() < limits.daysBetween()) {
      against.add(Binding.CADENCE);
    }
    return against;
  }
}
