package io.tiktoktoe.forecast.blend;

import io.tiktoktoe.outlook.Backtest;
import io.tiktoktoe.outlook.QuantileGrid;

/**
 * Forecast accuracy measures of a backtest: scaled errors, pinball loss and coverage, added up
 * forecast by forecast.
 */
public final class Scoreboard {

  private final double naiveError;
  private int origins;
  private int steps;
  private double absolute;
  private double naive;
  private double pinball;
  private double level;
  private int inside68;
  private int inside95;

  /**
   * @param naiveError mean absolute in-sample error of the seasonal naive, which errors are
   *     measured in
   */
  public Scoreboard(double naiveError) {
    this.naiveError = naiveError;
  }

  /** One more origin is forecast from. */
  public void origin() {
    origins++;
  }

  /** What came, the forecast's grid at {@code offset} and the seasonal naive's forecast. */
  public void add(double actual, double[] quantiles, int offset, double naiveForecast) {
    if (Double.isNaN(actual) || Double.isNaN(naiveForecast)) {
      return;
    }
    steps++;
    absolute += Math.abs(actual - quantiles[offset + QuantileGrid.MEDIAN]);
    naive += Math.abs(actual - naiveForecast);
    level += Math.abs(actual);
    inside95 +=
        inside(
            actual, QuantileGrid.low95(quantiles, offset), QuantileGrid.high95(quantiles, offset));
    inside68 +=
        inside(
            actual, QuantileGrid.low68(quantiles, offset), QuantileGrid.high68(quantiles, offset));
    double loss = 0;
    for (int q = 0; q < QuantileGrid.SIZE; q++) {
      double under = actual - quantiles[offset + q];
      double p = QuantileGrid.probability(q);
      loss += under >= 0 ? p * under : (p - 1) * under;
    }
    pinball += loss / QuantileGrid.SIZE;
  }

  private static int inside(double value, double low, double high) {
    return value >= low && value <= high ? 1 : 0;
  }

  public Backtest result() {
    if (steps == 0) {
      return Backtest.NONE;
    }
    return new Backtest(
        origins,
        steps,
        absolute / steps / naiveError,
        naive / steps / naiveError,
        level == 0 ? 0 : pinball / level,
        (double) inside68 / steps,
        (double) inside95 / steps,
        Double.NaN);
  }
}
