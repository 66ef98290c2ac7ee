package io.tiktoktoe.table;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Rows of a file whose columns are known by name, with typed cells: what commands on plain files
 * read. Takes every kind of file and of writing that {@link TableReader} takes. Every error names
 * file, row, column, value and remedy. Memory does not grow with the file. Not thread safe.
 */
public final class NamedTable implements AutoCloseable {

  private final Path file;
  private final TableReader reader;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final Map<String, Integer> others = new LinkedHashMap<>();
  private final TableValues values;

  private NamedTable(Path file, TableReader reader, Map<String, String> names, Shape shape) {
    this.file = file;
    this.reader = reader;
    find(names, shape);
    List<Integer> numbers = indexes(shape.columns(), NamedColumn.Kind.NUMBER);
    if (shape.otherNumbers()) {
      numbers.addAll(others.values());
    }
    this.values =
        TableValues.learned(file, reader, numbers, indexes(shape.columns(), NamedColumn.Kind.TIME));
  }

  private record Shape(List<NamedColumn> columns, boolean otherNumbers, boolean renames) {}

  /**
   * Opens a table whose columns bear the names of the fields: whoever asks has no way to give
   * others.
   *
   * @throws TableException if the file is no table, or a required column is missing or there twice
   */
  public static NamedTable open(Path file, List<NamedColumn> columns) {
    return open(file, Map.of(), new Shape(columns, false, false));
  }

  /**
   * Opens a table; columns that nobody asks for are left alone.
   *
   * @param names other names of columns: key is the file's, value is the field's
   * @throws TableException.UnknownColumn if a key is no column of the file
   * @throws TableException if the file is no table, or a required column is missing or there twice
   */
  public static NamedTable open(Path file, Map<String, String> names, List<NamedColumn> columns) {
    return open(file, names, new Shape(columns, false, true));
  }

  /** Opens a table whose other columns hold numbers, such as features or controls. */
  public static NamedTable withNumbers(
      Path file, Map<String, String> names, List<NamedColumn> columns) {
    return open(file, names, new Shape(columns, true, true));
  }

  private static NamedTable open(Path file, Map<String, String> names, Shape shape) {
    TableReader reader = TableReader.open(file);
    try {
      return new NamedTable(file, reader, names, shape);
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private void find(Map<String, String> names, Shape shape) {
    List<NamedColumn> columns = shape.columns();
    List<String> present = reader.columns();
    for (String name : names.keySet()) {
      if (!present.contains(name)) {
        throw new TableException.UnknownColumn(
            "%s: column %s of {map} does not exist; the file has %s.",
            file, name, String.join(", ", present));
      }
    }
    List<String> fields = columns.stream().map(NamedColumn::name).toList();
    for (int i = 0; i < present.size(); i++) {
      String column = present.get(i);
      String name = names.getOrDefault(column, column);
      String field = name.toLowerCase(Locale.ROOT);
      boolean asked = fields.contains(field);
      if ((asked ? indexes.putIfAbsent(field, i) : others.putIfAbsent(name, i)) != null) {
        throw new TableException(
            "%s: two columns are %s. Rename one of them.".formatted(file, asked ? field : name));
      }
    }
    for (NamedColumn column : columns) {
      if (column.required() && !indexes.containsKey(column.name())) {
        List<String> unused = others.values().stream().map(present::get).toList();
        throw shape.renames()
            ? TableException.missingColumn(file, column.name(), present, unused)
            : TableException.missingColumn(file, column.name(), present);
      }
    }
  }

  private List<Integer> indexes(List<NamedColumn> columns, NamedColumn.Kind kind) {
    List<Integer> found = new ArrayList<>();
    for (NamedColumn column : columns) {
      Integer index = indexes.get(column.name());
      if (column.kind() == kind && index != null) {
        found.add(index);
      }
    }
    return found;
  }

  /** Whether there is such a column. */
  public boolean has(String field) {
    return indexes.containsKey(field);
  }

  /** The columns that nobody asked for, by their other names, in the order of the file. */
  public List<String> otherColumns() {
    return List.copyOf(others.keySet());
  }

  /**
   * Moves to the next row.
   *
   * @return false after the last
   * @throws TableException if the row is damaged
   */
  public boolean next() {
    return reader.next();
  }

  /** Number of the current row, counted from 1 without the header. */
  public long row() {
    return reader.row();
  }

  /**
   * The text of a column that is there.
   *
   * @throws TableException if it is empty
   */
  public String text(String field) {
    String text = cell(field);
    if (text.isEmpty()) {
      throw wrong(field + " is empty. Fill it, or leave the row out.");
    }
    return text;
  }

  /** The text of a column that is there; empty where it is missing. */
  public String textOrEmpty(String field) {
    return cell(field);
  }

  /**
   * The text in a column that nobody asked for by name; empty where it is missing.
   *
   * @param column one of {@link #otherColumns}
   */
  public String otherText(String column) {
    return cell(index(others, column));
  }

  /**
   * The number of a column that is there; NaN where it is empty, NaN, NA or null.
   *
   * @throws TableException if it is no number, infinite or beyond 1e75
   */
  public double numberOrMissing(String field) {
    return NumberCell.read(file, row(), field, values, cell(field));
  }

  /**
   * The number of a column that is there.
   *
   * @throws TableException if it is missing, no number, infinite or beyond 1e75
   */
  public double number(String field) {
    double number = numberOrMissing(field);
    if (Double.isNaN(number)) {
      throw wrong(field + " is missing. Write a number like 12.5, or leave the row out.");
    }
    return number;
  }

  /**
   * The number in a column that nobody asked for by name, such as a feature; NaN where it is
   * missing.
   *
   * @param column one of {@link #otherColumns}
   * @throws TableException as {@link #numberOrMissing}
   */
  public double otherNumberOrMissing(String column) {
    return NumberCell.read(file, row(), column, values, cell(index(others, column)));
  }

  /**
   * The day in a column of times that is there, as written.
   *
   * @throws TableException if it is empty or no day
   */
  public LocalDate day(String field) {
    String text = text(field);
    try {
      return values.day(text);
    } catch (IllegalArgumentException e) {
      throw new TableException(
          "%s: row %d: %s %s. Write it like 2026-01-31 or 2026-01-31T14:00:00Z."
              .formatted(file, row(), field, e.getMessage()),
          e);
    }
  }

  /** An error in the current row: file, row and {@code what}, which ends with a remedy. */
  public TableException wrong(String what) {
    return new TableException("%s: row %d: %s".formatted(file, row(), what));
  }

  @Override
  public void close() {
    reader.close();
  }

  private String cell(String field) {
    return cell(index(indexes, field));
  }

  private String cell(int index) {
    return reader.cell(index).strip();
  }

  private static int index(Map<String, Integer> columns, String name) {
    Integer index = columns.get(name);
    if (index == null) {
      throw new IllegalArgumentException("The table has no column " + name + ".");
    }
    return index;
  }
}
