package io.tiktoktoe.risk;

import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.NormalShrinkage;
import io.tiktoktoe.stats.NormalShrinkage.Normal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The stream from which a share of the income is best moved to the others, mean unchanged: it
 * lowers the expected shortfall most. The best of several is partly lucky in the futures that were
 * drawn, so what moves gain is shrunk by {@linkplain NormalShrinkage empirical Bayes} first.
 *
 * @param stream place of the stream
 * @param gain by how much the shortfall falls, in the outcomes' unit; above 0
 * @param interval of the gain
 */
record StreamShift(int stream, double gain, Interval interval) {

  /**
   * The best shift; empty when none gains.
   *
   * @param all outcomes of the total, one per future
   * @param streams outcomes of each stream in the same futures
   * @param share of a stream's income that is moved
   */
  static Optional<StreamShift> best(double[] all, List<double[]> streams, double share) {
    double[] before = TailRisk.shortfallParts(all, TailRisk.TWENTIETH);
    // A stream without income moves nothing and is sure of it: that is no evidence of the others.
    int[] moving =
        IntStream.range(0, streams.size()).filter(s -> moves(all, streams.get(s))).toArray();
    if (moving.length == 0) {
      return Optional.empty();
    }
    double[][] parts = new double[moving.length][all.length];
    for (int s = 0; s < moving.length; s++) {
      double[] own = parts[s];
      double[] shifted = shifted(all, streams.get(moving[s]), share);
      double[] after = TailRisk.shortfallParts(shifted, TailRisk.TWENTIETH);
      Arrays.setAll(own, path -> before[path] - after[path]);
    }
    double[] gains = Arrays.stream(parts).mapToDouble(StreamShift::mean).toArray();
    double[] variances = variances(parts);
    double between = NormalShrinkage.between(gains, variances);
    Normal common = NormalShrinkage.common(gains, variances, between);
    Optional<StreamShift> best = Optional.empty();
    for (int s = 0; s < gains.length; s++) {
      Normal one = NormalShrinkage.shrunk(gains[s], variances[s], common, between);
      if (one.mean() > best.map(StreamShift::gain).orElse(0.0)) {
        double error = Math.sqrt(one.variance());
        Interval interval = Interval.normal(one.mean(), error, Interval.WIDE);
        best = Optional.of(new StreamShift(moving[s], one.mean(), interval));
      }
    }
    return best;
  }

  private static boolean moves(double[] all, double[] stream) {
    double mean = mean(stream);
    return mean > 0 && mean(all) - mean > 0;
  }

  private static double[] shifted(double[] all, double[] stream, double share) {
    double mean = mean(stream);
    double[] shifted = new double[all.length];
    double grow = share * mean / (mean(all) - mean);
    Arrays.setAll(
        shifted, path -> all[path] - share * stream[path] + grow * (all[path] - stream[path]));
    return shifted;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  /**
   * Variances of the gains' errors. What one stream takes the others get: errors in the same
   * futures are opposed, and gains lie further apart by chance than their own variances say. So
   * those of the distances from the mean gain are taken, which are 1 - 1/n of it.
   */
  private static double[] variances(double[][] parts) {
    int streams = parts.length;
    int paths = parts[0].length;
    double[] common = new double[paths];
    for (double[] own : parts) {
      Arrays.setAll(common, path -> common[path] + own[path] / streams);
    }
    double[] variances = new double[streams];
    for (int s = 0; s < streams; s++) {
      double[] own = parts[s];
      double[] apart = new double[paths];
      Arrays.setAll(apart, path -> own[path] - (streams == 1 ? 0 : common[path]));
      double scale = streams == 1 ? 1 : streams / (streams - 1.0);
      variances[s] = Math.max(Double.MIN_NORMAL, scale * variance(apart) / paths);
    }
    return variances;
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(one -> (one - mean) * (one - mean)).sum()
        / Math.max(1, values.length - 1);
  }
}
