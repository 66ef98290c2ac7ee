package io.tiktoktoe.table;

import io.tiktoktoe.file.SpreadsheetText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Comma-separated rows with a header. */
final class CsvWriter implements TableWriter {

  private final Writer out;
  private final StringBuilder line = new StringBuilder();
  private final int columns;
  private int cells;

  CsvWriter(Writer out, List<String> columns) throws IOException {
    this.out = out;
    this.columns = columns.size();
    for (String column : columns) {
      text(column);
    }
    endRow();
  }

  @Override
  public CsvWriter text(String value) {
    separate();
    String inert = SpreadsheetText.inert(value);
    if (needsQuotes(inert)) {
      line.append('"').append(inert.replace("\"", "\"\"")).append('"');
    } else {
      line.append(inert);
    }
    return this;
  }

  @Override
  public CsvWriter number(double value) {
    separate();
    if (Double.isFinite(value)) {
      line.append(value);
    }
    return this;
  }

  @Override
  public CsvWriter number(long value) {
    separate();
    line.append(value);
    return this;
  }

  @Override
  public CsvWriter flag(boolean value) {
    separate();
    line.append(value);
    return this;
  }

  @Override
  public CsvWriter missing() {
    separate();
    return this;
  }

  @Override
  public void endRow() throws IOException {
    if (cells != columns) {
      throw new IllegalStateException(
          "row has %d cells, the table has %d columns.".formatted(cells, columns));
    }
    line.append('\n');
    out.append(line);
    line.setLength(0);
    cells = 0;
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }

  private void separate() {
    if (cells++ > 0) {
      line.append(',');
    }
  }

  private static boolean needsQuotes(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return !value.isEmpty() && (value.charAt(0) == ' ' || value.endsWith(" "));
  }
}
