package io.tiktoktoe.table;

import io.tiktoktoe.audience.influence.Links;
import io.tiktoktoe.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the links in a file: columns {@code from}, {@code to} and, where links count differently,
 * {@code weight}, at least 0. Every error names file, row, column, value and remedy. O(rows) time
 * and memory.
 */
public final class LinkFile {

  /** Rows between two reports of progress. */
  private static final int PROGRESS_ROWS = 1 << 16;

  private static final String REMEDY = "or leave the column out when all count alike.";

  private final Path file;
  private final Map<String, Integer> numberOf = new HashMap<>();
  private final List<String> nodes = new ArrayList<>();
  private int[] from = new int[1024];
  private int[] to = new int[1024];
  private double[] weights = new double[1024];
  private int size;

  private LinkFile(Path file) {
    this.file = file;
  }

  /**
   * A graph whose nodes have names.
   *
   * @param nodes names of the nodes, in the order in which the file first has them
   * @param links between them
   */
  public record Named(List<String> nodes, Links links) {}

  /**
   * Reads every row of {@code file}.
   *
   * @param names other names of columns: key is the file's, value is from, to or weight
   * @throws TableException if the file is no table or one of its rows is wrong
   */
  public static Named read(Path file, Map<String, String> names, Progress progress) {
    try (TableReader reader = TableReader.open(file)) {
      return new LinkFile(file).rows(reader, names, progress);
    }
  }

  private Named rows(TableReader reader, Map<String, String> names, Progress progress) {
    ColumnNames columns = new ColumnNames(file, reader.columns(), names);
    int source = columns.require("from");
    int target = columns.require("to");
    int weight = columns.find("weight");
    List<Integer> numeric = weight == ColumnNames.ABSENT ? List.of() : List.of(weight);
    NumberCells numbers =
        new NumberCells(file, TableValues.learned(file, reader, numeric, List.of()));
    while (reader.next()) {
      add(
          node(reader, "from", source),
          node(reader, "to", target),
          weight == ColumnNames.ABSENT ? 1 : weight(reader, weight, numbers));
      if (reader.row() % PROGRESS_ROWS == 0) {
        progress.report("reading " + file, reader.row(), -1);
      }
    }
    if (size == 0) {
      throw new TableException(file + " has a header and no rows. Add at least one row.");
    }
    Links links =
        new Links(
            nodes.size(),
            Arrays.copyOf(from, size),
            Arrays.copyOf(to, size),
            Arrays.copyOf(weights, size));
    return new Named(nodes, links);
  }

  private void add(int one, int other, double weight) {
    if (size == from.length) {
      from = Arrays.copyOf(from, 2 * size);
      to = Arrays.copyOf(to, 2 * size);
      weights = Arrays.copyOf(weights, 2 * size);
    }
    from[size] = one;
    to[size] = other;
    weights[size++] = weight;
  }

  private int node(TableReader reader, String what, int column) {
    String name = reader.cell(column).strip();
    if (name.isEmpty()) {
      throw new TableException(
          "%s: row %d: %s is empty. Name the node, or leave the row out."
              .formatted(file, reader.row(), what));
    }
    Integer number = numberOf.putIfAbsent(name, nodes.size());
    if (number != null) {
      return number;
    }
    nodes.add(name);
    return nodes.size() - 1;
  }

  private double weight(TableReader reader, int column, NumberCells numbers) {
    String text = reader.cell(column).strip();
    double weight = numbers.read(reader.row(), "weight", text, REMEDY);
    if (!(weight >= 0)) {
      throw new TableException(
          "%s: row %d: weight (%s) must be a number of at least 0. Leave the row out, or give one."
              .formatted(file, reader.row(), NumberCells.shortened(text)));
    }
    return weight;
  }
}
