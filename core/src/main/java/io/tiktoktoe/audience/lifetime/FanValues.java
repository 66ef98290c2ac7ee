package io.tiktoktoe.audience.lifetime;

import java.util.Arrays;

/**
 * Expected lifetime value of each fan over a horizon, with prediction intervals, in columns. NaN
 * for fans who have not bought. Arrays must not be changed.
 *
 * @param horizonDays days ahead
 * @param pAlive probability that the fan still is a customer at the end of observation
 * @param purchases expected number of purchases, or of renewals for subscriptions
 * @param purchasesVariance of the number that will come: chance and parameters
 * @param value expected money, discounted; NaN where amounts are not known
 * @param valueVariance of the money that will come: chance and parameters
 * @param purchasesLo68 lower bound of the purchases to come
 * @param purchasesHi68 upper bound: between them as many come as with 68%
 * @param purchasesLo95 the same with 95%
 * @param purchasesHi95 the same with 95%
 * @param lo68 lower bound of the money to come; where nothing is likelier than the tail below, all
 *     of the tail lies above
 * @param hi68 upper bound of the money to come
 * @param lo95 the same with 95%
 * @param hi95 the same with 95%
 */
public record FanValues(
    double horizonDays,
    double[] pAlive,
    double[] purchases,
    double[] purchasesVariance,
    double[] value,
    double[] valueVariance,
    double[] purchasesLo68,
    double[] purchasesHi68,
    double[] purchasesLo95,
    double[] purchasesHi95,
    double[] lo68,
    double[] hi68,
    double[] lo95,
    double[] hi95) {

  /** Columns of this many fans, to be filled. */
  static FanValues empty(int fans, double horizonDays) {
    double[][] columns = new double[13][fans];
    for (double[] column : columns) {
      Arrays.fill(column, Double.NaN);
    }
    return new FanValues(
        horizonDays,
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5],
        columns[6],
        columns[7],
        columns[8],
        columns[9],
        columns[10],
        columns[11],
        columns[12]);
  }

  /** How many fans. */
  public int fans() {
    return pAlive.length;
  }
}
