package io.tiktoktoe.table;

import io.tiktoktoe.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads a plain file as a data frame: columns that are wanted by name, and such of the others as
 * are wished. Errors are those of {@link NamedTable}. O(rows) time and memory.
 */
public final class ColumnsFile {

  private static final int PROGRESS_ROWS = 1 << 16;

  private final NamedTable table;
  private final Map<String, Numbers> numbers = new LinkedHashMap<>();
  private final Map<String, List<String>> texts = new LinkedHashMap<>();
  private final Map<String, Numbers> further = new LinkedHashMap<>();

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

    private List<NamedColumn> columns() {
      List<NamedColumn> columns = new ArrayList<>();
      numbers.forEach(name -> columns.add(NamedColumn.number(name)));
      texts.forEach(name -> columns.add(NamedColumn.text(name)));
      maybeNumbers.forEach(name -> columns.add(NamedColumn.number(name).optional()));
      maybeTexts.forEach(name -> columns.add(NamedColumn.text(name).optional()));
      return columns;
    }
  }

  private ColumnsFile(NamedTable table, Wanted wanted) {
    this.table = table;
    Stream.concat(wanted.numbers.stream(), wanted.maybeNumbers.stream())
        .filter(table::has)
        .forEach(name -> numbers.put(name, new Numbers()));
    Stream.concat(wanted.texts.stream(), wanted.maybeTexts.stream())
        .filter(table::has)
        .forEach(name -> texts.put(name, new ArrayList<>()));
    table.otherColumns().stream()
        .filter(wanted.further)
        .forEach(name -> further.put(name, new Numbers()));
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
    try (NamedTable table = NamedTable.open(file, names, wanted.columns())) {
      return new ColumnsFile(table, wanted).read(file, progress);
    }
  }

  private ColumnTable read(Path file, Progress progress) {
    Map<String, List<String>> furtherTexts = new LinkedHashMap<>();
    further.keySet().forEach(name -> furtherTexts.put(name, new ArrayList<>()));
    int rows = 0;
    while (table.next()) {
      rows++;
      numbers.forEach((name, column) -> column.add(table.numberOrMissing(name)));
      texts.forEach((name, column) -> column.add(table.textOrEmpty(name)));
      furtherTexts.forEach((name, column) -> column.add(table.otherText(name)));
      further.entrySet().removeIf(column -> !isNumber(column.getKey(), column.getValue()));
      if (table.row() % PROGRESS_ROWS == 0) {
        progress.report("reading " + file, table.row(), -1);
      }
    }
    if (rows == 0) {
      throw new TableException(file + " has a header and no rows. Add at least one row.");
    }
    further.keySet().forEach(furtherTexts::remove);
    texts.putAll(furtherTexts);
    numbers.putAll(further);
    Map<String, double[]> columns = new LinkedHashMap<>();
    numbers.forEach((name, column) -> columns.put(name, column.all()));
    List<String> unused =
        table.otherColumns().stream()
            .filter(name -> !columns.containsKey(name) && !texts.containsKey(name))
            .toList();
    return new ColumnTable(rows, columns, texts, unused);
  }

  /** A further column stays one of numbers until one of its cells is none. */
  private boolean isNumber(String name, Numbers column) {
    try {
      column.add(table.otherNumberOrMissing(name));
      return true;
    } catch (TableException e) {
      return false;
    }
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
