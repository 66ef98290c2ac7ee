package io.tiktoktoe.revenue.insight;

import io.tiktoktoe.stats.Interval;

/**
 * An hour-of-day profile: what one hour of the day usually brings, whatever the weekday.
 *
 * @param hour the local hour, 0 to 23
 * @param days how many times it was observed
 * @param mean net income an hour as observed, minor units
 * @param expected the same shrunk towards the average hour (empirical Bayes): what to plan with
 * @param interval holds the true mean with probability 0.95
 * @param falseDiscovery estimated share of false finds among the hours at least as clear as this
 *     one
 * @param strength what can be said of it at a false discovery rate of 5%
 */
public record HourOfDay(
    int hour,
    int days,
    double mean,
    double expected,
    Interval interval,
    double falseDiscovery,
    HourOfWeek.Strength strength) {}
