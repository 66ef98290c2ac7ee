package io.tiktoktoe.forecast.network;

import static io.tiktoktoe.forecast.network.NetworkShape.LEVELS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fills a pass with series for inference and turns its output back into the series' units. */
final class NetworkBatch {

  /** Where the median lies among the levels. */
  private static final int MEDIAN = Arrays.binarySearch(LEVELS, .5);

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
  double[][] quantiles(int index, double rangeSlack) {
    double[][] answer = new double[LEVELS.length][horizon];
    for (int level = 0; level < LEVELS.length; level++) {
      read(index, level, rangeSlack, answer[level]);
    }
    return answer;
  }

  /** Medians of one series by step, in its own unit. */
  double[] medians(int index, double rangeSlack) {
    double[] answer = new double[horizon];
    read(index, MEDIAN, rangeSlack, answer);
    return answer;
  }

  private void read(int index, int level, double rangeSlack, double[] answer) {
    NetworkInput input = inputs.get(index);
    if (input.series.allZero) {
      return;
    }
    double least = input.series.least - rangeSlack;
    double most = input.series.most + rangeSlack;
    double[] candidates = forecasts.get(index);
    for (int step = 0; step < horizon; step++) {
      double reference = candidates[step * Candidates.COUNT + Candidates.REFERENCE];
      int at = (index * horizon + step) * LEVELS.length + level;
      double y = reference + input.noise * pass.quantiles[at];
      double x = input.series.inverse(Math.clamp(y, least, most));
      answer[step] = input.series.nonNegative ? Math.max(0, x) : x;
    }
  }
}
