package io.tiktoktoe.content.insight;

import io.tiktoktoe.stats.Interval;

/**
 * An empirical-Bayes percentile of one measure over one timeframe.
 *
 * @param measure of what
 * @param timeframe since publication
 * @param value what was measured, in the measure's unit; so far, where the time is not over
 * @param usual median of the contents it is compared with, at the same age
 * @param percentile expected share of comparable contents that do worse, 0 to 1; .5 where nothing
 *     is known
 * @param interval holds the true percentile with 68%
 * @param confidence how much of the percentile is the content's own doing and not the prior's, 0 to
 *     1, always below 1
 * @param over whether the timeframe is over
 */
public record MeasureScore(
    ContentMeasure measure,
    Timeframe timeframe,
    double value,
    double usual,
    double percentile,
    Interval interval,
    double confidence,
    boolean over) {}
