package io.tiktoktoe.risk;

import io.tiktoktoe.stats.Interval;

/**
 * Value at risk and expected shortfall of the next 30 days' net income over the forecast's joint
 * futures, minor units.
 *
 * @param confidence such as 0.95
 * @param expected mean income of the 30 days
 * @param floor income is below it in one case of 1 / (1 - confidence)
 * @param valueAtRisk expected minus floor
 * @param valueAtRiskInterval holds the value at risk with probability 0.95, as far as the futures
 *     go
 * @param expectedShortfall expected minus the mean income of the cases below the floor
 * @param expectedShortfallInterval holds it with probability 0.95, as far as the futures go
 * @param futures how many futures stand behind it
 */
public record IncomeAtRisk(
    double confidence,
    double expected,
    double floor,
    double valueAtRisk,
    Interval valueAtRiskInterval,
    double expectedShortfall,
    Interval expectedShortfallInterval,
    int futures) {}
