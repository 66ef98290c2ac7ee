package io.tiktoktoe.privacy.ledger;

/**
 * What a release takes from a budget, in whole units rounded up, so that sums are exact and never
 * too small.
 *
 * @param microEpsilon millionths of epsilon, at least 0
 * @param picoDelta millionths of a millionth of delta, at least 0
 */
public record Price(long microEpsilon, long picoDelta) {

  private static final double MICRO = 1e6;

  private static final double PICO = 1e12;

  /** Nothing. */
  public static final Price NOTHING = new Price(0, 0);

  public Price {
    if (microEpsilon < 0 || picoDelta < 0) {
      throw new IllegalArgumentException(
          "a price (%d, %d) must not be negative.".formatted(microEpsilon, picoDelta));
    }
  }

  /** What a budget comes to; a fraction of a unit counts as a whole one. */
  public static Price of(PrivacyBudget budget) {
    return new Price(up(budget.epsilon(), MICRO), up(budget.delta(), PICO));
  }

  /** The decimal number that is written counts: 0.1 is 100,000 millionths, not one more. */
  private static long up(double value, double units) {
    return new java.math.BigDecimal(Double.toString(value))
        .multiply(java.math.BigDecimal.valueOf((long) units))
        .setScale(0, java.math.RoundingMode.CEILING)
        .longValueExact();
  }

  /** Both together. */
  public Price plus(Price other) {
    return new Price(
        Math.addExact(microEpsilon, other.microEpsilon), Math.addExact(picoDelta, other.picoDelta));
  }

  /** What is left of this when the other is taken; nothing below 0. */
  public Price less(Price other) {
    return new Price(
        Math.max(0, microEpsilon - other.microEpsilon), Math.max(0, picoDelta - other.picoDelta));
  }

  /** Whether neither part is above the other's. */
  public boolean fitsInto(Price other) {
    return microEpsilon <= other.microEpsilon && picoDelta <= other.picoDelta;
  }

  /** As a number. */
  public double epsilon() {
    return microEpsilon / MICRO;
  }

  /** As a number. */
  public double delta() {
    return picoDelta / PICO;
  }
}
