package io.tiktoktoe.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.personal.PersonalData;
import io.tiktoktoe.personal.PersonalNames;
import io.tiktoktoe.sql.SqlTime;
import io.tiktoktoe.stage.StageColumn;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reader beside a plain one over trees, on seeded random lines: valid events, fields of wrong
 * kinds, repeated and unknown ones, and lines that are cut or stirred.
 */
class JsonLinesAgainstTreeTest {

  private static final int LINES = 20_000;

  private static final JsonMapper TREE =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final DateTimeFormatter ENGINE =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 1, 6, true)
          .toFormatter();

  @TempDir Path folder;

  private final SplittableRandom random = new SplittableRandom(20_261_126);

  @Test
  void randomLinesGiveTheSameRows() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      String line = "{" + String.join(",", members()) + "}";
      lines.add(random.nextInt(8) == 0 ? stirred(line) : line);
    }
    Path file = folder.resolve("e.ndjson");
    Files.writeString(file, String.join("\n", lines), StandardCharsets.UTF_8);
    List<Map<String, String>> rows =
        Staged.rows(file, Staged.options(folder).withFormat("events-ndjson"));
    assertThat(rows.size()).isEqualTo(LINES);
    int rejected = 0;
    for (int i = 0; i < LINES; i++) {
      String line = lines.get(i);
      Map<String, String> row = new LinkedHashMap<>(rows.get(i));
      assertThat(row.remove("line")).isEqualTo(Integer.toString(i + 1));
      assertThat(row.remove("raw")).isEqualTo(line);
      row.values().removeIf(String::isEmpty);
      Map<String, String> expected = expected(line);
      if (row.containsKey("time")) {
        readLaxTime(expected);
      }
      assertThat(sortedAttributes(row)).as(line).isEqualTo(sortedAttributes(expected));
      rejected += expected.containsKey("error_reason") ? 1 : 0;
    }
    assertThat(rejected).as("both kinds are met").isBetween(LINES / 10, LINES * 9 / 10);
  }

  /** Times in other forms are the engine's to read. */
  private static void readLaxTime(Map<String, String> expected) {
    String text = expected.remove("time_text");
    if (text != null) {
      String time = String.valueOf(Queried.each(List.of(text), SqlTime.ofText("t")).getFirst());
      expected.put("time", time.contains(".") ? time : time + ".0");
    }
  }

  /** Members are written in one order by trees, in another by the reader. */
  private static Map<String, String> sortedAttributes(Map<String, String> row) {
    Map<String, String> sorted = new TreeMap<>(row);
    sorted.computeIfPresent("attributes", (key, json) -> sorted(json));
    return sorted;
  }

  /** Attributes that are wrong may be any text. */
  private static String sorted(String json) {
    try {
      JsonNode tree = parsed(json);
      return tree.isObject() ? new TreeMap<>(members(tree)).toString() : json;
    } catch (JacksonException e) {
      return json;
    }
  }

  private static Map<String, String> members(JsonNode object) {
    Map<String, String> members = new LinkedHashMap<>();
    object.properties().forEach(one -> members.put(one.getKey(), one.getValue().toString()));
    return members;
  }

  private static JsonNode parsed(String json) {
    return TREE.readTree(json);
  }

  // --- what lines are made of

  private List<String> members() {
    List<String> members = new ArrayList<>();
    for (StageColumn column : StageColumn.values()) {
      if (column.isField() && random.nextInt(3) > 0) {
        members.add(quoted(column.field()) + ":" + value(column));
      }
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = "x" + i + "é".repeat(random.nextInt(2));
      members.add(random.nextInt(members.size() + 1), quoted(name) + " : " + simple(2));
    }
    if (random.nextInt(5) == 0 && !members.isEmpty()) {
      // The first counts: what follows must change nothing.
      StageColumn again = StageColumn.values()[random.nextInt(1, 20)];
      if (again.isField()) {
        members.add(quoted(again.field()) + ":" + value(again));
      }
    }
    return members;
  }

  private String value(StageColumn column) {
    if (random.nextInt(40) == 0) {
      return simple(2);
    }
    return switch (column) {
      case TIME -> quoted(time());
      case AMOUNT_TEXT, FEE_TEXT, TAX_TEXT -> random.nextInt(3) == 0 ? number() : quoted(number());
      case AMOUNT_MINOR, FEE_MINOR, TAX_MINOR, QUANTITY, WATCH_MS, DURATION_MS ->
          random.nextInt(5) == 0 ? quoted(number()) : number();
      case COMPLETED -> pick("true", "false", "\"yes\"", "\"No\"", "1", "0", "null");
      case VALUE -> random.nextInt(5) == 0 ? quoted(number()) : number();
      case ATTRIBUTES ->
          random.nextInt(2) == 0
              ? "{\"a\":" + text() + ",\"b\":" + random.nextInt(100) + "}"
              : "{\"a\":" + simple(1) + ", \"b\" : " + simple(1) + "}";
      default -> random.nextInt(20) == 0 ? "null" : text();
    };
  }

  private String simple(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> number();
      case 1 -> pick("true", "false", "null");
      case 2, 3 -> text();
      case 4 -> "[" + simple(depth - 1) + " , " + simple(depth - 1) + "]";
      default -> "{\"m\": " + simple(depth - 1) + "}";
    };
  }

  /** In its shortest form already, which both readers keep. */
  private String number() {
    return switch (random.nextInt(5)) {
      case 0 -> Integer.toString(random.nextInt(-100, 100_000));
      case 1 -> Long.toString(random.nextLong());
      case 2 -> random.nextInt(1, 100_000) + "." + random.nextInt(1, 10);
      case 3 -> "-" + random.nextInt(1, 100_000) + ".25";
      default -> random.nextInt(1_000) + ".5";
    };
  }

  private String time() {
    Instant time = Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L));
    return switch (random.nextInt(5)) {
      case 0 ->
          time.atOffset(ZoneOffset.ofHoursMinutes(5, 30)).format(DateTimeFormatter.ISO_DATE_TIME);
      case 1 -> time.plusNanos(1_000L * random.nextInt(1_000_000)).toString();
      case 2 -> pick("yesterday", "2026-02-30T00:00:00Z", "2026-01-01T00:00:00", "");
      default -> time.toString();
    };
  }

  private String text() {
    return random.nextInt(2) == 0
        ? quoted("id-" + random.nextInt(1_000))
        : RandomJson.string(random).replace("\\u0000", "");
  }

  private String pick(String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  /** Something taken away, doubled or put in; what is left may be valid. */
  private String stirred(String line) {
    int at = random.nextInt(1, line.length());
    if (Character.isSurrogate(line.charAt(at))) {
      return line + "}";
    }
    String before = line.substring(0, at);
    String after = line.substring(at + 1);
    return switch (random.nextInt(4)) {
      case 0 -> before + (Character.isSurrogate(line.charAt(Math.max(0, at - 1))) ? "x" : "");
      case 1 -> before + after;
      case 2 -> before + pick("\"", ",", ":", "{", "}", "[", "]", "\\", "0", "null") + after;
      default -> before + line.charAt(at) + line.charAt(at) + after;
    };
  }

  // --- the plain reader

  private static Map<String, String> expected(String line) {
    JsonNode tree;
    try {
      tree = TREE.readTree(line);
    } catch (JacksonException e) {
      return lineError(line, "is not valid JSON");
    }
    if (tree.isMissingNode() || line.isBlank()) {
      return lineError(line, "is not valid JSON");
    }
    if (!tree.isObject()) {
      return lineError(line, "is not a JSON object");
    }
    if (FirstOfTwo.hasHalfCharacter(line)) {
      return lineError(line, "is not valid JSON");
    }
    Map<String, String> row = new LinkedHashMap<>();
    Map<String, JsonNode> unknown = new LinkedHashMap<>();
    JsonNode firsts = FirstOfTwo.of(line);
    for (Map.Entry<String, JsonNode> member : firsts.properties()) {
      StageColumn.ofField(member.getKey())
          .ifPresentOrElse(
              column -> {
                if (!member.getValue().isNull()) {
                  put(row, column, member.getValue());
                }
              },
              () -> unknown.put(member.getKey(), member.getValue()));
    }
    mergeUnknown(row, unknown);
    return firstError(row);
  }

  /** Errors are collected under their column with a mark; the first column's is told. */
  private static Map<String, String> firstError(Map<String, String> row) {
    Map<String, String> plain = new LinkedHashMap<>();
    row.forEach(
        (name, value) -> {
          if (!name.startsWith("!")) {
            plain.put(name, value);
          }
        });
    for (StageColumn column : StageColumn.values()) {
      String reason = row.get("!" + column.sqlName());
      if (reason != null) {
        plain.put("error_field", column.field());
        plain.put(
            "error_value",
            PersonalNames.FANS.contains(column.field())
                ? PersonalData.HIDDEN
                : told(row.getOrDefault("!!" + column.sqlName(), "")));
        plain.put("error_reason", reason);
        break;
      }
    }
    plain.values().removeIf(String::isEmpty);
    return plain;
  }

  private static Map<String, String> lineError(String line, String reason) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("error_field", "line");
    row.put("error_value", told(line));
    row.put("error_reason", reason);
    row.values().removeIf(String::isEmpty);
    return row;
  }

  /** Without what is personal, which is random here too; then cut. */
  private static String told(String whole) {
    String text = PersonalData.hidden(whole, PersonalNames.FANS);
    return text.codePointCount(0, text.length()) <= 200
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 200));
  }

  private static String scalar(JsonNode value) {
    return value.isString()
        ? value.stringValue()
        : value.isContainer() ? value.toString() : value.asString();
  }

  private static void put(Map<String, String> row, StageColumn column, JsonNode value) {
    String text = scalar(value);
    String name = column.sqlName();
    switch (column) {
      case TIME -> {
        String time = value.isString() ? utc(text) : "";
        row.put(time.isEmpty() ? "time_text" : "time", time.isEmpty() ? text : time);
      }
      case AMOUNT_MINOR, FEE_MINOR, TAX_MINOR, QUANTITY, WATCH_MS, DURATION_MS -> {
        BigDecimal whole = number(text).setScale(0, RoundingMode.HALF_UP);
        if (isNumber(text) && whole.unscaledValue().bitLength() < 64) {
          row.put(name, whole.toString());
        } else {
          wrong(row, name, text, "must be a whole number");
        }
      }
      case COMPLETED -> {
        switch (text.toLowerCase(java.util.Locale.ROOT)) {
          case "true", "t", "yes", "y", "1" -> row.put(name, "true");
          case "false", "f", "no", "n", "0" -> row.put(name, "false");
          default -> wrong(row, name, text, "must be true or false");
        }
      }
      case VALUE -> {
        if (isNumber(text)) {
          row.put(name, Double.toString(Double.parseDouble(text)));
        } else {
          wrong(row, name, text, "must be a number");
        }
      }
      case ID, CREATOR, FAN, CONTENT, PRODUCT, REFERS_TO, OTHER_FAN -> {
        row.put(name, text);
        if (value.isContainer()) {
          wrong(row, name, text, "must be text");
        }
      }
      case AMOUNT_TEXT, FEE_TEXT, TAX_TEXT -> {
        row.put(name, text);
        if (!value.isString() && text.getBytes(StandardCharsets.UTF_8).length > 15) {
          wrong(row, name, text, "has more than 15 digits as a number: send it as text");
        }
      }
      case ATTRIBUTES -> {
        row.put(name, text);
        if (!value.isObject()) {
          wrong(row, name, text, "must be an object");
        }
      }
      default -> row.put(name, text);
    }
  }

  private static void wrong(Map<String, String> row, String name, String value, String reason) {
    row.put("!" + name, reason);
    row.put("!!" + name, value);
  }

  private static boolean isNumber(String text) {
    return text.strip().matches("[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,9})?");
  }

  private static BigDecimal number(String text) {
    return isNumber(text) ? new BigDecimal(text.strip()) : BigDecimal.ZERO;
  }

  private static String utc(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      return ENGINE.format(LocalDateTime.ofInstant(time.toInstant(), ZoneOffset.UTC));
    } catch (java.time.DateTimeException e) {
      return "";
    }
  }

  private static void mergeUnknown(Map<String, String> row, Map<String, JsonNode> unknown) {
    if (unknown.isEmpty() || row.containsKey("!attributes")) {
      return;
    }
    var merged = TREE.createObjectNode();
    unknown.forEach(merged::set);
    String own = row.get("attributes");
    if (own != null) {
      parsed(own).properties().forEach(one -> merged.set(one.getKey(), one.getValue()));
    }
    row.put("attributes", merged.toString());
  }
}
