package io.tiktoktoe.benchmarks.pricing;

import java.util.random.RandomGenerator;

/** A rule that chooses the price for the next person. */
interface PriceRule {

  /** The price that is shown. */
  int choose();

  /** What came of it. */
  void learn(int arm, boolean bought);

  /** The rules that are compared. */
  enum Kind {
    OURS,
    UCB1,
    UCB_PI,
    THOMPSON,
    GUESS;

    PriceRule start(double[] prices, RandomGenerator random) {
      return switch (this) {
        case OURS -> new EngineRule(prices, random);
        case UCB1 -> new CountingRule.Ucb1(prices);
        case UCB_PI -> new CountingRule.UcbPi(prices);
        case THOMPSON -> new CountingRule.Thompson(prices, random);
        case GUESS -> new CountingRule.Guess(prices);
      };
    }
  }
}
