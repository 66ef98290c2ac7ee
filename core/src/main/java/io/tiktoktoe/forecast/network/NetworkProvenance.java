package io.tiktoktoe.forecast.network;

import java.util.Properties;

/**
 * Where a set of weights comes from.
 *
 * @param generatorVersion which {@link SyntheticSeries#VERSION} made the training series
 * @param seed of the weights' start and of the training stream
 * @param steps optimiser steps taken; 0 means untrained: such a network must have weight 0
 * @param batch series per step
 * @param validationLoss mean weighted pinball loss on validation series; NaN when untrained
 */
public record NetworkProvenance(
    int generatorVersion, long seed, long steps, int batch, double validationLoss) {

  /** Whether the weights have learnt anything. */
  public boolean trained() {
    return steps > 0;
  }

  Properties toProperties() {
    Properties properties = new Properties();
    properties.setProperty("generator_version", Integer.toString(generatorVersion));
    properties.setProperty("seed", Long.toString(seed));
    properties.setProperty("steps", Long.toString(steps));
    properties.setProperty("batch", Integer.toString(batch));
    properties.setProperty("validation_loss", Double.toString(validationLoss));
    properties.setProperty("parameters", Integer.toString(NetworkShape.PARAMETERS));
    return properties;
  }

  static NetworkProvenance fromProperties(Properties properties) {
    int parameters = Integer.parseInt(require(properties, "parameters"));
    if (parameters != NetworkShape.PARAMETERS) {
      throw new IllegalArgumentException(
          "parameters (%d) must be %d. Maybe train again: the weights belong to another shape."
              .formatted(parameters, NetworkShape.PARAMETERS));
    }
    return new NetworkProvenance(
        Integer.parseInt(require(properties, "generator_version")),
        Long.parseLong(require(properties, "seed")),
        Long.parseLong(require(properties, "steps")),
        Integer.parseInt(require(properties, "batch")),
        Double.parseDouble(require(properties, "validation_loss")));
  }

  private static String require(Properties properties, String key) {
    String value = properties.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException(
          "key (%s) is missing in the weights' provenance. Maybe the file was cut.".formatted(key));
    }
    return value;
  }
}
