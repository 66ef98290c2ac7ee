package io.tiktoktoe.forecast.sparse;

import io.tiktoktoe.forecast.future.SeriesOutcome;
import io.tiktoktoe.outlook.Forecast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rule of succession for a stream that brought nothing so far, of a creator who earns by others: it
 * may begin, with chance 1 - (n / (n + h))^.5 within h steps after n without (Jeffreys' prior of an
 * event that never came), and then goes as another stream of the creator began, of a size that is
 * known to the order of magnitude.
 */
public final class BeginningStream {

  private static final double PRIOR = 0.5;

  /** Spread of the log of its size relative to another stream's. */
  private static final double SPREAD = 1;

  private BeginningStream() {}

  /** Whether nothing came in this history and something in another. */
  public static boolean possible(double[] values, List<double[]> others) {
    return Arrays.stream(values).noneMatch(value -> Math.abs(value) > 0)
        && others.stream().anyMatch(one -> first(one) < one.length);
  }

  /** The forecast after so many steps without anything. */
  public static SeriesOutcome forecast(
      int silent, List<double[]> others, int steps, int draws, long seed) {
    List<double[]> beginnings = new ArrayList<>();
    for (double[] other : others) {
      int first = first(other);
      if (first < other.length) {
        beginnings.add(Arrays.copyOfRange(other, first, Math.min(other.length, first + steps)));
      }
    }
    double[] paths = new double[draws * steps];
    SplittableRandom random = new SplittableRandom(seed);
    for (int d = 0; d < draws; d++) {
      double u = random.nextDouble();
      double[] beginning = beginnings.get(random.nextInt(beginnings.size()));
      double size = Math.exp(SPREAD * random.nextGaussian() - SPREAD * SPREAD / 2);
      // The chance of silence for h more steps is (n / (n + h))^PRIOR.
      double begin = silent * (Math.pow(1 - u, -1 / PRIOR) - 1);
      for (int h = (int) Math.min(steps, begin); h < steps; h++) {
        int at = h - (int) begin;
        double value = at < beginning.length ? beginning[at] : 0;
        paths[d * steps + h] = Double.isNaN(value) ? 0 : size * Math.max(0, value);
      }
    }
    return SeriesOutcome.simple(
        Forecast.Basis.SPARSE_HISTORY,
        "nothing so far",
        DrawnMarginals.of(paths, draws, steps, true));
  }

  private static int first(double[] values) {
    int first = 0;
    while (first < values.length && !(Math.abs(values[first]) > 0)) {
      first++;
    }
    return first;
  }
}
