package io.tiktoktoe.pipeline.insight;

import io.tiktoktoe.stats.Interval;
import java.util.OptionalDouble;

/**
 * Something that the data say beyond noise.
 *
 * @param kind what
 * @param subject of what, such as an hour, a sign of leaving or a stream
 * @param value its size: a share, an amount or a measure
 * @param interval holds the true value, but for noise, with its confidence
 * @param reference what it is more than
 * @param falseChance chance with which noise alone would have shown it, over all that was looked at
 *     (Holm's), 0.05 at the most; empty where there is no noise
 */
public record PlatformInsight(
    InsightKind kind,
    String subject,
    double value,
    Interval interval,
    double reference,
    OptionalDouble falseChance) {}
