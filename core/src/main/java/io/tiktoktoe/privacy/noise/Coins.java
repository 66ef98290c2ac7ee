package io.tiktoktoe.privacy.noise;

/**
 * Exact Bernoulli trials: coins whose chance is a ratio of whole numbers, or {@code exp} of minus
 * one. Every comparison is of whole numbers, so no chance is rounded. Source: Canonne, Kamath and
 * Steinke 2020, algorithm 1 (after von Neumann 1951).
 */
final class Coins {

  private final BitSource bits;

  Coins(BitSource bits) {
    this.bits = bits;
  }

  /** Heads or tails, with equal chance. */
  boolean fair() {
    return bits.next() < 0;
  }

  /**
   * A whole number from 0 to below {@code bound}, all with equal chance (Lemire 2019).
   *
   * @param bound above 0
   */
  long below(long bound) {
    long drawn = bits.next();
    long low = drawn * bound;
    if (Long.compareUnsigned(low, bound) < 0) {
      // Draws below 2^64 modulo bound would favour some numbers.
      long skewed = Long.remainderUnsigned(-bound, bound);
      while (Long.compareUnsigned(low, skewed) < 0) {
        drawn = bits.next();
        low = drawn * bound;
      }
    }
    return Math.unsignedMultiplyHigh(drawn, bound);
  }

  /** Heads with chance {@code part / whole}; part from 0 to whole. */
  boolean ratio(long part, long whole) {
    return below(whole) < part;
  }

  /** Heads with chance {@code exp(-part / whole)}; part from 0 to whole. */
  boolean exp(long part, long whole) {
    long run = 1;
    while (ratio(part, whole) && (run == 1 || below(run) == 0)) {
      run++;
    }
    return (run & 1) == 1;
  }

  /** Heads with chance {@code exp(-1)}. */
  boolean expOfOne() {
    // The first trial of exp(1, 1) always succeeds.
    long run = 2;
    while (below(run) == 0) {
      run++;
    }
    return (run & 1) == 1;
  }

  /** Heads with chance {@code exp(-1/2)}. */
  boolean expOfHalf() {
    long run = 1;
    while (below(2 * run) == 0) {
      run++;
    }
    return (run & 1) == 1;
  }

  /** Heads with chance {@code exp(-(part / whole)^2 / 2)}; part at least 0, of any size. */
  boolean expOfHalfSquare(long part, long whole) {
    // With part = q whole + r the exponent is q^2/2 + q r/whole + (r/whole)^2/2.
    long times = part / whole;
    long rest = part % whole;
    for (long i = 0; i < times * times; i++) {
      if (!expOfHalf()) {
        return false;
      }
    }
    for (long i = 0; i < times; i++) {
      if (!exp(rest, whole)) {
        return false;
      }
    }
    return expOfHalfSquareBelowOne(rest, whole);
  }

  private boolean expOfHalfSquareBelowOne(long part, long whole) {
    long run = 1;
    while (ratio(part, whole) && ratio(part, whole) && below(2 * run) == 0) {
      run++;
    }
    return (run & 1) == 1;
  }
}
