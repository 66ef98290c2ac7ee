package io.tiktoktoe.forecast.network;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Series that no training stream has, drawn once and kept with their truth. */
final class ValidationSeries {

  /** Keeps validation series apart from every training stream. */
  private static final long SEED = 0x7e57_5eedL;

  private static final int PART = 64;

  private final List<Part> parts = new ArrayList<>();
  private final int count;

  private record Part(NetworkPass pass, TrainingBatch batch, int count) {

    NetworkLoss loss(float[] weights) {
      pass.forward(weights, count);
      pass.sortQuantiles(count);
      NetworkLoss loss = new NetworkLoss();
      loss.add(pass, batch, count);
      return loss;
    }
  }

  ValidationSeries(int count, int decodedSteps) {
    this.count = count;
    SyntheticSeries series = SyntheticSeries.stream(SEED, NetworkShape.HORIZON);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int done = 0; done < count; done += PART) {
      int size = Math.min(PART, count - done);
      NetworkPass pass = new NetworkPass(Kernels.best(), size, decodedSteps);
      TrainingBatch batch = new TrainingBatch(pass);
      for (int index = 0; index < size; index++) {
        batch.put(index, series.next(), random);
      }
      parts.add(new Part(pass, batch, size));
    }
  }

  int count() {
    return count;
  }

  /** Mean weighted pinball loss of these weights. */
  double loss(float[] weights, Workers workers) {
    NetworkLoss[] losses = new NetworkLoss[parts.size()];
    workers.each(losses.length, i -> losses[i] = parts.get(i).loss(weights));
    NetworkLoss all = new NetworkLoss();
    for (NetworkLoss one : losses) {
      all.add(one);
    }
    return all.mean();
  }
}
