package io.tiktoktoe.benchmarks.network;

import io.tiktoktoe.forecast.network.NetworkProvenance;
import io.tiktoktoe.forecast.network.PretrainedNetwork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The network against the seasonal naive: MASE of the median and mean pinball loss over all levels,
 * each as the mean over series and as the geometric mean of the ratio to the naive's (which no
 * single wild series decides), and the coverage of its 68% and 95% intervals; on made-up series it
 * never saw and, for context only, on the train parts of NN5 and M4 Hourly. Argument: how many
 * made-up series (default 2,000).
 */
public final class NetworkAccuracy {

  private static final double[] LEVELS = PretrainedNetwork.levels();

  private NetworkAccuracy() {}

  /** Prints the table. */
  public static void main(String[] arguments) throws IOException {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2000;
    PretrainedNetwork network = PretrainedNetwork.load();
    NetworkProvenance provenance = network.provenance();
    System.out.printf(
        "generator %d, seed %d, steps %d of %d series, validation loss %.5f%n",
        provenance.generatorVersion(),
        provenance.seed(),
        provenance.steps(),
        provenance.batch(),
        provenance.validationLoss());
    List<HeldOut> sets = new ArrayList<>(HeldOut.synthetic(count, 90));
    sets.addAll(HeldOut.nn5());
    sets.addAll(HeldOut.m4Hourly());
    Map<String, Score> scores = new TreeMap<>();
    for (HeldOut set : sets) {
      Score score = scores.computeIfAbsent(set.group(), group -> new Score());
      double[][] ours =
          network.quantiles(set.history(), set.period(), set.longPeriod(), set.future().length);
      double[][] naive =
          SeasonalNaiveBaseline.quantiles(set.history(), set.period(), set.future().length, LEVELS);
      score.add(set, ours, naive);
    }
    System.out.printf(
        "%-24s %6s %8s %8s %6s %8s %8s %6s %6s %6s%n",
        "set", "series", "MASE", "naive", "ratio", "pinball", "naive", "ratio", "68%", "95%");
    scores.forEach((group, score) -> score.print(group));
  }

  /** Sums over the series of one group; each series counts the same. */
  private static final class Score {
    /** Added to errors before their ratio: some made-up series are forecast without error. */
    private static final double RATIO_FLOOR = 1e-3;

    private int series;
    private double mase;
    private double naiveMase;
    private double logMaseRatio;
    private double logPinballRatio;
    private double pinball;
    private double naivePinball;
    private long seen;
    private long within68;
    private long within95;

    void add(HeldOut set, double[][] ours, double[][] naive) {
      double scale = SeasonalNaiveBaseline.scale(set.history(), set.period());
      if (!(scale > 0)) {
        return;
      }
      series++;
      int median = Arrays.binarySearch(LEVELS, .5);
      double error = error(ours[median], set.future()) / scale;
      double naiveError = error(naive[median], set.future()) / scale;
      mase += error;
      naiveMase += naiveError;
      logMaseRatio += Math.log((error + RATIO_FLOOR) / (naiveError + RATIO_FLOOR));
      double loss = pinball(ours, set.future()) / scale;
      double naiveLoss = pinball(naive, set.future()) / scale;
      pinball += loss;
      naivePinball += naiveLoss;
      logPinballRatio += Math.log((loss + RATIO_FLOOR) / (naiveLoss + RATIO_FLOOR));
      int low = Arrays.binarySearch(LEVELS, .16);
      for (int step = 0; step < set.future().length; step++) {
        double truth = set.future()[step];
        if (Double.isFinite(truth)) {
          seen++;
          within68 += within(truth, ours[low][step], ours[LEVELS.length - 1 - low][step]);
          within95 += within(truth, ours[0][step], ours[LEVELS.length - 1][step]);
        }
      }
    }

    private static int within(double truth, double low, double high) {
      return truth >= low && truth <= high ? 1 : 0;
    }

    private static double error(double[] forecast, double[] future) {
      double sum = 0;
      int count = 0;
      for (int step = 0; step < future.length; step++) {
        if (Double.isFinite(future[step])) {
          sum += Math.abs(forecast[step] - future[step]);
          count++;
        }
      }
      return sum / Math.max(1, count);
    }

    private static double pinball(double[][] quantiles, double[] future) {
      double sum = 0;
      int count = 0;
      for (int level = 0; level < LEVELS.length; level++) {
        for (int step = 0; step < future.length; step++) {
          if (Double.isFinite(future[step])) {
            double error = future[step] - quantiles[level][step];
            sum += Math.max(LEVELS[level] * error, (LEVELS[level] - 1) * error);
            count++;
          }
        }
      }
      return sum / Math.max(1, count);
    }

    void print(String group) {
      System.out.printf(
          "%-24s %6d %8.4f %8.4f %6.3f %8.4f %8.4f %6.3f %6.3f %6.3f%n",
          group,
          series,
          mase / series,
          naiveMase / series,
          Math.exp(logMaseRatio / series),
          pinball / series,
          naivePinball / series,
          Math.exp(logPinballRatio / series),
          within68 / (double) seen,
          within95 / (double) seen);
    }
  }
}
