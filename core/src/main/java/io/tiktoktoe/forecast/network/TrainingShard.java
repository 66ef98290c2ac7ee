package io.tiktoktoe.forecast.network;

import java.util.SplittableRandom;

/**
 * A fixed part of every batch with series, buffers and a gradient of its own, so that shards are
 * worked on at the same time. What a shard computes does not depend on the thread.
 */
final class TrainingShard {

  /** Series of a full shard: smaller ones would spend their time on the weights, not on series. */
  static final int SERIES = 16;

  private final int count;
  private final NetworkPass pass;
  private final NetworkGradient gradient;
  private final TrainingBatch batch;
  private double loss;

  TrainingShard(int count, int decodedSteps) {
    this.count = count;
    pass = new NetworkPass(Kernels.best(), count, decodedSteps);
    gradient = new NetworkGradient(pass);
    batch = new TrainingBatch(pass);
  }

  int count() {
    return count;
  }

  /** Draws the series of {@code seed} and computes their mean loss and its gradient. */
  void work(float[] parameters, long seed) {
    SyntheticSeries series = SyntheticSeries.stream(seed, NetworkShape.HORIZON);
    SplittableRandom random = new SplittableRandom(seed + 1);
    for (int index = 0; index < count; index++) {
      batch.put(index, series.next(), random);
    }
    pass.forward(parameters, count);
    loss = gradient.backward(parameters, count, batch.targets, batch.weights);
  }

  /** The mean loss of the last {@link #work}. */
  double loss() {
    return loss;
  }

  /** The gradient of {@link #loss}. */
  float[] gradient() {
    return gradient.gradient();
  }
}
