package io.tiktoktoe.benchmarks.stats;

import io.tiktoktoe.benchmarks.PublicData;
import io.tiktoktoe.stats.cluster.Dendrogram;
import io.tiktoktoe.stats.cluster.HierarchicalClustering;
import io.tiktoktoe.stats.cluster.Linkage;
import io.tiktoktoe.stats.cluster.Points;
import io.tiktoktoe.work.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Dendrograms against those of R 4.2.2's {@code hclust} on three textbook sets, plain and
 * standardised, by four linkages. Exits with 1 when a height differs by more than 1e-10 or a join
 * by a number.
 */
public final class ClusterGold {

  private static final PrintStream OUT = System.out;

  private static final double TOLERANCE = 1e-10;

  private static final Map<String, Linkage> METHODS =
      Map.of(
          "ward.D2", Linkage.WARD,
          "average", Linkage.AVERAGE,
          "complete", Linkage.COMPLETE,
          "single", Linkage.SINGLE);

  private ClusterGold() {}

  /** Needs the public data; says so and succeeds when it is absent. */
  public static void main(String[] args) throws IOException {
    Optional<Path> merges = PublicData.find("r_reference/r_hclust_merges.csv.gz");
    Optional<Path> inputs = PublicData.find("r_reference/cluster_inputs_long.csv.gz");
    if (merges.isEmpty() || inputs.isEmpty()) {
      OUT.println("ClusterGold: skipped, the folder r_reference is absent.");
      return;
    }
    Map<String, List<List<Double>>> tables = tables(inputs.get());
    Map<String, List<String[]>> trees = new LinkedHashMap<>();
    for (String[] row : rows(merges.get())) {
      trees
          .computeIfAbsent(row[0] + "," + row[1] + "," + row[2], key -> new ArrayList<>())
          .add(row);
    }
    boolean equal = true;
    for (Map.Entry<String, List<String[]>> tree : trees.entrySet()) {
      String[] what = tree.getKey().split(",", -1);
      Points points = points(Objects.requireNonNull(tables.get(what[0])), what[1].equals("TRUE"));
      Linkage linkage = Objects.requireNonNull(METHODS.get(what[2]));
      equal &= compare(tree.getKey(), points, linkage, tree.getValue());
    }
    if (!equal) {
      System.exit(1);
    }
  }

  private static boolean compare(String what, Points points, Linkage linkage, List<String[]> tree) {
    Dendrogram ours = HierarchicalClustering.of(points, linkage, Progress.SILENT);
    double worst = 0;
    int otherJoins = 0;
    for (int step = 0; step < tree.size(); step++) {
      String[] row = tree.get(step);
      worst = Math.max(worst, Math.abs(ours.height(step) - Double.parseDouble(row[6])));
      boolean same =
          ours.left(step) == Integer.parseInt(row[4])
              && ours.right(step) == Integer.parseInt(row[5]);
      otherJoins += same ? 0 : 1;
    }
    boolean equal = worst <= TOLERANCE && otherJoins == 0 && ours.steps() == tree.size();
    OUT.printf(
        "%-28s %4d joins, heights differ by at most %.1e, other joins %d  %s%n",
        what, tree.size(), worst, otherJoins, equal ? "equal" : "DIFFERENT");
    return equal;
  }

  /** The columns of each table in long form. */
  private static Map<String, List<List<Double>>> tables(Path file) throws IOException {
    Map<String, Map<String, List<Double>>> columns = new LinkedHashMap<>();
    for (String[] row : rows(file)) {
      columns
          .computeIfAbsent(row[0], key -> new LinkedHashMap<>())
          .computeIfAbsent(row[2], key -> new ArrayList<>())
          .add(Double.parseDouble(row[3]));
    }
    Map<String, List<List<Double>>> tables = new LinkedHashMap<>();
    columns.forEach((name, table) -> tables.put(name, List.copyOf(table.values())));
    return tables;
  }

  /** Exact, since R adds up in more than double precision and ties hang on the last bit. */
  private static BigDecimal sum(List<Double> values) {
    return values.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Points points(List<List<Double>> columns, boolean standardised) {
    int rows = columns.getFirst().size();
    double[] values = new double[rows * columns.size()];
    for (int column = 0; column < columns.size(); column++) {
      List<Double> all = columns.get(column);
      double mean = sum(all).divide(BigDecimal.valueOf(rows), MathContext.DECIMAL128).doubleValue();
      List<Double> squares = all.stream().map(value -> (value - mean) * (value - mean)).toList();
      double deviation = Math.sqrt(sum(squares).doubleValue() / (rows - 1));
      for (int row = 0; row < rows; row++) {
        double value = all.get(row);
        values[row * columns.size() + column] = standardised ? (value - mean) / deviation : value;
      }
    }
    return Points.of(values, columns.size());
  }

  /** The fields of a CSV without quotes, without its header. */
  private static List<String[]> rows(Path file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
    }
  }
}
