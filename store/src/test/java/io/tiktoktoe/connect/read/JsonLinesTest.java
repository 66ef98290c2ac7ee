package io.tiktoktoe.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.connect.Staged;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesTest {

  /** Every column that a native line can fill, as a sender writes it. */
  private static final String FULL =
      """
      {"id":"i","source":"s","time":"2026-01-02T03:04:05.678901Z","type":"sale","creator":"c",\
      "fan":"f","content":"o","product":"p","amount":"12.50","amount_minor":1250,"currency":"EUR",\
      "fee":"0.30","fee_minor":30,"tax":"1.00","tax_minor":100,"quantity":2,"refers_to":"r",\
      "state":"final","country":"DE","age_band":"25-34","gender":"f","device":"phone",\
      "watch_ms":1000,"duration_ms":2000,"completed":true,"value":0.5,"attributes":{"k":"v"}}
      """;

  @TempDir Path folder;

  /** The only line, without columns that are NULL, without its number and itself. */
  private Map<String, String> line(String line) throws IOException {
    List<Map<String, String>> rows = lines(line.getBytes(StandardCharsets.UTF_8), "events-ndjson");
    assertThat(rows).hasSize(1);
    return filled(rows.getFirst());
  }

  private static Map<String, String> filled(Map<String, String> row) {
    Map<String, String> filled = new TreeMap<>(row);
    filled.remove("line");
    filled.remove("raw");
    filled.values().removeIf(String::isEmpty);
    return filled;
  }

  private List<Map<String, String>> lines(byte[] bytes, String format) throws IOException {
    Path file = Files.write(folder.resolve("e.ndjson"), bytes);
    return Staged.rows(file, Staged.options(folder).withFormat(format));
  }

  @Test
  void everyFieldGoesToItsColumn() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    expected.putAll(Map.of("id", "i", "source", "s", "type", "sale", "creator", "c", "fan", "f"));
    expected.putAll(Map.of("time", "2026-01-02 03:04:05.678901", "content", "o", "product", "p"));
    expected.putAll(Map.of("amount_text", "12.50", "amount_minor", "1250", "currency", "EUR"));
    expected.putAll(Map.of("fee_text", "0.30", "fee_minor", "30", "quantity", "2"));
    expected.putAll(Map.of("tax_text", "1.00", "tax_minor", "100", "refers_to", "r"));
    expected.putAll(Map.of("state", "final", "country", "DE", "age_band", "25-34"));
    expected.putAll(Map.of("gender", "f", "device", "phone", "watch_ms", "1000"));
    expected.putAll(Map.of("duration_ms", "2000", "completed", "true", "value", "0.5"));
    expected.put("attributes", "{\"k\":\"v\"}");
    assertThat(line(FULL)).isEqualTo(expected);
  }

  @Test
  void theNamesOfColumnsAreNoFields() throws IOException {
    assertThat(
            line("{\"amount_text\":\"1\",\"time_text\":\"t\",\"raw\":\"r\",\"line\":7,\"ID\":1}"))
        .isEqualTo(
            Map.of(
                "attributes",
                "{\"amount_text\":\"1\",\"time_text\":\"t\",\"raw\":\"r\",\"line\":7,\"ID\":1}"));
  }

  /** A line with one member, and one column of what comes of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '`',
      value = {
        "\"time\":\"2026-01-01T02:00:00+02:00\"|time|2026-01-01 00:00:00.0",
        "\"time\":\"2026-01-01\"|time_text|2026-01-01",
        "\"time\":1767225600|time_text|1767225600",
        "\"time\":[1]|time_text|[1]",
        "\"amount\":12.50|amount_text|12.5",
        "\"amount\":-3|amount_text|-3",
        "\"amount\":true|amount_text|true",
        "\"amount\":1e3|amount_text|1000.0",
        "\"amount\":\" 1,5 \"|amount_text| 1,5 ",
        "\"amount\":1234567890123456|error_reason|has more than 15 digits as a number: send it as"
            + " text",
        "\"amount\":\"1234567890123456\"|amount_text|1234567890123456",
        "\"amount_minor\":\" 12 \"|amount_minor|12",
        "\"amount_minor\":1.5|amount_minor|2",
        "\"amount_minor\":9223372036854775807|amount_minor|9223372036854775807",
        "\"amount_minor\":9223372036854775808|error_value|9223372036854775808",
        "\"amount_minor\":{\"a\":1}|error_value|{\"a\":1}",
        "\"quantity\":\"two\"|error_reason|must be a whole number",
        "\"quantity\":true|error_value|true",
        "\"quantity\":-0|quantity|0",
        "\"watch_ms\":1e3|watch_ms|1000",
        "\"completed\":\"yes\"|completed|true",
        "\"completed\":0|completed|false",
        "\"completed\":2|error_reason|must be true or false",
        "\"value\":\"1e3\"|value|1000.0",
        "\"value\":NaN|value|NaN",
        "\"value\":\"high\"|error_reason|must be a number",
        "\"id\":5|id|5",
        "\"id\":5.50|id|5.5",
        "\"id\":false|id|false",
        "\"id\":[\"a\"]|error_reason|must be text",
        "\"fan\":{}|error_field|fan",
        "\"state\":[ 1 , 2 ]|state|[1,2]",
        "\"attributes\":[]|error_reason|must be an object",
        "\"attributes\":\"{}\"|error_field|attributes",
        "\"attributes\":{ \"a\" : 1.0 }|attributes|{\"a\":1.0}",
        "\"id\":\"\\u00e9\\ud83d\\ude00\"|id|é😀",
        "\"id\":\"\\ud83d\"|error_field|line",
        "\"id\":\"\\ude00\\ud83d\"|error_field|line",
        "\"\\u0069d\":\"named in escapes\"|id|named in escapes",
        "\"id\":\"a\"x|error_reason|is not valid JSON",
        "\"id\":'a'|error_reason|is not valid JSON",
        "\"id\":01|error_reason|is not valid JSON",
        "\"id\":\"a\",|id|a",
        "\"id\":\"a\",,|error_reason|is not valid JSON"
      })
  void oneMember(String member, String column, String expected) throws IOException {
    assertThat(line("{" + member + "}")).containsEntry(column, expected);
  }

  @Test
  void everyEscapeIsRead() throws IOException {
    assertThat(line("{\"id\":\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\"}"))
        .isEqualTo(Map.of("id", "a\"\\/\b\f\n\r\tA"));
  }

  @Test
  void nullsAreAbsent() throws IOException {
    String nulls = FULL.replaceAll(":(\"[^\"]*\"|\\{[^}]*\\}|[^,}]*)(?=[,}])", ":null");
    assertThat(nulls).contains("\"id\":null", "\"value\":null", "\"attributes\":null");
    assertThat(line(nulls)).isEmpty();
  }

  @Test
  void theFirstOfTwoCountsEvenIfItIsNull() throws IOException {
    assertThat(
            line(
                "{\"id\":\"a\",\"id\":\"b\",\"fan\":null,\"fan\":\"f\",\"quantity\":1,\"quantity\":[]}"))
        .isEqualTo(Map.of("id", "a", "quantity", "1"));
  }

  @Test
  void theFirstWrongFieldInTheOrderOfTheColumnsIsTold() throws IOException {
    assertThat(line("{\"attributes\":1,\"watch_ms\":\"w\",\"creator\":[1],\"value\":\"v\"}"))
        .containsEntry("error_field", "creator")
        .containsEntry("error_value", "[1]");
  }

  @Test
  void unknownFieldsAreMergedIntoAttributesWhichWin() throws IOException {
    assertThat(line("{\"x\":{\"y\":[1, 2]},\"z\":null}"))
        .isEqualTo(Map.of("attributes", "{\"x\":{\"y\":[1,2]},\"z\":null}"));
    assertThat(line("{\"a\":1,\"attributes\":{\"b\":2},\"c\":3}"))
        .isEqualTo(Map.of("attributes", "{\"a\":1,\"c\":3,\"b\":2}"));
    assertThat(line("{\"a\":1,\"z\":{\"b\":3},\"attributes\":{\"a\":2,\"n\":{\"m\":null}}}"))
        .isEqualTo(Map.of("attributes", "{\"z\":{\"b\":3},\"a\":2,\"n\":{\"m\":null}}"));
  }

  @Test
  void aLineThatIsNoObjectIsRejectedAlone() throws IOException {
    for (String wrong :
        List.of(
            "null", "1", "\"text\"", "[]", "[{\"id\":\"a\"}]", "true", "{}{}", "{} x", "{", "}")) {
      List<Map<String, String>> rows =
          lines(
              ("{\"id\":\"before\"}\n" + wrong + "\n{\"id\":\"after\"}\n")
                  .getBytes(StandardCharsets.UTF_8),
              "events-ndjson");
      assertThat(Staged.column(rows, "id")).as(wrong).containsExactly("before", "", "after");
      assertThat(rows.get(1))
          .as(wrong)
          .containsEntry("error_field", "line")
          .containsEntry("error_value", wrong)
          .containsEntry("raw", wrong);
      assertThat(rows.get(1).get("error_reason")).isNotEmpty();
    }
  }

  @Test
  void aLineThatBreaksInTheMiddleKeepsNothingOfItself() throws IOException {
    assertThat(
            line(
                "{\"id\":\"a\",\"quantity\":2,\"time\":\"2026-01-01T00:00:00Z\",\"x\":1,\"fan\":\"f"))
        .containsOnlyKeys("error_field", "error_value", "error_reason");
  }

  @Test
  void blankLinesCountButAreNoEvents() throws IOException {
    List<Map<String, String>> rows =
        lines(
            "\n{\"id\":\"2\"}\n   \n\t\n\n{\"id\":\"6\"}\n\n".getBytes(StandardCharsets.UTF_8),
            "events-ndjson");
    assertThat(Staged.column(rows, "line")).containsExactly("2", "6");
    assertThat(Staged.column(rows, "id")).containsExactly("2", "6");
    assertThat(Staged.column(rows, "raw")).containsExactly("{\"id\":\"2\"}", "{\"id\":\"6\"}");
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkAreNoPartOfALine() throws IOException {
    List<Map<String, String>> rows =
        lines(
            "\ufeff{\"id\":\"1\"}\r\n\r\n{\"id\":\"3\"}\n{\"id\":\"4\"}\r\n{\"id\":\"5\"}"
                .getBytes(StandardCharsets.UTF_8),
            "events-ndjson");
    assertThat(Staged.column(rows, "line")).containsExactly("1", "3", "4", "5");
    assertThat(Staged.column(rows, "id")).containsExactly("1", "3", "4", "5");
    assertThat(rows).allSatisfy(row -> assertThat(row).containsEntry("error_reason", ""));
  }

  @Test
  void controlCharactersAndZerosAreWrongInsideALineAlone() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Behind the first page, by which a binary file is told.
    bytes.writeBytes(("{\"id\":\"1\"}\n".repeat(10_000)).getBytes(StandardCharsets.UTF_8));
    for (byte control : new byte[] {0, 1, 2, 0x1f}) {
      bytes.writeBytes("{\"id\":\"a".getBytes(StandardCharsets.UTF_8));
      bytes.write(control);
      bytes.writeBytes("b\"}\n".getBytes(StandardCharsets.UTF_8));
    }
    bytes.writeBytes(
        "{\"id\":\"escaped\\u0001\"}\n{\"id\":\"last\"}\n".getBytes(StandardCharsets.UTF_8));
    List<Map<String, String>> rows = lines(bytes.toByteArray(), "events-ndjson");
    assertThat(rows).hasSize(10_006);
    assertThat(rows.subList(10_000, 10_004))
        .allSatisfy(row -> assertThat(row).containsEntry("error_field", "line"));
    assertThat(rows.get(10_004)).containsEntry("id", "escaped\u0001");
    assertThat(rows.get(10_005)).containsEntry("id", "last").containsEntry("line", "10006");
  }

  /** An escaped zero is a character like others. */
  @Test
  void anEscapedZeroIsKept() throws IOException {
    assertThat(line("{\"id\":\"a\\u0000b\"}")).isEqualTo(Map.of("id", "a\0b"));
  }

  @Test
  void linesOfAnyLengthUpToTheLimitAreRead() throws IOException {
    StringBuilder text = new StringBuilder();
    int[] lengths = {1, 100, 1 << 16, (1 << 18) - 1, 1 << 18, (1 << 18) + 1, 1_000_000, 1 << 20};
    for (int length : lengths) {
      String id = "x".repeat(Math.max(0, length - "{\"id\":\"\"}".length()));
      text.append("{\"id\":\"").append(id).append("\"}\n");
    }
    text.append("{\"id\":\"").append("x".repeat(1 << 20)).append("\"}\n{\"id\":\"last\"}");
    List<Map<String, String>> rows =
        lines(text.toString().getBytes(StandardCharsets.UTF_8), "events-ndjson");
    assertThat(rows).hasSize(lengths.length + 2);
    for (int i = 0; i < lengths.length; i++) {
      assertThat(rows.get(i).get("id")).hasSize(Math.max(0, lengths[i] - "{\"id\":\"\"}".length()));
      assertThat(rows.get(i)).containsEntry("error_reason", "");
    }
    assertThat(rows.get(lengths.length))
        .containsEntry("id", "")
        .containsEntry("error_reason", "is longer than 1048576 bytes");
    assertThat(rows.getLast()).containsEntry("id", "last");
  }

  @Test
  void defaultsFillWhatIsLacking() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("d.ndjson"),
            """
            {"id":"1","amount":"1"}
            {"id":"2","creator":"own","source":"own","currency":"EUR","amount":"1"}
            {"id":"3"}
            [
            """);
    List<Map<String, String>> rows =
        Staged.rows(
            file,
            Staged.options(folder)
                .withFormat("events-ndjson")
                .withCreator("c")
                .withSource("s")
                .withCurrency("USD"));
    assertThat(Staged.column(rows, "creator").subList(0, 3)).containsExactly("c", "own", "c");
    assertThat(Staged.column(rows, "source").subList(0, 3)).containsExactly("s", "own", "s");
    assertThat(Staged.column(rows, "currency")).containsExactly("USD", "EUR", "", "");
  }

  @Test
  void anEnvelopeFillsWhatItsDataLack() throws IOException {
    String lines =
        """
        {"specversion":"1.0","id":"e","source":"s","type":"io.tiktoktoe.tip","time":"2026-01-01T00:00:00Z","data":{"creator":"c"},"subject":"x"}
        {"data":{"id":"own","source":"own","type":"io.own","time":"2026-02-02T00:00:00Z"},"id":"e","source":"s","type":"t","time":"2026-01-01T00:00:00Z"}
        {"id":"e","data":null,"data":{"id":"second"}}
        {"id":null,"id":"second","data":{}}
        {"id":"e","data":[{"id":"x"}]}
        {"id":"e","data":{"unknown":1,"attributes":{"a":2}},"extension":true}
        {"id":"e","data":{"quantity":"two"}}
        {"id":["e"],"data":{}}
        """;
    List<Map<String, String>> rows = lines(lines.getBytes(StandardCharsets.UTF_8), "cloudevents");
    assertThat(filled(rows.get(0)))
        .isEqualTo(
            Map.of(
                "id",
                "e",
                "source",
                "s",
                "type",
                "tip",
                "creator",
                "c",
                "time",
                "2026-01-01 00:00:00.0"));
    assertThat(filled(rows.get(1)))
        .isEqualTo(
            Map.of(
                "id", "own", "source", "own", "type", "io.own", "time", "2026-02-02 00:00:00.0"));
    assertThat(filled(rows.get(2))).isEqualTo(Map.of("id", "e"));
    assertThat(filled(rows.get(3))).isEmpty();
    assertThat(filled(rows.get(4))).isEqualTo(Map.of("id", "e"));
    assertThat(filled(rows.get(5)))
        .isEqualTo(Map.of("id", "e", "attributes", "{\"unknown\":1,\"a\":2}"));
    assertThat(filled(rows.get(6)))
        .containsEntry("id", "e")
        .containsEntry("error_field", "quantity")
        .containsEntry("error_value", "two");
    assertThat(filled(rows.get(7))).containsEntry("id", "[\"e\"]");
  }
}
