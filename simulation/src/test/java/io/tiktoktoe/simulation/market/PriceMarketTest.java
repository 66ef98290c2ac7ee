package io.tiktoktoe.simulation.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a market says that it earns is what its visitors pay. */
class PriceMarketTest {

  private static final double[] PRICES = {4, 10, 16};
  private static final int PERSONS = 20_000;

  private static PriceMarket market(DemandShape shape, MarketScene scene, double interest) {
    return new PriceMarket(shape, scene, interest, PRICES, PERSONS, 5);
  }

  /** What the visitors paid, each shown the arm of its number. */
  private static double paid(PriceMarket market) {
    double paid = 0;
    while (market.next()) {
      paid += market.offer(market.person() % PRICES.length).contribution();
    }
    return paid;
  }

  @ParameterizedTest
  @EnumSource(MarketScene.class)
  void whatIsExpectedIsWhatIsPaid(MarketScene scene) {
    PriceMarket market = market(DemandShape.LOGNORMAL, scene, .8);
    double paid = paid(market);
    // 20,000 persons of a deviation of about 6, in months of payments 40: four standard errors.
    double error = 4 * Math.sqrt(PERSONS) * (scene == MarketScene.RENEWING ? 45 : 7);
    assertThat(market.earned()).isCloseTo(paid, within(error));
    assertThat(paid).isGreaterThan(3 * error);
  }

  @ParameterizedTest
  @EnumSource(DemandShape.class)
  void dearerPricesSellLess(DemandShape shape) {
    List<Integer> sales = new ArrayList<>();
    for (int arm = 0; arm < PRICES.length; arm++) {
      PriceMarket market = market(shape, MarketScene.STEADY, 1);
      int bought = 0;
      while (market.next()) {
        bought += market.offer(arm).bought() ? 1 : 0;
      }
      sales.add(bought);
    }
    assertThat(sales).isSortedAccordingTo((one, other) -> other - one);
    assertThat((double) sales.get(1) / PERSONS)
        .isCloseTo(shape.survival(1, .5), within(4 * .5 / Math.sqrt(PERSONS)));
  }

  @Test
  void whoWaitsTakesTheLowerOfTwoPrices() {
    PriceMarket market = market(DemandShape.LOGNORMAL, MarketScene.STRATEGIC, 1);
    Map<Integer, Double> waiting = new HashMap<>();
    int came = 0;
    while (market.next()) {
      Double before = waiting.remove(market.person());
      int arm = before == null ? 2 : 0;
      PriceMarket.Sale sale = market.offer(arm);
      if (sale.waits()) {
        waiting.put(market.person(), PRICES[arm]);
      } else if (before != null) {
        assertThat(sale.contribution()).isEqualTo(PRICES[0]);
        came++;
      }
    }
    assertThat(waiting).isEmpty();
    assertThat(came).isGreaterThan(100);
  }

  @Test
  void whereItIsSoldOutNobodyIsAsked() {
    PriceMarket market = market(DemandShape.NORMAL, MarketScene.STOCK_OUTS, 1);
    int asked = 0;
    while (market.next()) {
      market.offer(0);
      asked++;
    }
    assertThat(asked).isBetween(PERSONS / 2, PERSONS * 19 / 20);
  }

  @Test
  void aRivalUndercutsWhatWasShown() {
    PriceMarket dear = market(DemandShape.UNIFORM, MarketScene.RIVAL, 1);
    PriceMarket alone = market(DemandShape.UNIFORM, MarketScene.STEADY, 1);
    int lost = 0;
    while (dear.next() && alone.next()) {
      lost += (alone.offer(2).bought() ? 1 : 0) - (dear.offer(2).bought() ? 1 : 0);
    }
    assertThat(lost).isGreaterThan(PERSONS / 100);
  }

  @Test
  void theSameSeedBringsTheSameVisitors() {
    for (MarketScene scene : MarketScene.values()) {
      assertThat(paid(market(DemandShape.JUMP, scene, .5)))
          .isEqualTo(paid(market(DemandShape.JUMP, scene, .5)));
    }
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(
            () -> new PriceMarket(DemandShape.JUMP, MarketScene.STEADY, 0, PRICES, PERSONS, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("interest (0.0)");
  }
}
