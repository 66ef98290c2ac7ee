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

  private static final String WEIGHT = "weight";

  /** Rows between two reports of progress. */
  private static final int PROGRESS_ROWS = 1 << 16;

  private final Map<String, Integer> numberOf = new HashMap<>();
  private final List<String> nodes = new ArrayList<>();
  private int[] from = new int[1024];
  private int[] to = new int[1024];
  private double[] weights = new double[1024];
  private int size;

  private LinkFile() {}

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
    List<NamedColumn> columns =
        List.of(
            NamedColumn.text("from"),
            NamedColumn.text("to"),
            NamedColumn.number(WEIGHT).optional());
    try (NamedTable table = NamedTable.open(file, names, columns)) {
      return new LinkFile().rows(file, table, progress);
    }
  }

  private Named rows(Path file, NamedTable table, Progress progress) {
    boolean weighted = table.has(WEIGHT);
    while (table.next()) {
      add(node(table.text("from")), node(table.text("to")), weighted ? weight(table) : 1);
      if (table.row() % PROGRESS_ROWS == 0) {
        progress.report("reading " + file, table.row(), -1);
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

  private int node(String name) {
    Integer number = numberOf.putIfAbsent(name, nodes.size());
    if (number != null) {
      return number;
    }
    nodes.add(name);
    return nodes.size() - 1;
  }

  private static double weight(NamedTable table) {
    double weight = table.number(WEIGHT);
    if (weight < 0) {
      throw table.wrong(
          "weight (%s) must be at least 0. Leave the row out, or give another.".formatted(weight));
    }
    return weight;
  }
}
