package io.tiktoktoe.audience.lifetime;

/**
 * Expected lifetime value of each fan over a horizon, with prediction intervals, in columns. NaN
 * for fans who have not bought. Arrays must not be changed.
 *
 * @param horizonDays days ahead
 * @param pAlive probability that the fan still is a customer at the end of observation
 * @param purchases expected number of purchases, or of renewals for subscriptions
 * @param value expected money, discounted; NaN where amounts are not known
 * @param valueVariance of the money that will come: chance and parameters
 * @param purchasesLo68 bounds of the purchases to come, equal-tailed
 * @param lo68 bounds of the money to come
 */
public record FanValues(
    double horizonDays,
    double[] pAlive,
    double[] purchases,
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

  /** How many fans. */
  public int fans() {
    return pAlive.length;
  }
}
