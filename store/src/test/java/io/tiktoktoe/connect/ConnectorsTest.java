package io.tiktoktoe.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.file.UnreadableFileException.BadMapping;
import io.tiktoktoe.file.UnreadableFileException.Empty;
import io.tiktoktoe.file.UnreadableFileException.Missing;
import io.tiktoktoe.file.UnreadableFileException.NotText;
import io.tiktoktoe.file.UnreadableFileException.UnknownFormat;
import io.tiktoktoe.sql.EngineFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorsTest {

  private static final String TIP =
      """
      {"id":"a","time":"2026-01-01T00:00:00+05:30","type":"tip","creator":"c","source":"s",\
      "amount":12.50,"currency":"USD"}
      """;

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private List<Map<String, String>> rows(Path file) {
    return Staged.rows(file, Staged.options(folder));
  }

  @Test
  void oneBadLineIsRejectedAloneWithItsNumberAndText() throws IOException {
    Path file = write("e.ndjson", TIP + "\n" + TIP.replace("\"a\"", "\"b\"") + "{\"id\":\n" + TIP);

    List<Map<String, String>> rows = rows(file);

    assertThat(Staged.column(rows, "line")).containsExactly("1", "3", "4", "5");
    assertThat(rows.get(2))
        .containsEntry("error_reason", "is not valid JSON")
        .containsEntry("raw", "{\"id\":");
    assertThat(rows.getFirst())
        .containsEntry("time", "2025-12-31 18:30:00.0")
        .containsEntry("amount_text", "12.5")
        .containsEntry("error_reason", "");
  }

  @Test
  void wrongFieldsAreNamed() throws IOException {
    Path file =
        write(
            "e.ndjson",
            """
            {"id":"a","time":"2026-01-01","type":"tip","creator":"c"}
            {"id":{"x":1},"time":"2026-01-01T00:00:00Z","type":"tip","creator":"c"}
            {"id":"c","time":"t","type":"tip","creator":"c","amount":12345678901234567.5}
            {"id":"d","time":"t","type":"view","creator":"c","watch_ms":"x"}
            {"id":"e","time":"t","type":"view","creator":"c","attributes":"text"}
            [1]
            """);

    List<Map<String, String>> rows = rows(file);

    assertThat(rows.getFirst()).containsEntry("time", "").containsEntry("time_text", "2026-01-01");
    assertThat(Staged.column(rows, "error_field"))
        .containsExactly("", "id", "amount", "watch_ms", "attributes", "line");
  }

  @Test
  void unknownFieldsBecomeAttributesOrAreRefused() throws IOException {
    Path file = write("e.ndjson", TIP.replace("\"amount\"", "\"note\":\"hi\",\"amount\""));

    assertThat(rows(file).getFirst()).containsEntry("attributes", "{\"note\":\"hi\"}");
    assertThat(Staged.rows(file, Staged.options(folder).withStrict(true)).getFirst())
        .containsEntry("error_field", "note");
  }

  @Test
  void cloudEventsFillWhatTheirDataLack() throws IOException {
    Path file =
        write(
            "ce.ndjson",
            """
            {"specversion":"1.0","id":"ce1","source":"twitch","type":"io.tiktoktoe.tip",\
            "time":"2026-01-01T00:00:00Z","data":{"creator":"c","amount":"3.00","currency":"EUR"}}
            """);

    assertThat(Connectors.recognise(file, Staged.options(folder)).name()).isEqualTo("cloudevents");
    assertThat(rows(file).getFirst())
        .containsEntry("id", "ce1")
        .containsEntry("type", "tip")
        .containsEntry("source", "twitch")
        .containsEntry("amount_text", "3.00")
        .containsEntry("error_reason", "");
  }

  @Test
  void csvRejectsRaggedRowsAloneAndKeepsRealLines() throws IOException {
    Path file =
        write(
            "e.csv",
            """
            id,time,type,creator,source,amount,currency,mood
            1,2026-01-01T00:00:00Z,tip,c,s,1.00,USD,"two
            lines"
            2,2026-01-01T00:00:00Z,tip,c,s
            3,yesterday,tip,c,s,1.00,USD,x
            4,2026-01-01T00:00:00+01:00,tip,c,s,"1.00",USD,"open
            5,2026-01-01T00:00:00Z,tip,c,s,1.00,USD,x
            """);

    List<Map<String, String>> rows = rows(file);

    assertThat(Staged.column(rows, "line")).containsExactly("2", "4", "5", "6", "7");
    assertThat(Staged.column(rows, "error_field")).containsExactly("", "line", "time", "line", "");
    assertThat(rows.getFirst().get("attributes")).isEqualTo("{\"mood\":\"two\\u000alines\"}");
  }

  @Test
  void parquetColumnsAreTakenAsTheyAre() throws SQLException {
    Path file = folder.resolve("it's.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          COPY (SELECT 'p' || i AS id, TIMESTAMP '2026-01-01' AS time, 'tip' AS type, 'c' AS creator,
            's' AS source, i * 100 AS amount_minor, 'USD' AS currency, 'x' AS "odd"" --"
            FROM range(3) AS r(i)) TO %s (FORMAT parquet)\
          """
              .formatted(EngineFiles.written(file)));
    }

    List<Map<String, String>> rows = rows(file);

    assertThat(Staged.column(rows, "line")).containsExactly("1", "2", "3");
    assertThat(rows.get(2))
        .containsEntry("amount_minor", "200")
        .containsEntry("attributes", "{\"odd\\\" --\":\"x\"}")
        .containsEntry("error_reason", "");
  }

  @Test
  void compressedFilesAreReadByTheirContent() throws IOException, SQLException {
    Path gzip = folder.resolve("e.anything");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(TIP.getBytes(StandardCharsets.UTF_8));
    }
    Path zstd = folder.resolve("e.zst");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT 'z' AS id, '2026-01-01T00:00:00Z' AS time, 'view' AS type, 'c' AS creator)"
              + " TO %s (FORMAT json, COMPRESSION zstd)".formatted(EngineFiles.written(zstd)));
    }

    assertThat(rows(gzip).getFirst()).containsEntry("id", "a");
    assertThat(rows(zstd).getFirst()).containsEntry("id", "z");
  }

  @Test
  void whatCannotBeReadIsSaidInASentence() throws IOException {
    ReadOptions options = Staged.options(folder);
    Path unknown = write("u.csv", "When,Gift\n2026-01-01,5\n");

    assertThatThrownBy(() -> Connectors.open(folder.resolve("none.csv"), options))
        .isInstanceOf(Missing.class)
        .hasMessageContaining("none.csv does not exist");
    assertThatThrownBy(() -> Connectors.open(folder, options)).isInstanceOf(Missing.class);
    assertThatThrownBy(() -> Connectors.open(write("empty.csv", ""), options))
        .isInstanceOf(Empty.class);
    assertThatThrownBy(() -> Connectors.open(write("blank.csv", " \n\n"), options))
        .isInstanceOf(Empty.class);
    assertThatThrownBy(() -> Connectors.open(write("x.xlsx", "PK\u0003\u0004rest"), options))
        .isInstanceOf(NotText.class)
        .hasMessageContaining("spreadsheet");
    assertThatThrownBy(() -> Connectors.open(unknown, options))
        .isInstanceOf(UnknownFormat.class)
        .hasMessageContaining("When, Gift")
        .hasMessageContaining(
            "such as map \"When=time,Gift=amount,currency:USD,type:tip,creator:NAME\"");
    assertThatThrownBy(
            () -> Connectors.open(write("n.csv", "Date,Site,Earned\n2026-01-01,a,5\n"), options))
        .isInstanceOf(UnknownFormat.class)
        .hasMessageContaining(
            "Format adsense comes nearest; it also needs columns headed estimated");
    assertThatThrownBy(() -> Connectors.open(unknown, options.withFormat("nope")))
        .isInstanceOf(BadMapping.class)
        .hasMessageContaining("youtube-studio");
    assertThatThrownBy(() -> Connectors.open(unknown, options.withFormat("adsense")))
        .isInstanceOf(BadMapping.class)
        .hasMessageContaining("lacks the columns");
  }

  @Test
  void aMappingReadsAnythingElse() throws IOException {
    Path file = write("u.csv", "When,Gift,\"x\"\" --\",Rest\n13/09/2026 10:00,\"5,50\",ann,q\n");
    ReadOptions options =
        Staged.options(folder)
            .withMapping(
                "When=time, Gift=amount, 'EUR'=currency, 'tip'=type, x\" --=fan, 'me'=creator");

    try (Reading reading = Connectors.open(file, options)) {
      assertThat(reading.notes()).containsExactly("columns without meaning here: Rest");
      assertThat(Staged.rows(reading).getFirst())
          .containsEntry("time", "2026-09-13 10:00:00.0")
          .containsEntry("amount_text", "5.50")
          .containsEntry("fan", "ann")
          .containsEntry("creator", "me")
          .containsEntry("error_reason", "");
    }
  }

  @Test
  void aMappingCanGiveSeveralEventsAndBeSaved() throws IOException {
    Path file =
        write(
            "s.csv",
            """
            event,time,num_viewers,total
            s1,2026-01-01 00:00:00+00,10,1.10
            s1,2026-01-01 00:01:00+00,12,3.40
            """);
    String mapping =
        "event=creator,time=time,num_viewers=view.quantity,'USD'=currency,"
            + "cumulative(number(total),event)=tip.amount";
    ReadOptions options = Staged.options(folder.resolve("home"));

    List<Map<String, String>> direct = Staged.rows(file, options.withMapping(mapping));
    Connectors.save("my-streams", mapping, file, options);
    List<Map<String, String>> saved = Staged.rows(file, options.withMapping("my-streams"));

    assertThat(Staged.column(direct, "type")).containsExactly("view", "tip", "view", "tip");
    assertThat(Staged.column(Staged.ofType(direct, "tip"), "amount_text"))
        .containsExactly("1.10", "2.30");
    assertThat(Staged.column(saved, "amount_text")).isEqualTo(Staged.column(direct, "amount_text"));
  }

  @Test
  void badMappingsSayWhatIsWrong() throws IOException {
    Path file = write("u.csv", "When,Gift\n2026-01-01,5\n");
    ReadOptions options = Staged.options(folder).withCreator("c");

    assertThatThrownBy(() -> Connectors.open(file, options.withMapping("Wen=time,'tip'=type")))
        .isInstanceOf(BadMapping.class)
        .hasMessageContaining("(Wen)")
        .hasMessageContaining("When, Gift");
    assertThatThrownBy(() -> Connectors.open(file, options.withMapping("When=tme,'tip'=type")))
        .isInstanceOf(BadMapping.class)
        .hasMessageContaining("(tme)");
    assertThatThrownBy(() -> Connectors.open(file, options.withMapping("When=time")))
        .isInstanceOf(BadMapping.class)
        .hasMessageContaining("type:tip");
    assertThatThrownBy(() -> Connectors.open(file, options.withMapping("nothing-saved")))
        .isInstanceOf(BadMapping.class)
        .hasMessageContaining("live-stream-minutes");
    assertThatThrownBy(
            () ->
                Connectors.open(
                    file,
                    Staged.options(folder)
                        .withMapping("When=time,Gift=amount,'USD'=currency,'tip'=type")))
        .isInstanceOf(BadMapping.class)
        .hasMessageContaining("with creator,");
  }

  @Test
  void aReadingLeavesNothingBehind() throws IOException {
    Path file = write("u.csv", "When,Gift\n2026-01-01,5\n");
    Reading reading =
        Connectors.open(
            file,
            Staged.options(folder)
                .withMapping("When=time,Gift=amount,currency:USD,type:tip,creator:c"));
    assertThat(reading.temporary()).allSatisfy(path -> assertThat(path).exists());

    reading.close();

    assertThat(reading.temporary())
        .isNotEmpty()
        .allSatisfy(path -> assertThat(path).doesNotExist());
  }
}
