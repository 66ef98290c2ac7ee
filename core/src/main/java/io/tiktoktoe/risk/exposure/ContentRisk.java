package io.tiktoktoe.risk.exposure;

import io.tiktoktoe.stats.Interval;

/**
 * Content concentration (Herfindahl-Hirschman index of what single contents bring).
 *
 * @param measure {@code income} that names a content, or {@code views} where none does
 * @param contents how many brought anything
 * @param index Herfindahl-Hirschman index of their shares as observed, in (0, 1]
 * @param effective how many equal contents would be as concentrated: 1 / index
 * @param top name of the largest
 * @param topShare its share
 * @param interval holds the share of the largest among as many contents drawn anew, with
 *     probability 0.95
 * @param loss income of 30 days that would go with it, minor units; NaN for views
 */
public record ContentRisk(
    String measure,
    int contents,
    double index,
    double effective,
    String top,
    double topShare,
    Interval interval,
    double loss) {}
