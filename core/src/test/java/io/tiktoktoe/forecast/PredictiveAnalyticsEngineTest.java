package io.tiktoktoe.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.forecast.boosting.BoostingMember;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.Outlook;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.outlook.SamplePaths;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.work.Progress;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class PredictiveAnalyticsEngineTest {

  private static final LocalDateTime START = LocalDateTime.of(2024, 2, 1, 0, 0);
  private static final Instant THROUGH = Instant.parse("2026-01-30T00:00:00Z");

  private static double[] weekly(int length, double level, double noise, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[length];
    for (int t = 0; t < length; t++) {
      double weekend = t % 7 >= 5 ? 1.5 : 0.8;
      values[t] = Math.max(0, level * (weekend + noise * random.nextGaussian()));
    }
    return values;
  }

  private static Predictions predict(Series... series) {
    return PredictiveAnalyticsEngine.generatePredictions(
        new HistoricalMetrics(START, Granularity.DAY, List.of(series), true),
        PredictionContext.daily(THROUGH, 42));
  }

  @Test
  void weekendsComeBackAndStreamsAddUp() {
    Predictions predictions =
        predict(
            Series.of("tips", weekly(730, 100, 0.2, 1)),
            Series.of("advertising", weekly(730, 50, 0.3, 2)));
    Forecast tips = predictions.series().getFirst();
    assertThat(tips.basis()).isEqualTo(Forecast.Basis.HISTORY);
    assertThat(tips.steps()).hasSize(90);
    assertThat(predictions.start()).isEqualTo(START.plusDays(730));
    for (int step = 0; step < 90; step++) {
      double expected = (730 + step) % 7 >= 5 ? 150 : 80;
      assertThat(tips.steps().get(step).likely()).isCloseTo(expected, within(15.0));
    }
    Forecast total = predictions.total();
    for (int path = 0; path < total.paths().count(); path += 50) {
      for (int step = 0; step < 90; step += 10) {
        double sum =
            tips.paths().value(path, step) + predictions.series().get(1).paths().value(path, step);
        assertThat(total.paths().value(path, step)).isCloseTo(sum, within(1e-9));
      }
    }
    assertThat(total.horizons())
        .extracting(one -> one.horizon().days())
        .containsExactly(1, 7, 30, 90);
    assertThat(tips.backtest().mase()).isLessThan(tips.backtest().seasonalNaiveMase());
    // 45 steps by 8 origins: far outside this range only if bands of totals were wrong.
    assertThat(total.backtest().coverage68()).isBetween(0.45, 0.9);
    assertThat(total.backtest().coverage95()).isBetween(0.8, 1.0);
    assertThat(tips.members().stream().mapToDouble(Forecast.Member::weight).sum())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void sameSeedSameAnswerOnOneAndTwoThreads() {
    List<Series> series =
        java.util.stream.IntStream.range(0, 25)
            .mapToObj(i -> Series.of("s" + i, weekly(120, 10 + i, 0.4, i)))
            .toList();
    BatchOptions options = BatchOptions.of(14, List.of(7));
    List<QuantileForecast> one = PredictiveAnalyticsEngine.forecastAll(series, options);
    List<QuantileForecast> two =
        PredictiveAnalyticsEngine.forecastAll(series, options.withThreads(2));
    for (int s = 0; s < series.size(); s++) {
      for (int step = 0; step < 14; step++) {
        assertThat(two.get(s).outlook(step)).isEqualTo(one.get(s).outlook(step));
      }
    }
  }

  @Test
  void forecastsTakenOneByOneAreThoseOfTheListOnAnyNumberOfThreads() {
    // Enough series that boosting takes part.
    List<Series> series =
        java.util.stream.IntStream.range(0, 90)
            .mapToObj(i -> Series.of("s" + i, weekly(100 + i, 10 + i, 0.4, i)))
            .toList();
    BatchOptions options = BatchOptions.of(14, List.of(7));
    List<QuantileForecast> all = PredictiveAnalyticsEngine.forecastAll(series, options);
    List<QuantileForecast> taken = new java.util.ArrayList<>();
    PredictiveAnalyticsEngine.forecastAll(series, options.withThreads(2), taken::add);
    assertThat(taken).hasSameSizeAs(all);
    for (int s = 0; s < all.size(); s++) {
      assertThat(taken.get(s).seriesId()).isEqualTo("s" + s);
      for (int step = 0; step < 14; step++) {
        assertThat(taken.get(s).outlook(step)).isEqualTo(all.get(s).outlook(step));
      }
    }
    assertThat(all.getFirst().members())
        .extracting(Forecast.Member::name)
        .contains(BoostingMember.NAME);
  }

  @Test
  void hostileHistoriesGetSaneAnswers() {
    double[] gappy = weekly(200, 10, 0.3, 3);
    for (int t = 0; t < 200; t += 3) {
      gappy[t] = Double.NaN;
    }
    double[] huge = weekly(200, 1e12, 0.3, 4);
    double[] rare = new double[400];
    SplittableRandom random = new SplittableRandom(5);
    for (int t = 0; t < 400; t++) {
      rare[t] = random.nextDouble() < 0.05 ? 5 + 10 * random.nextDouble() : 0;
    }
    double[] constant = new double[100];
    java.util.Arrays.fill(constant, 7);
    double[] unknown = new double[40];
    java.util.Arrays.fill(unknown, Double.NaN);
    List<Series> series =
        List.of(
            Series.of("gappy", gappy),
            Series.of("huge", huge),
            Series.of("rare", rare),
            Series.of("constant", constant),
            Series.of("zeros", new double[100]),
            Series.of("one", 5),
            Series.of("none"),
            Series.of("unknown", unknown),
            Series.of("thirteen", weekly(13, 10, 0.2, 6)),
            Series.of("fourteen", weekly(14, 10, 0.2, 7)));
    List<QuantileForecast> forecasts =
        PredictiveAnalyticsEngine.forecastAll(series, BatchOptions.of(90, List.of(7)));
    for (QuantileForecast forecast : forecasts) {
      for (int step = 0; step < forecast.steps(); step++) {
        Outlook outlook = forecast.outlook(step);
        assertThat(outlook.band95().lo()).as(forecast.seriesId()).isNotNegative().isFinite();
        assertThat(outlook.band95().hi()).isGreaterThanOrEqualTo(outlook.likely()).isFinite();
        assertThat(outlook.mean()).isFinite();
      }
    }
    assertThat(forecasts.get(0).outlook(10).likely()).isBetween(5.0, 18.0);
    assertThat(forecasts.get(1).outlook(10).likely()).isBetween(5e11, 2e12);
    assertThat(forecasts.get(2).basis()).isEqualTo(Forecast.Basis.SPARSE_HISTORY);
    assertThat(forecasts.get(2).mean(0)).isBetween(0.1, 2.0);
    assertThat(forecasts.get(3).outlook(50).band95().width()).isBetween(0.1, 2.0);
    assertThat(forecasts.get(4).outlook(50).band95().hi()).isBetween(0.1, 0.5);
    assertThat(forecasts.get(5).basis()).isEqualTo(Forecast.Basis.SHORT_HISTORY);
    assertThat(forecasts.get(6).basis()).isEqualTo(Forecast.Basis.NONE);
    assertThat(forecasts.get(6).steps()).isZero();
    assertThat(forecasts.get(7).basis()).isEqualTo(Forecast.Basis.NONE);
  }

  @Test
  void refundHeavySeriesMayFallBelowZero() {
    SplittableRandom random = new SplittableRandom(8);
    double[] values = new double[200];
    for (int t = 0; t < 200; t++) {
      values[t] = -5 + 3 * random.nextGaussian();
    }
    QuantileForecast forecast =
        PredictiveAnalyticsEngine.forecastAll(
                List.of(Series.of("net", values)), BatchOptions.of(10, List.of(7)))
            .getFirst();
    assertThat(forecast.outlook(5).likely()).isCloseTo(-5, within(2.0));
    assertThat(forecast.outlook(5).band95().lo()).isLessThan(-8);
  }

  @Test
  void tenThousandStepsAreAllowedAndBounded() {
    Predictions predictions =
        PredictiveAnalyticsEngine.generatePredictions(
            new HistoricalMetrics(
                START, Granularity.HOUR, List.of(Series.of("tips", weekly(400, 10, 0.3, 9))), true),
            PredictionContext.daily(THROUGH, 1).withSteps(PredictionContext.MAX_STEPS));
    SamplePaths paths = predictions.total().paths();
    assertThat((long) paths.count() * paths.steps()).isLessThanOrEqualTo(SamplePaths.MAX_VALUES);
    assertThat(predictions.total().steps().getLast().likely()).isBetween(1.0, 50.0);
  }

  @Test
  void impossibleHorizonsAreRefusedWithTheirValue() {
    assertThatThrownBy(() -> BatchOptions.of(0, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 steps");
    assertThatThrownBy(() -> PredictionContext.daily(THROUGH, 1).withSteps(10_001))
        .hasMessageContaining("10001 steps");
  }

  @Test
  void newCreatorBorrowsFromCreatorsAlikeAndSaysSo() {
    Map<String, List<Series>> alike =
        Map.of(
            "tips",
            List.of(
                Series.of("a", weekly(200, 20, 0.3, 1)), Series.of("b", weekly(200, 30, 0.3, 2))));
    Predictions predictions =
        PredictiveAnalyticsEngine.generatePredictions(
            new HistoricalMetrics(START, Granularity.DAY, List.of(Series.of("tips")), true),
            PredictionContext.daily(THROUGH, 1).withAlike(alike));
    Forecast tips = predictions.series().getFirst();
    assertThat(tips.basis()).isEqualTo(Forecast.Basis.PRIOR);
    assertThat(tips.steps().get(3).likely()).isBetween(10.0, 45.0);
  }

  @Test
  void workStopsWhenCancelled() {
    Progress cancel =
        (step, done, total) -> {
          throw new CancellationException("stop");
        };
    BatchOptions options = BatchOptions.of(5, List.of(7)).withProgress(cancel).withThreads(2);
    assertThatThrownBy(
            () ->
                PredictiveAnalyticsEngine.forecastAll(
                    List.of(Series.of("a", weekly(60, 5, 0.2, 1))), options))
        .isInstanceOf(CancellationException.class);
  }
}
