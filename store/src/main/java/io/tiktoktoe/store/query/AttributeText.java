package io.tiktoktoe.store.query;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The attributes of an event as the log keeps them: one JSON object of texts. */
final class AttributeText {

  private static final JsonFactory JSON = new JsonFactory();

  private AttributeText() {}

  /** Its fields by name; none where there are no attributes. Nested values are left out. */
  static Map<String, String> parse(@Nullable String text) {
    Map<String, String> fields = new TreeMap<>();
    if (text == null || text.isBlank()) {
      return fields;
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value.isStructStart()) {
          parser.skipChildren();
        } else if (value != JsonToken.VALUE_NULL) {
          fields.put(name, parser.getString());
        }
      }
    }
    return fields;
  }
}
