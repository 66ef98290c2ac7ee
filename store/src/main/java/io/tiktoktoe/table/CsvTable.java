package io.tiktoktoe.table;

import io.tiktoktoe.text.CsvRows;
import io.tiktoktoe.text.NumberStyle;
import io.tiktoktoe.text.TableShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rows of a delimited text file, none of which may be damaged. */
final class CsvTable implements TableReader {

  /** Most columns of a table. */
  static final int MAX_COLUMNS = 10_000;

  private final Path file;
  private final TableShape shape;
  private final CsvRows rows;
  private final List<String> columns;
  private long row;

  private CsvTable(Path file, TableShape shape, CsvRows rows) {
    this.file = file;
    this.shape = shape;
    this.rows = rows;
    this.columns = columns(rows.header());
  }

  /** Reads the header. */
  static CsvTable open(Path file, TableShape shape) throws IOException {
    CsvRows rows = shape.open();
    try {
      return new CsvTable(file, shape, rows);
    } catch (TableException e) {
      rows.close();
      throw e;
    }
  }

  private List<String> columns(List<String> names) {
    if (names.size() > MAX_COLUMNS) {
      throw new TableException(
          "%s: its header has more than %d cells. Is it really a table?"
              .formatted(file, MAX_COLUMNS));
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!name.isEmpty() && !seen.add(name)) {
        throw new TableException(
            "%s: column %s stands twice in the header. Rename one.".formatted(file, name));
      }
    }
    return new ArrayList<>(names);
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    try {
      if (!rows.advance()) {
        return false;
      }
    } catch (IOException e) {
      throw UnchangedTable.unreadable(file, e);
    }
    row++;
    if (!rows.problem().isEmpty()) {
      throw new TableException(
          "%s: row %d (line %d) %s. Close or double its quotes, and end its lines."
              .formatted(file, row, rows.line(), rows.problem()));
    }
    if (rows.fields().size() != columns.size()) {
      String delimiter = shape.delimiter() == '\t' ? "tab" : String.valueOf(shape.delimiter());
      throw new TableException(
          "%s: row %d (line %d) has %d cells, the header has %d. Quote cells that hold a '%s'."
              .formatted(file, row, rows.line(), rows.fields().size(), columns.size(), delimiter));
    }
    return true;
  }

  @Override
  public long row() {
    return row;
  }

  @Override
  public String cell(int column) {
    return rows.fields().get(column);
  }

  @Override
  public boolean decimalComma() {
    return shape.numbers() == NumberStyle.COMMA;
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
