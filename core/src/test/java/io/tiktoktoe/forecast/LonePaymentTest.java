package io.tiktoktoe.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.forecast.future.Dependence;
import io.tiktoktoe.forecast.future.JointFutures;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.forecast.future.RarePayments;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.outlook.QuantileGrid;
import io.tiktoktoe.series.Series;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** One large payment is no level, wherever it stands. */
class LonePaymentTest {

  private static double[] daily(int length) {
    SplittableRandom random = new SplittableRandom(77);
    double[] values = new double[length];
    Arrays.setAll(values, t -> 40 * Math.exp(0.4 * random.nextGaussian()) + (t % 7 == 4 ? 15 : 0));
    return values;
  }

  private static double month(double[] values) {
    QuantileForecast forecast =
        PredictiveAnalyticsEngine.forecastAll(
                List.of(Series.of("tips", values)), BatchOptions.of(30, List.of(7)))
            .getFirst();
    double sum = 0;
    for (int step = 0; step < 30; step++) {
      sum += forecast.mean(step);
    }
    return sum;
  }

  @Test
  void onePaymentMovesNoForecast() {
    double[] values = daily(300);
    double without = month(values);
    for (int at : new int[] {299, 298, 270, 120}) {
      double[] with = values.clone();
      with[at] = 9_000;
      assertThat(month(with)).as("paid at %d", at).isCloseTo(without, within(0.12 * without));
    }
  }

  @Test
  void aNewLevelIsNoPayment() {
    double[] values = daily(300);
    for (int t = 270; t < 300; t++) {
      values[t] = 20 * values[t];
    }
    assertThat(month(values)).isGreaterThan(10 * month(daily(300)));
  }

  @Test
  void severalPaymentsAreAChanceInStepsAndFutures() {
    double[] quantiles = new double[10 * QuantileGrid.SIZE];
    Arrays.fill(quantiles, 5);
    Marginals calm = Marginals.of(quantiles, true, Dependence.NONE);
    RarePayments payments = RarePayments.of(new double[] {300, 500, 400}, 100);
    assertThat(payments.rate()).isCloseTo(0.02, within(1e-12));
    Marginals with = payments.beside(calm, 1);
    assertThat(with.mean()[3]).isCloseTo(13, within(1e-9));
    assertThat(with.outlook(3).likely()).isEqualTo(5);
    assertThat(with.quantiles()[QuantileGrid.SIZE - 1]).isGreaterThan(300);
    double[] sums =
        JointFutures.draw(List.of(JointFutures.Part.alone(with)), 10, 4_000, 2)[0].sums(10);
    assertThat(Arrays.stream(sums).average().orElseThrow()).isCloseTo(130, within(12.0));
    Marginals once = RarePayments.of(new double[] {300}, 100).beside(calm, 1);
    assertThat(once.mean()[3]).as("a small chance").isCloseTo(5.3, within(1e-9));
    // A thousandth of a day's chance of 300, in the highest 2.5% of outcomes.
    assertThat(once.outlook(3).band95().lo()).isEqualTo(5);
    assertThat(once.outlook(3).band95().hi()).isCloseTo(5 + 0.3 / 0.025, within(1e-9));
    assertThat(RarePayments.of(new double[0], 100).beside(calm, 1)).isSameAs(calm);
  }
}
