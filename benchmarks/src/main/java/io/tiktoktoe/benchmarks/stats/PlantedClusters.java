package io.tiktoktoe.benchmarks.stats;

import io.tiktoktoe.audience.segment.Feature;
import io.tiktoktoe.audience.segment.FeatureTable;
import io.tiktoktoe.audience.segment.Scaling;
import io.tiktoktoe.audience.segment.SegmentOptions;
import io.tiktoktoe.audience.segment.Segmentation;
import io.tiktoktoe.audience.segment.Segments;
import io.tiktoktoe.benchmarks.PublicData;
import io.tiktoktoe.stats.cluster.AdjustedRand;
import io.tiktoktoe.stats.cluster.Linkage;
import io.tiktoktoe.work.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Whether planted numbers of clusters are found: data sets of 1 to 8 clusters in 2 to 9 dimensions,
 * balls of one or several widths, ellipses, boxes, heavy tails, whose centres are 4 to 8 deviations
 * apart; and the adjusted Rand index on the labelled sets of public data, where they are there.
 */
public final class PlantedClusters {

  private static final PrintStream OUT = System.out;

  private static final double NEAREST = 4;
  private static final double FARTHEST = 8;

  private PlantedClusters() {}

  /** Arguments: data sets, 50 when absent; the first seed, 0 when absent. */
  public static void main(String[] args) throws IOException {
    int sets = args.length > 0 ? Integer.parseInt(args[0]) : 50;
    int first = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    for (Scaling scaling : Scaling.values()) {
      planted(sets, first, scaling);
    }
    Optional<Path> folder = PublicData.find("clustering/fcps");
    if (folder.isEmpty()) {
      OUT.println("labelled sets: skipped, the folder clustering is absent.");
      return;
    }
    try (Stream<Path> files = Files.list(folder.get())) {
      for (Path file : files.filter(one -> one.toString().endsWith(".data.gz")).sorted().toList()) {
        labelled(file);
      }
    }
  }

  private static void planted(int sets, int first, Scaling scaling) {
    int found = 0;
    double agreement = 0;
    for (int seed = first; seed < first + sets; seed++) {
      PlantedSet set = PlantedSet.of(seed, NEAREST, FARTHEST);
      Segments segments = segments(set.rows(), scaling, Linkage.WARD);
      found += segments.segments().size() == set.clusters() ? 1 : 0;
      agreement += AdjustedRand.of(set.labels(), segments.numbers()) / sets;
      if (segments.segments().size() != set.clusters()) {
        OUT.printf("  %s: %d found%n", set.description(), segments.segments().size());
      }
    }
    OUT.printf(
        Locale.ROOT,
        "planted number found, scale %s: %d of %d, mean adjusted Rand %.3f%n",
        scaling.name().toLowerCase(Locale.ROOT),
        found,
        sets,
        agreement);
  }

  private static Segments segments(double[][] rows, Scaling scaling, Linkage linkage) {
    return Segmentation.of(
        table(rows),
        SegmentOptions.defaults().withScaling(scaling).withLinkage(linkage),
        new SplittableRandom(1),
        Progress.SILENT);
  }

  private static FeatureTable table(double[][] rows) {
    int columns = rows[0].length;
    double[][] values = new double[columns][rows.length];
    List<Feature> features = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      int at = column;
      features.add(Feature.other("f" + column));
      Arrays.setAll(values[column], row -> rows[row][at]);
    }
    return new FeatureTable(features, values);
  }

  private static void labelled(Path file) throws IOException {
    double[][] rows =
        lines(file)
            .map(line -> Stream.of(line.split("\\s+")).mapToDouble(Double::parseDouble).toArray())
            .toArray(double[][]::new);
    Path named =
        file.resolveSibling(String.valueOf(file.getFileName()).replace(".data.", ".labels0."));
    int[] labels = lines(named).mapToInt(line -> (int) Double.parseDouble(line)).toArray();
    long clusters = Arrays.stream(labels).filter(label -> label > 0).distinct().count();
    StringBuilder line = new StringBuilder();
    for (Linkage linkage : List.of(Linkage.WARD, Linkage.SINGLE)) {
      for (Scaling scaling : Scaling.values()) {
        Segments found = segments(rows, scaling, linkage);
        Segments given =
            Segmentation.of(
                table(rows),
                SegmentOptions.defaults()
                    .withScaling(scaling)
                    .withLinkage(linkage)
                    .withSegments((int) clusters),
                new SplittableRandom(1),
                Progress.SILENT);
        line.append(
            "  %s %s: %d found %.3f, %d given %.3f"
                .formatted(
                    linkage.word(),
                    scaling.name().toLowerCase(Locale.ROOT),
                    found.segments().size(),
                    AdjustedRand.of(labels, found.numbers()),
                    clusters,
                    AdjustedRand.of(labels, given.numbers())));
      }
    }
    OUT.printf("%-22s%s%n", String.valueOf(file.getFileName()), line);
  }

  private static Stream<String> lines(Path file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return reader.lines().map(String::strip).filter(line -> !line.isEmpty()).toList().stream();
    }
  }
}
