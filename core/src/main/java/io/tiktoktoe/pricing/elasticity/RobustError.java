package io.tiktoktoe.pricing.elasticity;

import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.LongRunVariance;
import java.util.TreeMap;

/**
 * Standard error of a slope that neither unequal variances nor dependent rows spoil: clustered by
 * unit where there are many (Liang and Zeger 1986), else for unequal variances alone (White 1980);
 * or the scores of each period added up and taken for a series (Driscoll and Kraay 1998) if that is
 * larger.
 *
 * @param error standard error
 * @param freedom its degrees of freedom
 */
record RobustError(double error, double freedom) {

  /** Fewer clusters make errors too small. */
  private static final int MANY_UNITS = 20;

  private static final int MANY_PERIODS = 10;

  /**
   * Of a slope that is the sum of the scores over the information.
   *
   * @param scores of each row: what is left of the price times the residual, over one less the
   *     leverage (MacKinnon and White 1985)
   * @param information sum of squares of what is left of the price
   * @param fitted parameters beside the slope
   */
  static RobustError of(DemandRows rows, double[] scores, double information, int fitted) {
    RobustError error =
        rows.unitCount() >= MANY_UNITS
            ? byUnit(rows, scores, information)
            : white(rows, scores, information, fitted);
    double[] byPeriod = byPeriod(rows, scores);
    return byPeriod.length < MANY_PERIODS
        ? error
        : error.larger(overTime(byPeriod, rows, information, fitted));
  }

  private RobustError larger(RobustError other) {
    return other.reach() > reach() ? other : this;
  }

  /** How far the interval at .95 reaches. */
  private double reach() {
    return error * Interval.t(freedom, Interval.WIDE);
  }

  /** The error of a normal estimate whose interval at .95 reaches as far. */
  double normal() {
    return reach() / Interval.z(Interval.WIDE);
  }

  private static RobustError white(
      DemandRows rows, double[] scores, double information, int fitted) {
    return new RobustError(
        Math.sqrt(PartialledOut.squares(scores)) / information, freedom(rows, fitted));
  }

  private static double freedom(DemandRows rows, int fitted) {
    return Math.max(1, rows.rows() - fitted - 1);
  }

  private static RobustError byUnit(DemandRows rows, double[] scores, double information) {
    int clusters = rows.unitCount();
    double[] sums = new double[clusters];
    for (int row = 0; row < scores.length; row++) {
      sums[rows.units()[row]] += scores[row];
    }
    double correction = clusters / (clusters - 1.0);
    return new RobustError(
        Math.sqrt(PartialledOut.squares(sums) * correction) / information, clusters - 1.0);
  }

  private static RobustError overTime(
      double[] byPeriod, DemandRows rows, double information, int fitted) {
    int bandwidth = LongRunVariance.plainBandwidth(byPeriod.length);
    double freedom = freedom(rows, fitted);
    double variance = LongRunVariance.bartlett(byPeriod, bandwidth, 0) * byPeriod.length;
    return new RobustError(
        Math.sqrt(Math.max(0, variance)) / information,
        Math.min(freedom, LongRunVariance.freedom(byPeriod.length, bandwidth)));
  }

  private static double[] byPeriod(DemandRows rows, double[] scores) {
    TreeMap<Double, Double> sums = new TreeMap<>();
    for (int row = 0; row < scores.length; row++) {
      sums.merge(rows.periods()[row], scores[row], Double::sum);
    }
    return sums.values().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
