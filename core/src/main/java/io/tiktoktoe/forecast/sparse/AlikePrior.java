package io.tiktoktoe.forecast.sparse;

import io.tiktoktoe.forecast.future.SeriesOutcome;
import io.tiktoktoe.forecast.member.Prepared;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.series.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A cold-start forecast by analogy, a bootstrap of similar creators: a new creator's futures are
 * stretches of the histories of creators alike. A creator alike counts the more, the nearer its
 * level is to the few values known, and its stretch is moved towards them by n / (n + 4) for n
 * values.
 */
public final class AlikePrior {

  /** Own values at which own level and level of creators alike count the same. */
  private static final double OWN_VALUES = 4;

  /** Typical distance of log levels between creators that count as alike. */
  private static final double LOG_DISTANCE = 1;

  private AlikePrior() {}

  /** Whether these histories can serve. */
  public static boolean possible(List<Series> alike) {
    return alike.stream().anyMatch(one -> one.length() - one.missing() >= Prepared.FULL_HISTORY);
  }

  public static SeriesOutcome forecast(
      double[] own, List<Series> alike, boolean nonNegative, int steps, int draws, long seed) {
    List<double[]> histories = new ArrayList<>();
    for (Series one : alike) {
      if (one.length() - one.missing() >= Prepared.FULL_HISTORY) {
        histories.add(Prepared.of(one.toArray(), List.of(), false).filled());
      }
    }
    List<Double> scales =
        alike.stream()
            .filter(one -> one.length() - one.missing() >= Prepared.FULL_HISTORY)
            .map(one -> Prepared.of(one.toArray(), List.of(), false).scale())
            .toList();
    double[] paths = paths(own, histories, scales, steps, draws, seed);
    return SeriesOutcome.simple(
        Forecast.Basis.PRIOR,
        "creators alike",
        DrawnMarginals.of(paths, draws, steps, nonNegative));
  }

  private static double[] paths(
      double[] own,
      List<double[]> histories,
      List<Double> scales,
      int steps,
      int draws,
      long seed) {
    double sum = 0;
    int known = 0;
    for (double value : own) {
      if (!Double.isNaN(value)) {
        sum += value;
        known++;
      }
    }
    double level = known == 0 ? 0 : sum / known;
    double[] cumulative = weights(level, known, histories, scales);
    SplittableRandom random = new SplittableRandom(seed);
    double[] paths = new double[draws * steps];
    for (int d = 0; d < draws; d++) {
      double u = random.nextDouble() * cumulative[cumulative.length - 1];
      int chosen = 0;
      while (cumulative[chosen] < u) {
        chosen++;
      }
      double[] history = histories.get(chosen);
      int start = random.nextInt(history.length);
      double theirs = scales.get(chosen);
      double pull = known / (known + OWN_VALUES);
      double factor = level > 0 ? theirs * Math.pow(level / theirs, pull) : theirs * (1 - pull);
      for (int h = 0; h < steps; h++) {
        paths[d * steps + h] = factor * history[(start + h) % history.length];
      }
    }
    return paths;
  }

  private static double[] weights(
      double level, int known, List<double[]> histories, List<Double> scales) {
    double[] cumulative = new double[scales.size()];
    double sum = 0;
    for (int i = 0; i < cumulative.length; i++) {
      double distance = level > 0 && known > 0 ? Math.log(level / scales.get(i)) / LOG_DISTANCE : 0;
      double trust = known / (known + OWN_VALUES);
      double near = Math.exp(-0.5 * trust * Math.min(50, distance * distance));
      // Without any income so far a creator counts by how often so many days brought it nothing.
      sum += 1e-12 + (level > 0 || known == 0 ? near : silence(histories.get(i), known));
      cumulative[i] = sum;
    }
    return cumulative;
  }

  /** Share of stretches of so many steps without income. */
  private static double silence(double[] history, int steps) {
    int silent = 0;
    int run = 0;
    for (double value : history) {
      run = value == 0 ? run + 1 : 0;
      silent += run >= steps ? 1 : 0;
    }
    return (double) silent / Math.max(1, history.length - steps + 1);
  }
}
