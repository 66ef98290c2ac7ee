package io.tiktoktoe.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.answer.AmountUnit;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.ForecastPart;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.work.Progress;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LearnedModelTest {

  private static final LocalDateTime START = LocalDateTime.parse("2026-01-05T00:00");
  private static final AmountUnit EURO = AmountUnit.minorOf(Currency.getInstance("EUR"));
  private static final int CREATORS = 56;

  private static List<LearnedModel.Teacher> teachers;
  private static LearnedModel model;

  @BeforeAll
  static void learn() {
    teachers = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(3);
    for (int creator = 0; creator < CREATORS; creator++) {
      double level = 1_000 * Math.exp(random.nextGaussian() / 2);
      teachers.add(
          new LearnedModel.Teacher("creator " + creator, income(random, level, 120 + creator)));
    }
    model = PredictiveAnalyticsEngine.learn(teachers, 1, 2, Progress.SILENT);
  }

  /** Tips with a week, and merchandise that half of the creators do not sell. */
  private static HistoricalMetrics income(SplittableRandom random, double level, int days) {
    double[] tips = new double[days];
    double[] shop = new double[days];
    boolean sells = random.nextBoolean();
    for (int day = 0; day < days; day++) {
      tips[day] = level * (1 + 0.3 * Math.sin(day * Math.PI / 3.5)) * (0.7 + random.nextDouble());
      shop[day] = sells && random.nextInt(10) == 0 ? 2 * level : 0;
    }
    return history(tips, shop);
  }

  private static HistoricalMetrics history(double[] tips, double[] shop) {
    return new HistoricalMetrics(
            START,
            Granularity.DAY,
            List.of(Series.of("tips", tips), Series.of("merchandise", shop)),
            true)
        .in(EURO);
  }

  private static Predictions predict(HistoricalMetrics history, LearnedModel learned, String who) {
    return PredictiveAnalyticsEngine.generatePredictions(
        history, PredictionContext.daily(Instant.EPOCH, 7), learned, who);
  }

  @Test
  void bytesGiveTheSameForecast() {
    LearnedModel again = LearnedModelFormat.model(LearnedModelFormat.bytes(model));
    assertThat(again.creators()).isEqualTo(CREATORS);
    assertThat(again.boosting()).isPresent();
    for (LearnedModel.Teacher one : teachers.subList(0, 3)) {
      assertThat(predict(one.income(), again, one.owner()).total().steps())
          .isEqualTo(predict(one.income(), model, one.owner()).total().steps());
    }
  }

  @Test
  void otherFormatsAndDamageAreRefusedWithARemedy() {
    byte[] bytes = LearnedModelFormat.bytes(model);
    byte[] later = bytes.clone();
    later[3] = 9;
    assertThatThrownBy(() -> LearnedModelFormat.model(later))
        .hasMessageContaining("format 9")
        .hasMessageContaining("reads " + LearnedModelFormat.VERSION + ". Learn anew");
    assertThatThrownBy(() -> LearnedModelFormat.model(Arrays.copyOf(bytes, bytes.length / 2)))
        .hasMessageContaining("damaged. Learn anew");
  }

  @Test
  void numberOfThreadsDoesNotMatter() {
    assertThat(
            LearnedModelFormat.bytes(
                PredictiveAnalyticsEngine.learn(teachers, 1, 1, Progress.SILENT)))
        .isEqualTo(LearnedModelFormat.bytes(model));
  }

  @Test
  void boostingTakesPartAndTheProvenanceSaysFromWhom() {
    LearnedModel.Teacher one = teachers.getFirst();
    Predictions predictions = predict(one.income(), model.named("model 3"), one.owner());
    assertThat(predictions.series().getFirst().members())
        .extracting(Forecast.Member::name)
        .contains("boosting");
    assertThat(predictions.provenance().options())
        .containsEntry("learned_from", "56 creators (model 3)");
    assertThat(predict(one.income(), LearnedModel.NONE, "").series().getFirst().members())
        .extracting(Forecast.Member::name)
        .doesNotContain("boosting");
  }

  @Test
  void whoIsFollowedUsesWhatWasLearnedToo() {
    LearnedModel.Teacher one = teachers.getFirst();
    PredictionContext context = PredictionContext.daily(Instant.EPOCH, 7);
    RunningPredictions running =
        PredictiveAnalyticsEngine.follow(one.income(), context, model, one.owner());
    Predictions whole = predict(one.income(), model, one.owner());
    assertThat(running.predictions().total().steps()).isEqualTo(whole.total().steps());
    Predictions next = running.observe(1_000, 0).predictions();
    assertThat(next.series().getFirst().members())
        .extracting(Forecast.Member::name)
        .contains("boosting");
    assertThat(next.provenance().options()).containsEntry("learned_from", "56 creators");
  }

  @Test
  void aNewcomerWhoIsFollowedBorrowsUntilTheOwnDaysAreEnough() {
    HistoricalMetrics newcomer = history(new double[] {900, 1_100, 1_000, 1_200}, new double[4]);
    PredictionContext context = PredictionContext.daily(Instant.EPOCH, 7);
    RunningPredictions running =
        PredictiveAnalyticsEngine.follow(newcomer, context, model, "newcomer");
    Predictions whole = predict(newcomer, model, "newcomer");
    assertThat(running.predictions().total().steps()).isEqualTo(whole.total().steps());
    Predictions fifth = running.observe(1_050, 0).predictions();
    HistoricalMetrics longer =
        history(new double[] {900, 1_100, 1_000, 1_200, 1_050}, new double[5]);
    assertThat(fifth.series().getFirst().basis()).isEqualTo(Forecast.Basis.PRIOR);
    assertThat(fifth.series().getFirst().steps())
        .isEqualTo(predict(longer, model, "newcomer").series().getFirst().steps());
  }

  @Test
  void newcomerBorrowsFromThoseAlikeAndSaysSo() {
    double[] tips = {900, 1_100, 1_000, 1_200};
    HistoricalMetrics newcomer = history(tips, new double[4]);
    Predictions borrowed = predict(newcomer, model, "newcomer");
    Forecast own = borrowed.series().getFirst();
    assertThat(own.basis()).isEqualTo(Forecast.Basis.PRIOR);
    assertThat(own.explanation().components().getFirst().part())
        .isEqualTo(new ForecastPart.CreatorsAlike());
    assertThat(own.steps().getFirst().mean()).isBetween(500.0, 2_000.0);
    // Half of the creators have no shop, and four days without a sale make one less likely.
    assertThat(borrowed.series().getLast().steps().getFirst().likely()).isZero();
    assertThat(predict(newcomer, LearnedModel.NONE, "").series().getFirst().basis())
        .isEqualTo(Forecast.Basis.SHORT_HISTORY);
  }

  @Test
  void nobodyBorrowsAcrossCurrencies() {
    HistoricalMetrics newcomer =
        history(new double[] {900, 1_100, 1_000}, new double[3])
            .in(AmountUnit.minorOf(Currency.getInstance("JPY")));
    assertThat(predict(newcomer, model, "newcomer").series().getFirst().basis())
        .isEqualTo(Forecast.Basis.SHORT_HISTORY);
  }
}
