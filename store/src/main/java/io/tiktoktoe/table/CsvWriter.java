package io.tiktoktoe.table;

import io.tiktoktoe.text.CsvLine;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Comma-separated rows with a header, exact, or rounded for a person's screen. */
final class CsvWriter implements TableWriter {

  private final Writer out;
  private final CsvLine line = new CsvLine();
  private final int columns;
  private final boolean rounded;

  CsvWriter(Writer out, List<String> columns, boolean rounded) throws IOException {
    this.out = out;
    this.rounded = rounded;
    this.columns = columns.size();
    for (String column : columns) {
      text(column);
    }
    endRow();
  }

  @Override
  public CsvWriter text(String value) {
    line.shown(value);
    return this;
  }

  @Override
  public CsvWriter number(double value) {
    if (rounded) {
      line.rounded(value);
    } else {
      line.number(value);
    }
    return this;
  }

  @Override
  public CsvWriter number(long value) {
    line.number(value);
    return this;
  }

  @Override
  public CsvWriter flag(boolean value) {
    line.flag(value);
    return this;
  }

  @Override
  public CsvWriter missing() {
    line.missing();
    return this;
  }

  @Override
  public void endRow() throws IOException {
    if (line.cells() != columns) {
      throw new IllegalStateException(
          "row has %d cells, the table has %d columns.".formatted(line.cells(), columns));
    }
    line.end(out);
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }
}
