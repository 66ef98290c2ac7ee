package io.tiktoktoe.connect.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.connect.Queried;
import io.tiktoktoe.connect.RandomJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.DoubleNode;

class CompactJsonTest {

  private static final int RANDOM_VALUES = 3_000;
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final JsonMapper TREE = new JsonMapper();

  static String compact(String json) {
    CompactJson compact = new CompactJson();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      compact.putValue(parser);
      assertThat(parser.nextToken()).as(json).isNull();
    }
    return new String(compact.bytes(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ \"a\" : [ 1 , 2.50 , null , true ] }|{\"a\":[1,2.5,null,true]}",
        "{}|{}",
        "[ ]|[]",
        "\"a\\u0041\\u00e9\\n\\u0001\\/\"|\"aAé\\n\\u0001/\"",
        "\"\\ud83d\\ude00\"|\"😀\"",
        "\"\\u0000\\u001f\\u007f\"|\"\\u0000\\u001F\u007f\"",
        "-0|0",
        "-0.0|-0.0",
        "0.0|0.0",
        "1.0|1.0",
        "10.0|10.0",
        "1e2|100.0",
        "1E-7|1e-7",
        "0.000001|0.000001",
        "1e21|1e21",
        "123456789012345678901234567890|123456789012345678901234567890",
        "0.1000000000000000055511151231257827|0.1",
        "4.9e-324|5e-324",
        "-12.50|-12.5"
      })
  void valuesAreWrittenInTheirShortestForm(String json, String expected) {
    assertThat(compact(json)).isEqualTo(expected);
  }

  @Test
  void scalarsAreTextsOfTheirOwn() {
    assertThat(text("\"a \\\"b\\\"\"")).isEqualTo("a \"b\"");
    assertThat(text("12.50")).isEqualTo("12.5");
    assertThat(text("1e20")).isEqualTo("1e+20");
    assertThat(text("1e-5")).isEqualTo("1e-05");
    assertThat(text("true")).isEqualTo("true");
    assertThat(text("-0")).isEqualTo("0");
  }

  private static String text(String json) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      return new String(CompactJson.text(parser), StandardCharsets.UTF_8);
    }
  }

  @Test
  void halfACharacterIsNoText() {
    for (String half : List.of("\\ud83d", "\\ude00", "\\ud83dx", "\\ude00\\ud83d")) {
      assertThatThrownBy(() -> compact("[\"" + half + "\"]")).isInstanceOf(JacksonException.class);
      assertThatThrownBy(() -> compact("{\"" + half + "\":1}"))
          .isInstanceOf(JacksonException.class);
    }
  }

  @Test
  void hugeNumbersAreKeptAndQuick() {
    String digits = "1." + "7".repeat(5_000);
    assertThat(compact(digits.substring(0, 990))).isEqualTo("1.7777777777777777");
    assertThat(compact("[" + digits.substring(0, 1_000) + "1]").length()).isGreaterThan(1_000);
    assertThat(compact("1e400")).isEqualTo("1e400");
  }

  /** The same tree, and nothing more to shorten. */
  @Test
  void randomValuesComeBackTheSame() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < RANDOM_VALUES; i++) {
      String json = RandomJson.value(random, 4);
      String compact = compact(json);
      assertThat(withDoubles(TREE.readTree(compact)))
          .as(json)
          .isEqualTo(withDoubles(TREE.readTree(json)));
      assertThat(compact(compact)).as(json).isEqualTo(compact);
    }
  }

  /** Trees compare numbers by their digits; here by their value. */
  private static JsonNode withDoubles(JsonNode node) {
    if (node.isObject()) {
      var copy = TREE.createObjectNode();
      node.properties()
          .forEach(member -> copy.set(member.getKey(), withDoubles(member.getValue())));
      return copy;
    }
    if (node.isArray()) {
      var copy = TREE.createArrayNode();
      node.forEach(element -> copy.add(withDoubles(element)));
      return copy;
    }
    return node.isNumber() ? DoubleNode.valueOf(node.doubleValue()) : node;
  }

  /** What is attached to an event is compared with what the engine wrote before. */
  @Test
  void randomObjectsAreWrittenAsTheEngineWritesThem() {
    SplittableRandom random = new SplittableRandom(6);
    List<String> objects = new ArrayList<>();
    for (int i = 0; i < RANDOM_VALUES; i++) {
      objects.add("{\"x\":" + RandomJson.value(random, 3) + ",\"y\":1}");
    }
    List<@Nullable String> engine = Queried.each(objects, "json_merge_patch(t::JSON, '{}'::JSON)");
    for (int i = 0; i < objects.size(); i++) {
      assertThat(compact(objects.get(i))).as(objects.get(i)).isEqualTo(engine.get(i));
    }
  }
}
