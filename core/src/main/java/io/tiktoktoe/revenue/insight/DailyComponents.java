package io.tiktoktoe.revenue.insight;

import java.time.LocalDate;

/**
 * One day's net income as trend + season + remainder, minor units.
 *
 * @param day the local day
 * @param observed what came
 * @param trend its slow level
 * @param season the weekly season
 * @param remainder what neither explains
 */
public record DailyComponents(
    LocalDate day, double observed, double trend, double season, double remainder) {}
