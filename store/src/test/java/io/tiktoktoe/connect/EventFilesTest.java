package io.tiktoktoe.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.event.Context;
import io.tiktoktoe.event.Demographics;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.event.State;
import io.tiktoktoe.simulation.CreatorEconomy;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventFilesTest {

  private static final EconomyOptions FEW =
      EconomyOptions.defaults().withCreators(4).withMonths(3).withTargetEvents(6_000);

  /** Every column as text in the form of the Parquet file, whatever the format. */
  private static final String COMMON =
      """
      SELECT id, epoch_ms(time::TIMESTAMPTZ) AS time, type, creator, fan, content, product, source,
        currency, quantity::BIGINT AS quantity, refers_to, state, country, age_band, gender, device,
        watch_ms::BIGINT AS watch_ms, duration_ms::BIGINT AS duration_ms,
        completed::BOOLEAN AS completed, value::DOUBLE AS value, attributes::VARCHAR AS attributes
      """;

  @TempDir private Path directory;

  private Path write(String name) throws IOException {
    Path file = directory.resolve(name);
    try (EventFiles events = EventFiles.create(file)) {
      CreatorEconomy.of(FEW).run(events, Progress.SILENT);
      events.finish();
    }
    return file;
  }

  private static List<String> query(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      List<String> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery(sql)) {
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
          StringBuilder row = new StringBuilder();
          for (int i = 1; i <= columns; i++) {
            row.append(result.getString(i)).append('|');
          }
          rows.add(row.toString());
        }
      }
      return rows;
    }
  }

  @Test
  void everyFormatSaysTheSameInTheSameOrder() throws Exception {
    String parquet = COMMON + "FROM read_parquet('" + write("e.parquet") + "')";
    String csv =
        COMMON + "FROM read_csv('" + write("e.csv.gz") + "', header = true, all_varchar = true)";
    String ndjson =
        COMMON
            + "FROM read_json('"
            + write("e.ndjson")
            + "', format = 'newline_delimited', sample_size = -1, map_inference_threshold = -1,"
            + " columns = {id: 'VARCHAR', time: 'VARCHAR', type: 'VARCHAR', creator: 'VARCHAR',"
            + " fan: 'VARCHAR', content: 'VARCHAR', product: 'VARCHAR', source: 'VARCHAR',"
            + " currency: 'VARCHAR', quantity: 'BIGINT', refers_to: 'VARCHAR', state: 'VARCHAR',"
            + " country: 'VARCHAR', age_band: 'VARCHAR', gender: 'VARCHAR', device: 'VARCHAR',"
            + " watch_ms: 'BIGINT', duration_ms: 'BIGINT', completed: 'BOOLEAN', value: 'DOUBLE',"
            + " attributes: 'JSON'})";

    List<String> expected = query(parquet);
    assertThat(expected).hasSizeGreaterThan(3_000);
    assertThat(query(csv)).isEqualTo(expected);
    assertThat(query(ndjson)).isEqualTo(expected);
  }

  @Test
  void amountsAreExactInBothForms() throws Exception {
    String parquet =
        "SELECT amount_minor, fee_minor, tax_minor FROM read_parquet('%s')"
            .formatted(write("e.parquet"));
    String digits = "CASE currency WHEN 'JPY' THEN 1 WHEN 'KWD' THEN 1000 ELSE 100 END";
    String csv =
        """
        SELECT (amount::DECIMAL(18,3) * %1$s)::BIGINT, (fee::DECIMAL(18,3) * %1$s)::BIGINT,
          (tax::DECIMAL(18,3) * %1$s)::BIGINT
        FROM read_csv('%2$s', header = true, all_varchar = true)
        """
            .formatted(digits, write("e.csv"));

    assertThat(query(csv)).isEqualTo(query(parquet));
  }

  @Test
  void textWithEveryTrapComesBack() throws Exception {
    String trap = "a,\"b\"\n\tç 漢 \\ 'x' =1+1";
    Context context =
        new Context(
            "1",
            "direct",
            Instant.parse("2025-03-01T00:00:00.123456Z"),
            trap,
            null,
            null,
            trap,
            Demographics.UNKNOWN,
            Map.of("note", trap));
    Money gross = Money.ofMinor(5, "KWD");
    Event tip =
        new Event.Tip(
            context,
            new Payment(
                gross, Money.ofMinor(0, "KWD"), Money.ofMinor(1, "KWD"), 1, State.ESTIMATED));
    for (String name : List.of("t.csv", "t.parquet", "t.ndjson", "t.ndjson.gz")) {
      Path file = directory.resolve(name);
      try (EventFiles events = EventFiles.create(file)) {
        events.accept(tip);
        events.finish();
        assertThat(events.written()).isEqualTo(1);
      }
      String read =
          name.endsWith("csv")
              ? "read_csv('%s', header = true, all_varchar = true)"
              : name.endsWith("parquet") ? "read_parquet('%s')" : "read_json('%s')";
      String sql =
          "SELECT creator, product, attributes::JSON->>'note', epoch_us(time::TIMESTAMPTZ) FROM "
              + read.formatted(file);
      assertThat(query(sql))
          .as(name)
          .containsExactly(trap + "|" + trap + "|" + trap + "|" + 1_740_787_200_123_456L + "|");
    }
    assertThat(Files.readString(directory.resolve("t.csv"))).contains("0.005,KWD,0.000,0.001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"e.ndjson", "e.csv", "e.parquet", "e.ndjson.gz"})
  void nothingIsLeftOfAFileThatWasNotFinished(String name) throws Exception {
    Path file = directory.resolve(name);
    try (EventFiles events = EventFiles.create(file)) {
      CreatorEconomy.of(FEW).run(events, Progress.SILENT);
      assertThat(file).doesNotExist();
    }
    assertThat(directory).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"e.ndjson", "e.csv", "e.parquet", "e.csv.gz"})
  void aFileWithoutEventsIsAValidFile(String name) throws Exception {
    Path file = directory.resolve(name);
    try (EventFiles events = EventFiles.create(file)) {
      events.finish();
    }
    assertThat(file).exists();
    if (name.endsWith("parquet")) {
      assertThat(query("SELECT count(*) FROM read_parquet('" + file + "')")).containsExactly("0|");
    }
    if (name.endsWith("ndjson")) {
      assertThat(file).isEmptyFile();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"e.ndjson", "e.csv", "e.parquet", "e.ndjson.gz"})
  void aPlaceThatCannotBeWrittenIsToldAtOnce(String name) {
    Path gone = directory.resolve("missing");

    assertThatThrownBy(() -> EventFiles.create(gone.resolve(name)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("missing");
  }

  @Test
  void unknownEndingsAreRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> EventFiles.create(directory.resolve("events.xlsx")))
        .hasMessageContaining("events.xlsx")
        .hasMessageContaining(".parquet");
  }
}
