package io.tiktoktoe.benchmarks.pricing;

import java.util.random.RandomGenerator;

/** A rule that chooses the price for the next person. */
interface PriceRule {

  /** The price that this person is shown, who comes in this week. */
  int choose(int person, int week);

  /**
   * What came of it: whether the person bought, and what was earned in all.
   *
   * @param week in which the price was shown
   */
  void learn(int week, int arm, boolean bought, double contribution);

  /** The rules that are compared. */
  enum Kind {
    OURS,
    UCB1,
    UCB_PI,
    THOMPSON,
    GP_THOMPSON,
    GUESS;

    /**
     * Begins.
     *
     * @param most how many sales one person may bring at most
     */
    PriceRule start(double[] prices, int most, RandomGenerator random) {
      return switch (this) {
        case OURS -> new EngineRule(prices, most, random);
        case UCB1 -> new CountingRule.Ucb1(prices);
        case UCB_PI -> new CountingRule.UcbPi(prices);
        case THOMPSON -> new CountingRule.Thompson(prices, random);
        case GP_THOMPSON -> new SmoothRule(prices, random);
        case GUESS -> new FixedRule((prices.length - 1) / 2);
      };
    }
  }
}
