package io.tiktoktoe.content.brief;

import io.tiktoktoe.stats.Interval;

/**
 * A shrunk effect (best linear unbiased prediction) of one choice, the others held.
 *
 * @param factor what was chosen
 * @param level how, such as {@code live} or {@code 18-24}
 * @param contents how many were made so
 * @param times what they bring, as a multiple of what is usual; below 1 is less
 * @param interval holds it with probability 0.95
 */
public record BriefEffect(
    BriefFactor factor, String level, int contents, double times, Interval interval) {}
