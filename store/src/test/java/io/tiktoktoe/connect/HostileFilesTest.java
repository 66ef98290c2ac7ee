package io.tiktoktoe.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tiktoktoe.file.Copies;
import io.tiktoktoe.file.UnreadableFileException;
import io.tiktoktoe.text.CsvRows;
import io.tiktoktoe.text.FileProbe;
import io.tiktoktoe.text.FileRow;
import io.tiktoktoe.text.JsonRows;
import io.tiktoktoe.text.TableShape;
import io.tiktoktoe.work.Cancellation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RELIABILITY 14, 19, 25, 27 and 28 as far as files go. */
class HostileFilesTest {

  @TempDir Path folder;

  private List<Map<String, String>> rows(Path file) {
    return Staged.rows(file, Staged.options(folder).withCreator("c"));
  }

  private static String event(String id, String more) {
    return "{\"id\":\"%s\",\"time\":\"2026-01-01T00:00:00Z\",\"type\":\"view\",\"creator\":\"c\"%s}\n"
        .formatted(id, more);
  }

  @Test
  void oneBadRowInTenThousandIsRejectedAlone() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 10_000; i++) {
      text.append(i == 7 ? "{\"id\":\"7\",,}\n" : event("e" + i, ""));
    }
    List<Map<String, String>> rows =
        rows(Files.writeString(folder.resolve("e.ndjson"), text.toString()));

    assertThat(rows).hasSize(10_000);
    assertThat(rows)
        .filteredOn(row -> !row.get("error_reason").isEmpty())
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("line", "7"));
    assertThat(rows.get(4321)).containsEntry("id", "e4322").containsEntry("line", "4322");
  }

  @Test
  void deepAndLongJsonIsOneReject() throws IOException {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    Path file =
        Files.writeString(
            folder.resolve("e.ndjson"),
            event("1", ",\"x\":" + deep)
                + event("2", ",\"amount\":" + "9".repeat(1_000_000))
                + event("3", ",\"amount\":1e999999999")
                + event("4", ",\"x\":\"" + "y".repeat(2_000_000) + "\"")
                + event("5", ""));

    List<Map<String, String>> rows = rows(file);

    assertThat(Staged.column(rows, "line")).containsExactly("1", "2", "3", "4", "5");
    assertThat(rows.get(1)).containsEntry("error_field", "amount");
    assertThat(rows.get(3).get("error_reason")).contains("longer than");
    assertThat(rows.get(4)).containsEntry("id", "5").containsEntry("error_reason", "");
  }

  @Test
  void deepJsonOfAMappedFormatIsOneReject() throws IOException {
    String kofi =
        "{\"kofi_transaction_id\":\"k%s\",\"timestamp\":\"2026-01-01T00:00:00Z\","
            + "\"type\":\"Donation\",\"amount\":%s,\"currency\":\"USD\"}\n";
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    Path file =
        Files.writeString(
            folder.resolve("k.json"),
            kofi.formatted("1", "\"3.00\"")
                + kofi.formatted("2", deep)
                + kofi.formatted("3", "9".repeat(1_000_000))
                + kofi.formatted("4", "1e999999999")
                + kofi.formatted("5", "\"4.00\""));

    List<Map<String, String>> rows = rows(file);

    assertThat(Staged.column(rows, "id")).containsExactly("k1", "", "", "", "k5");
    assertThat(Staged.column(rows, "line")).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void textThatLooksLikeSqlOrAFormulaStaysText() throws IOException {
    String value = "'; COPY (SELECT 1) TO 'x'; --";
    Path file =
        Files.writeString(
            folder.resolve("a b'; DROP--\"[1]*.csv"),
            "id,time,type,creator,\"x\"\" --\",content\n"
                + "1,2026-01-01T00:00:00Z,view,c,\""
                + value
                + "\",\"=HYPERLINK(\"\"x\"\")\"\n");

    Map<String, String> row = rows(file).getFirst();

    assertThat(row.get("attributes")).isEqualTo("{\"x\\\" --\":\"" + value + "\"}");
    assertThat(row).containsEntry("content", "=HYPERLINK(\"x\")");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void hostileNamesOfNativeFilesStayNames() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a'); SELECT * FROM read_csv('secret[1]*.ndjson"), event("1", ""));

    assertThat(rows(file)).hasSize(1);
  }

  @Test
  void linesThatAreNotUtf8AreRejectedAlone() throws IOException {
    Path file = folder.resolve("e.ndjson");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(event("1", "").getBytes(StandardCharsets.UTF_8));
      out.write("{\"id\":\"caf\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1));
      out.write(event("a\u0001b", "").getBytes(StandardCharsets.UTF_8));
      out.write(event("3", ",\"fan\":\"\u00e9\u65e5\"").getBytes(StandardCharsets.UTF_8));
    }

    List<Map<String, String>> rows = rows(file);

    assertThat(Staged.column(rows, "error_reason"))
        .containsExactly("", "is not UTF-8 text", "is not valid JSON", "");
    assertThat(rows.getLast()).containsEntry("fan", "\u00e9\u65e5").containsEntry("line", "4");
  }

  @Test
  void aByteOrderMarkAndWindowsLinesAreHarmless() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("e.ndjson"),
            "\uFEFF" + (event("1", "") + event("2", "")).replace("\n", "\r\n"));

    assertThat(Staged.column(rows(file), "id")).containsExactly("1", "2");
  }

  private List<Map<String, String>> mapped(String table, String mapping) throws IOException {
    Path file = Files.writeString(folder.resolve("gifts.csv"), table);
    return Staged.rows(file, Staged.options(folder).withMapping(mapping).withCreator("c"));
  }

  @Test
  void aRowThatDividesByZeroIsRejectedAlone() throws IOException {
    List<Map<String, String>> rows =
        mapped(
            "When,Sum,N\n2026-01-01T00:00:00Z,5.00,0\n2026-01-02T00:00:00Z,6.00,2\n",
            "When=time,divide(number(Sum),number(N))=amount,currency:USD,type:tip");

    assertThat(Staged.column(rows, "error_reason"))
        .containsExactly("cannot be computed with divide", "");
    assertThat(rows.get(1)).containsEntry("amount_text", "3.00");
  }

  @Test
  void aRowWithTheOtherDecimalSignIsRejectedAlone() throws IOException {
    List<Map<String, String>> rows =
        mapped(
            "When,Sum,Cost\n2026-01-01T00:00:00Z,\"1.234,56\",\"1,234.56\"\n"
                + "2026-01-02T00:00:00Z,6.50,1\n",
            "When=time,Sum=amount,Cost=fee,currency:USD,type:tip");

    assertThat(Staged.column(rows, "error_reason"))
        .containsExactly("has a decimal , where the file has .", "");
    assertThat(Staged.column(rows, "amount_text")).containsExactly("", "6.50");
  }

  @Test
  void aFileThatWritesNumbersBothWaysIsRefused() {
    String both = "2026-01-01T00:00:00Z;1,50\n2026-01-01T00:00:00Z;1.50\n";
    assertThatThrownBy(
            () ->
                mapped(
                    "When;Sum\n" + both.repeat(20), "When=time,Sum=amount,currency:USD,type:tip"))
        .isInstanceOf(UnreadableFileException.BadMapping.class)
        .hasMessageContaining("gifts.csv mixes decimal points, such as 1.50");
  }

  @Test
  void aCutGzipFileIsNamedAndSaidToBeCut() throws IOException {
    for (String text : List.of("id,time,type,creator\n" + "1,x,y,z\n".repeat(3), event("1", ""))) {
      Path file = folder.resolve("cut.gz");
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      byte[] whole = Files.readAllBytes(file);
      for (int length : new int[] {whole.length / 2, whole.length - 4}) {
        Files.write(file, Arrays.copyOf(whole, length));
        assertThatThrownBy(() -> rows(file))
            .isInstanceOf(UnreadableFileException.Damaged.class)
            .hasMessageContaining("cut.gz is cut");
      }
    }
  }

  @Test
  void anEndlessRecordIsOneRejectAndTheNextIsRead() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("e.csv"),
            "id,time,type,creator\n1,2026-01-01T00:00:00Z,view,c\n2,"
                + "x".repeat(3 << 20)
                + "\n3,2026-01-01T00:00:00Z,view,c\n");

    List<Map<String, String>> rows = rows(file);

    assertThat(Staged.column(rows, "line")).containsExactly("2", "3", "4");
    assertThat(rows.get(1).get("error_reason")).contains("longer than");
    assertThat(rows.get(2)).containsEntry("id", "3");
  }

  /** Without a bound each of these lines would be read a hundred thousand times. */
  @Test
  void strayQuotesInEveryLineTakeLinearTime() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("e.csv"), "id,time,type,creator\n" + "x\",\"\n".repeat(400_000));

    assertTimeoutPreemptively(
        Duration.ofSeconds(240),
        () -> {
          try (CsvRows rows =
              TableShape.of(FileProbe.of(file, file, Copies.inSystemFolder(), new Cancellation()))
                  .open()) {
            int read = 0;
            while (rows.next().isPresent()) {
              read++;
            }
            assertThat(read).isGreaterThan(100_000);
          }
        });
  }

  @Test
  void deepPathsOfLongNamesTakeLittleMemory() throws IOException {
    String name = "{\"" + "a".repeat(400) + "\":";
    String deep = name.repeat(450) + "1" + "}".repeat(450);
    String kofi =
        "{\"kofi_transaction_id\":\"k1\",\"timestamp\":\"2026-01-01T00:00:00Z\","
            + "\"type\":\"Donation\",\"amount\":\"3.00\",\"currency\":\"USD\",\"z\":%s}\n";
    try (JsonRows rows = JsonRows.open(new StringReader(kofi.formatted(deep)))) {
      FileRow row = rows.next().orElseThrow();
      assertThat(row.problem()).isEmpty();
      assertThat(row.values().keySet())
          .allSatisfy(path -> assertThat(path.length()).isLessThan(2_000));
    }
  }

  @Test
  void manyObjectsOfOneLineKeepItsTextOnce() throws IOException {
    try (JsonRows rows = JsonRows.open(new StringReader("{\"a\":1}".repeat(3)))) {
      assertThat(rows.next().orElseThrow().raw()).hasSize(21);
      assertThat(rows.next().orElseThrow().raw()).isEmpty();
    }
  }

  @Test
  void numbersThatJsonLacksRejectTheirLineAlone() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("e.ndjson"),
            event("1", ",\"attributes\":{\"x\":NaN}")
                + event("2", ",\"odd\":[-Infinity]")
                + event("3", ",\"attributes\":{\"x\":1.5}"));

    assertThat(Staged.column(rows(file), "error_reason"))
        .containsExactly("is not valid JSON", "is not valid JSON", "");
  }

  @Test
  void aDamagedPageOfParquetIsNamedBeforeTheStoreSeesIt() throws IOException, SQLException {
    Path file = folder.resolve("e.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT 'e' || i AS id, '2026-01-01T00:00:00Z' AS time, 'view' AS type, 'c' AS"
              + " creator"
              + " FROM range(1000) AS t(i)) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
                  .formatted(file));
    }
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 40, 400, (byte) 0x5a);
    Files.write(file, bytes);

    assertThatThrownBy(() -> Connectors.open(file, Staged.options(folder)).close())
        .isInstanceOf(UnreadableFileException.Damaged.class)
        .hasMessageContaining("e.parquet is damaged");
  }

  @Test
  void aPipeIsRefusedBeforeItIsWaitedFor() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe.csv");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);

    assertThatThrownBy(() -> rows(pipe)).hasMessageContaining("is a pipe or a device");
  }
}
