package io.tiktoktoe.content.insight;

import io.tiktoktoe.stats.Interval;

/**
 * Calibration of attributed value by randomised holdouts, for one type of content.
 *
 * @param kind the type
 * @param holdouts how many of its contents were withheld by chance, with an effect that is known
 * @param factor what attributed value is to be multiplied by: 1 where attribution is right
 * @param interval holds the factor of a type's contents on average with 95%
 */
public record HoldoutCalibration(
    ContentKind kind, int holdouts, double factor, Interval interval) {}
