package io.tiktoktoe.benchmarks.pricing;

import java.util.random.RandomGenerator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;

/** Rules that know of each price how often it was shown and bought. */
abstract class CountingRule implements PriceRule {

  final double[] prices;
  final int[] shown;
  final int[] bought;
  final double[] earned;
  int total;

  CountingRule(double[] prices) {
    this.prices = prices.clone();
    this.shown = new int[prices.length];
    this.bought = new int[prices.length];
    this.earned = new double[prices.length];
  }

  /** How good a price may be. */
  abstract double index(int arm);

  @Override
  public int choose(int person, int week) {
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int arm = 0; arm < prices.length; arm++) {
      double index = index(arm);
      if (index > highest) {
        highest = index;
        best = arm;
      }
    }
    return best;
  }

  @Override
  public void learn(int week, int arm, boolean sold, double contribution) {
    shown[arm]++;
    bought[arm] += sold ? 1 : 0;
    earned[arm] += contribution;
    total++;
  }

  /** What a sale at this price brings: the price, until sales have told. */
  final double value(int arm) {
    return (prices[arm] + earned[arm]) / (1 + bought[arm]);
  }

  final double mean(int arm) {
    return (double) bought[arm] / shown[arm];
  }

  /** Auer, Cesa-Bianchi and Fischer 2002, with rewards as shares of the dearest price. */
  static final class Ucb1 extends CountingRule {

    Ucb1(double[] prices) {
      super(prices);
    }

    @Override
    double index(int arm) {
      return shown[arm] == 0
          ? Double.POSITIVE_INFINITY
          : value(arm) * mean(arm)
              + value(prices.length - 1) * Math.sqrt(2 * Math.log(total) / shown[arm]);
    }
  }

  /**
   * Misra, Schwartz and Abernethy 2019: tuned bounds scaled by the price, for prices that the
   * falling demand does not rule out.
   */
  static final class UcbPi extends CountingRule {

    UcbPi(double[] prices) {
      super(prices);
    }

    @Override
    double index(int arm) {
      if (shown[arm] == 0) {
        return Double.POSITIVE_INFINITY;
      }
      if (value(arm) * highest(arm) < leastOfBest()) {
        return Double.NEGATIVE_INFINITY;
      }
      double mean = mean(arm);
      double logs = Math.log(total) / shown[arm];
      double variance = mean * (1 - mean) + Math.sqrt(2 * logs);
      return value(arm) * (mean + Math.sqrt(logs * Math.min(.25, variance)));
    }

    private double reach(int arm) {
      return shown[arm] == 0 ? 1 : Math.sqrt(Math.log(Math.max(2, total)) / (2.0 * shown[arm]));
    }

    /** Demand at this price is at most that at any lower one. */
    private double highest(int arm) {
      double least = 1;
      for (int lower = 0; lower <= arm; lower++) {
        least = shown[lower] == 0 ? least : Math.min(least, mean(lower) + reach(lower));
      }
      return least;
    }

    private double leastOfBest() {
      double best = 0;
      for (int arm = 0; arm < prices.length; arm++) {
        double least = 0;
        for (int higher = arm; higher < prices.length; higher++) {
          least = shown[higher] == 0 ? least : Math.max(least, mean(higher) - reach(higher));
        }
        best = Math.max(best, value(arm) * least);
      }
      return best;
    }
  }

  /** Thompson 1933: a uniform prior for each price by itself. */
  static final class Thompson extends CountingRule {

    private final UniformRandomProvider source;

    Thompson(double[] prices, RandomGenerator random) {
      super(prices);
      this.source = random::nextLong;
    }

    @Override
    double index(int arm) {
      double yes = gamma(1.0 + bought[arm]);
      double no = gamma(1.0 + shown[arm] - bought[arm]);
      return value(arm) * yes / (yes + no);
    }

    private double gamma(double shape) {
      return AhrensDieterMarsagliaTsangGammaSampler.of(source, shape, 1).sample();
    }
  }
}
