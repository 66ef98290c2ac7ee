package io.tiktoktoe.audience.segment;

/**
 * Cluster validity: how well segments keep fans apart.
 *
 * @param silhouette mean of how much nearer fans are to their own segment than to the next, -1 to
 *     1; above .5 clear, below .25 hardly there; 0 for one segment
 * @param stability mean adjusted Rand index with the segments of redrawn fans, about 0 (chance) to
 *     1; 1 for one segment
 * @param explained share of the scaled features' sum of squares that lies between segments, 0 to 1
 * @param withinSumOfSquares what is left of it within segments
 */
public record SegmentQuality(
    double silhouette, double stability, double explained, double withinSumOfSquares) {}
