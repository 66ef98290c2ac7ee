package io.tiktoktoe.content.decay;

/**
 * A decay law: an exponential and a power law (Lomax) mixed.
 *
 * @param tail share of views in the power law
 * @param fast mean age in days of the exponential part
 * @param slow scale in days of the power law
 * @param power its exponent less 1, above 0
 */
record DecayShape(double tail, double fast, double slow, double power) {

  /** The age that counts as the end, days. */
  static final double END_DAYS = 365;

  /** What is taken before anything is known. */
  static final DecayShape USUAL = new DecayShape(0.5, 1.5, 4, 0.6);

  /** The share of all views that come up to an age in days. */
  double seen(double age) {
    return (1 - tail) * -Math.expm1(-age / fast)
        + tail * -Math.expm1(-power * Math.log1p(age / slow));
  }

  /** The share a day at an age. */
  double rate(double age) {
    return (1 - tail) * Math.exp(-age / fast) / fast
        + tail * power / slow * Math.exp(-(power + 1) * Math.log1p(age / slow));
  }

  /**
   * The age by which half of the views of the first year come, days. Of an endless tail the half
   * would be decided by what nobody has seen.
   */
  double halfLife() {
    double low = 0;
    double high = END_DAYS;
    double half = seen(END_DAYS) / 2;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (seen(middle) < half) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The same law on a clock that runs slower by a factor. */
  DecayShape stretched(double factor) {
    return new DecayShape(tail, fast * factor, slow * factor, power);
  }
}
