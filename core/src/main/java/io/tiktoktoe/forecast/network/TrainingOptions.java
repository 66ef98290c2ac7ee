package io.tiktoktoe.forecast.network;

/**
 * How long and how a network is trained.
 *
 * @param seed of the weights' start and of the stream of series
 * @param steps optimiser steps in the whole training; the learning rate falls along a half cosine
 *     towards the last
 * @param batch series per step
 * @param learningRate the highest learning rate, reached after {@link #warmup} steps
 * @param warmup steps over which the learning rate rises from 0
 * @param averaging decay per step of the running average of the weights, which is what is kept
 */
public record TrainingOptions(
    long seed, long steps, int batch, double learningRate, int warmup, double averaging) {

  public TrainingOptions {
    if (steps < 1 || batch < 1 || warmup < 0) {
      throw new IllegalArgumentException(
          "steps (%d) and batch (%d) must be at least 1, warmup (%d) at least 0."
              .formatted(steps, batch, warmup));
    }
    if (!(learningRate > 0 && learningRate < 1) || !(averaging >= 0 && averaging < 1)) {
      throw new IllegalArgumentException(
          "learningRate (%s) must lie in (0, 1), averaging (%s) in [0, 1)."
              .formatted(learningRate, averaging));
    }
  }

  /** Seed 1, 60,000 steps of 64 series, learning rate .001: about an hour on a busy core. */
  public static TrainingOptions defaults() {
    return new TrainingOptions(1, 60_000, 64, 1e-3, 500, .9995);
  }

  /** The same with another length. */
  public TrainingOptions withSteps(long steps) {
    return new TrainingOptions(seed, steps, batch, learningRate, warmup, averaging);
  }

  /** The same with another seed. */
  public TrainingOptions withSeed(long seed) {
    return new TrainingOptions(seed, steps, batch, learningRate, warmup, averaging);
  }

  /** The same with another number of series per step. */
  public TrainingOptions withBatch(int batch) {
    return new TrainingOptions(seed, steps, batch, learningRate, warmup, averaging);
  }

  /** The same with another highest learning rate. */
  public TrainingOptions withLearningRate(double learningRate) {
    return new TrainingOptions(seed, steps, batch, learningRate, warmup, averaging);
  }

  /** The learning rate of one step, counted from 1. */
  double rateAt(long step) {
    double rise = warmup == 0 ? 1 : Math.min(1, step / (double) warmup);
    double done = Math.min(1, step / (double) steps);
    return learningRate * rise * (.01 + .99 * (1 + Math.cos(Math.PI * done)) / 2);
  }
}
