package io.tiktoktoe.benchmarks.pricing;

import io.tiktoktoe.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Profit of price rules beside the best price's, over six shapes of willingness to pay: {@code
 * pricing.BanditTable [SEEDS] [PERSONS]}, 10 and 10,000 by default. Ten prices from 2 to 20.
 */
public final class BanditTable {

  static final double[] PRICES = {2, 4, 6, 8, 10, 12, 14, 16, 18, 20};

  private BanditTable() {}

  /** Prints the table. */
  public static void main(String[] args) {
    int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    int persons = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
    System.out.printf(
        Locale.ROOT,
        "expected profit over that of the best of %d prices, %,d persons, %d seeds (95%%)%n",
        PRICES.length,
        persons,
        seeds);
    System.out.printf("%-12s", "");
    for (PriceRule.Kind rule : PriceRule.Kind.values()) {
      System.out.printf("%18s", rule.name().toLowerCase(Locale.ROOT));
    }
    System.out.println();
    int reached = 0;
    int above = 0;
    for (Willingness shape : Willingness.values()) {
      List<Double> means = new ArrayList<>();
      System.out.printf("%-12s", shape.name().toLowerCase(Locale.ROOT));
      for (PriceRule.Kind rule : PriceRule.Kind.values()) {
        double[] shares = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
          shares[seed] = share(shape, rule, persons, seed);
        }
        means.add(told(shares));
      }
      System.out.println();
      double ours = means.getFirst();
      reached += ours >= .97 ? 1 : 0;
      above += means.stream().skip(1).allMatch(other -> ours > other) ? 1 : 0;
    }
    System.out.printf(
        "at least 97%%: %d of 6; above every other: %d of 6 (goal 5 of 6 for both)%n",
        reached, above);
  }

  private static double told(double[] shares) {
    double mean = 0;
    double square = 0;
    for (double share : shares) {
      mean += share / shares.length;
    }
    for (double share : shares) {
      square += (share - mean) * (share - mean);
    }
    double error = Math.sqrt(square / Math.max(1, shares.length - 1) / shares.length);
    System.out.printf(
        Locale.ROOT, "%9.2f%% +- %4.2f", 100 * mean, 100 * error * Interval.z(Interval.WIDE));
    return mean;
  }

  /** Expected profit of the prices that were shown, over that of always the best. */
  static double share(Willingness shape, PriceRule.Kind kind, int persons, int seed) {
    PriceRule rule = kind.start(PRICES, new SplittableRandom(1_000 + seed));
    SplittableRandom buyers = new SplittableRandom(seed);
    double best = 0;
    for (double price : PRICES) {
      best = Math.max(best, price * shape.buys(price));
    }
    double profit = 0;
    for (int person = 0; person < persons; person++) {
      int arm = rule.choose();
      double chance = shape.buys(PRICES[arm]);
      profit += PRICES[arm] * chance;
      rule.learn(arm, buyers.nextDouble() < chance);
    }
    return profit / (persons * best);
  }
}
