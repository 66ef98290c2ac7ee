package io.tiktoktoe.stats.cluster;

import io.tiktoktoe.work.Progress;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Micro-clusters: many rows as few weighted centres, which are then clustered exactly (as in BIRCH,
 * Zhang, Ramakrishnan and Livny 1996). The centres are those of k-means (Lloyd 1982) on a sample,
 * started by k-means++ (Arthur and Vassilvitskii 2007).
 *
 * @param centres of the micro-clusters; the weight of each is that of its rows
 * @param clusterOf the micro-cluster of each row, from 0; shared
 */
public record MicroClusters(Points centres, int[] clusterOf) {

  private static final int SAMPLE = 30_000;
  private static final int PASSES = 2;

  /**
   * At most so many micro-clusters of rows. O(rows * columns * some hundreds).
   *
   * @param most micro-clusters; there are fewer where rows are alike
   * @param threads that work together; the answer does not hang on it
   */
  public static MicroClusters of(
      Points points, int most, SplittableRandom random, int threads, Progress progress) {
    Points sample = sample(points, random);
    double[] centres = spread(sample, most, random);
    for (int pass = 0; pass < PASSES; pass++) {
      centres = means(sample, centres, threads);
    }
    NearestCentre search = new NearestCentre(centres, points.columns());
    int[] clusterOf = search.of(points, threads, progress);
    Partition partition = Partition.of(points, clusterOf, centres.length / points.columns());
    return withoutEmpty(partition);
  }

  /**
   * Lets centres settle (Lloyd 1982): rows go to the nearest centre and centres to the mean of
   * their rows, some times, which makes the sum of squares within clusters smaller each time.
   *
   * @param clusterOf the cluster of each row, from 0
   * @return the cluster of each row; one may have lost all of its rows
   */
  public static int[] settle(
      Points points, int[] clusterOf, int clusters, int passes, int threads, Progress progress) {
    int[] settled = clusterOf;
    for (int pass = 0; pass < passes; pass++) {
      Partition partition = Partition.of(points, settled, clusters);
      int[] next =
          new NearestCentre(partition.centres(), points.columns()).of(points, threads, progress);
      if (Arrays.equals(next, settled)) {
        return settled;
      }
      settled = next;
    }
    return settled;
  }

  /** The sum of squared distances of rows from the centre of their cluster, by weight. */
  public static double within(Points points, int[] clusterOf, int clusters) {
    return Partition.of(points, clusterOf, clusters).within();
  }

  private static Points sample(Points points, SplittableRandom random) {
    if (points.rows() <= SAMPLE) {
      return points;
    }
    return points.rows(random.ints(0, points.rows()).distinct().limit(SAMPLE).sorted().toArray());
  }

  /** Rows drawn with chances that grow with the squared distance from those drawn before. */
  private static double[] spread(Points sample, int most, SplittableRandom random) {
    int columns = sample.columns();
    double[] squares = new double[sample.rows()];
    Arrays.fill(squares, Double.POSITIVE_INFINITY);
    double[] centres = new double[most * columns];
    int count = 0;
    int row = random.nextInt(sample.rows());
    while (count < most) {
      System.arraycopy(sample.values(), row * columns, centres, count * columns, columns);
      double all = 0;
      for (int other = 0; other < squares.length; other++) {
        double square = sample.squaredDistance(other, centres, count * columns);
        squares[other] = Math.min(squares[other], square);
        all += squares[other];
      }
      count++;
      if (all <= 0) {
        break;
      }
      row = drawn(squares, all * random.nextDouble());
    }
    return Arrays.copyOf(centres, count * columns);
  }

  private static int drawn(double[] chances, double place) {
    double passed = 0;
    int last = 0;
    for (int at = 0; at < chances.length; at++) {
      passed += chances[at];
      last = chances[at] > 0 ? at : last;
      if (passed > place) {
        return last;
      }
    }
    return last;
  }

  /** The means of the rows nearest to each centre; a centre that none is nearest to stays. */
  private static double[] means(Points sample, double[] centres, int threads) {
    int columns = sample.columns();
    int[] nearest = new NearestCentre(centres, columns).of(sample, threads, Progress.SILENT);
    Partition partition = Partition.of(sample, nearest, centres.length / columns);
    double[] means = partition.centres();
    for (int centre = 0; centre < partition.weights().length; centre++) {
      if (partition.weights()[centre] == 0) {
        System.arraycopy(centres, centre * columns, means, centre * columns, columns);
      }
    }
    return means;
  }

  private static MicroClusters withoutEmpty(Partition partition) {
    int columns = partition.points().columns();
    int[] names = new int[partition.weights().length];
    double[] centres = new double[partition.centres().length];
    double[] weights = new double[names.length];
    int count = 0;
    for (int cluster = 0; cluster < names.length; cluster++) {
      if (partition.weights()[cluster] > 0) {
        names[cluster] = count;
        weights[count] = partition.weights()[cluster];
        System.arraycopy(partition.centres(), cluster * columns, centres, count * columns, columns);
        count++;
      }
    }
    int[] clusterOf = partition.clusterOf();
    for (int row = 0; row < clusterOf.length; row++) {
      clusterOf[row] = names[clusterOf[row]];
    }
    Points kept =
        Points.weighted(
            Arrays.copyOf(centres, count * columns), columns, Arrays.copyOf(weights, count));
    return new MicroClusters(kept, clusterOf);
  }
}
