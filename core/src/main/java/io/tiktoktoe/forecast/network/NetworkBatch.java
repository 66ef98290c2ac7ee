package io.tiktoktoe.forecast.network;

import static io.tiktoktoe.forecast.network.NetworkShape.LEVELS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fills a pass with series for inference and turns its output back into the series' units. */
final class NetworkBatch {

  private final NetworkPass pass;
  private final int horizon;
  private final List<NetworkInput> inputs = new ArrayList<>();
  private final List<double[]> forecasts = new ArrayList<>();

  NetworkBatch(NetworkPass pass, int horizon) {
    this.pass = pass;
    this.horizon = horizon;
  }

  void add(NetworkInput input) {
    int index = inputs.size();
    double[] candidates = input.forecasts(horizon);
    input.writeHistory(pass.history, index * NetworkShape.HISTORY);
    for (int h = 1; h <= horizon; h++) {
      int row = index * horizon + h - 1;
      pass.stepOf[row] = h;
      input.writeStep(h, candidates, pass.decoderInput, row * NetworkShape.DECODER_INPUT);
      input.writeCandidates(h, candidates, pass.candidates, row * Candidates.COUNT);
    }
    inputs.add(input);
    forecasts.add(candidates);
  }

  /** Quantiles of one series, [level][step], in its own unit. */
  double[][] answer(int index, double rangeSlack) {
    NetworkInput input = inputs.get(index);
    double[][] answer = new double[LEVELS.length][horizon];
    if (input.series.allZero) {
      return answer;
    }
    double least = Arrays.stream(input.series.y).min().orElse(0) - rangeSlack;
    double most = Arrays.stream(input.series.y).max().orElse(0) + rangeSlack;
    for (int step = 0; step < horizon; step++) {
      double reference = forecasts.get(index)[step * Candidates.COUNT + Candidates.REFERENCE];
      int row = (index * horizon + step) * LEVELS.length;
      for (int level = 0; level < LEVELS.length; level++) {
        double y = reference + input.noise * pass.quantiles[row + level];
        double x = input.series.inverse(Math.clamp(y, least, most));
        answer[level][step] = input.series.nonNegative ? Math.max(0, x) : x;
      }
    }
    return answer;
  }
}
