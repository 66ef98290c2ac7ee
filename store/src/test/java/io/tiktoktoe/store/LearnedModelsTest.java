package io.tiktoktoe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.forecast.LearnedModel;
import io.tiktoktoe.forecast.LearnedModelFormat;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.work.Progress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnedModelsTest {

  @TempDir Path folder;

  private static LearnedModel model(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] days = random.doubles(60, 50, 150).toArray();
    HistoricalMetrics income =
        new HistoricalMetrics(
            LocalDateTime.parse("2026-01-01T00:00"),
            Granularity.DAY,
            List.of(Series.of("tips", days)),
            true);
    return PredictiveAnalyticsEngine.learn(
        List.of(new LearnedModel.Teacher("ada", income)), seed, 1, Progress.SILENT);
  }

  private static Provenance provenance(long seed) {
    return new Provenance(Sample.NOW, "test", Map.of("creators", "1"), seed, "0.1.0");
  }

  @Test
  void newestIsUsedUntilThereIsANewerOne() {
    Instant made = Instant.parse("2026-03-02T00:00:00Z");
    LearnedModel first = model(1);
    LearnedModel second = model(2);
    try (Store store = Sample.open(folder)) {
      assertThat(store.models().newest()).isSameAs(LearnedModel.NONE);
      assertThat(store.models().keep(made, provenance(1), first).name()).isEqualTo("model 1");
      assertThat(store.models().newest()).satisfies(same(first));
    }
    try (Store store = Sample.open(folder)) {
      assertThat(store.models().newest()).satisfies(same(first));
      store.models().keep(made, provenance(2), second);
      LearnedModel newest = store.models().newest();
      assertThat(newest).satisfies(same(second));
      assertThat(newest.name()).isEqualTo("model 2");
      assertThat(
              store
                  .engine()
                  .rows(
                      Sql.of("SELECT * FROM models WHERE model = 2"),
                      row ->
                          List.of(
                              row.instant("made"),
                              row.instant("data_through"),
                              row.number("creators"),
                              row.number("seed"),
                              row.required("options"),
                              row.required("version"))))
          .containsExactly(List.of(made, Sample.NOW, 1L, 2L, "creators=1", "0.1.0"));
      store.exporter().backUp(folder.resolve("backup"));
    }
    try (Store restored =
        Store.restore(
            folder.resolve("backup"),
            folder.resolve("restored.duckdb"),
            io.tiktoktoe.store.model.StoreOptions.defaults())) {
      assertThat(restored.models().newest()).satisfies(same(second));
    }
  }

  private static java.util.function.Consumer<LearnedModel> same(LearnedModel expected) {
    return found ->
        assertThat(LearnedModelFormat.bytes(found)).isEqualTo(LearnedModelFormat.bytes(expected));
  }

  @Test
  void modelOfAnotherFormatIsNotUsedAndADamagedOneIsRefused() throws SQLException {
    try (Store store = Sample.open(folder)) {
      store.models().keep(Sample.NOW, provenance(1), model(1));
    }
    change("UPDATE learned_model SET format = 99");
    try (Store store = Sample.open(folder)) {
      assertThat(store.models().newest()).isSameAs(LearnedModel.NONE);
    }
    int version = LearnedModelFormat.VERSION;
    change(
        "UPDATE learned_model SET format = %d, content = '\\x00\\x00\\x00\\x%02x'::BLOB"
            .formatted(version, version));
    try (Store store = Sample.open(folder)) {
      assertThatThrownBy(() -> store.models().newest())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("damaged. Learn anew");
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("test.duckdb"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
