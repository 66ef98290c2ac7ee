package io.tiktoktoe.revenue.insight;

import io.tiktoktoe.stats.Interval;

/**
 * Level and slope of the deseasonalised daily net income.
 *
 * @param level the present level, minor units a day
 * @param levelInterval holds it with probability 0.95
 * @param slopePerDay how the level moves, minor units a day per day
 * @param slopeInterval holds it with probability 0.95
 * @param changed whether the level of this period differs from that of the comparison by more than
 *     chance
 * @param smoothing of the exponential smoothing, in (0, 1)
 */
public record IncomeTrend(
    double level,
    Interval levelInterval,
    double slopePerDay,
    Interval slopeInterval,
    boolean changed,
    double smoothing) {}
