package io.tiktoktoe.stats.cluster;

/**
 * Silhouettes (Rousseeuw 1987) of several partitions of the same rows, whose distances are computed
 * once. Memory 4 rows² bytes.
 */
final class Silhouette {

  private final float[][] distances;

  Silhouette(Points points) {
    distances = new float[points.rows()][];
    for (int row = 0; row < distances.length; row++) {
      distances[row] = new float[row];
      for (int other = 0; other < row; other++) {
        distances[row][other] = (float) Math.sqrt(points.squaredDistance(row, other));
      }
    }
  }

  /**
   * The mean over rows of (b - a) / max(a, b): a the mean distance from the other rows of its own
   * cluster, b from those of the nearest other one; 0 for a row by itself.
   *
   * @param clusterOf the cluster of each row, from 0; at least two clusters
   */
  double of(int[] clusterOf, int clusters) {
    int rows = clusterOf.length;
    double[][] sums = new double[rows][clusters];
    int[] sizes = new int[clusters];
    for (int row = 0; row < rows; row++) {
      sizes[clusterOf[row]]++;
      for (int other = 0; other < row; other++) {
        sums[row][clusterOf[other]] += distances[row][other];
        sums[other][clusterOf[row]] += distances[row][other];
      }
    }
    double total = 0;
    for (int row = 0; row < rows; row++) {
      total += one(sums[row], sizes, clusterOf[row]);
    }
    return total / rows;
  }

  private static double one(double[] sums, int[] sizes, int own) {
    if (sizes[own] < 2) {
      return 0;
    }
    double within = sums[own] / (sizes[own] - 1);
    double next = Double.POSITIVE_INFINITY;
    for (int cluster = 0; cluster < sizes.length; cluster++) {
      if (cluster != own && sizes[cluster] > 0) {
        next = Math.min(next, sums[cluster] / sizes[cluster]);
      }
    }
    double greater = Math.max(within, next);
    return greater > 0 ? (next - within) / greater : 0;
  }
}
