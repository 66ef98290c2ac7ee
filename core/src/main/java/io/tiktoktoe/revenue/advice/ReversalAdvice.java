package io.tiktoktoe.revenue.advice;

import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.answer.Recommendation.Effect;
import io.tiktoktoe.answer.Recommendation.Footing;
import io.tiktoktoe.metric.ProductSales;
import io.tiktoktoe.revenue.insight.Dimension;
import io.tiktoktoe.revenue.insight.RevenueAdvice;
import io.tiktoktoe.stats.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Empirical Bayes shrinkage of return rates: finds the product that is sent back more than the
 * others.
 *
 * <p>Method: shares of sales sent back have a common Beta distribution over products, fitted by
 * moments; each product's own share is its posterior, so that few sales are no news (empirical
 * Bayes). What would be kept if the product were as good as the average one is its excess share
 * times its gross.
 */
final class ReversalAdvice {

  private static final int LEAST_PRODUCTS = 3;

  private ReversalAdvice() {}

  /** The product with the surest excess; none without three products or without an excess. */
  static Optional<Recommendation> of(List<ProductSales> products, double perThirtyDays) {
    List<ProductSales> sold =
        products.stream().filter(one -> one.sales() > 0 && one.gross() > 0).toList();
    long sales = sold.stream().mapToLong(ProductSales::sales).sum();
    long reversals = sold.stream().mapToLong(one -> back(one)).sum();
    if (sold.size() < LEAST_PRODUCTS || reversals == 0 || reversals >= sales) {
      return Optional.empty();
    }
    double mean = reversals / (double) sales;
    double weight = priorWeight(sold, mean);
    return sold.stream()
        .filter(one -> one.reversals() > 0 && !one.product().equals(Dimension.UNKNOWN))
        .map(one -> advice(one, mean, weight, perThirtyDays))
        .max(Comparator.comparingDouble(one -> one.interval().lo()));
  }

  /** Reversals of the period, at most its sales: later ones belong to earlier sales. */
  private static long back(ProductSales product) {
    return Math.min(product.reversals(), product.sales());
  }

  /**
   * Pseudo-sales of the common distribution: mean (1 - mean) / variance between products - 1, with
   * the variance beyond binomial noise; at least 1, at most all sales.
   */
  private static double priorWeight(List<ProductSales> sold, double mean) {
    double squares = 0;
    double sales = 0;
    double salesSquared = 0;
    for (ProductSales one : sold) {
      double distance = back(one) / (double) one.sales() - mean;
      squares += one.sales() * distance * distance;
      sales += one.sales();
      salesSquared += (double) one.sales() * one.sales();
    }
    double noise = (sold.size() - 1) * mean * (1 - mean);
    double between = (squares - noise) / (sales - salesSquared / sales);
    return between <= 0 ? sales : Math.clamp(mean * (1 - mean) / between - 1, 1, sales);
  }

  private static Recommendation advice(
      ProductSales product, double mean, double weight, double perThirtyDays) {
    long back = back(product);
    BetaDistribution share =
        BetaDistribution.of(mean * weight + back, (1 - mean) * weight + product.sales() - back);
    double scale = product.gross() * perThirtyDays;
    return new Recommendation(
        new RevenueAdvice.MendProduct(
            product.product(), product.reversals(), product.sales(), product.reversed(), mean),
        Effect.INCOME_30_DAYS,
        (share.getMean() - mean) * scale,
        Interval.equalTailed(share::inverseCumulativeProbability, Interval.WIDE)
            .plus(-mean)
            .times(scale),
        Footing.ASSOCIATION);
  }
}
