package io.tiktoktoe.connect.read;

import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.personal.PersonalData;
import io.tiktoktoe.personal.PersonalNames;
import io.tiktoktoe.stage.StageBatch;
import io.tiktoktoe.stage.StageColumn;
import io.tiktoktoe.text.IsoTime;
import io.tiktoktoe.text.JsonRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Reads native events, one JSON object a line, and CloudEvents with such an object as {@code data},
 * into rows of the stage: each line is parsed once and a line that cannot be is rejected alone. Of
 * members that come twice the first counts. O(bytes), with one line and one batch in memory.
 */
public final class JsonLines implements AutoCloseable {

  /** Longest line that is read, in bytes: an event is a few hundred. */
  public static final int MAX_LINE_BYTES = JsonRows.MAX_LINE;

  /** Digits that a JSON number keeps on its way through binary floating point. */
  private static final int EXACT_DIGITS = 15;

  /** Lines that must not be plain, one after the other, until most are no longer tried. */
  private static final int PATIENCE = 64;

  /** Characters of a wrong value that are told. */
  private static final int TOLD = 200;

  private static final String TYPE_PREFIX = "io.tiktoktoe.";

  /** What parses lines and parts of them. */
  static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .recyclerPool(JsonRecyclerPools.threadLocalPool())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(MAX_LINE_BYTES)
                  .maxNameLength(MAX_LINE_BYTES)
                  .build())
          .build();

  private static final Map<String, StageColumn> FIELDS = new HashMap<>();

  static {
    for (StageColumn column : StageColumn.values()) {
      if (column.isField()) {
        FIELDS.put(column.field(), column);
      }
    }
  }

  private final LineReader lines;
  private final boolean cloudEvents;
  private final boolean strict;
  private final Map<StageColumn, byte[]> defaults = new HashMap<>();
  private final PlainLine plain = new PlainLine();
  private final CompactJson unknown = new CompactJson();
  private final CompactJson nested = new CompactJson();

  /** The line in which a field came last, by column: it counts only once. */
  private final long[] seen = new long[StageColumn.values().length];

  private long dataSeen;
  private int oddLines;
  private Fault fault = Fault.NONE;
  private Optional<String> unknownName = Optional.empty();
  private Optional<byte[]> attributes = Optional.empty();

  /** The first wrong field of a line, in the order of the columns. */
  private record Fault(StageColumn column, String value, String reason) {
    /** Behind every field. */
    static final Fault NONE = new Fault(StageColumn.ERROR_REASON, "", "");
  }

  JsonLines(LineReader lines, boolean cloudEvents, ReadOptions options) {
    this.lines = lines;
    this.cloudEvents = cloudEvents;
    this.strict = options.strict();
    for (StageColumn column : List.of(StageColumn.SOURCE, StageColumn.CREATOR)) {
      options.defaultOf(column).ifPresent(text -> defaults.put(column, utf8(text)));
    }
    options.currency().ifPresent(code -> defaults.put(StageColumn.CURRENCY, utf8(code)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Fills {@code batch} with the next lines, with none at the end. */
  void read(StageBatch batch) throws IOException {
    batch.clear();
    while (!batch.isFull() && lines.next()) {
      batch.add(lines.number());
      readLine(batch);
      defaults.forEach((column, value) -> fillIn(batch, column, value));
    }
  }

  private static void fillIn(StageBatch batch, StageColumn column, byte[] value) {
    boolean wanted =
        column != StageColumn.CURRENCY
            || batch.has(StageColumn.AMOUNT_TEXT)
            || batch.has(StageColumn.AMOUNT_MINOR);
    if (wanted && !batch.has(column)) {
      batch.set(column, value);
    }
  }

  /** Where no line was plain for long, few of them are tried: each try costs a sixth of a line. */
  private boolean mayBePlain() {
    return !cloudEvents && (oddLines < PATIENCE || lines.number() % PATIENCE == 0);
  }

  private void readLine(StageBatch batch) {
    byte[] bytes = lines.bytes();
    if (mayBePlain()) {
      if (plain.read(bytes, lines.start(), lines.length(), batch)) {
        oddLines = 0;
        return;
      }
      oddLines++;
    }
    batch.clearRow();
    unknown.clear();
    unknownName = Optional.empty();
    attributes = Optional.empty();
    fault = Fault.NONE;
    try (JsonParser parser =
        JSON.createParser(ObjectReadContext.empty(), bytes, lines.start(), lines.length())) {
      boolean object = parser.nextToken() == JsonToken.START_OBJECT;
      if (!object) {
        parser.skipChildren();
      } else if (cloudEvents) {
        readEnvelope(parser, batch);
      } else {
        readFields(parser, batch);
      }
      if (parser.nextToken() != null) {
        throw new StreamReadException(parser, "more than one value in a line");
      }
      if (object) {
        complete(batch);
      } else {
        rejectLine(batch, "is not a JSON object");
      }
    } catch (JacksonException e) {
      batch.clearRow();
      rejectLine(batch, notJson());
    }
  }

  private void complete(StageBatch batch) {
    if (!unknown.isEmpty()) {
      unknown.put('}');
      byte[] all = unknown.bytes();
      // Wrong attributes stay as they are, for the reject.
      if (attributes.isPresent()) {
        batch.set(StageColumn.ATTRIBUTES, CompactJson.merged(all, attributes.get()));
      } else if (!batch.has(StageColumn.ATTRIBUTES)) {
        batch.set(StageColumn.ATTRIBUTES, all);
      }
    }
    if (fault != Fault.NONE) {
      batch.set(StageColumn.ERROR_FIELD, fault.column().field());
      batch.set(StageColumn.ERROR_VALUE, fault.value());
      batch.set(StageColumn.ERROR_REASON, fault.reason());
    }
    if (strict && unknownName.isPresent()) {
      batch.set(StageColumn.ERROR_FIELD, unknownName.get());
      batch.set(StageColumn.ERROR_REASON, "is no known field (strict)");
    }
  }

  private void rejectLine(StageBatch batch, String reason) {
    batch.set(StageColumn.ERROR_FIELD, "line");
    // Hidden before it is cut: half an address is not recognised.
    String whole = new String(lines.bytes(), lines.start(), lines.length(), StandardCharsets.UTF_8);
    batch.set(StageColumn.ERROR_VALUE, told(PersonalData.hidden(whole, PersonalNames.FANS)));
    batch.set(StageColumn.ERROR_REASON, reason);
  }

  /** The start of the line, which is enough to see why it is wrong. */
  private String line() {
    int most = Math.min(lines.length(), 4 * TOLD + 3);
    return new String(lines.bytes(), lines.start(), most, StandardCharsets.UTF_8);
  }

  private String notJson() {
    String line = line();
    if (line.startsWith(CleanLines.TOO_LONG)) {
      return "is longer than " + MAX_LINE_BYTES + " bytes";
    }
    return line.startsWith(CleanLines.NOT_UTF8) ? "is not UTF-8 text" : "is not valid JSON";
  }

  private static String told(String text) {
    return text.codePointCount(0, text.length()) <= TOLD
        ? text
        : text.substring(0, text.offsetByCodePoints(0, TOLD));
  }

  /** The event in {@code data}, of which the envelope fills what is lacking. */
  private void readEnvelope(JsonParser parser, StageBatch batch) {
    long line = lines.number();
    Map<StageColumn, byte[]> envelope = new HashMap<>();
    Map<StageColumn, Boolean> came = new HashMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      if (name.equals("data") && dataSeen != line) {
        dataSeen = line;
        if (token == JsonToken.START_OBJECT) {
          readFields(parser, batch);
          continue;
        }
      }
      byte[] value = text(parser, token);
      switch (name) {
        case "id", "source", "time", "type" -> {
          StageColumn column = FIELDS.get(name);
          if (came.putIfAbsent(column, true) == null && token != JsonToken.VALUE_NULL) {
            envelope.put(column, value);
          }
        }
        default -> {}
      }
    }
    envelope.forEach(
        (column, value) -> {
          if (column == StageColumn.TIME) {
            if (!batch.has(StageColumn.TIME) && !batch.has(StageColumn.TIME_TEXT)) {
              batch.set(StageColumn.TIME_TEXT, value);
            }
          } else if (!batch.has(column)) {
            batch.set(column, column == StageColumn.TYPE ? withoutPrefix(value) : value);
          }
        });
  }

  private static byte[] withoutPrefix(byte[] type) {
    String text = new String(type, StandardCharsets.UTF_8);
    return text.startsWith(TYPE_PREFIX) ? utf8(text.substring(TYPE_PREFIX.length())) : type;
  }

  private void readFields(JsonParser parser, StageBatch batch) {
    long line = lines.number();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      StageColumn column = FIELDS.get(name);
      if (column == null) {
        keepUnknown(parser, name);
      } else if (seen[column.ordinal()] == line) {
        text(parser, token);
      } else {
        seen[column.ordinal()] = line;
        if (token != JsonToken.VALUE_NULL) {
          readField(parser, token, column, batch);
        }
      }
    }
  }

  private void keepUnknown(JsonParser parser, String name) {
    boolean first = unknown.isEmpty();
    if (first) {
      unknown.put('{');
      unknownName = Optional.of(name);
    }
    unknown.putName(name, first);
    unknown.putValue(parser);
  }

  private void readField(JsonParser parser, JsonToken token, StageColumn column, StageBatch batch) {
    switch (column) {
      case TIME -> readTime(parser, token, batch);
      case AMOUNT_MINOR, FEE_MINOR, TAX_MINOR, QUANTITY, WATCH_MS, DURATION_MS ->
          readWhole(parser, token, column, batch);
      case COMPLETED -> {
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
          batch.set(column, token == JsonToken.VALUE_TRUE ? 1 : 0);
        } else {
          String text = string(parser, token);
          TypedText.truth(text)
              .ifPresentOrElse(
                  truth -> batch.set(column, truth ? 1 : 0),
                  () -> wrong(column, text, "must be true or false"));
        }
      }
      case VALUE -> {
        String text = string(parser, token);
        OptionalDouble real = TypedText.real(text);
        if (real.isPresent()) {
          batch.set(column, real.getAsDouble());
        } else {
          wrong(column, text, "must be a number");
        }
      }
      default -> readText(parser, token, column, batch);
    }
  }

  private void readTime(JsonParser parser, JsonToken token, StageBatch batch) {
    byte[] text = text(parser, token);
    long micros =
        token == JsonToken.VALUE_STRING ? IsoTime.micros(text, 0, text.length) : IsoTime.NONE;
    if (micros == IsoTime.NONE) {
      batch.set(StageColumn.TIME_TEXT, text);
    } else {
      batch.set(StageColumn.TIME, micros);
    }
  }

  private void readWhole(JsonParser parser, JsonToken token, StageColumn column, StageBatch batch) {
    if (token == JsonToken.VALUE_NUMBER_INT && parser.getStringLength() <= EXACT_DIGITS) {
      batch.set(column, parser.getLongValue());
      return;
    }
    String text = string(parser, token);
    OptionalLong whole = TypedText.whole(text);
    if (whole.isPresent()) {
      batch.set(column, whole.getAsLong());
    } else {
      wrong(column, text, "must be a whole number");
    }
  }

  private void readText(JsonParser parser, JsonToken token, StageColumn column, StageBatch batch) {
    byte[] value = text(parser, token);
    batch.set(column, value);
    boolean object = token == JsonToken.START_OBJECT;
    switch (column) {
      case ID, CREATOR, FAN, OTHER_FAN, CONTENT, PRODUCT, REFERS_TO -> {
        if (object || token == JsonToken.START_ARRAY) {
          wrong(column, value, "must be text");
        }
      }
      case AMOUNT_TEXT, FEE_TEXT, TAX_TEXT -> {
        if (value.length > EXACT_DIGITS && token != JsonToken.VALUE_STRING) {
          wrong(column, value, "has more than 15 digits as a number: send it as text");
        }
      }
      case ATTRIBUTES -> {
        if (object) {
          attributes = Optional.of(value);
        } else {
          wrong(column, value, "must be an object");
        }
      }
      default -> {}
    }
  }

  private void wrong(StageColumn column, byte[] value, String reason) {
    wrong(column, new String(value, StandardCharsets.UTF_8), reason);
  }

  private void wrong(StageColumn column, String value, String reason) {
    if (column.compareTo(fault.column()) < 0) {
      fault = new Fault(column, told(PersonalData.ofField(column.field(), value)), reason);
    }
  }

  private String string(JsonParser parser, JsonToken token) {
    return new String(text(parser, token), StandardCharsets.UTF_8);
  }

  /** The value at which the parser stands as text; a nested one as JSON. */
  private byte[] text(JsonParser parser, JsonToken token) {
    if (!token.isStructStart()) {
      return CompactJson.text(parser);
    }
    nested.clear();
    nested.putValue(parser);
    return nested.bytes();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
