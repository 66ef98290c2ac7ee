package io.tiktoktoe.forecast.network;

import java.util.random.RandomGenerator;

/** Fills a pass with made-up series and keeps the truth beside them. */
final class TrainingBatch {

  /** Added to the difficulty before dividing, on the asinh scale. */
  private static final double WEIGHT_FLOOR = .01;

  private final NetworkPass pass;

  /** Truth less reference, in noise units. */
  final float[] targets;

  /** What a noise unit costs: the series' own difficulty, so that all teach alike. */
  final float[] weights;

  TrainingBatch(NetworkPass pass) {
    this.pass = pass;
    targets = new float[pass.capacity * pass.steps];
    weights = new float[pass.capacity * pass.steps];
  }

  /** Puts a sample in place {@code index}, with one random step out of each stretch of horizon. */
  void put(int index, SyntheticSample sample, RandomGenerator random) {
    int horizon = NetworkShape.HORIZON;
    double stretch = horizon / (double) pass.steps;
    int[] chosen = new int[pass.steps];
    for (int i = 0; i < pass.steps; i++) {
      chosen[i] = 1 + (int) ((i + random.nextDouble()) * stretch);
    }
    put(index, sample, chosen);
  }

  /** Puts a sample in place {@code index} with the given steps. */
  void put(int index, SyntheticSample sample, int[] chosen) {
    double[] history = sample.history();
    NetworkInput input = new NetworkInput(history, sample.period(), sample.longPeriod());
    input.writeHistory(pass.history, index * NetworkShape.HISTORY);
    double[] forecasts = input.forecasts(NetworkShape.HORIZON);
    float weight = (float) (input.noise / (input.difficulty + WEIGHT_FLOOR));
    for (int i = 0; i < pass.steps; i++) {
      int row = index * pass.steps + i;
      int h = chosen[i];
      pass.stepOf[row] = h;
      input.writeStep(h, forecasts, pass.decoderInput, row * NetworkShape.DECODER_INPUT);
      input.writeCandidates(h, forecasts, pass.candidates, row * Candidates.COUNT);
      double truth = input.series.forward(sample.truth(h));
      double reference = forecasts[(h - 1) * Candidates.COUNT + Candidates.REFERENCE];
      targets[row] = (float) ((truth - reference) / input.noise);
      weights[row] = weight;
    }
  }
}
