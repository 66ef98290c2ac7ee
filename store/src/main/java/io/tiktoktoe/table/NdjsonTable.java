package io.tiktoktoe.table;

import io.tiktoktoe.text.FileRow;
import io.tiktoktoe.text.JsonRows;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of a file of JSON objects, none of which may be damaged. Its columns are the names in the
 * first {@value #LOOK_AHEAD} objects, those of nested values dotted.
 */
final class NdjsonTable implements TableReader {

  /** Objects that are read ahead to learn the columns. */
  static final int LOOK_AHEAD = 1_000;

  private final Path file;
  private final JsonRows rows;
  private final Deque<FileRow> ahead = new ArrayDeque<>();
  private final List<String> columns;
  private Map<String, String> current = Map.of();
  private long row;

  private NdjsonTable(Path file, JsonRows rows) throws IOException {
    this.file = file;
    this.rows = rows;
    Set<String> names = new LinkedHashSet<>();
    for (Optional<FileRow> next = rows.next(); next.isPresent(); next = rows.next()) {
      ahead.add(next.get());
      names.addAll(next.get().values().keySet());
      if (ahead.size() == LOOK_AHEAD) {
        break;
      }
    }
    this.columns = new ArrayList<>(names);
  }

  static NdjsonTable open(Path file, Reader reader) throws IOException {
    JsonRows rows = JsonRows.open(reader);
    try {
      return new NdjsonTable(file, rows);
    } catch (IOException | RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    Optional<FileRow> next = nextRow();
    if (next.isEmpty()) {
      return false;
    }
    row++;
    FileRow found = next.get();
    if (!found.problem().isEmpty()) {
      throw new TableException(
          "%s: row %d %s (line %d). Write one complete object a line."
              .formatted(file, row, found.problem(), found.line()));
    }
    current = found.values();
    return true;
  }

  private Optional<FileRow> nextRow() {
    try {
      return ahead.isEmpty() ? rows.next() : Optional.of(ahead.remove());
    } catch (IOException e) {
      throw UnchangedTable.unreadable(file, e);
    }
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
    try {
      rows.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
