package io.tiktoktoe.table;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Rows as JSON objects, in one array or one a line. */
final class JsonWriter implements TableWriter {

  private static final JsonFactory ARRAY = between(",\n");
  private static final JsonFactory LINES = between("\n");

  private final JsonGenerator json;
  private final List<String> columns;
  private final boolean array;
  private boolean first = true;
  private int cells;

  JsonWriter(Writer out, List<String> columns, boolean array) throws IOException {
    this.json = (array ? ARRAY : LINES).createGenerator(ObjectWriteContext.empty(), out);
    this.columns = columns;
    this.array = array;
    if (array) {
      write(to -> to.writeRaw('['));
    }
  }

  private static JsonFactory between(String rows) {
    return JsonFactory.builder()
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .rootValueSeparator(rows)
        .build();
  }

  @Override
  public JsonWriter text(String value) throws IOException {
    return cell(to -> to.writeString(value));
  }

  @Override
  public JsonWriter number(double value) throws IOException {
    return Double.isFinite(value) ? cell(to -> to.writeNumber(value)) : missing();
  }

  @Override
  public JsonWriter number(long value) throws IOException {
    return cell(to -> to.writeNumber(value));
  }

  @Override
  public JsonWriter flag(boolean value) throws IOException {
    return cell(to -> to.writeBoolean(value));
  }

  @Override
  public JsonWriter missing() throws IOException {
    return cell(JsonGenerator::writeNull);
  }

  @Override
  public void endRow() throws IOException {
    if (cells != columns.size()) {
      throw new IllegalStateException(
          "row has %d cells, the table has %d columns.".formatted(cells, columns.size()));
    }
    write(JsonGenerator::writeEndObject);
    first = false;
    cells = 0;
  }

  @Override
  public void end() throws IOException {
    if (!first) {
      write(to -> to.writeRaw('\n'));
    }
    if (array) {
      write(to -> to.writeRaw("]\n"));
    }
    write(JsonGenerator::close);
  }

  private JsonWriter cell(Consumer<JsonGenerator> value) throws IOException {
    if (cells == 0) {
      beginRow();
    }
    String name = columns.get(cells++);
    write(
        to -> {
          to.writeName(name);
          value.accept(to);
        });
    return this;
  }

  private void beginRow() throws IOException {
    if (first && array) {
      write(to -> to.writeRaw('\n'));
    }
    write(JsonGenerator::writeStartObject);
  }

  private void write(Consumer<JsonGenerator> what) throws IOException {
    try {
      what.accept(json);
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }
}
