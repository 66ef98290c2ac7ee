package io.tiktoktoe.table;

import io.tiktoktoe.text.Timestamp;
import io.tiktoktoe.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the series of a file: columns {@code series_id} (may be absent when there is one series),
 * {@code step} (whole numbers) or {@code timestamp}, and {@code value}. Rows may come in any order;
 * steps that are left out, and values that are empty or NaN, are missing (NaN). Every error names
 * file, row, value and remedy. O(rows) time and memory.
 */
public final class SeriesFile {

  /** Rows between two reports of progress. */
  private static final int PROGRESS_ROWS = 1 << 16;

  private static final int ABSENT = -1;

  private final Path file;
  private final Map<String, SeriesRows> rowsById = new LinkedHashMap<>();
  private int idColumn = ABSENT;
  private int stepColumn = ABSENT;
  private int timeColumn = ABSENT;
  private int valueColumn = ABSENT;

  private SeriesFile(Path file) {
    this.file = file;
  }

  /**
   * Reads every series of {@code file}.
   *
   * @param names other names of columns: key is the file's, value is the one that is read here
   * @throws TableException if the file is no table or one of its rows is wrong
   */
  public static SeriesTable read(Path file, Map<String, String> names, Progress progress) {
    try (TableReader reader = TableReader.open(file)) {
      return new SeriesFile(file).read(reader, names, progress);
    }
  }

  private SeriesTable read(TableReader reader, Map<String, String> names, Progress progress) {
    List<String> unused = findColumns(reader.columns(), names);
    TableValues values =
        TableValues.learned(
            file,
            reader,
            List.of(valueColumn),
            timeColumn == ABSENT ? List.of() : List.of(timeColumn));
    String onlyId = stem(file);
    while (reader.next()) {
      String id = idColumn == ABSENT ? onlyId : reader.cell(idColumn).strip();
      if (id.isEmpty()) {
        throw wrong(reader.row(), "series_id is empty. Name the series, or leave the column out.");
      }
      SeriesRows rows = rowsById.computeIfAbsent(id, key -> new SeriesRows(file, key));
      readRow(reader, values, rows);
      if (reader.row() % PROGRESS_ROWS == 0) {
        progress.report("reading " + file, reader.row(), -1);
      }
    }
    if (rowsById.isEmpty()) {
      throw new TableException(file + " has a header and no rows. Add at least one row.");
    }
    List<TimedSeries> series = new ArrayList<>();
    for (SeriesRows rows : rowsById.values()) {
      series.add(rows.build(timeColumn != ABSENT));
    }
    return new SeriesTable(series, unused);
  }

  private void readRow(TableReader reader, TableValues values, SeriesRows rows) {
    double value =
        NumberCell.read(file, reader.row(), "value", values, reader.cell(valueColumn).strip());
    if (timeColumn == ABSENT) {
      long step = step(reader.row(), reader.cell(stepColumn).strip());
      rows.add(reader.row(), step, step, value);
      return;
    }
    String text = reader.cell(timeColumn).strip();
    try {
      Timestamp time = values.timestamp(text);
      rows.add(reader.row(), time.instantMillis(), time.localMillis(), value);
    } catch (IllegalArgumentException e) {
      String remedy = "Write it like 2026-01-31 or 2026-01-31T14:00:00Z.";
      throw wrong(reader.row(), "timestamp %s. %s".formatted(e.getMessage(), remedy), e);
    }
  }

  private List<String> findColumns(List<String> columns, Map<String, String> names) {
    requireKnown(columns, names);
    List<String> unused = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      switch (names.getOrDefault(column, column).toLowerCase(Locale.ROOT)) {
        case "series_id" -> idColumn = once("series_id", idColumn, i);
        case "step" -> stepColumn = once("step", stepColumn, i);
        case "timestamp" -> timeColumn = once("timestamp", timeColumn, i);
        case "value" -> valueColumn = once("value", valueColumn, i);
        default -> unused.add(column);
      }
    }
    if (valueColumn == ABSENT) {
      throw missingColumn("value", columns);
    }
    if (stepColumn == ABSENT && timeColumn == ABSENT) {
      throw missingColumn("step or timestamp", columns);
    }
    if (stepColumn != ABSENT && timeColumn != ABSENT) {
      unused.add(columns.get(timeColumn));
      timeColumn = ABSENT;
    }
    return unused;
  }

  private void requireKnown(List<String> columns, Map<String, String> names) {
    for (String name : names.keySet()) {
      if (!columns.contains(name)) {
        throw new TableException.UnknownColumn(
            "%s: column %s of {map} does not exist; the file has %s.",
            file, name, String.join(", ", columns));
      }
    }
  }

  private int once(String name, int before, int now) {
    if (before != ABSENT) {
      throw new TableException("%s: two columns are %s. Rename one of them.".formatted(file, name));
    }
    return now;
  }

  private TableException missingColumn(String name, List<String> columns) {
    String first = columns.isEmpty() ? "column" : columns.getFirst();
    return TableException.naming(
        "%s: column %s is missing; the file has %s. Rename one in the file, or with {map} %s=%s.",
        file, name, String.join(", ", columns), first, name.split(" ", 2)[0]);
  }

  private long step(long row, String text) {
    try {
      return Long.parseLong(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
    } catch (NumberFormatException e) {
      throw wrong(
          row,
          "step (%s) is not a whole number. Count steps 0, 1, 2, or name the column timestamp."
              .formatted(NumberCell.shortened(text)),
          e);
    }
  }

  private TableException wrong(long row, String what) {
    return new TableException("%s: row %d: %s".formatted(file, row, what));
  }

  private TableException wrong(long row, String what, Exception cause) {
    return new TableException("%s: row %d: %s".formatted(file, row, what), cause);
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
