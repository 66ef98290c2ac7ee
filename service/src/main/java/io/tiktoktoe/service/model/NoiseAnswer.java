package io.tiktoktoe.service.model;

import io.tiktoktoe.privacy.NoiseChoice;

/**
 * Noise to add to each of a number of statistics.
 *
 * @param mechanism gaussian or laplace
 * @param scale sigma of Gaussian, b of Laplace noise, in the statistic's unit
 * @param standardError standard deviation of the noise of one statistic, in its unit
 * @param epsilon what all statistics cost together
 * @param count how many statistics
 */
public record NoiseAnswer(
    String mechanism, double scale, double standardError, double epsilon, long count) {

  /** A choice for people and programs. */
  public static NoiseAnswer of(NoiseChoice choice) {
    return new NoiseAnswer(
        choice.mechanism().kind().label(),
        choice.mechanism().parameter(),
        choice.standardError(),
        choice.epsilon(),
        choice.mechanism().count());
  }
}
