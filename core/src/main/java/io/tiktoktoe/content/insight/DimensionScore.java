package io.tiktoktoe.content.insight;

/**
 * A composite score: the confidence-weighted mean percentile of a dimension's measures.
 *
 * @param dimension of which
 * @param timeframe since publication
 * @param percentile 0 to 1; .5 where nothing is known
 * @param confidence mean confidence of its measures, 0 to 1
 */
public record DimensionScore(
    PerformanceDimension dimension, Timeframe timeframe, double percentile, double confidence) {}
