package io.tiktoktoe.benchmarks.pricing;

import io.tiktoktoe.pricing.DynamicPricingEngine;
import io.tiktoktoe.pricing.insight.DemandHistory;
import io.tiktoktoe.pricing.insight.Elasticities;
import io.tiktoktoe.pricing.insight.ElasticityEstimate;
import io.tiktoktoe.pricing.insight.ElasticityOptions;
import io.tiktoktoe.pricing.insight.MarketContext;
import io.tiktoktoe.pricing.insight.PriceExposure;
import io.tiktoktoe.pricing.insight.WillingnessEstimate;
import io.tiktoktoe.pricing.insight.WillingnessEstimate.DemandPoint;
import io.tiktoktoe.simulation.market.DemandShape;
import io.tiktoktoe.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How often intervals hold the truth: elasticities of products of which few persons buy, of whom
 * prices are drawn by chance, or set by whoever knows of demand; willingness to pay and demand from
 * price tests whose persons follow six shapes: {@code pricing.DemandCoverage [products] [tests]
 * [seed]}. Last, panels of other kinds than the published ones: they must be sane.
 */
public final class DemandCoverage {

  private static final int WEEKS = 60;

  private static final double MEDIAN = 8;

  private static final double SPREAD = .5;

  /** Persons who are shown each price. */
  private static final int SHOWN = 500;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private DemandCoverage() {}

  /** Prints the figures. */
  public static void main(String[] args) {
    int products = args.length > 0 ? Integer.parseInt(args[0]) : 300;
    int tests = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 12;
    elasticities("few buyers, prices by chance", products, (mood, chance) -> chance);
    elasticities("price follows a known mood", products, (mood, chance) -> .7 * mood + .7 * chance);
    for (DemandShape shape : DemandShape.values()) {
      willingness(shape.label(), at -> shape.survival(at, SPREAD), tests, seed);
    }
    // Shapes that nothing was chosen by.
    willingness("pareto", at -> Math.min(1, Math.pow(.6 / at, 2)), tests, seed);
    willingness(
        "three groups",
        at -> (above(at, .7, .15) + above(at, 1.2, .15) + above(at, 1.9, .15)) / 3,
        tests,
        seed);
    willingness(
        "two steps", at -> (at <= .9 ? .5 : 0) + (at <= 1.35 ? .5 : 0) * .99 + .005, tests, seed);
    panels();
  }

  /** Persons who saw a price: about 60 a week, of whom one in 15 buys. */
  private static void elasticities(String what, int products, DoubleBinaryOperator price) {
    SplittableRandom random = new SplittableRandom(11);
    DemandHistory.Builder rows = DemandHistory.withControls(List.of("mood"));
    double[] truth = new double[products];
    for (int product = 0; product < products; product++) {
      truth[product] = Math.min(-.2, -1.8 + .6 * random.nextGaussian());
      for (int week = 0; week < WEEKS; week++) {
        double mood = random.nextGaussian();
        double logPrice = .15 * price.applyAsDouble(mood, random.nextGaussian());
        double chance = Math.min(.9, Math.exp(-2.7 + truth[product] * logPrice + .3 * mood));
        int shown = 30 + random.nextInt(60);
        int bought = 0;
        for (int person = 0; person < shown; person++) {
          bought += random.nextDouble() < chance ? 1 : 0;
        }
        rows.addShown("p" + product, "all", week, Math.exp(logPrice), bought, shown, mood);
      }
    }
    Elasticities told =
        DynamicPricingEngine.elasticities(
            rows.build(), ElasticityOptions.defaults(), 2, Progress.SILENT);
    int held = 0;
    for (int product = 0; product < products; product++) {
      ElasticityEstimate one = told.products().get(product);
      held += one.interval().orElseThrow().contains(truth[product]) ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "elasticity, %s: %.1f%% of %d intervals hold the truth (goal 93)%n",
        what,
        100.0 * held / products,
        products);
  }

  private static double above(double at, double median, double spread) {
    return NORMAL.survivalProbability(Math.log(at / median) / spread);
  }

  /** Tests of four prices shown to 500 persons each. */
  private static void willingness(
      String label, DoubleUnaryOperator survival, int tests, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] prices = {6, 8, 10, 12};
    int points = 0;
    int held = 0;
    double width = 0;
    for (int test = 0; test < tests; test++) {
      List<PriceExposure> exposures = new ArrayList<>();
      for (double price : prices) {
        int bought = 0;
        for (int person = 0; person < SHOWN; person++) {
          bought += random.nextDouble() < .3 * survival.applyAsDouble(price / MEDIAN) ? 1 : 0;
        }
        exposures.add(new PriceExposure(price, SHOWN, bought, false));
      }
      WillingnessEstimate told =
          DynamicPricingEngine.willingness(
              9, MarketContext.unknown().withExposures(exposures), prices);
      for (DemandPoint point : told.shown()) {
        points++;
        double chance = .3 * survival.applyAsDouble(point.price() / MEDIAN);
        width += point.band().width() / (2 * 1.96 * Math.sqrt(chance * (1 - chance) / SHOWN));
        held += point.band().contains(chance) ? 1 : 0;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "demand at the tested prices, %s: %.1f%% of %d bands hold the truth, .%02.0f as wide as"
            + " what each price says alone%n",
        label,
        100.0 * held / points,
        points,
        100 * width / points);
  }

  /**
   * Few shops, few weeks, promotions that no column tells, any unit of price, weeks without sales.
   */
  private static void panels() {
    panel("2 shops, 12 weeks", 2, 12, 1, false, 40);
    panel("30 shops, 20 weeks, prices in hundredths", 30, 20, 100, true, 200);
    panel("5 shops, 100 weeks, prices in millions, zeros", 5, 100, 1e6, true, .8);
    panel("1 shop, 8 weeks", 1, 8, 1, true, 15);
  }

  private static void panel(
      String what, int shops, int weeks, double unit, boolean flagged, double level) {
    SplittableRandom random = new SplittableRandom(13);
    DemandHistory.Builder rows =
        DemandHistory.withControls(flagged ? List.of("promotion") : List.of());
    int products = 6;
    double[] truth = new double[products];
    double squares = 0;
    int hidden = 0;
    List<Double> sold = new ArrayList<>();
    for (int product = 0; product < products; product++) {
      truth[product] = -1 - 2 * random.nextDouble();
      for (int shop = 0; shop < shops; shop++) {
        for (int week = 0; week < weeks; week++) {
          double promotion = random.nextInt(6) == 0 ? 1 : 0;
          double log = .1 * random.nextGaussian() - .15 * promotion;
          double mean = level * Math.exp(truth[product] * log + .3 * promotion + .2 * shop / shops);
          double quantity = Math.rint(mean + Math.sqrt(mean) * random.nextGaussian());
          quantity = Math.max(0, quantity);
          boolean hide = week >= .8 * weeks;
          sold.add(hide ? quantity : Double.NaN);
          double[] controls = flagged ? new double[] {promotion} : new double[0];
          rows.add(
              "p" + product,
              "shop" + shop,
              week,
              unit * Math.exp(log),
              hide ? Double.NaN : quantity,
              false,
              controls);
        }
      }
    }
    DemandHistory history = rows.build();
    Elasticities told =
        DynamicPricingEngine.elasticities(
            history, ElasticityOptions.defaults(), 2, Progress.SILENT);
    int held = 0;
    for (int product = 0; product < products; product++) {
      held +=
          told.products().get(product).interval().orElseThrow().contains(truth[product]) ? 1 : 0;
    }
    double[] expected =
        DynamicPricingEngine.expectedLogQuantities(history, ElasticityOptions.defaults());
    for (int row = 0; row < expected.length; row++) {
      if (!Double.isNaN(sold.get(row))) {
        squares += Math.pow(Math.log((sold.get(row) + .5) / (Math.exp(expected[row]) + .5)), 2);
        hidden++;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "panel of %s%s: %d of %d intervals hold the truth, mean %.2f; RMSE of log (sold + .5) %.2f,"
            + " chance alone about %.2f%n",
        what,
        flagged ? "" : ", promotions not told",
        held,
        products,
        told.typical().orElseThrow().mean(),
        Math.sqrt(squares / hidden),
        1 / Math.sqrt(Math.max(level, .5)));
  }
}
