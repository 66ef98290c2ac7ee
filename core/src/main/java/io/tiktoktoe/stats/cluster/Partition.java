package io.tiktoktoe.stats.cluster;

/**
 * A partition of rows and its means: where the centre of each cluster lies and how far rows are
 * from it.
 *
 * @param points the rows
 * @param clusterOf the cluster of each row, from 0; shared
 * @param centres means of the clusters' rows by weight, one after the other
 * @param weights of the clusters
 */
record Partition(Points points, int[] clusterOf, double[] centres, double[] weights) {

  /** Of clusters below {@code clusters}. O(rows * columns). */
  static Partition of(Points points, int[] clusterOf, int clusters) {
    int columns = points.columns();
    double[] centres = new double[clusters * columns];
    double[] weights = new double[clusters];
    for (int row = 0; row < clusterOf.length; row++) {
      double weight = points.weight(row);
      weights[clusterOf[row]] += weight;
      for (int column = 0; column < columns; column++) {
        centres[clusterOf[row] * columns + column] += weight * points.value(row, column);
      }
    }
    for (int at = 0; at < centres.length; at++) {
      centres[at] /= Math.max(weights[at / columns], Double.MIN_NORMAL);
    }
    return new Partition(points, clusterOf, centres, weights);
  }

  /** The sum of squared distances of rows from the centre of their cluster, by weight. */
  double within() {
    double sum = 0;
    for (int row = 0; row < clusterOf.length; row++) {
      double square = points.squaredDistance(row, centres, clusterOf[row] * points.columns());
      sum += points.weight(row) * square;
    }
    return sum;
  }

  /** The cluster whose centre is nearest to each of other rows. O(rows * clusters * columns). */
  int[] nearest(Points others) {
    int[] nearest = new int[others.rows()];
    for (int row = 0; row < nearest.length; row++) {
      double least = Double.POSITIVE_INFINITY;
      for (int cluster = 0; cluster < weights.length; cluster++) {
        double square = others.squaredDistance(row, centres, cluster * others.columns());
        if (weights[cluster] > 0 && square < least) {
          least = square;
          nearest[row] = cluster;
        }
      }
    }
    return nearest;
  }
}
