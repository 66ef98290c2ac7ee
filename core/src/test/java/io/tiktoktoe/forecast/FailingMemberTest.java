package io.tiktoktoe.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.forecast.blend.Lookback;
import io.tiktoktoe.forecast.blend.Pool;
import io.tiktoktoe.forecast.member.Expert;
import io.tiktoktoe.forecast.member.FittedExpert;
import io.tiktoktoe.forecast.member.Fitter;
import io.tiktoktoe.forecast.member.Prepared;
import io.tiktoktoe.outlook.Forecast;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A member that fails on a history is left out and told; the others forecast as without it. */
class FailingMemberTest {

  private static final FittedExpert THROWING =
      (_, _, _) -> {
        throw new ArithmeticException("the matrix is singular");
      };

  private static final FittedExpert NO_NUMBER =
      (_, origins, horizon) -> {
        double[][] forecasts = new double[origins.length][horizon];
        forecasts[origins.length - 1][horizon - 1] = Double.NaN;
        return forecasts;
      };

  private static final List<Expert> SOUND =
      List.of(new Method("last week", repeating(7)), new Method("last fortnight", repeating(14)));

  private static FittedExpert repeating(int days) {
    return (values, origins, horizon) -> {
      double[][] forecasts = new double[origins.length][horizon];
      for (int o = 0; o < origins.length; o++) {
        int start = origins[o] - days;
        Arrays.setAll(forecasts[o], ahead -> values[start + ahead % days]);
      }
      return forecasts;
    };
  }

  private record Method(String name, FittedExpert fitted) implements Expert {

    @Override
    public Fitter fitter(double[] values) {
      return _ -> fitted;
    }
  }

  private static Prepared history() {
    double[] values = new double[140];
    Arrays.setAll(values, day -> 100 + 20 * (day % 7) + day * 37 % 11);
    return Prepared.alone(values, List.of(7), true);
  }

  private static FittedSeries forecast(List<Expert> experts) {
    return SeriesForecaster.combined(Lookback.of(history(), 14, 14, _ -> experts), Pool.NONE);
  }

  @Test
  void failingMembersAreLeftOutAndTold() {
    List<Expert> experts =
        List.of(
            new Method("breaking", THROWING),
            SOUND.getFirst(),
            new Method("hollow", NO_NUMBER),
            SOUND.getLast());
    FittedSeries with = forecast(experts);
    assertThat(with.outcome().members())
        .filteredOn(member -> member.weight() == 0)
        .extracting(Forecast.Member::name)
        .containsExactly("breaking", "hollow");
    assertThat(with.outcome().members().stream().mapToDouble(Forecast.Member::weight).sum())
        .isBetween(0.999, 1.001);
    assertThat(with.outcome().marginals().quantiles())
        .isEqualTo(forecast(SOUND).outcome().marginals().quantiles());
  }

  @Test
  void withoutAnyThatForecastsItSaysWhichFailed() {
    List<Expert> none = List.of(new Method("breaking", THROWING));
    assertThatThrownBy(() -> Lookback.of(history(), 14, 14, _ -> none))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("breaking");
  }
}
