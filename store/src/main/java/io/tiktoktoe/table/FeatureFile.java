package io.tiktoktoe.table;

import io.tiktoktoe.audience.segment.Feature;
import io.tiktoktoe.audience.segment.FeatureTable;
import io.tiktoktoe.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the features in a file: column {@code id} and columns of numbers. Cells that are empty or
 * NaN are missing. Every error names file, row, column, value and remedy. O(rows * columns) time
 * and memory.
 */
public final class FeatureFile {

  /** Rows between two reports of progress. */
  private static final int PROGRESS_ROWS = 1 << 16;

  /** Columns whose values show how numbers are written. */
  private static final int SHOWN_COLUMNS = 8;

  private static final String REMEDY =
      "leave it empty when it is missing, or name the columns to use with {features}.";

  private FeatureFile() {}

  /**
   * Who has which features.
   *
   * @param ids in the order of the file, each once
   * @param fans their features, in the same order
   */
  public record Identified(List<String> ids, FeatureTable fans) {}

  /**
   * Reads every row of {@code file}.
   *
   * @param names other names of columns: key is the file's, value is {@code id}
   * @param features the columns to use; all but id when empty
   * @throws TableException if the file is no table or one of its rows is wrong, such as an id that
   *     came before
   */
  public static Identified read(
      Path file, Map<String, String> names, List<String> features, Progress progress) {
    try (TableReader reader = TableReader.open(file)) {
      int id = new ColumnNames(file, reader.columns(), names).require("id");
      List<Integer> columns = columns(file, reader.columns(), id, features);
      TableValues values =
          TableValues.learned(
              file, reader, columns.stream().limit(SHOWN_COLUMNS).toList(), List.of());
      return rows(reader, id, columns, new NumberCells(file, values), file, progress);
    }
  }

  private static List<Integer> columns(Path file, List<String> all, int id, List<String> features) {
    List<Integer> columns = new ArrayList<>();
    for (int column = 0; column < all.size(); column++) {
      if (column != id && (features.isEmpty() || features.contains(all.get(column)))) {
        columns.add(column);
      }
    }
    for (String feature : features) {
      if (!all.contains(feature)) {
        throw new TableException.UnknownColumn(
            "%s: column %s of {features} does not exist; the file has %s.",
            file, feature, String.join(", ", all));
      }
    }
    if (columns.isEmpty()) {
      throw new TableException(
          "%s has no column of numbers beside id. Add at least one.".formatted(file));
    }
    return columns;
  }

  private static Identified rows(
      TableReader reader,
      int id,
      List<Integer> columns,
      NumberCells numbers,
      Path file,
      Progress progress) {
    Map<String, Long> rowOf = new HashMap<>();
    List<String> ids = new ArrayList<>();
    double[][] values = new double[columns.size()][1024];
    while (reader.next()) {
      String name = id(reader, id, rowOf, file);
      if (ids.size() == values[0].length) {
        for (int at = 0; at < values.length; at++) {
          values[at] = Arrays.copyOf(values[at], 2 * ids.size());
        }
      }
      for (int at = 0; at < values.length; at++) {
        int column = columns.get(at);
        String what = reader.columns().get(column);
        values[at][ids.size()] =
            numbers.read(reader.row(), what, reader.cell(column).strip(), REMEDY);
      }
      ids.add(name);
      if (reader.row() % PROGRESS_ROWS == 0) {
        progress.report("reading " + file, reader.row(), -1);
      }
    }
    if (ids.isEmpty()) {
      throw new TableException(file + " has a header and no rows. Add at least one row.");
    }
    double[][] full = new double[values.length][];
    List<Feature> features = new ArrayList<>();
    for (int at = 0; at < values.length; at++) {
      full[at] = Arrays.copyOf(values[at], ids.size());
      features.add(Feature.other(reader.columns().get(columns.get(at))));
    }
    return new Identified(ids, new FeatureTable(features, full));
  }

  private static String id(TableReader reader, int column, Map<String, Long> rowOf, Path file) {
    String id = reader.cell(column).strip();
    if (id.isEmpty()) {
      throw new TableException(
          "%s: row %d: id is empty. Name who or what the row is.".formatted(file, reader.row()));
    }
    Long before = rowOf.putIfAbsent(id, reader.row());
    if (before != null) {
      throw new TableException(
          "%s: row %d: id (%s) is that of row %d. Give each id one row."
              .formatted(file, reader.row(), NumberCells.shortened(id), before));
    }
    return id;
  }
}
