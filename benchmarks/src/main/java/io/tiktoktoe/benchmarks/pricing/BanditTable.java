package io.tiktoktoe.benchmarks.pricing;

import io.tiktoktoe.simulation.market.DemandShape;
import io.tiktoktoe.simulation.market.MarketScene;
import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Profit of rules of pricing beside that of the best fixed price, known afterwards (the oracle),
 * over six shapes of willingness to pay: {@code pricing.BanditTable [SEEDS] [PERSONS] [SCENE]
 * [INTEREST]}; 10, 10,000, STEADY and 1 by default; SCENE is one of {@link MarketScene} or {@code
 * all}, INTEREST the share of visitors who would pay anything. Ten prices from 2 to 20, median
 * willingness 10.
 */
public final class BanditTable {

  private static final double GOAL = .97;

  private BanditTable() {}

  /** Prints the tables. */
  public static void main(String[] args) {
    int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    int persons = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
    String scene = args.length > 2 ? args[2] : MarketScene.STEADY.name();
    double interest = args.length > 3 ? Double.parseDouble(args[3]) : 1;
    for (MarketScene one : MarketScene.values()) {
      if (scene.equalsIgnoreCase("all") || scene.equalsIgnoreCase(one.name())) {
        table(one, interest, persons, seeds);
      }
    }
  }

  private static void table(MarketScene scene, double interest, int persons, int seeds) {
    System.out.printf(
        Locale.ROOT,
        "%s: profit over that of the best of %d prices, %,d visitors (%.0f%% interested), %d seeds"
            + " (95%%)%n%-12s",
        scene.label(),
        PriceRun.PRICES.length,
        persons,
        100 * interest,
        seeds,
        "");
    for (PriceRule.Kind rule : PriceRule.Kind.values()) {
      System.out.printf("%18s", rule.name().toLowerCase(Locale.ROOT));
    }
    System.out.println("  shown two prices: ours, others");
    int reached = 0;
    int above = 0;
    for (DemandShape shape : DemandShape.values()) {
      List<Double> means = row(new PriceRun(shape, scene, interest, persons), seeds);
      double ours = means.getFirst();
      reached += ours >= GOAL ? 1 : 0;
      above += means.stream().skip(1).allMatch(other -> ours > other) ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "at least %.0f%%: %d of 6; above every other: %d of 6 (goal 5 of 6 for both at 10,000)%n%n",
        100 * GOAL,
        reached,
        above);
  }

  private static List<Double> row(PriceRun market, int seeds) {
    System.out.printf("%-12s", market.shape().label());
    double[] best = IntStream.range(0, seeds).parallel().mapToDouble(market::best).toArray();
    List<Double> means = new ArrayList<>();
    int[] two = new int[PriceRule.Kind.values().length];
    for (PriceRule.Kind rule : PriceRule.Kind.values()) {
      PriceRun.Result[] results =
          IntStream.range(0, seeds)
              .parallel()
              .mapToObj(seed -> market.run(rule, seed))
              .toArray(PriceRun.Result[]::new);
      double[] shares = new double[seeds];
      Arrays.setAll(shares, seed -> results[seed].earned() / best[seed]);
      two[rule.ordinal()] = Arrays.stream(results).mapToInt(PriceRun.Result::twoPrices).sum();
      means.add(told(shares));
    }
    System.out.printf(
        Locale.ROOT, "  %,d, %,d%n", two[0], Arrays.stream(two).skip(1).max().orElse(0));
    return means;
  }

  private static double told(double[] shares) {
    double mean = Arrays.stream(shares).average().orElseThrow();
    double square = Arrays.stream(shares).map(share -> (share - mean) * (share - mean)).sum();
    double error = Math.sqrt(square / Math.max(1, shares.length - 1) / shares.length);
    System.out.printf(
        Locale.ROOT, "%9.2f%% +- %4.2f", 100 * mean, 100 * error * Interval.z(Interval.WIDE));
    return mean;
  }
}
