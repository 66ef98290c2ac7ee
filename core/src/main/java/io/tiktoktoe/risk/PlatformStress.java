package io.tiktoktoe.risk;

import io.tiktoktoe.stats.Interval;

/**
 * A stress test: what 30 days without one platform would cost.
 *
 * @param platform the platform that fails
 * @param loss net income lost in 30 days at the recent level, minor units
 * @param interval holds the loss with probability 0.95
 * @param share of all net income; NaN when that is not positive
 */
public record PlatformStress(String platform, double loss, Interval interval, double share) {}
