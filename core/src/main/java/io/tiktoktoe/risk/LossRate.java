package io.tiktoktoe.risk;

import io.tiktoktoe.stats.Interval;

/**
 * Loss ratio: how much of gross income goes back.
 *
 * @param kind {@code refunds} or {@code chargebacks}
 * @param amount what went back, minor units
 * @param gross of what
 * @param rate amount / gross
 * @param interval holds the rate with probability 0.95
 */
public record LossRate(String kind, long amount, long gross, double rate, Interval interval) {}
