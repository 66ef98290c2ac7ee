package io.tiktoktoe.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.metric.FanConcentration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConcentrationIndexTest {

  /** Five fans who pay the same every month: nothing in it is chance. */
  @Test
  void whatIsPaidRegularlyIsAsConcentratedAsItLooks() {
    double[] monthly = {40, 20, 10, 10, 10};
    double fanSquares = 0;
    double saleSquares = 0;
    for (double amount : monthly) {
      fanSquares += 9 * amount * amount;
      saleSquares += 3 * amount * amount;
    }
    Concentration index =
        ConcentrationIndex.of(
                new FanConcentration(
                    5,
                    15,
                    270,
                    0,
                    fanSquares,
                    saleSquares,
                    0,
                    FanConcentration.Moments.NONE,
                    List.of()))
            .orElseThrow();
    assertThat(index.corrected()).isCloseTo(2_300 / 8_100.0, within(1e-12));
    assertThat(index.interval().contains(index.corrected())).isTrue();
  }

  @Test
  void theCorrectedIndexIsNeverAboveTheObserved() {
    long[][] amounts = new long[2][35];
    amounts[0][3] = 10;
    amounts[0][17] = 100;
    amounts[1][31] = 10;
    Concentration index =
        ConcentrationIndex.of("platform", List.of("a", "b"), amounts, 0, 35).orElseThrow();
    // A jackknife alone says 1: one week without the second platform is most of them.
    assertThat(index.index()).isCloseTo(0.847, within(0.001));
    assertThat(index.corrected()).isBetween(0.5, index.index());
    assertThat(index.interval().contains(index.index())).isTrue();
  }

  @Test
  void sourcesThatCostMoneyHaveNoShare() {
    long[][] amounts = {{100, 100, 100, 100, 100}, {-50, -50, -50, -50, -50}};
    Concentration index =
        ConcentrationIndex.of("platform", List.of("a", "b"), amounts, 0, 5).orElseThrow();
    assertThat(index.index()).isEqualTo(1);
    assertThat(index.shares()).hasSize(1);
    assertThat(ConcentrationIndex.of("platform", List.of("b"), new long[][] {amounts[1]}, 0, 5))
        .isEmpty();
  }

  /** Of 20 weeks another source may have had three. */
  @Test
  void oneSourceIsNotCertainToStayTheOnlyOne() {
    long[][] amounts = new long[1][140];
    Arrays.fill(amounts[0], 100);
    Concentration index =
        ConcentrationIndex.of("platform", List.of("a"), amounts, 0, 140).orElseThrow();
    assertThat(index.corrected()).isEqualTo(1);
    assertThat(index.interval().hi()).isEqualTo(1);
    assertThat(index.interval().lo()).isCloseTo(0.85 * 0.85 + 0.15 * 0.15, within(1e-9));
  }

  /** Nine of ten futures bring nothing: the floor is 0 beyond doubt, the mean is not. */
  @Test
  void aTailOfOneValueHasAnInterval() {
    double[] outcomes = new double[1_000];
    Arrays.fill(outcomes, 0, 100, 500);
    IncomeAtRisk risk = TailRisk.of(outcomes, 50, 0.95);
    assertThat(risk.valueAtRisk()).isEqualTo(50);
    assertThat(risk.valueAtRiskInterval().width()).isCloseTo(2 * 1.96 * 150 / 31.6228, within(0.1));
    assertThat(risk.expectedShortfallInterval().width()).isPositive();
  }
}
