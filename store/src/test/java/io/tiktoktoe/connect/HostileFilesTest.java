package io.tiktoktoe.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.connect.file.UnreadableFileException.NotText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Test
  void aBombIsNotExpanded() throws IOException {
    Path file = folder.resolve("bomb.csv.gz");
    byte[] block = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("id,time,type,creator\n".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 2_500; i++) {
        out.write(block);
      }
    }

    assertThatThrownBy(() -> rows(file))
        .isInstanceOf(NotText.class)
        .hasMessageContaining("times its size");
  }
}
