package io.tiktoktoe.store.engine;

import static io.tiktoktoe.store.EventLogTest.gross;
import static io.tiktoktoe.store.EventLogTest.healthy;
import static io.tiktoktoe.store.EventLogTest.ingest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.event.EventType;
import io.tiktoktoe.forecast.LearnedModel;
import io.tiktoktoe.store.Sample;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.StoreOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
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
            + " DROP TABLE audit; DROP TABLE erased; DROP VIEW models; DROP TABLE learned_model;"
            + " DROP TABLE event_types; DROP TABLE experiment; DROP TABLE experiment_arm;"
            + " DROP TABLE experiment_log;"
            + " UPDATE store_info SET value = '1' WHERE key = 'schema_version'");
    try (Store store = Sample.open(folder)) {
      assertThat(gross(store, "mia")).isEqualTo(350);
      assertThat(number(store, "SELECT count(*) AS n FROM forecasts")).isZero();
      assertThat(number(store, "SELECT count(*) AS n FROM models")).isZero();
      assertThat(number(store, "SELECT count(*) AS n FROM experiment_log")).isZero();
      assertThat(store.experiments().all()).isEmpty();
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
  void anUpgradeTakesPersonsOutOfWhatWasKeptAndGivesAKey() throws SQLException {
    Sample sample = new Sample().tip("1", "2026-01-05 10:00:00", "mia", "3.50");
    try (Store store = Sample.open(folder)) {
      ingest(store, sample);
      ingest(store, new Sample().tip("2", "2026-01-05 10:00:00", "mia", "x"));
    }
    change(
        "UPDATE events SET attributes = '{\"email\":\"zed@example.org\",\"months\":\"2\"}';"
            + " UPDATE rejects SET raw = 'zed@example.org,Zed Quux', value = 'zed@example.org',"
            + " stage = json_merge_patch(stage, '{\"fan\":\"zed@example.org\"}');"
            + " DROP TABLE audit; DROP TABLE erased; DROP VIEW models; DROP TABLE learned_model;"
            + " DROP TABLE event_types; DROP TABLE experiment; DROP TABLE experiment_arm;"
            + " DROP TABLE experiment_log;"
            + " DELETE FROM store_info WHERE key = 'pseudonym_key';"
            + " UPDATE store_info SET value = '2' WHERE key = 'schema_version'");
    StoreOptions options = StoreOptions.defaults().withPseudonymKey("of-the-user-0123456789-abc");
    try (Store store = Store.open(folder.resolve("test.duckdb"), options)) {
      assertThat(store.settings().pseudonymKey()).isEqualTo("of-the-user-0123456789-abc");
      assertThat(
              store
                  .engine()
                  .rows(Sql.of("SELECT attributes FROM events"), row -> row.required("attributes")))
          .containsExactly("{\"email\":\"[hidden]\",\"months\":\"2\"}");
      assertThat(
              store
                  .engine()
                  .rows(
                      Sql.of("SELECT coalesce(raw, '') || value || stage AS t FROM rejects"),
                      row -> row.required("t")))
          .hasSize(1)
          .allSatisfy(text -> assertThat(text).doesNotContain("zed@", "Zed Quux").contains("mia"));
    }
  }

  @Test
  void everyStoreHasAKeyOfItsOwnThatStays() {
    String first;
    try (Store store = Sample.open(folder)) {
      first = store.settings().pseudonymKey();
      assertThat(first).hasSizeGreaterThanOrEqualTo(22);
    }
    try (Store store =
        Store.open(
            folder.resolve("test.duckdb"),
            StoreOptions.defaults().withPseudonymKey("x".repeat(22)))) {
      assertThat(store.settings().pseudonymKey()).isEqualTo(first);
    }
    try (Store other = Store.open(folder.resolve("other.duckdb"), StoreOptions.defaults())) {
      assertThat(other.settings().pseudonymKey()).isNotEqualTo(first);
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

  @Test
  void theTableOfTypesIsThatOfTheProgram() throws SQLException {
    List<String> names = Arrays.stream(EventType.values()).map(EventType::wireName).toList();
    List<String> made;
    try (Store store = Sample.open(folder)) {
      assertThat(texts(store, "SELECT unnest(enum_range(NULL::event_type))::VARCHAR AS t"))
          .as("an event_type of the schema is a type of the program, in its order")
          .isEqualTo(names);
      made = texts(store, TYPES);
      assertThat(made)
          .hasSameSizeAs(names)
          .contains("tip tips 1", "refund  -1", "view  0", "brand.deal advertising 1", "cost  -1");
    }
    change(
        "UPDATE event_types SET sign = 0, stream = NULL;"
            + " UPDATE store_info SET value = 'another program' WHERE key = 'views'");
    try (Store store = Sample.open(folder)) {
      assertThat(texts(store, TYPES)).isEqualTo(made);
    }
  }

  private static final String TYPES =
      "SELECT concat(type, ' ', stream, ' ', sign) AS t FROM event_types ORDER BY type";

  private static List<String> texts(Store store, String sql) {
    return store.engine().rows(Sql.of(sql), row -> row.required("t"));
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
