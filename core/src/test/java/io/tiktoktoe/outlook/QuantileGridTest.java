package io.tiktoktoe.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.stats.Interval;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QuantileGridTest {

  @Test
  void namesPointAtTheirProbabilities() {
    assertThat(QuantileGrid.probability(QuantileGrid.LOW_95)).isEqualTo(.025);
    assertThat(QuantileGrid.probability(QuantileGrid.LOW_68)).isEqualTo(.16);
    assertThat(QuantileGrid.probability(QuantileGrid.MEDIAN)).isEqualTo(.5);
    assertThat(QuantileGrid.probability(QuantileGrid.HIGH_68)).isEqualTo(.84);
    assertThat(QuantileGrid.probability(QuantileGrid.HIGH_95)).isEqualTo(.975);
    assertThat(QuantileGrid.probability(QuantileGrid.CONSERVATIVE))
        .isEqualTo(Scenario.CONSERVATIVE.quantile());
    assertThat(QuantileGrid.probability(QuantileGrid.OPTIMISTIC))
        .isEqualTo(Scenario.OPTIMISTIC.quantile());
  }

  @Test
  void bandsHoldWhatTheirLevelsSay() {
    double[] probabilities = new double[2 * QuantileGrid.SIZE];
    Arrays.setAll(probabilities, at -> QuantileGrid.probability(at % QuantileGrid.SIZE));
    int offset = QuantileGrid.SIZE;
    assertThat(
            QuantileGrid.high95(probabilities, offset) - QuantileGrid.low95(probabilities, offset))
        .isCloseTo(Interval.WIDE, within(1e-12));
    assertThat(
            QuantileGrid.high68(probabilities, offset) - QuantileGrid.low68(probabilities, offset))
        .isCloseTo(Interval.NARROW, within(1e-12));
  }

  @Test
  void normalScoresAreSymmetricAndThoseOfTheBands() {
    assertThat(QuantileGrid.normalScore(QuantileGrid.HIGH_95))
        .isCloseTo(Interval.z(Interval.WIDE), within(1e-9));
    assertThat(QuantileGrid.normalScore(QuantileGrid.LOW_68))
        .isCloseTo(-Interval.z(Interval.NARROW), within(1e-9));
    for (int q = 0; q < QuantileGrid.SIZE; q++) {
      assertThat(QuantileGrid.normalScore(q))
          .isCloseTo(-QuantileGrid.normalScore(QuantileGrid.SIZE - 1 - q), within(1e-12));
    }
  }

  @Test
  void aSampleFillsItsPlaceOnly() {
    double[] sample = new double[199];
    Arrays.setAll(sample, at -> (at + 1) / 200.0);
    double[] quantiles = new double[2 * QuantileGrid.SIZE];
    QuantileGrid.fill(sample, quantiles, QuantileGrid.SIZE);
    for (int q = 0; q < QuantileGrid.SIZE; q++) {
      assertThat(quantiles[q]).isZero();
      assertThat(quantiles[QuantileGrid.SIZE + q])
          .isCloseTo(QuantileGrid.probability(q), within(1e-12));
    }
  }

  @Test
  void bandsOfKeptConfidencesAreKeptQuantiles() {
    double[] quantiles = new double[QuantileGrid.SIZE];
    quantiles[QuantileGrid.LOW_95 + 1] = 10;
    assertThat(QuantileGrid.interpolate(quantiles, 0, (1 - 0.95) / 2)).isZero();
    quantiles[1] = 10;
    assertThat(QuantileGrid.interpolate(quantiles, 0, (1 - 0.99) / 2)).isZero();
  }

  private static double[] payment(double chance, double size) {
    double[] quantiles = new double[QuantileGrid.SIZE];
    Arrays.setAll(quantiles, q -> QuantileGrid.probability(q) > 1 - chance ? size : 0);
    return quantiles;
  }

  @Test
  void aRarePaymentWidensTheBandAsItsChance() {
    double before = 0;
    for (double chance : new double[] {.0001, .001, .004, .01, .02, .024}) {
      Interval wide = QuantileGrid.band(payment(chance, 100), 0, chance * 100, .95);
      assertThat(wide.lo()).isZero();
      assertThat(wide.hi()).isCloseTo(100 * chance / .025, within(1e-9));
      assertThat(wide.hi()).isGreaterThan(before).isLessThanOrEqualTo(100);
      Interval narrow = QuantileGrid.band(payment(chance, 100), 0, chance * 100, .68);
      assertThat(narrow.hi()).isPositive().isLessThan(wide.hi());
      assertThat(QuantileGrid.band(payment(chance, 100), 0, chance * 100, .99).hi())
          .isGreaterThanOrEqualTo(wide.hi());
      before = wide.hi();
    }
  }

  @Test
  void bandsWithAWidthStayAsTheyAre() {
    double[] quantiles = new double[QuantileGrid.SIZE];
    Arrays.setAll(quantiles, QuantileGrid::normalScore);
    Interval wide = QuantileGrid.band(quantiles, 0, 7, Interval.WIDE);
    assertThat(wide.lo()).isEqualTo(QuantileGrid.low95(quantiles, 0));
    assertThat(wide.hi()).isEqualTo(QuantileGrid.high95(quantiles, 0));
  }

  @Test
  void whatMayFallShortOfAConstantDoesNotCrossZero() {
    double[] quantiles = new double[QuantileGrid.SIZE];
    Arrays.fill(quantiles, 5);
    Interval wide = QuantileGrid.band(quantiles, 0, 4.9, Interval.WIDE);
    assertThat(wide.lo()).isCloseTo(1, within(1e-9));
    assertThat(wide.hi()).isEqualTo(5);
    assertThat(QuantileGrid.band(quantiles, 0, 4, Interval.WIDE).lo()).isZero();
  }
}
