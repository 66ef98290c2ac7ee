package io.tiktoktoe.benchmarks.pricing;

import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.insight.DemandHistory;
import io.tiktoktoe.pricing.insight.Elasticities;
import io.tiktoktoe.pricing.insight.ElasticityEstimate;
import io.tiktoktoe.pricing.insight.ElasticityOptions;
import io.tiktoktoe.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Elasticities: held-out error on orange juice, coverage on simulated products, and the time of
 * 1,000 products over 104 weeks: {@code pricing.ElasticityAccuracy}.
 */
public final class ElasticityAccuracy {

  private static final int PRODUCTS = 1_000;
  private static final int WEEKS = 104;

  private ElasticityAccuracy() {}

  /** Prints the figures. */
  public static void main(String[] args) {
    Optional<Path> juice = OrangeJuice.find();
    if (juice.isPresent()) {
      System.out.printf(
          Locale.ROOT,
          "orange juice, log quantity in the last fifth of the weeks: RMSE %.4f (goal .545)%n",
          OrangeJuice.holdOutError(juice.get()));
    } else {
      System.out.println("orange juice: skipped, no public data (set TIKTOKTOE_DATA)");
    }
    double[] truth = new double[PRODUCTS];
    DemandHistory history = simulated(truth);
    long start = System.nanoTime();
    Elasticities told =
        DynamicPricingEngine.elasticities(
            history, ElasticityOptions.defaults(), 2, Progress.SILENT);
    double seconds = (System.nanoTime() - start) / 1e9;
    int held = 0;
    double pooled = 0;
    double own = 0;
    for (int product = 0; product < PRODUCTS; product++) {
      ElasticityEstimate one = told.products().get(product);
      held += one.interval().orElseThrow().contains(truth[product]) ? 1 : 0;
      pooled += Math.pow(one.elasticity().orElseThrow() - truth[product], 2) / PRODUCTS;
      own += Math.pow(one.own().orElseThrow() - truth[product], 2) / PRODUCTS;
    }
    System.out.printf(
        Locale.ROOT,
        "%,d products over %d weeks: %.1f s on 2 threads (goal 30); %.1f%% of intervals hold the"
            + " truth (goal 93); RMSE pooled %.3f, each by itself %.3f%n",
        PRODUCTS,
        WEEKS,
        seconds,
        100.0 * held / PRODUCTS,
        Math.sqrt(pooled),
        Math.sqrt(own));
  }

  private static DemandHistory simulated(double[] truth) {
    SplittableRandom random = new SplittableRandom(1);
    DemandHistory.Builder rows = DemandHistory.withControls(List.of("promotion"));
    for (int product = 0; product < truth.length; product++) {
      truth[product] = Math.min(-.1, -2 + .7 * random.nextGaussian());
      double size = 3 + random.nextGaussian();
      double lasting = 0;
      for (int week = 0; week < WEEKS; week++) {
        double promotion = random.nextInt(8) == 0 ? 1 : 0;
        double logPrice = .15 * random.nextGaussian() - .1 * promotion;
        lasting = .5 * lasting + .25 * random.nextGaussian();
        double log = size + truth[product] * logPrice + .4 * promotion + lasting;
        rows.add("p" + product, "all", week, Math.exp(logPrice), Math.exp(log), false, promotion);
      }
    }
    return rows.build();
  }
}
