package io.tiktoktoe.table;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/** Rows as JSON objects, in one array or one a line. */
final class JsonWriter implements TableWriter {

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .rootValueSeparator("")
          .build();

  private final Writer out;
  private final JsonGenerator json;
  private final List<String> columns;
  private final boolean array;
  private boolean first = true;
  private int cells;

  JsonWriter(Writer out, List<String> columns, boolean array) throws IOException {
    this.out = out;
    this.json = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    this.columns = List.copyOf(columns);
    this.array = array;
    if (array) {
      json.writeRaw("[");
    }
  }

  @Override
  public JsonWriter text(String value) {
    name();
    json.writeString(value);
    return this;
  }

  @Override
  public JsonWriter number(double value) {
    name();
    if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeNull();
    }
    return this;
  }

  @Override
  public JsonWriter number(long value) {
    name();
    json.writeNumber(value);
    return this;
  }

  @Override
  public JsonWriter flag(boolean value) {
    name();
    json.writeBoolean(value);
    return this;
  }

  @Override
  public JsonWriter missing() {
    name();
    json.writeNull();
    return this;
  }

  @Override
  public void endRow() {
    if (cells != columns.size()) {
      throw new IllegalStateException(
          "row has %d cells, the table has %d columns.".formatted(cells, columns.size()));
    }
    json.writeEndObject();
    if (!array) {
      json.writeRaw('\n');
    }
    cells = 0;
  }

  @Override
  public void close() throws IOException {
    if (array) {
      json.writeRaw(first ? "]\n" : "\n]\n");
    }
    json.close();
    out.flush();
  }

  private void name() {
    if (cells == 0) {
      if (array) {
        json.writeRaw(first ? "\n" : ",\n");
      }
      first = false;
      json.writeStartObject();
    }
    json.writeName(columns.get(cells++));
  }
}
