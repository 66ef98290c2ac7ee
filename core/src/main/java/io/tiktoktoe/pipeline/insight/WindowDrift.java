package io.tiktoktoe.pipeline.insight;

/**
 * Change-point alert: the newest window of a stream differs from those before by more than their
 * noise would make.
 *
 * @param measure people, paying, minutes or revenue
 * @param value of the newest window, in the measure's unit: persons, minutes, or minor units
 * @param before mean of the windows before, in the same unit
 * @param windows how many those are
 * @param halfWidth95 the difference's noise stays within it with probability 0.95, in the same unit
 * @param falseChance chance that noise alone makes a difference as large in any of the measures
 */
public record WindowDrift(
    String measure,
    double value,
    double before,
    int windows,
    double halfWidth95,
    double falseChance) {}
