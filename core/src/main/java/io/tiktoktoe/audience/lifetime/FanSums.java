package io.tiktoktoe.audience.lifetime;

/** Adds independent incomes of one fan. */
final class FanSums {

  private FanSums() {}

  /**
   * Adds what one source brings. Means and variances add up; the distances of the bounds from the
   * means add up in quadrature, which is exact where one of the two is certain. A source that
   * nothing is known of adds nothing.
   */
  static void add(FanValues sum, int fan, FanValues part, int at) {
    if (Double.isNaN(part.pAlive()[at])) {
      return;
    }
    double[][] bounds = {
      sum.purchasesLo68(), sum.purchasesHi68(), sum.purchasesLo95(), sum.purchasesHi95()
    };
    double[][] partBounds = {
      part.purchasesLo68(), part.purchasesHi68(), part.purchasesLo95(), part.purchasesHi95()
    };
    bounds(bounds, sum.purchases()[fan], fan, partBounds, part.purchases()[at], at);
    sum.pAlive()[fan] = 1 - (1 - sum.pAlive()[fan]) * (1 - part.pAlive()[at]);
    sum.purchases()[fan] += part.purchases()[at];
    sum.purchasesVariance()[fan] += part.purchasesVariance()[at];
    if (!Double.isNaN(part.value()[at])) {
      double[][] money = {sum.lo68(), sum.hi68(), sum.lo95(), sum.hi95()};
      double[][] partMoney = {part.lo68(), part.hi68(), part.lo95(), part.hi95()};
      bounds(money, sum.value()[fan], fan, partMoney, part.value()[at], at);
      sum.value()[fan] += part.value()[at];
      sum.valueVariance()[fan] += part.valueVariance()[at];
    }
  }

  private static void bounds(
      double[][] sums, double sum, int fan, double[][] parts, double part, int at) {
    for (int k = 0; k < sums.length; k++) {
      double one = sums[k][fan] - sum;
      double other = parts[k][at] - part;
      double squares = one * Math.abs(one) + other * Math.abs(other);
      sums[k][fan] = sum + part + Math.signum(squares) * Math.sqrt(Math.abs(squares));
    }
  }
}
