package io.tiktoktoe.stats.cluster;

import io.tiktoktoe.work.Progress;

/**
 * Agglomerative hierarchical clustering, exact: every row starts by itself and the two clusters
 * that the linkage finds nearest are joined, until there is one. Heights are those of R's {@code
 * hclust} (ward.D2, average, complete, single) on Euclidean distances.
 */
public final class HierarchicalClustering {

  /** Up to so many rows equal distances are broken as R breaks them. */
  public static final int ROWS_AS_IN_R = 2_000;

  /** Most rows of average and complete linkage, whose distances are stored: 1.6 GB then. */
  public static final int STORED_ROWS = 20_000;

  private HierarchicalClustering() {}

  /**
   * The dendrogram of weighted rows. Ward's and single linkage take memory of rows times columns,
   * the others 4 rows² bytes; all take time of about rows² times columns.
   *
   * <p>Among equal distances the choice is R's up to {@link #ROWS_AS_IN_R} rows; beyond, single
   * linkage follows the spanning tree, whose heights do not depend on it, the others the chain.
   *
   * @throws IllegalArgumentException if there is no row, or more rows than {@link #STORED_ROWS} for
   *     average or complete linkage
   */
  public static Dendrogram of(Points points, Linkage linkage, Progress progress) {
    int rows = points.rows();
    if (rows < 1) {
      throw new IllegalArgumentException("rows (0) must be at least 1: nothing can be joined.");
    }
    if (rows <= ROWS_AS_IN_R) {
      return NeighbourLists.cluster(points, linkage, progress);
    }
    return switch (linkage) {
      case WARD -> WardChain.cluster(points, progress);
      case SINGLE -> SingleLinkage.cluster(points, progress);
      case AVERAGE, COMPLETE -> stored(points, linkage, progress);
    };
  }

  private static Dendrogram stored(Points points, Linkage linkage, Progress progress) {
    if (points.rows() > STORED_ROWS) {
      throw new IllegalArgumentException(
          "rows (%d) must be at most %d for %s linkage. Use ward or single, or a sample."
              .formatted(points.rows(), STORED_ROWS, linkage.word()));
    }
    return StoredChain.cluster(points, linkage, progress);
  }
}
