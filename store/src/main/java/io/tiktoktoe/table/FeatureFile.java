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

  private static final String ID = "id";

  /** Rows between two reports of progress. */
  private static final int PROGRESS_ROWS = 1 << 16;

  private final Path file;
  private final NamedTable table;
  private final List<String> columns;
  private final Map<String, Long> rowOf = new HashMap<>();
  private final List<String> ids = new ArrayList<>();
  private final double[][] values;

  private FeatureFile(Path file, NamedTable table, List<String> columns) {
    this.file = file;
    this.table = table;
    this.columns = columns;
    this.values = new double[columns.size()][1024];
  }

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
    try (NamedTable table = NamedTable.withNumbers(file, names, List.of(NamedColumn.text(ID)))) {
      List<String> columns = columns(file, table.otherColumns(), features);
      return new FeatureFile(file, table, columns).rows(features.isEmpty(), progress);
    }
  }

  private static List<String> columns(Path file, List<String> all, List<String> features) {
    for (String feature : features) {
      if (!all.contains(feature)) {
        throw new TableException.UnknownColumn(
            "%s: column %s of {features} does not exist; the file has %s.",
            file, feature, String.join(", ", all));
      }
    }
    if (all.isEmpty()) {
      throw new TableException(
          "%s has no column of numbers beside id. Add at least one.".formatted(file));
    }
    return features.isEmpty() ? all : all.stream().filter(features::contains).toList();
  }

  private Identified rows(boolean all, Progress progress) {
    while (table.next()) {
      String id = id();
      if (ids.size() == values[0].length) {
        Arrays.setAll(values, at -> Arrays.copyOf(values[at], 2 * ids.size()));
      }
      for (int at = 0; at < values.length; at++) {
        values[at][ids.size()] = number(columns.get(at), all);
      }
      ids.add(id);
      if (table.row() % PROGRESS_ROWS == 0) {
        progress.report("reading " + file, table.row(), -1);
      }
    }
    if (ids.isEmpty()) {
      throw new TableException(file + " has a header and no rows. Add at least one row.");
    }
    Arrays.setAll(values, at -> Arrays.copyOf(values[at], ids.size()));
    return new Identified(
        ids, new FeatureTable(columns.stream().map(Feature::other).toList(), values));
  }

  private double number(String column, boolean all) {
    try {
      return table.otherNumberOrMissing(column);
    } catch (TableException e) {
      if (!all) {
        throw e;
      }
      TableException more =
          TableException.naming(
              "%s Or name the columns to use with {features}.", String.valueOf(e.getMessage()));
      more.initCause(e);
      throw more;
    }
  }

  private String id() {
    String id = table.text(ID);
    Long before = rowOf.putIfAbsent(id, table.row());
    if (before != null) {
      throw table.wrong(
          "id (%s) is that of row %d. Give each id one row."
              .formatted(NumberCell.shortened(id), before));
    }
    return id;
  }
}
