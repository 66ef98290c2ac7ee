package io.tiktoktoe.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/**
 * Rows of an NDJSON file: one flat object a line. Its columns are the keys of the first {@value
 * #LOOK_AHEAD} objects; nested values read as missing.
 */
final class NdjsonTable implements TableReader {

  /** Objects that are read ahead to learn the columns. */
  static final int LOOK_AHEAD = 1_000;

  private final Path file;
  private final JsonParser parser;
  private final List<String> columns;
  private final Deque<Map<String, String>> ahead = new ArrayDeque<>();
  private Map<String, String> current = Map.of();
  private long parsed;
  private long row;

  NdjsonTable(Path file, InputStream in) {
    this.file = file;
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(64)
            .maxStringLength(CsvTable.MAX_CELL_LENGTH)
            .maxNameLength(1_000)
            .maxNumberLength(SeriesFile.MAX_NUMBER_LENGTH)
            .build();
    JsonFactory factory = new JsonFactoryBuilder().streamReadConstraints(limits).build();
    this.parser = factory.createParser(ObjectReadContext.empty(), in);
    try {
      this.columns = lookAhead();
    } catch (TableException e) {
      parser.close();
      throw e;
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    if (ahead.isEmpty() && !parseObject()) {
      return false;
    }
    current = ahead.remove();
    row++;
    return true;
  }

  @Override
  public long row() {
    return row;
  }

  @Override
  public String cell(int column) {
    return current.getOrDefault(columns.get(column), "");
  }

  @Override
  public void close() {
    parser.close();
  }

  private List<String> lookAhead() {
    Set<String> names = new LinkedHashSet<>();
    while (ahead.size() < LOOK_AHEAD && parseObject()) {
      names.addAll(ahead.getLast().keySet());
    }
    return new ArrayList<>(names);
  }

  /** Parses the next object into {@link #ahead}; false at the end. */
  private boolean parseObject() {
    parsed++;
    try {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return false;
      }
      if (token != JsonToken.START_OBJECT) {
        throw new TableException(
            "%s: row %d is not a JSON object. Write one object a line.".formatted(file, parsed));
      }
      Map<String, String> object = new HashMap<>();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName().strip();
        JsonToken value = parser.nextToken();
        if (value.isStructStart()) {
          parser.skipChildren();
        }
        object.put(
            name, value.isStructStart() || value == JsonToken.VALUE_NULL ? "" : parser.getString());
      }
      ahead.add(object);
      return true;
    } catch (JacksonIOException e) {
      throw FileKind.unreadable(file, Objects.requireNonNullElse(e.getCause(), new IOException(e)));
    } catch (JacksonException e) {
      throw new TableException(
          "%s: row %d is not valid JSON (%s). Write one complete object a line."
              .formatted(file, parsed, e.getOriginalMessage()),
          e);
    }
  }
}
