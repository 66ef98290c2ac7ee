package io.tiktoktoe.pricing.elasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.pricing.insight.DemandHistory;
import io.tiktoktoe.pricing.insight.ElasticityOptions;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Demand foretold at prices to come. */
class DemandModelTest {

  @Test
  void unitsKeepTheirLevelsAndTheirOwnSlopes() {
    SplittableRandom random = new SplittableRandom(5);
    DemandHistory.Builder rows = DemandHistory.withControls(List.of());
    double[] truth = new double[40];
    for (int week = 0; week < 100; week++) {
      for (int unit = 0; unit < 40; unit++) {
        double logPrice = .3 * random.nextGaussian();
        double slope = -2 + .03 * (unit - 19.5);
        double log = 3 + .1 * unit + slope * logPrice;
        boolean future = week == 99;
        truth[unit] = future ? log : 0;
        double sold = Math.exp(log + .1 * random.nextGaussian());
        rows.add("p", "u" + unit, week, Math.exp(logPrice), future ? Double.NaN : sold, false);
      }
    }
    double[] expected = DemandModel.logQuantities(rows.build(), ElasticityOptions.defaults());
    double squares = 0;
    for (int unit = 0; unit < 40; unit++) {
      double error = expected[99 * 40 + unit] - truth[unit];
      squares += error * error / 40;
    }
    assertThat(Math.sqrt(squares)).isLessThan(.06);
    assertThat(expected[0]).isNaN();
  }

  @Test
  void aNewUnitSellsLikeTheOthersAndAnUnknownProductHasNoForecast() {
    DemandHistory.Builder rows = DemandHistory.withControls(List.of());
    for (int week = 0; week < 40; week++) {
      double price = week % 2 == 0 ? 5 : 6;
      rows.add("p", "old", week, price, 100 * Math.pow(price / 5, -2), false);
    }
    rows.add("p", "new", 40, 5, Double.NaN, false);
    rows.add("never", "old", 40, 5, Double.NaN, false);
    double[] expected = DemandModel.logQuantities(rows.build(), ElasticityOptions.defaults());
    assertThat(expected[40]).isCloseTo(Math.log(100), within(.02));
    assertThat(expected[41]).isNaN();
  }
}
