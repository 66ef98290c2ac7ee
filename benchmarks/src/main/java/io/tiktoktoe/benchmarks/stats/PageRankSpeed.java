package io.tiktoktoe.benchmarks.stats;

import io.tiktoktoe.audience.influence.Influence;
import io.tiktoktoe.audience.influence.InfluenceOptions;
import io.tiktoktoe.audience.influence.InfluenceScores;
import io.tiktoktoe.audience.influence.Links;
import io.tiktoktoe.work.Progress;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * PageRank of random graphs with skewed numbers of links (R-MAT), a tenth of whose nodes lead
 * nowhere, at the number of nodes given and ten times as many links, beside igraph of R in the same
 * run where it is installed. Prints seconds and processor seconds, the best of three, matrix
 * included.
 */
public final class PageRankSpeed {

  private static final PrintStream OUT = System.out;

  private static final int LINKS_PER_NODE = 10;
  private static final int ROUNDS = 3;

  /** Reads links and prints seconds, the best of three. */
  private static final String PEER =
      """
      suppressMessages(library(igraph))
      f <- file(commandArgs(TRUE)[1], 'rb')
      n <- readBin(f, 'integer', 1, endian='big'); m <- readBin(f, 'integer', 1, endian='big')
      e <- readBin(f, 'integer', 2 * m, endian='big')
      g <- make_graph(e + 1, n)
      s <- Inf
      for (i in 1:3) {
        u <- system.time(p <- page_rank(g, algo='prpack')$vector)
        if (sum(u[1:2]) < s) { s <- sum(u[1:2]); e <- u[[3]] }
      }
      cat(sprintf('%.2f s (%.2f CPU-s)#%.17g', e, s, p[1]))
      """;

  private PageRankSpeed() {}

  /** Argument: nodes, a million when absent. */
  public static void main(String[] args) throws IOException {
    int nodes = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    for (int scale : new int[] {50, 10, 1}) {
      run(nodes / scale);
    }
  }

  private static void run(int nodes) throws IOException {
    Links links = links(nodes, nodes * LINKS_PER_NODE);
    InfluenceOptions options =
        InfluenceOptions.defaults().withThreads(Runtime.getRuntime().availableProcessors());
    Stopwatch time = Stopwatch.best(ROUNDS, () -> Influence.of(links, options, Progress.SILENT));
    InfluenceScores scores = Influence.of(links, options, Progress.SILENT);
    OUT.printf(
        Locale.ROOT,
        "%,d nodes, %,d links: %s, %d iterations to a change of %.0e%n",
        nodes,
        links.size(),
        time,
        scores.iterations(),
        scores.change());
    peer(links, scores.scores()[0]);
  }

  private static void peer(Links links, double ours) throws IOException {
    if (!Peer.has("igraph")) {
      OUT.println("  igraph: skipped, Rscript with igraph is absent.");
      return;
    }
    Path file = Files.createTempFile("tiktoktoe-links", ".bin");
    try {
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
        out.writeInt(links.nodes());
        out.writeInt(links.size());
        for (int link = 0; link < links.size(); link++) {
          out.writeInt(links.from(link));
          out.writeInt(links.to(link));
        }
      }
      Optional<String> answer = Peer.run(PEER, file.toString());
      answer.ifPresent(
          said -> {
            String[] parts = said.split("#");
            OUT.printf(
                Locale.ROOT,
                "  igraph (PRPACK): %s without making the graph; first score differs by %.1e%n",
                parts[0],
                Math.abs(Double.parseDouble(parts[1]) - ours));
          });
    } finally {
      Files.delete(file);
    }
  }

  private static Links links(int nodes, int count) {
    SplittableRandom random = new SplittableRandom(nodes);
    int[] from = new int[count];
    int[] to = new int[count];
    double[] weights = new double[count];
    Arrays.fill(weights, 1);
    for (int link = 0; link < count; link++) {
      from[link] = skewed(random, nodes - nodes / LINKS_PER_NODE);
      to[link] = skewed(random, nodes);
    }
    return new Links(nodes, from, to, weights);
  }

  /** A node, scattered over the numbers; some come far more often than others. */
  private static int skewed(SplittableRandom random, int nodes) {
    double share = Math.pow(random.nextDouble(), 1.5);
    return (int) ((long) (share * nodes) * 1_000_003L % nodes);
  }
}
