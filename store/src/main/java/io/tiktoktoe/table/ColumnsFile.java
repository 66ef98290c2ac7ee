package io.tiktoktoe.table;

import io.tiktoktoe.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Reads a plain file as a data frame: columns that are wanted by name, and such of the others as
 * are wished. Names are compared without case. Every error names file, row, value and remedy.
 * O(rows) time and memory.
 */
public final class ColumnsFile {

  /** Largest value: its fourth power, summed over all rows, still is a number. */
  private static final double MAX_VALUE = 1e75;

  private static final int PROGRESS_ROWS = 1 << 16;

  private final Path file;
  private final Wanted wanted;
  private final Map<String, Integer> numberColumns = new LinkedHashMap<>();
  private final Map<String, Integer> textColumns = new LinkedHashMap<>();
  private final Map<String, Integer> further = new LinkedHashMap<>();
  private final List<String> unused = new ArrayList<>();

  /**
   * Which columns are wanted.
   *
   * @param numbers must be there and hold numbers
   * @param texts must be there and hold text
   * @param maybeNumbers numbers, where the file has them
   * @param maybeTexts text, where the file has it
   * @param further which of the other columns are read too: as numbers where every cell is one or
   *     is missing, else as text
   */
  public record Wanted(
      List<String> numbers,
      List<String> texts,
      List<String> maybeNumbers,
      List<String> maybeTexts,
      Predicate<String> further) {

    public Wanted {
      numbers = List.copyOf(numbers);
      texts = List.copyOf(texts);
      maybeNumbers = List.copyOf(maybeNumbers);
      maybeTexts = List.copyOf(maybeTexts);
    }

    private boolean knows(String name) {
      return isNumber(name) || isText(name);
    }

    private boolean isNumber(String name) {
      return numbers.contains(name) || maybeNumbers.contains(name);
    }

    private boolean isText(String name) {
      return texts.contains(name) || maybeTexts.contains(name);
    }
  }

  private ColumnsFile(Path file, Wanted wanted) {
    this.file = file;
    this.wanted = wanted;
  }

  /**
   * Reads the file.
   *
   * @param names other names of columns: key is the file's, value is the one that is wanted
   * @throws TableException.UnknownColumn if a key is no column of the file
   * @throws TableException if the file is no table, lacks a column or has a wrong row
   */
  public static ColumnTable read(
      Path file, Map<String, String> names, Wanted wanted, Progress progress) {
    try (TableReader reader = TableReader.open(file)) {
      return new ColumnsFile(file, wanted).read(reader, names, progress);
    }
  }

  private ColumnTable read(TableReader reader, Map<String, String> names, Progress progress) {
    findColumns(reader.columns(), names);
    List<Integer> numeric = new ArrayList<>(numberColumns.values());
    TableValues values = TableValues.learned(file, reader, numeric, List.of());
    Map<String, Numbers> numbers = new LinkedHashMap<>();
    numberColumns.keySet().forEach(name -> numbers.put(name, new Numbers()));
    Map<String, List<String>> texts = new LinkedHashMap<>();
    textColumns.keySet().forEach(name -> texts.put(name, new ArrayList<>()));
    further.keySet().forEach(name -> texts.put(name, new ArrayList<>()));
    int rows = 0;
    while (reader.next()) {
      rows++;
      numberColumns.forEach(
          (name, at) -> numbers.get(name).add(number(reader, values, name, reader.cell(at))));
      textColumns.forEach((name, at) -> texts.get(name).add(reader.cell(at).strip()));
      further.forEach((name, at) -> texts.get(name).add(reader.cell(at).strip()));
      if (reader.row() % PROGRESS_ROWS == 0) {
        progress.report("reading " + file, reader.row(), -1);
      }
    }
    if (rows == 0) {
      throw new TableException(file + " has a header and no rows. Add at least one row.");
    }
    Map<String, double[]> columns = new LinkedHashMap<>();
    numbers.forEach((name, column) -> columns.put(name, column.all()));
    further.keySet().forEach(name -> judge(name, texts, columns, values));
    return new ColumnTable(rows, columns, texts, unused);
  }

  /** A further column whose every cell is a number is one of numbers. */
  private static void judge(
      String name,
      Map<String, List<String>> texts,
      Map<String, double[]> columns,
      TableValues values) {
    Numbers numbers = new Numbers();
    try {
      for (String cell : texts.getOrDefault(name, List.of())) {
        double value = values.real(cell);
        if (Double.isInfinite(value) || Math.abs(value) > MAX_VALUE) {
          return;
        }
        numbers.add(value);
      }
    } catch (IllegalArgumentException e) {
      return;
    }
    texts.remove(name);
    columns.put(name, numbers.all());
  }

  private void findColumns(List<String> columns, Map<String, String> names) {
    requireKnown(columns, names);
    for (int at = 0; at < columns.size(); at++) {
      String column = columns.get(at);
      String name = names.getOrDefault(column, column);
      String known = name.toLowerCase(Locale.ROOT);
      if (wanted.knows(known)) {
        Map<String, Integer> kind = wanted.isNumber(known) ? numberColumns : textColumns;
        if (kind.putIfAbsent(known, at) != null) {
          throw new TableException(
              "%s: two columns are %s. Rename one of them.".formatted(file, known));
        }
      } else if (wanted.further().test(name)) {
        further.put(name, at);
      } else {
        unused.add(column);
      }
    }
    for (String name : wanted.numbers()) {
      requireThere(name, numberColumns, columns);
    }
    for (String name : wanted.texts()) {
      requireThere(name, textColumns, columns);
    }
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

  private void requireThere(String name, Map<String, Integer> found, List<String> columns) {
    if (!found.containsKey(name)) {
      String first = columns.isEmpty() ? "column" : columns.getFirst();
      throw TableException.naming(
          "%s: column %s is missing; the file has %s. Rename one in the file, or with {map} %s=%s.",
          file, name, String.join(", ", columns), first, name);
    }
  }

  private double number(TableReader reader, TableValues values, String name, String cell) {
    String text = cell.strip();
    double value;
    try {
      value = values.real(text);
    } catch (IllegalArgumentException e) {
      throw new TableException(
          "%s: row %d: %s (%s) is not a number. Write it like 12.5, or leave it empty when it is missing."
              .formatted(file, reader.row(), name, shortened(text)),
          e);
    }
    if (Double.isInfinite(value) || Math.abs(value) > MAX_VALUE) {
      throw new TableException(
          "%s: row %d: %s (%s) is beyond 1e75, with which nothing can be computed. Count in a larger unit."
              .formatted(file, reader.row(), name, shortened(text)));
    }
    return value;
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }

  /** Numbers that come one by one. */
  private static final class Numbers {

    private double[] values = new double[64];
    private int count;

    void add(double value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, count + (count >> 1));
      }
      values[count++] = value;
    }

    double[] all() {
      return Arrays.copyOf(values, count);
    }
  }
}
