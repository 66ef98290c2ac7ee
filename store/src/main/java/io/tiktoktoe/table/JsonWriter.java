package io.tiktoktoe.table;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.io.JsonStringEncoder;

/** Rows as JSON objects, in one array or one a line. */
final class JsonWriter implements TableWriter {

  private final Writer out;
  private final StringBuilder line = new StringBuilder();
  private final List<String> keys;
  private final boolean array;
  private boolean first = true;
  private int cells;

  JsonWriter(Writer out, List<String> columns, boolean array) throws IOException {
    this.out = out;
    this.keys = columns.stream().map(column -> quoted(column) + ":").toList();
    this.array = array;
    if (array) {
      out.append('[');
    }
  }

  @Override
  public JsonWriter text(String value) {
    return put(quoted(value));
  }

  @Override
  public JsonWriter number(double value) {
    return put(Double.isFinite(value) ? Double.toString(value) : "null");
  }

  @Override
  public JsonWriter number(long value) {
    return put(Long.toString(value));
  }

  @Override
  public JsonWriter flag(boolean value) {
    return put(Boolean.toString(value));
  }

  @Override
  public JsonWriter missing() {
    return put("null");
  }

  @Override
  public void endRow() throws IOException {
    if (cells != keys.size()) {
      throw new IllegalStateException(
          "row has %d cells, the table has %d columns.".formatted(cells, keys.size()));
    }
    if (array) {
      out.append(first ? "\n" : ",\n");
    }
    out.append(line).append('}');
    if (!array) {
      out.append('\n');
    }
    first = false;
    line.setLength(0);
    cells = 0;
  }

  @Override
  public void end() throws IOException {
    if (array) {
      out.append(first ? "]\n" : "\n]\n");
    }
    out.flush();
  }

  private JsonWriter put(String json) {
    line.append(cells == 0 ? '{' : ',').append(keys.get(cells)).append(json);
    cells++;
    return this;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    JsonStringEncoder.getInstance().quoteAsString(text, quoted);
    return quoted.append('"').toString();
  }
}
