package io.tiktoktoe.content.insight;

import io.tiktoktoe.stats.Interval;

/**
 * A forecast of what a content will have brought in the end.
 *
 * @param finalViews expected views in all, at least those there are (median)
 * @param views holds them with 95%
 * @param finalValue expected direct value in all, minor units (median)
 * @param value holds it with 95%
 */
public record ContentForecast(
    double finalViews, Interval views, double finalValue, Interval value) {}
