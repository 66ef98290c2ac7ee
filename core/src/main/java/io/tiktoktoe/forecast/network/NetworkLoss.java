package io.tiktoktoe.forecast.network;

import static io.tiktoktoe.forecast.network.NetworkShape.LEVELS;

/** A running mean of the weighted pinball loss. */
final class NetworkLoss {

  private double sum;
  private long count;

  void add(NetworkPass pass, TrainingBatch batch, int series) {
    for (int row = 0; row < series * pass.steps; row++) {
      for (int level = 0; level < LEVELS.length; level++) {
        double error = batch.targets[row] - pass.quantiles[row * LEVELS.length + level];
        double pinball = Math.max(LEVELS[level] * error, (LEVELS[level] - 1) * error);
        sum += batch.weights[row] * pinball;
        count++;
      }
    }
  }

  void add(NetworkLoss other) {
    sum += other.sum;
    count += other.count;
  }

  double mean() {
    return sum / count;
  }
}
