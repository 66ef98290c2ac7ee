package io.tiktoktoe.stats.cluster;

import io.tiktoktoe.stats.cluster.ClusterCount.Candidate;
import io.tiktoktoe.stats.cluster.ClusterCount.Reason;
import io.tiktoktoe.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How many clusters there are: the gap statistic decides whether there are several and at most how
 * many, silhouette and bootstrap stability whether fewer tell as much (docs/decisions/0167).
 */
public final class ClusterCounting {

  /** Rows that are looked at; more are sampled. */
  static final int SAMPLE = 1_000;

  private static final int REFERENCES = 20;
  private static final int REDRAWS = 10;

  /** Rows that a cluster has on average at least. */
  private static final int ROWS_EACH = 4;

  /** Standard errors by which several clusters must be better than one. */
  private static final double GUARD = 3;

  /** Share of the gap's gain that fewer clusters may lack. */
  private static final double SLACK = 0.3;

  /** What the silhouette of fewer clusters must be better by. */
  private static final double MARGIN = 0.01;

  /** What stability counts beside the silhouette. */
  private static final double STABILITY = 0.1;

  /** Share of the sum of squares below which it counts as none. */
  private static final double NONE = 1e-12;

  private final Points sample;
  private final Linkage linkage;
  private final SplittableRandom random;
  private final Progress progress;
  private final Dendrogram tree;

  private ClusterCounting(
      Points points, Linkage linkage, SplittableRandom random, Progress progress) {
    this.linkage = linkage;
    this.random = random;
    this.progress = progress;
    sample = sample(points, random.split());
    tree = HierarchicalClustering.of(sample, linkage, Progress.SILENT);
  }

  /**
   * The number of clusters of rows, all of which count alike. About 31 clusterings of at most 1,000
   * rows.
   *
   * @param most that are looked for
   */
  public static ClusterCount of(
      Points points, Linkage linkage, int most, SplittableRandom random, Progress progress) {
    return new ClusterCounting(points, linkage, random, progress).count(most);
  }

  /** What speaks for a given number of clusters from 2 on, without its gap. */
  public static Candidate judge(
      Points points, Linkage linkage, int clusters, SplittableRandom random, Progress progress) {
    ClusterCounting counting = new ClusterCounting(points, linkage, random, progress);
    int possible = Math.min(clusters, counting.sample.rows());
    int[][] cuts = counting.cuts(possible);
    return new Candidate(
        clusters,
        0,
        0,
        new Silhouette(counting.sample).of(cuts[possible], possible),
        counting.stability(cuts)[possible]);
  }

  private static Points sample(Points points, SplittableRandom random) {
    if (points.rows() <= SAMPLE) {
      return points;
    }
    int[] chosen = random.ints(0, points.rows()).distinct().limit(SAMPLE).sorted().toArray();
    return points.rows(chosen);
  }

  private ClusterCount count(int most) {
    int possible = Math.min(most, Math.min(sample.rows() / ROWS_EACH, different()));
    if (possible < 2) {
      Candidate one = new Candidate(1, 0, 0, 0, 1);
      return new ClusterCount(1, Reason.TOO_FEW_ROWS, List.of(one));
    }
    int[][] cuts = cuts(possible);
    double[] gaps = new double[possible + 1];
    double[] errors = new double[possible + 1];
    gaps(cuts, gaps, errors);
    double[] stability = stability(cuts);
    Silhouette silhouettes = new Silhouette(sample);
    List<Candidate> candidates = new ArrayList<>();
    for (int clusters = 1; clusters <= possible; clusters++) {
      double silhouette = clusters == 1 ? 0 : silhouettes.of(cuts[clusters], clusters);
      candidates.add(
          new Candidate(
              clusters, gaps[clusters], errors[clusters], silhouette, stability[clusters]));
    }
    int chosen = choose(candidates);
    Reason reason = chosen == 1 ? Reason.NO_SPLIT_STANDS_OUT : Reason.CLUSTERS_STAND_OUT;
    return new ClusterCount(chosen, reason, candidates);
  }

  /** Different rows, as far as it matters. */
  private int different() {
    int different = 1;
    for (int step = 0; step < tree.steps(); step++) {
      different += tree.height(step) > 0 ? 1 : 0;
    }
    return different;
  }

  private int[][] cuts(int most) {
    return cuts(tree, most);
  }

  private static int[][] cuts(Dendrogram tree, int most) {
    int[][] cuts = new int[most + 1][];
    for (int clusters = 1; clusters <= most; clusters++) {
      cuts[clusters] = tree.cut(clusters);
    }
    return cuts;
  }

  private void gaps(int[][] cuts, double[] gaps, double[] errors) {
    int most = cuts.length - 1;
    EvenReference even = new EvenReference(sample);
    double[][] drawn = new double[REFERENCES][];
    for (int reference = 0; reference < REFERENCES; reference++) {
      progress.report("counting segments", reference, REFERENCES + REDRAWS);
      Points points = even.draw(sample.rows(), random.split());
      Dendrogram other = HierarchicalClustering.of(points, linkage, Progress.SILENT);
      drawn[reference] = logWithin(points, cuts(other, most));
    }
    double[] own = logWithin(sample, cuts);
    for (int clusters = 1; clusters <= most; clusters++) {
      int at = clusters;
      double mean = Arrays.stream(drawn).mapToDouble(one -> one[at]).average().orElse(0);
      double squares =
          Arrays.stream(drawn).mapToDouble(one -> (one[at] - mean) * (one[at] - mean)).sum();
      gaps[clusters] = mean - own[clusters];
      errors[clusters] = Math.sqrt(squares / REFERENCES * (1 + 1.0 / REFERENCES));
    }
  }

  private static double[] logWithin(Points points, int[][] cuts) {
    double[] logs = new double[cuts.length];
    double all = Partition.of(points, cuts[1], 1).within();
    for (int clusters = 1; clusters < cuts.length; clusters++) {
      double within = Partition.of(points, cuts[clusters], clusters).within();
      logs[clusters] = Math.log(Math.max(within, NONE * all));
    }
    return logs;
  }

  /** Each redraw's clusters take the rows nearest to them: how far do they agree with ours? */
  private double[] stability(int[][] cuts) {
    double[] stability = new double[cuts.length];
    stability[1] = 1;
    for (int redraw = 0; redraw < REDRAWS; redraw++) {
      progress.report("counting segments", REFERENCES + redraw, REFERENCES + REDRAWS);
      int rows = sample.rows();
      Points drawn = sample.rows(random.split().ints(rows, 0, rows).toArray());
      Dendrogram other = HierarchicalClustering.of(drawn, linkage, Progress.SILENT);
      for (int clusters = 2; clusters < cuts.length; clusters++) {
        Partition theirs = Partition.of(drawn, other.cut(clusters), clusters);
        stability[clusters] += AdjustedRand.of(theirs.nearest(sample), cuts[clusters]) / REDRAWS;
      }
    }
    return stability;
  }

  /**
   * The fewest clusters whose gap is within an error of the greatest; one, if that gap is not
   * surely above that of one; fewer than these, if they lack little of the gap and are clearer.
   */
  static int choose(List<Candidate> candidates) {
    Candidate one = candidates.getFirst();
    Candidate greatest = one;
    for (Candidate candidate : candidates) {
      greatest = candidate.gap() > greatest.gap() ? candidate : greatest;
    }
    double enough = greatest.gap() - greatest.gapError();
    Candidate fewest =
        candidates.stream().filter(candidate -> candidate.gap() >= enough).findFirst().orElse(one);
    if (fewest.gap() - one.gap() <= GUARD * fewest.gapError()) {
      return 1;
    }
    double least = fewest.gap() - SLACK * (fewest.gap() - one.gap());
    Candidate best = fewest;
    double needed = clearness(fewest) + MARGIN;
    for (Candidate candidate : candidates) {
      boolean fewer = candidate.clusters() > 1 && candidate.clusters() < fewest.clusters();
      if (fewer && candidate.gap() >= least && clearness(candidate) > needed) {
        best = candidate;
        needed = clearness(candidate);
      }
    }
    return best.clusters();
  }

  private static double clearness(Candidate candidate) {
    return candidate.silhouette() + STABILITY * candidate.stability();
  }
}
