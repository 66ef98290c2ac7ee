package io.tiktoktoe.store.engine;

import static io.tiktoktoe.store.EventLogTest.gross;
import static io.tiktoktoe.store.EventLogTest.healthy;
import static io.tiktoktoe.store.EventLogTest.ingest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.forecast.LearnedModel;
import io.tiktoktoe.store.Sample;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {

  @TempDir Path folder;

  @Test
  void aStoreOfTheFirstVersionGainsTheTablesOfTheNextAndKeepsItsEvents() throws SQLException {
    try (Store store = Sample.open(folder)) {
      ingest(store, new Sample().tip("1", "2026-01-05 10:00:00", "mia", "3.50"));
    }
    change(
        "DROP VIEW forecasts; DROP TABLE forecast; DROP TABLE forecast_run;"
            + " DROP VIEW models; DROP TABLE learned_model;"
            + " UPDATE store_info SET value = '1' WHERE key = 'schema_version'");
    try (Store store = Sample.open(folder)) {
      assertThat(gross(store, "mia")).isEqualTo(350);
      assertThat(number(store, "SELECT count(*) AS n FROM forecasts")).isZero();
      assertThat(number(store, "SELECT count(*) AS n FROM models")).isZero();
      assertThat(store.models().newest()).isSameAs(LearnedModel.NONE);
      assertThat(
              number(
                  store,
                  "SELECT CAST(value AS BIGINT) AS n FROM store_info WHERE key = 'schema_version'"))
          .isEqualTo(Schema.version());
      ingest(store, new Sample().tip("2", "2026-01-05 11:00:00", "mia", "1"));
      assertThat(gross(store, "mia")).isEqualTo(450);
      healthy(store);
    }
  }

  @Test
  void aStoreOfALaterProgramIsLeftAlone() throws SQLException {
    try (Store store = Sample.open(folder)) {
      healthy(store);
    }
    change("UPDATE store_info SET value = '99' WHERE key = 'schema_version'");
    assertThatThrownBy(() -> Sample.open(folder))
        .isInstanceOf(StoreException.Newer.class)
        .hasMessageContaining("99");
  }

  private static long number(Store store, String sql) {
    return store.engine().rows(Sql.of(sql), row -> row.number("n")).getFirst();
  }

  private void change(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("test.duckdb"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
