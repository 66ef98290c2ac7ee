package io.tiktoktoe.benchmarks.stats;

import io.tiktoktoe.audience.influence.Influence;
import io.tiktoktoe.audience.influence.InfluenceOptions;
import io.tiktoktoe.audience.influence.InfluenceScores;
import io.tiktoktoe.audience.influence.Links;
import io.tiktoktoe.benchmarks.PublicData;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PageRank against the validation graphs of LDBC Graphalytics: the examples after 2 iterations, the
 * directed graph of 50 nodes converged, the undirected one as its test declares it. Undirected
 * graphs are tried where the folder has them. Exits with 1 when a score differs by more than 1e-12,
 * or by more than the digits that are printed.
 */
public final class PageRankGold {

  private static final PrintStream OUT = System.out;

  private static final double TOLERANCE = 1e-12;

  /** Graphalytics declares the damping of its undirected graph as a float. */
  private static final double FLOAT_DAMPING = 0.85f;

  private boolean equal = true;

  private PageRankGold() {}

  /** Needs the public data; says so and succeeds when it is absent. */
  public static void main(String[] args) throws IOException {
    Optional<Path> folder = PublicData.find("graphs/ldbc_validation");
    if (folder.isEmpty()) {
      OUT.println("PageRankGold: skipped, the folder graphs is absent.");
      return;
    }
    PageRankGold gold = new PageRankGold();
    InfluenceOptions options = InfluenceOptions.defaults();
    InfluenceOptions example = options.withExactly(2);
    Path at = folder.get();
    gold.compare(at, "example__example-directed-input", "example__example-directed-PR", example);
    gold.compare(at, "pr__dir-input", "pr__dir-output", options);
    gold.compare(
        at, "example__example-undirected-input", "example__example-undirected-PR", example);
    gold.compare(
        at,
        "pr__undir-input",
        "pr__undir-output",
        options.withDamping(FLOAT_DAMPING).withExactly(26));
    if (!gold.equal) {
      System.exit(1);
    }
  }

  /** An undirected graph of the format names each link at both of its ends. */
  private void compare(Path folder, String input, String output, InfluenceOptions options)
      throws IOException {
    if (!Files.exists(folder.resolve(input)) || !Files.exists(folder.resolve(output))) {
      OUT.printf("%-36s skipped, it is absent%n", input);
      return;
    }
    Map<String, Integer> nodes = new HashMap<>();
    List<String[]> lines = lines(folder.resolve(input));
    lines.forEach(line -> nodes.put(line[0], nodes.size()));
    List<Integer> from = new ArrayList<>();
    List<Integer> to = new ArrayList<>();
    for (String[] line : lines) {
      for (int at = 1; at < line.length; at++) {
        from.add(nodes.getOrDefault(line[0], -1));
        to.add(nodes.getOrDefault(line[at], -1));
      }
    }
    double[] weights = new double[from.size()];
    Arrays.fill(weights, 1);
    Links links = new Links(nodes.size(), array(from), array(to), weights);
    InfluenceScores ranks = Influence.of(links, options, Progress.SILENT);
    double[] scores = ranks.scores();
    double worst = 0;
    for (String[] line : lines(folder.resolve(output))) {
      worst =
          Math.max(
              worst,
              Math.abs(scores[nodes.getOrDefault(line[0], -1)] - Double.parseDouble(line[1])));
    }
    equal &= worst <= TOLERANCE;
    OUT.printf(
        "%-36s %d nodes, %d links, %d iterations: differs by at most %.1e%n",
        input, nodes.size(), from.size(), ranks.iterations(), worst);
  }

  private static int[] array(List<Integer> values) {
    return values.stream().mapToInt(value -> value).toArray();
  }

  private static List<String[]> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank())
        .map(line -> line.strip().split("\\s+"))
        .toList();
  }
}
