package io.tiktoktoe.benchmarks.pricing;

import io.tiktoktoe.simulation.market.DemandShape;
import io.tiktoktoe.simulation.market.MarketScene;
import io.tiktoktoe.simulation.market.PriceMarket;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;

/**
 * One rule in one market, and the best fixed price there.
 *
 * @param shape of willingness to pay
 * @param scene what moves it
 * @param interest share of the visitors who would pay anything
 * @param persons how many come
 */
record PriceRun(DemandShape shape, MarketScene scene, double interest, int persons) {

  static final double[] PRICES = {2, 4, 6, 8, 10, 12, 14, 16, 18, 20};

  /** What becomes known later. */
  private record Late(int known, int shown, int arm, PriceMarket.Sale sale) {}

  /**
   * How it went.
   *
   * @param earned in expectation
   * @param twoPrices persons who were shown two different prices
   */
  record Result(double earned, int twoPrices) {}

  private PriceMarket market(long seed) {
    return new PriceMarket(shape, scene, interest, PRICES, persons, seed);
  }

  /** What the rule earns. */
  Result run(PriceRule.Kind kind, long seed) {
    PriceMarket market = market(seed);
    return run(kind.start(PRICES, market.mostSales(), new SplittableRandom(1_000 + seed)), market);
  }

  /** What the best of the fixed prices earns in the same market, known afterwards. */
  double best(long seed) {
    double best = 0;
    for (int arm = 0; arm < PRICES.length; arm++) {
      best = Math.max(best, run(new FixedRule(arm), market(seed)).earned());
    }
    return best;
  }

  private Result run(PriceRule rule, PriceMarket market) {
    Queue<Late> late = new ArrayDeque<>();
    Map<Integer, Integer> asked = new HashMap<>();
    int two = 0;
    while (market.next()) {
      while (!late.isEmpty() && late.peek().known() <= market.week()) {
        Late known = late.remove();
        rule.learn(known.shown(), known.arm(), known.sale().bought(), known.sale().contribution());
      }
      int arm = rule.choose(market.person(), market.week());
      PriceMarket.Sale sale = market.offer(arm);
      if (sale.waits()) {
        asked.put(market.person(), arm);
        continue;
      }
      Integer before = asked.remove(market.person());
      two += before != null && before != arm ? 1 : 0;
      if (sale.weeks() > 0) {
        late.add(new Late(market.week() + sale.weeks(), market.week(), arm, sale));
      } else {
        rule.learn(market.week(), arm, sale.bought(), sale.contribution());
      }
    }
    return new Result(market.earned(), two);
  }
}
