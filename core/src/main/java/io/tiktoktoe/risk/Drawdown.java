package io.tiktoktoe.risk;

import java.time.LocalDate;

/**
 * Maximum drawdown: the deepest fall of 30-day net income from a peak.
 *
 * @param depth share of the peak that was lost, at least 0; above 1 when income turned negative
 * @param peak last day of the best 30 days before the fall
 * @param trough last day of the worst 30 days after it
 * @param peakIncome net income of the former, minor units
 * @param troughIncome net income of the latter
 * @param nowBelowPeak share by which the last 30 days lie below the best so far
 * @param nextQuarter probability that 30-day income within the next 90 days falls at least 25%
 *     below that of the last 30 days; NaN without futures or without positive income
 */
public record Drawdown(
    double depth,
    LocalDate peak,
    LocalDate trough,
    long peakIncome,
    long troughIncome,
    double nowBelowPeak,
    double nextQuarter) {}
