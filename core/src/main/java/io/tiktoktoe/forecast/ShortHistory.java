package io.tiktoktoe.forecast;

import io.tiktoktoe.forecast.band.Spread;
import io.tiktoktoe.forecast.future.Dependence;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.forecast.future.SeriesOutcome;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.QuantileGrid;

/**
 * A Bayesian forecast from fewer than 14 steps: the mean of what there is, with a spread that mixes
 * the values' own with a prior of 80% of the level (three values' worth) and grows with the
 * horizon. Bands have Student's shape with 5 degrees of freedom. Normal-inverse-gamma in spirit;
 * the prior is a stated guess.
 */
final class ShortHistory {

  /** Prior standard deviation of a step relative to the level. */
  private static final double PRIOR_SPREAD = 0.8;

  /** How many values the prior spread counts as. */
  private static final double PRIOR_VALUES = 3;

  /** Share of a step's variance by which the level drifts in a step. */
  private static final double DRIFT = 0.02;

  /** Mean absolute value of a standard normal. */
  private static final double MEAN_ABSOLUTE = 0.8;

  private ShortHistory() {}

  static SeriesOutcome forecast(double[] observed, boolean nonNegative, int steps) {
    double sum = 0;
    int known = 0;
    for (double value : observed) {
      if (!Double.isNaN(value)) {
        sum += value;
        known++;
      }
    }
    double level = sum / known;
    double squares = 0;
    for (double value : observed) {
      if (!Double.isNaN(value)) {
        squares += (value - level) * (value - level);
      }
    }
    double prior = PRIOR_SPREAD * level;
    double variance =
        (squares + PRIOR_VALUES * prior * prior) / (Math.max(0, known - 1) + PRIOR_VALUES);
    double[] quantiles = new double[steps * QuantileGrid.SIZE];
    double[] spreads = new double[steps];
    for (int h = 0; h < steps; h++) {
      double spread = MEAN_ABSOLUTE * Math.sqrt(variance * (1 + 1.0 / known + DRIFT * (h + 1)));
      spreads[h] = Math.max(1e-9, spread);
      for (int q = 0; q < QuantileGrid.SIZE; q++) {
        double value = level + spread * Spread.student(q);
        quantiles[h * QuantileGrid.SIZE + q] = nonNegative ? Math.max(0, value) : value;
      }
    }
    // All but the noise of a single step is about the level, which all steps share.
    double levelShare = 1 - 1 / (1 + 1.0 / known + DRIFT);
    return SeriesOutcome.simple(
        Forecast.Basis.SHORT_HISTORY,
        "short-history level",
        Marginals.of(quantiles, nonNegative, Dependence.level(levelShare, spreads)));
  }
}
