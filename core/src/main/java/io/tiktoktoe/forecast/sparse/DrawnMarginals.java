package io.tiktoktoe.forecast.sparse;

import io.tiktoktoe.forecast.future.Dependence;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.outlook.QuantileGrid;
import java.util.Arrays;

/** Empirical predictive distributions: those of futures that are drawn already. */
final class DrawnMarginals {

  /** What comes in no draw is not impossible: one unit in half of one draw more. */
  private static final double UNSEEN = 0.5;

  private DrawnMarginals() {}

  /**
   * From paths one after the other; what is below zero where nothing can be becomes zero in them. A
   * step in which nothing is drawn has an expected value all the same.
   *
   * @param paths owned by the result, draws times steps
   */
  static Marginals of(double[] paths, int draws, int steps, boolean nonNegative) {
    double[] quantiles = new double[steps * QuantileGrid.SIZE];
    double[] column = new double[draws];
    double[] mean = new double[steps];
    for (int h = 0; h < steps; h++) {
      for (int d = 0; d < draws; d++) {
        double value = paths[d * steps + h];
        column[d] = nonNegative ? Math.max(0, value) : value;
        paths[d * steps + h] = column[d];
        mean[h] += column[d] / draws;
      }
      if (nonNegative && mean[h] == 0) {
        mean[h] = UNSEEN / (draws + 1);
      }
      Arrays.sort(column);
      QuantileGrid.fill(column, quantiles, h * QuantileGrid.SIZE);
    }
    return new Marginals(
        quantiles,
        mean,
        (path, latent, values, offset) ->
            System.arraycopy(paths, path % draws * steps, values, offset, latent.length),
        Dependence.NONE);
  }
}
