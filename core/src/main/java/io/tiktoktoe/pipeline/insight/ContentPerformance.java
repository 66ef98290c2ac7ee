package io.tiktoktoe.pipeline.insight;

import java.util.List;

/**
 * How content does, in numbers of people.
 *
 * @param contents those with most people
 * @param completion whether each mostly watches to the end
 * @param platforms where each mostly is
 */
public record ContentPerformance(
    List<NoisyNumber> contents, List<NoisyNumber> completion, List<NoisyNumber> platforms) {}
