package io.tiktoktoe.stats.cluster;

import java.util.List;

/**
 * Number of clusters: which was chosen, why, and what spoke for each.
 *
 * @param clusters chosen
 * @param reason why
 * @param candidates in ascending order from one cluster
 */
public record ClusterCount(int clusters, Reason reason, List<Candidate> candidates) {

  public ClusterCount {
    candidates = List.copyOf(candidates);
  }

  /** Why this number. */
  public enum Reason {
    /** There are too few different rows to tell. */
    TOO_FEW_ROWS,
    /** No split stands out from rows that are spread evenly. */
    NO_SPLIT_STANDS_OUT,
    /** These clusters stand out and come again in redraws. */
    CLUSTERS_STAND_OUT
  }

  /**
   * What spoke for a number of clusters.
   *
   * @param clusters this many
   * @param gap by how much the log of the within-cluster sum of squares lies below that of evenly
   *     spread rows; greater is better
   * @param gapError standard error of the gap, simulation error included
   * @param silhouette mean of how much nearer rows are to their own cluster than to the next, -1 to
   *     1; 0 for one cluster
   * @param stability mean adjusted Rand index of the clusters of redrawn rows with these, about 0
   *     (chance) to 1; 1 for one cluster
   */
  public record Candidate(
      int clusters, double gap, double gapError, double silhouette, double stability) {}
}
