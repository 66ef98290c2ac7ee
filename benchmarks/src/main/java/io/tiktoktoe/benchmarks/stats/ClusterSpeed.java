package io.tiktoktoe.benchmarks.stats;

import io.tiktoktoe.audience.segment.Feature;
import io.tiktoktoe.audience.segment.FeatureTable;
import io.tiktoktoe.audience.segment.Scaling;
import io.tiktoktoe.audience.segment.SegmentOptions;
import io.tiktoktoe.audience.segment.Segmentation;
import io.tiktoktoe.audience.segment.Segments;
import io.tiktoktoe.stats.cluster.Dendrogram;
import io.tiktoktoe.stats.cluster.HierarchicalClustering;
import io.tiktoktoe.stats.cluster.Linkage;
import io.tiktoktoe.stats.cluster.MicroClusters;
import io.tiktoktoe.stats.cluster.Points;
import io.tiktoktoe.work.Progress;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Time and memory of clustering: 10,000 rows of 8 columns by each linkage beside fastcluster of R
 * in the same run where it is installed, 20,000 rows exactly, and whole segmentations, scaling and
 * number included, of up to as many rows as given; the within-cluster sum of squares of the latter
 * on 20,000 of the rows, beside Ward's clustering of these alone.
 */
public final class ClusterSpeed {

  private static final PrintStream OUT = System.out;

  private static final int COLUMNS = 8;
  private static final int KINDS = 6;
  private static final int ROUNDS = 3;
  private static final int EXACT = 10_000;
  private static final int SAMPLE = 20_000;

  /** Reads rows and prints seconds, distances included, best of three, and the last height. */
  private static final String PEER =
      """
      suppressMessages(library(fastcluster))
      a <- commandArgs(TRUE)
      f <- file(a[1], 'rb'); x <- readBin(f, 'double', %d, endian='big')
      x <- matrix(x, ncol=%d, byrow=TRUE)
      s <- Inf
      for (i in 1:3) {
        u <- system.time(h <- hclust(dist(x), a[2]))
        if (sum(u[1:2]) < s) { s <- sum(u[1:2]); e <- u[[3]] }
      }
      cat(sprintf('%%.2f s (%%.2f CPU-s)#%%.17g', e, s, max(h$height)))
      """
          .formatted(EXACT * COLUMNS, COLUMNS);

  private ClusterSpeed() {}

  /** Argument: rows of the largest segmentation, a million when absent. */
  public static void main(String[] args) throws IOException {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    exact();
    Points twenty = points(SAMPLE);
    forgetPeak();
    Stopwatch time =
        Stopwatch.best(1, () -> HierarchicalClustering.of(twenty, Linkage.WARD, Progress.SILENT));
    print("ward, 20,000 rows exactly", time, "");
    for (int scale : new int[] {50, 10, 1}) {
      segmentation(rows / scale);
    }
  }

  private static void exact() throws IOException {
    Points points = points(EXACT);
    Path file = Files.createTempFile("tiktoktoe-rows", ".bin");
    try {
      write(points, file);
      boolean peer = Peer.has("fastcluster");
      for (Linkage linkage : Linkage.values()) {
        Stopwatch time =
            Stopwatch.best(
                ROUNDS + 1, () -> HierarchicalClustering.of(points, linkage, Progress.SILENT));
        Dendrogram tree = HierarchicalClustering.of(points, linkage, Progress.SILENT);
        OUT.printf("%s, 10,000 rows: %s", linkage.word(), time);
        String method = linkage == Linkage.WARD ? "ward.D2" : linkage.word();
        Optional<String> said = peer ? Peer.run(PEER, file.toString(), method) : Optional.empty();
        double last = tree.height(tree.steps() - 1);
        OUT.println(said.map(text -> beside(text, last)).orElse("; fastcluster: skipped, absent"));
      }
    } finally {
      Files.delete(file);
    }
  }

  private static String beside(String said, double last) {
    String[] parts = said.split("#");
    return "; fastcluster %s, last height differs by %.1e"
        .formatted(parts[0], Math.abs(Double.parseDouble(parts[1]) - last));
  }

  private static void write(Points points, Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
      for (int row = 0; row < points.rows(); row++) {
        for (int column = 0; column < COLUMNS; column++) {
          out.writeDouble(points.value(row, column));
        }
      }
    }
  }

  private static void segmentation(int rows) {
    Points points = points(rows);
    double[][] columns = new double[COLUMNS][rows];
    List<Feature> features = new ArrayList<>();
    for (int column = 0; column < COLUMNS; column++) {
      features.add(Feature.other("f" + column));
      int at = column;
      Arrays.setAll(columns[column], row -> points.value(row, at));
    }
    FeatureTable fans = new FeatureTable(features, columns);
    SegmentOptions options =
        SegmentOptions.defaults()
            .withScaling(Scaling.NONE)
            .withThreads(Runtime.getRuntime().availableProcessors());
    forgetPeak();
    Segments[] found = new Segments[1];
    Stopwatch time =
        Stopwatch.best(
            1,
            () ->
                found[0] =
                    Segmentation.of(fans, options, new SplittableRandom(1), Progress.SILENT));
    print(
        "%,d rows segmented".formatted(rows),
        time,
        ", %d of %d kinds".formatted(found[0].segments().size(), KINDS));
    for (int clusters : new int[] {4, KINDS, 10}) {
      Segments given =
          Segmentation.of(
              fans, options.withSegments(clusters), new SplittableRandom(1), Progress.SILENT);
      ratio(points, given.numbers(), clusters);
    }
  }

  private static void ratio(Points points, int[] numbers, int clusters) {
    int[] chosen =
        new SplittableRandom(7)
            .ints(0, points.rows())
            .distinct()
            .limit(Math.min(SAMPLE, points.rows()))
            .sorted()
            .toArray();
    Points sample = points.rows(chosen);
    int[] ours = Arrays.stream(chosen).map(row -> numbers[row] - 1).toArray();
    Dendrogram full = HierarchicalClustering.of(sample, Linkage.WARD, Progress.SILENT);
    double ward = MicroClusters.within(sample, full.cut(clusters), clusters);
    OUT.printf(
        Locale.ROOT,
        "  %d segments: %.4f of the within-SS of full Ward on %,d of the rows%n",
        clusters,
        MicroClusters.within(sample, ours, clusters) / ward,
        sample.rows());
  }

  private static void print(String what, Stopwatch time, String more) {
    OUT.printf(Locale.ROOT, "%s: %s, peak heap %,d MB%s%n", what, time, peak() >> 20, more);
  }

  private static void forgetPeak() {
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  /** Rows around six centres, some near each other. */
  private static Points points(int rows) {
    SplittableRandom random = new SplittableRandom(3);
    double[][] centres = new double[KINDS][COLUMNS];
    for (double[] centre : centres) {
      Arrays.setAll(centre, column -> 2 * random.nextGaussian());
    }
    double[] values = new double[rows * COLUMNS];
    for (int row = 0; row < rows; row++) {
      double[] centre = centres[random.nextInt(KINDS)];
      for (int column = 0; column < COLUMNS; column++) {
        values[row * COLUMNS + column] = centre[column] + random.nextGaussian();
      }
    }
    return Points.of(values, COLUMNS);
  }
}
