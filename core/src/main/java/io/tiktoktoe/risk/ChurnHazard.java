package io.tiktoktoe.risk;

import io.tiktoktoe.stats.Interval;

/**
 * Churn hazard: how likely a subscription is to end within the next 30 days.
 *
 * @param rate expected share of subscriptions that end
 * @param interval holds the share with probability 0.95
 * @param atRisk subscriptions now that their fans pay
 * @param monthlyAmount recurring income a month that they bring, minor units
 * @param calibrationError mean absolute difference between what this method said before each past
 *     30 days and what came, weighted by subscriptions; NaN without past
 * @param months past 30-day windows behind the calibration error
 */
public record ChurnHazard(
    double rate,
    Interval interval,
    long atRisk,
    long monthlyAmount,
    double calibrationError,
    int months) {}
