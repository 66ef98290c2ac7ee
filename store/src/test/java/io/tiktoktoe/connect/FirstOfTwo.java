package io.tiktoktoe.connect;

import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An object as a tree in which of members that come twice the first counts; a tree's last does. */
final class FirstOfTwo {

  private static final JsonMapper TREE =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  private FirstOfTwo() {}

  /** Whether a name or text of it holds one half of a pair of surrogates. */
  static boolean hasHalfCharacter(String object) {
    try (JsonParser parser = TREE.createParser(object)) {
      while (parser.nextToken() != null) {
        if (HALF.matcher(parser.getString()).find()) {
          return true;
        }
      }
      return false;
    }
  }

  static JsonNode of(String object) {
    ObjectNode firsts = TREE.createObjectNode();
    try (JsonParser parser = TREE.createParser(object)) {
      parser.nextToken();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        JsonToken token = parser.nextToken();
        JsonNode value = token == JsonToken.VALUE_NULL ? TREE.nullNode() : parser.readValueAsTree();
        if (!firsts.has(name)) {
          firsts.set(name, value);
        }
      }
    }
    return firsts;
  }
}
