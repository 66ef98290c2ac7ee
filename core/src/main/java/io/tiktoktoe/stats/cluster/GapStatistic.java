package io.tiktoktoe.stats.cluster;

import io.tiktoktoe.work.Progress;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The gap statistic (Tibshirani, Walther and Hastie 2001) of a dendrogram's cuts.
 *
 * @param gaps by how much the log of the within-cluster sum of squares lies below that of evenly
 *     spread rows, by number of clusters from 1
 * @param errors standard errors of the gaps, simulation error included
 */
record GapStatistic(double[] gaps, double[] errors) {

  /** Draws of evenly spread rows. */
  static final int REFERENCES = 20;

  /** Standard errors by which several clusters must be better than one. */
  private static final double GUARD = 3;

  /** Share of the sum of squares below which it counts as none. */
  private static final double NONE = 1e-12;

  /** Of up to {@code most} clusters. */
  static GapStatistic of(
      Points points, Dendrogram tree, Linkage linkage, int most, SplittableRandom random) {
    EvenReference even = new EvenReference(points);
    double[][] drawn = new double[REFERENCES][];
    for (int reference = 0; reference < REFERENCES; reference++) {
      Points spread = even.draw(points.rows(), random.split());
      Dendrogram other = HierarchicalClustering.of(spread, linkage, Progress.SILENT);
      drawn[reference] = logWithin(spread, other, most);
    }
    double[] own = logWithin(points, tree, most);
    double[] gaps = new double[most + 1];
    double[] errors = new double[most + 1];
    for (int clusters = 1; clusters <= most; clusters++) {
      int at = clusters;
      double mean = Arrays.stream(drawn).mapToDouble(one -> one[at]).average().orElse(0);
      double squares =
          Arrays.stream(drawn).mapToDouble(one -> (one[at] - mean) * (one[at] - mean)).sum();
      gaps[clusters] = mean - own[clusters];
      errors[clusters] = Math.sqrt(squares / REFERENCES * (1 + 1.0 / REFERENCES));
    }
    return new GapStatistic(gaps, errors);
  }

  private static double[] logWithin(Points points, Dendrogram tree, int most) {
    double[] logs = new double[most + 1];
    double all = Partition.of(points, tree.cut(1), 1).within();
    for (int clusters = 1; clusters <= most; clusters++) {
      double within = Partition.of(points, tree.cut(clusters), clusters).within();
      logs[clusters] = Math.log(Math.max(Math.max(within, NONE * all), Double.MIN_NORMAL));
    }
    return logs;
  }

  /**
   * The fewest clusters whose gap is within an error of the greatest; one, if that gap is not
   * surely above that of one.
   */
  int clusters() {
    int greatest = 1;
    for (int clusters = 2; clusters < gaps.length; clusters++) {
      greatest = gaps[clusters] > gaps[greatest] ? clusters : greatest;
    }
    int fewest = 1;
    while (gaps[fewest] < gaps[greatest] - errors[greatest]) {
      fewest++;
    }
    return gaps[fewest] - gaps[1] > GUARD * errors[fewest] ? fewest : 1;
  }
}
