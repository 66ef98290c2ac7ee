package io.tiktoktoe.audience.lifetime;

import io.tiktoktoe.stats.Interval;

/**
 * Expected lifetime value of all fans of a segment, cohort or content together. The intervals hold
 * both the chance of each fan and what is not known of the parameters, which all fans share.
 *
 * @param fans how many with a purchase
 * @param alive expected number of those who still are customers
 * @param purchases expected number over the horizon
 * @param purchases68 where it will lie
 * @param purchases95 where it will lie
 * @param value expected money, discounted; NaN where amounts are not known
 * @param value68 where it will lie
 * @param value95 where it will lie
 */
public record GroupValue(
    int fans,
    double alive,
    double purchases,
    Interval purchases68,
    Interval purchases95,
    double value,
    Interval value68,
    Interval value95) {}
