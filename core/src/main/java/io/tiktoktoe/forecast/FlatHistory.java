package io.tiktoktoe.forecast;

import io.tiktoktoe.forecast.future.Dependence;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.forecast.member.Prepared;
import io.tiktoktoe.outlook.QuantileGrid;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A constant series: the same value always. It goes on, but for a chance of something else at each
 * step, half of one in the number of values and one (Krichevsky–Trofimov); how large that is, the
 * past does not tell. Members would give the value up to the rounding of their sums.
 */
final class FlatHistory {

  /** What a change that never came counts for. */
  private static final double UNSEEN = 0.5;

  /** Scale of something else relative to the value, a guess, as of short histories. */
  private static final double SPREAD = 0.8;

  private static final TDistribution SHAPE = TDistribution.of(5);

  private FlatHistory() {}

  /** Whether all values are the same and not zero. */
  static boolean suits(Prepared history) {
    double[] known = known(history);
    return known.length > 0
        && known[0] != 0
        && Arrays.stream(known).allMatch(value -> value == known[0]);
  }

  /** The next steps, in the scale of the history. */
  static Marginals forecast(Prepared history, int steps) {
    double[] known = known(history);
    double value = known[0];
    double change = UNSEEN / (known.length + 1);
    double[] quantiles = new double[steps * QuantileGrid.SIZE];
    for (int at = 0; at < quantiles.length; at++) {
      double one = quantile(value, change, QuantileGrid.probability(at % QuantileGrid.SIZE));
      quantiles[at] = history.nonNegative() ? Math.max(0, one) : one;
    }
    double[] mean = new double[steps];
    Arrays.fill(mean, value);
    Marginals marginals = Marginals.of(quantiles, history.nonNegative(), Dependence.NONE);
    return new Marginals(quantiles, mean, marginals.sampler(), marginals.dependence());
  }

  /** Of a mixture of the value and a Student's distribution about it. */
  private static double quantile(double value, double change, double probability) {
    double spread = SPREAD * Math.abs(value);
    if (probability < change / 2) {
      return value + spread * SHAPE.inverseCumulativeProbability(probability / change);
    }
    if (probability > 1 - change / 2) {
      return value - spread * SHAPE.inverseCumulativeProbability((1 - probability) / change);
    }
    return value;
  }

  private static double[] known(Prepared history) {
    return Arrays.stream(history.observed()).filter(value -> !Double.isNaN(value)).toArray();
  }
}
