package io.tiktoktoe.text;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON objects as rows with dotted names ({@code event.price}): one object a line, one object or
 * array over many lines, or form bodies whose field {@code data} holds the object. Numbers stay the
 * text that came. Depth and lengths are limited by the parser, so a hostile object is one reject.
 */
public final class JsonRows implements FileRows {

  /** Longest line whose text is kept, in characters. */
  public static final int MAX_LINE = 1 << 20;

  /** Longest document, in characters. */
  private static final int MAX_DOCUMENT = MAX_LINE * 64;

  /** Longest name with its path: deeper values are passed over. */
  private static final int MAX_PATH = 1_000;

  /** Most values of one object that are read. */
  private static final int MAX_VALUES = 10_000;

  private static final JsonFactory JSON = JsonFactory.builder().build();

  private final CharSource reader;
  private final Deque<FileRow> ready = new ArrayDeque<>();
  private long line;

  private JsonRows(Reader reader) {
    this.reader = new CharSource(reader);
  }

  /** The objects of this text. */
  public static JsonRows open(Reader reader) {
    return new JsonRows(reader);
  }

  @Override
  public Optional<FileRow> next() throws IOException {
    while (ready.isEmpty()) {
      Optional<String> text = readLine(MAX_DOCUMENT);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      line++;
      String body = text.get().strip();
      if (body.length() > MAX_DOCUMENT) {
        ready.add(FileRow.broken(line, "", "is longer than 64 MiB: send shorter lines"));
      } else if (!body.isEmpty()) {
        take(body);
      }
    }
    return Optional.of(ready.poll());
  }

  /** The next line, of which no more than {@code most} characters and one are kept. */
  private Optional<String> readLine(int most) throws IOException {
    StringBuilder text = new StringBuilder();
    int c = reader.read();
    if (c < 0) {
      return Optional.empty();
    }
    while (c >= 0 && c != '\n' && c != '\r') {
      if (text.length() <= most) {
        text.append((char) c);
      }
      c = reader.read();
    }
    if (c == '\r' && reader.peek() == '\n') {
      reader.read();
    }
    return Optional.of(text.toString());
  }

  private void take(String body) throws IOException {
    String json = formField(body);
    boolean whole =
        json.startsWith("{") && json.endsWith("}") || json.startsWith("[") && json.endsWith("]");
    if (!whole && !json.isEmpty() && "{[".indexOf(json.charAt(0)) >= 0) {
      // An object over several lines: all that follows belongs to one document.
      takeDocument(json);
      return;
    }
    try (JsonParser parser = JSON.createParser(new StringReader(json))) {
      takeValues(parser, line, json);
    } catch (JacksonException e) {
      ready.add(FileRow.broken(line, body, "is not valid JSON"));
    }
  }

  private void takeDocument(String first) throws IOException {
    StringBuilder rest = new StringBuilder(first);
    long start = line;
    for (Optional<String> text = readLine(MAX_DOCUMENT - rest.length());
        text.isPresent();
        text = readLine(MAX_DOCUMENT - rest.length())) {
      rest.append('\n').append(text.get());
      line++;
      if (rest.length() > MAX_DOCUMENT) {
        ready.add(
            FileRow.broken(start, "", "is one JSON document of more than 64 MiB: send lines"));
        return;
      }
    }
    try (JsonParser parser = JSON.createParser(new StringReader(rest.toString()))) {
      takeValues(parser, start, "");
    } catch (JacksonException e) {
      // Of limits that are passed, such as the depth, the parser does not always say where.
      int within = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      ready.add(FileRow.broken(start + within - 1, "", "is not valid JSON from here on"));
    }
  }

  /**
   * Every object at the top, in an array at the top, or in {@code data} of an envelope. Only the
   * first keeps the text: with each of many it would be kept many times.
   */
  private void takeValues(JsonParser parser, long start, String text) {
    String raw = text.length() > MAX_LINE ? "" : text;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        long at = start + parser.currentTokenLocation().getLineNr() - 1;
        Map<String, String> values = new LinkedHashMap<>();
        flatten(parser, "", values);
        ready.add(FileRow.of(at, raw, values));
        raw = "";
      } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
        ready.add(FileRow.broken(start, raw, "is not a JSON object"));
      }
    }
  }

  private static void flatten(JsonParser parser, String path, Map<String, String> values) {
    int element = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      String name;
      if (token == JsonToken.PROPERTY_NAME) {
        name = path + parser.currentName();
        token = parser.nextToken();
      } else {
        name = path + element++;
      }
      if (name.length() > MAX_PATH) {
        parser.skipChildren();
      } else if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
        flatten(parser, name + '.', values);
      } else if (token != JsonToken.VALUE_NULL && values.size() < MAX_VALUES) {
        values.putIfAbsent(name, parser.getString().strip());
      }
    }
  }

  private static String formField(String body) {
    if (body.startsWith("{") || body.startsWith("[")) {
      return body;
    }
    for (String pair : body.split("&")) {
      if (pair.startsWith("data=")) {
        try {
          return URLDecoder.decode(pair.substring(5), StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException e) {
          return body;
        }
      }
    }
    return body;
  }

  /** The names in the first object, to recognise its format. */
  public static List<String> names(FileRow row) {
    return new ArrayList<>(row.values().keySet());
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
