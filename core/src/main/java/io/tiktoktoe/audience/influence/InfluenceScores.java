package io.tiktoktoe.audience.influence;

/**
 * PageRank of each node.
 *
 * @param scores at least 0, together 1; shared, change none of them
 * @param iterations that it took
 * @param change sum of absolute changes in the last iteration: at most the tolerance when converged
 * @param converged whether it stayed within the tolerance
 */
public record InfluenceScores(double[] scores, int iterations, double change, boolean converged) {}
