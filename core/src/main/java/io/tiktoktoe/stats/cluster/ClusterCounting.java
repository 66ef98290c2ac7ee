package io.tiktoktoe.stats.cluster;

import io.tiktoktoe.stats.cluster.ClusterCount.Candidate;
import io.tiktoktoe.stats.cluster.ClusterCount.Reason;
import io.tiktoktoe.work.Progress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How many clusters there are. The gap statistic decides twice: over all rows, and from the top of
 * the dendrogram down, where a branch is split as long as its own rows show several clusters. The
 * branches count, unless silhouette and bootstrap stability clearly speak for the number over all
 * rows (docs/decisions/0167).
 */
public final class ClusterCounting {

  /** Rows that are looked at; more are sampled. */
  static final int SAMPLE = 1_000;

  private static final int REDRAWS = 10;

  /** Rows that a cluster has on average at least. */
  private static final int ROWS_EACH = 4;

  /** Share of the gap's gain that fewer clusters may lack. */
  private static final double SLACK = 0.3;

  /** What the silhouette of fewer clusters must be better by. */
  private static final double MARGIN = 0.01;

  /** What the silhouette must be better by to overrule the branches. */
  private static final double MUCH = 0.1;

  /** What stability counts beside the silhouette. */
  private static final double STABILITY = 0.1;

  private final Points sample;
  private final Linkage linkage;
  private final SplittableRandom random;
  private final Progress progress;
  private final Dendrogram tree;

  /** Different rows, as far as it matters. */
  private final int different;

  private ClusterCounting(
      Points points, Linkage linkage, SplittableRandom random, Progress progress) {
    this.linkage = linkage;
    this.random = random;
    this.progress = progress;
    Points chosen = sample(points, random.split());
    different = different(chosen);
    sample = Dither.of(chosen, random.split());
    tree = HierarchicalClustering.of(sample, linkage, Progress.SILENT);
  }

  /**
   * The number of clusters of rows, all of which count alike. About 60 clusterings of at most 1,000
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
    int[] cut = counting.tree.cut(possible);
    double silhouette = new Silhouette(counting.sample).of(cut, possible);
    return new Candidate(clusters, 0, 0, silhouette, counting.stability(possible)[possible]);
  }

  private static Points sample(Points points, SplittableRandom random) {
    if (points.rows() <= SAMPLE) {
      return points;
    }
    int[] chosen = random.ints(0, points.rows()).distinct().limit(SAMPLE).sorted().toArray();
    return points.rows(chosen);
  }

  private static int different(Points points) {
    Dendrogram all = HierarchicalClustering.of(points, Linkage.SINGLE, Progress.SILENT);
    int different = 1;
    for (int step = 0; step < all.steps(); step++) {
      different += all.height(step) > 0 ? 1 : 0;
    }
    return different;
  }

  private int possible(Points points, int most) {
    return Math.min(most, Math.min(points.rows() / ROWS_EACH, different));
  }

  private ClusterCount count(int most) {
    int possible = possible(sample, most);
    if (possible < 2) {
      Candidate one = new Candidate(1, 0, 0, 0, 1);
      return new ClusterCount(1, Reason.TOO_FEW_ROWS, List.of(one));
    }
    progress.report("counting segments", 0, -1);
    GapStatistic gaps = GapStatistic.of(sample, tree, linkage, possible, random.split());
    double[] stability = stability(possible);
    Silhouette silhouettes = new Silhouette(sample);
    List<Candidate> candidates = new ArrayList<>();
    for (int clusters = 1; clusters <= possible; clusters++) {
      double silhouette = clusters == 1 ? 0 : silhouettes.of(tree.cut(clusters), clusters);
      candidates.add(
          new Candidate(
              clusters,
              gaps.gaps()[clusters],
              gaps.errors()[clusters],
              silhouette,
              stability[clusters]));
    }
    int overall = choose(candidates, gaps.clusters());
    int chosen = overall == 1 ? 1 : decide(candidates, overall, branches(possible));
    Reason reason = chosen == 1 ? Reason.NO_SPLIT_STANDS_OUT : Reason.CLUSTERS_STAND_OUT;
    return new ClusterCount(chosen, reason, candidates);
  }

  /** Each redraw's clusters take the rows nearest to them: how far do they agree with ours? */
  private double[] stability(int most) {
    double[] stability = new double[most + 1];
    stability[1] = 1;
    for (int redraw = 0; redraw < REDRAWS; redraw++) {
      progress.report("counting segments", redraw, REDRAWS);
      int rows = sample.rows();
      Points drawn = sample.rows(random.split().ints(rows, 0, rows).toArray());
      Dendrogram other = HierarchicalClustering.of(drawn, linkage, Progress.SILENT);
      for (int clusters = 2; clusters <= most; clusters++) {
        Partition theirs = Partition.of(drawn, other.cut(clusters), clusters);
        stability[clusters] +=
            AdjustedRand.of(theirs.nearest(sample), tree.cut(clusters)) / REDRAWS;
      }
    }
    return stability;
  }

  /** Branches that are left when each with several clusters has been split, the largest first. */
  private int branches(int most) {
    Deque<Integer> open = new ArrayDeque<>();
    open.add(tree.left(tree.steps() - 1));
    open.add(tree.right(tree.steps() - 1));
    int whole = 0;
    while (!open.isEmpty()) {
      progress.report("counting segments", whole, -1);
      int part = open.remove();
      if (part > 0 && whole + open.size() + 1 < most && several(part)) {
        open.add(tree.left(part - 1));
        open.add(tree.right(part - 1));
      } else {
        whole++;
      }
    }
    return whole;
  }

  private boolean several(int part) {
    Points branch = sample.rows(tree.rowsOf(part));
    int possible = possible(branch, 8);
    if (possible < 2) {
      return false;
    }
    Dendrogram own = HierarchicalClustering.of(branch, linkage, Progress.SILENT);
    return GapStatistic.of(branch, own, linkage, possible, random.split()).clusters() > 1;
  }

  /** Fewer clusters than the gap says, if they lack little of it and are clearer. */
  static int choose(List<Candidate> candidates, int byGap) {
    if (byGap == 1) {
      return 1;
    }
    Candidate one = candidates.getFirst();
    Candidate best = candidates.get(byGap - 1);
    double least = best.gap() - SLACK * (best.gap() - one.gap());
    double needed = clearness(best) + MARGIN;
    for (Candidate candidate : candidates.subList(1, byGap - 1)) {
      if (candidate.gap() >= least && clearness(candidate) > needed) {
        best = candidate;
        needed = clearness(candidate);
      }
    }
    return best.clusters();
  }

  /** What the branches say, unless the gap over all rows leads to much clearer clusters. */
  static int decide(List<Candidate> candidates, int overall, int branches) {
    double needed = clearness(candidates.get(branches - 1)) + MUCH;
    return clearness(candidates.get(overall - 1)) > needed ? overall : branches;
  }

  private static double clearness(Candidate candidate) {
    return candidate.silhouette() + STABILITY * candidate.stability();
  }
}
