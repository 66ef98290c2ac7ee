package io.tiktoktoe.audience.segment;

import io.tiktoktoe.audience.segment.SegmentModel.ScaledFeature;
import io.tiktoktoe.stats.cluster.ClusterCount;
import io.tiktoktoe.stats.cluster.ClusterCount.Candidate;
import io.tiktoktoe.stats.cluster.ClusterCounting;
import io.tiktoktoe.stats.cluster.Dendrogram;
import io.tiktoktoe.stats.cluster.HierarchicalClustering;
import io.tiktoktoe.stats.cluster.Linkage;
import io.tiktoktoe.stats.cluster.MicroClusters;
import io.tiktoktoe.stats.cluster.Points;
import io.tiktoktoe.work.Progress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Customer segmentation: the front door. */
public final class Segmentation {

  /** Micro-clusters of large audiences. */
  private static final int MICRO_CLUSTERS = 2_000;

  /** Times that the centres of large audiences settle. */
  private static final int SETTLING = 3;

  private final SegmentOptions options;
  private final SplittableRandom random;
  private final Progress progress;

  private Segmentation(SegmentOptions options, SplittableRandom random, Progress progress) {
    this.options = options;
    this.random = random;
    this.progress = progress;
  }

  /**
   * Segments of fans: exact hierarchical clustering of up to {@link SegmentOptions#EXACT_ROWS}
   * fans, beyond by way of weighted micro-clusters whose centres then settle. Segment 1 is the
   * largest.
   *
   * @param random redraws, and micro-clusters of large audiences
   * @throws IllegalArgumentException if there is no fan, or fewer fans than the segments asked for,
   *     or too many for the linkage
   */
  public static Segments of(
      FeatureTable fans, SegmentOptions options, SplittableRandom random, Progress progress) {
    requirePossible(fans, options);
    List<ScaledFeature> scales = FeatureScales.learn(fans, options.scaling());
    Points points = FeatureScales.apply(fans, scales);
    return new Segmentation(options, random, progress).segments(fans, scales, points);
  }

  /**
   * Segments of another day, stable: a fan keeps a segment until his features are clearly nearer to
   * another, and the segments stay until they no longer fit.
   *
   * @param before the model of the day before; empty at first
   * @param numbersBefore the segment that each fan had; 0 for a fan who had none
   * @throws IllegalArgumentException as {@link #of}, or if numbersBefore are not one a fan
   */
  public static SegmentUpdate next(
      FeatureTable fans,
      Optional<SegmentModel> before,
      int[] numbersBefore,
      SegmentOptions options,
      SplittableRandom random,
      Progress progress) {
    if (numbersBefore.length != fans.rows()) {
      throw new IllegalArgumentException(
          "numbersBefore (%d) must be one for each of the %d fans. Use 0 for one without."
              .formatted(numbersBefore.length, fans.rows()));
    }
    Segments anew = of(fans, options, random, progress);
    return Following.update(fans, before, numbersBefore, options, anew);
  }

  private static void requirePossible(FeatureTable fans, SegmentOptions options) {
    int rows = fans.rows();
    if (rows < 1) {
      throw new IllegalArgumentException("fans (0) must be at least 1. Give at least one row.");
    }
    if (options.segments().orElse(1) > rows) {
      throw new IllegalArgumentException(
          "segments (%d) must be at most the number of rows (%d). Ask for fewer, or for auto."
              .formatted(options.segments().getAsInt(), rows));
    }
    if (options.linkage() != Linkage.WARD && rows > SegmentOptions.EXACT_ROWS) {
      throw new IllegalArgumentException(
          "linkage (%s) is for at most %d rows, here are %d. Use ward, or a sample."
              .formatted(options.linkage().word(), SegmentOptions.EXACT_ROWS, rows));
    }
  }

  private Segments segments(FeatureTable fans, List<ScaledFeature> scales, Points points) {
    boolean exact = points.rows() <= SegmentOptions.EXACT_ROWS;
    Optional<ClusterCount> count =
        options.segments().isPresent()
            ? Optional.empty()
            : Optional.of(
                ClusterCounting.of(
                    points, options.linkage(), options.most(), random.split(), progress));
    int wanted = options.segments().orElseGet(() -> count.orElseThrow().clusters());
    Dendrogram tree;
    int[] indexes;
    int[] leaves;
    if (exact) {
      tree = HierarchicalClustering.of(points, options.linkage(), progress);
      indexes = tree.cut(wanted);
      leaves = indexes;
    } else {
      MicroClusters micro =
          MicroClusters.of(points, MICRO_CLUSTERS, random.split(), options.threads(), progress);
      tree = HierarchicalClustering.of(micro.centres(), Linkage.WARD, progress);
      leaves = tree.cut(Math.min(wanted, tree.rows()));
      indexes = settled(points, micro, leaves);
    }
    int[] numbers = bySize(indexes);
    Candidate judged = judged(points, count, numbers.length);
    int[] ofLeaves =
        Arrays.stream(leaves).map(leaf -> leaf < numbers.length ? numbers[leaf] : 0).toArray();
    return answer(fans, scales, points, indexes, numbers, judged)
        .with(count, Optional.of(tree).filter(one -> one.steps() > 0), ofLeaves, exact);
  }

  private Candidate judged(Points points, Optional<ClusterCount> count, int clusters) {
    if (clusters < 2) {
      return new Candidate(1, 0, 0, 0, 1);
    }
    return count.stream()
        .flatMap(one -> one.candidates().stream())
        .filter(candidate -> candidate.clusters() == clusters)
        .findFirst()
        .orElseGet(
            () ->
                ClusterCounting.judge(
                    points, options.linkage(), clusters, random.split(), progress));
  }

  private int[] settled(Points points, MicroClusters micro, int[] clusterOfMicro) {
    int[] clusterOf = micro.clusterOf();
    int[] indexes = new int[clusterOf.length];
    Arrays.setAll(indexes, row -> clusterOfMicro[clusterOf[row]]);
    int clusters = 1 + Arrays.stream(clusterOfMicro).max().orElse(0);
    return withoutGaps(
        MicroClusters.settle(points, indexes, clusters, SETTLING, options.threads(), progress),
        clusters);
  }

  private static int[] withoutGaps(int[] indexes, int clusters) {
    boolean[] there = new boolean[clusters];
    for (int index : indexes) {
      there[index] = true;
    }
    int[] names = new int[clusters];
    int next = 0;
    for (int cluster = 0; cluster < clusters; cluster++) {
      names[cluster] = there[cluster] ? next++ : 0;
    }
    return Arrays.stream(indexes).map(index -> names[index]).toArray();
  }

  /** The number of each cluster: from 1 by falling size, of equal ones the first to appear. */
  static int[] bySize(int[] indexes) {
    int clusters = 1 + Arrays.stream(indexes).max().orElse(0);
    int[] sizes = new int[clusters];
    int[] first = new int[clusters];
    for (int row = indexes.length - 1; row >= 0; row--) {
      sizes[indexes[row]]++;
      first[indexes[row]] = row;
    }
    Integer[] order = new Integer[clusters];
    Arrays.setAll(order, cluster -> cluster);
    Arrays.sort(
        order,
        Comparator.comparingInt((Integer cluster) -> -sizes[cluster])
            .thenComparingInt(cluster -> first[cluster]));
    int[] numbers = new int[clusters];
    for (int place = 0; place < clusters; place++) {
      numbers[order[place]] = place + 1;
    }
    return numbers;
  }

  /** Segments of fans whose clusters are known, without what led to them. */
  static Segments answer(
      FeatureTable fans,
      List<ScaledFeature> scales,
      Points points,
      int[] indexes,
      int[] numbers,
      Candidate judged) {
    double all = MicroClusters.within(points, new int[indexes.length], 1);
    double within = MicroClusters.within(points, indexes, numbers.length);
    long missing = 0;
    for (int feature = 0; feature < scales.size(); feature++) {
      missing += Arrays.stream(fans.column(feature)).filter(Double::isNaN).count();
    }
    return new Segments(
        Arrays.stream(indexes).map(index -> numbers[index]).toArray(),
        Traits.of(fans, indexes, numbers),
        new SegmentQuality(
            judged.silhouette(), judged.stability(), all > 0 ? 1 - within / all : 0, within),
        Optional.empty(),
        Optional.empty(),
        new int[0],
        true,
        missing,
        new SegmentModel(scales, Following.centres(points, indexes, numbers)));
  }
}
