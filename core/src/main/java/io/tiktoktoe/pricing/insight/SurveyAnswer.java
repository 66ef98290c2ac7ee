package io.tiktoktoe.pricing.insight;

/**
 * One respondent's answers to the four questions of the price sensitivity meter, prices in one
 * unit; NaN is an answer that was not given.
 *
 * @param tooCheap price below which quality would be doubted; NaN for all when it was not asked
 * @param cheap price that is a bargain
 * @param expensive price that is getting expensive
 * @param tooExpensive price at which it would not be considered
 * @param intentAtCheap chance of buying at {@code cheap}, from 1 (surely not) to 5 (surely); NaN
 *     when it was not asked
 * @param intentAtExpensive the same at {@code expensive}
 */
public record SurveyAnswer(
    double tooCheap,
    double cheap,
    double expensive,
    double tooExpensive,
    double intentAtCheap,
    double intentAtExpensive) {

  /** Refuses prices below 0, infinite ones, and intents off the scale. */
  public SurveyAnswer {
    requirePrice("too_cheap", tooCheap);
    requirePrice("cheap", cheap);
    requirePrice("expensive", expensive);
    requirePrice("too_expensive", tooExpensive);
    requireIntent("pi_cheap", intentAtCheap);
    requireIntent("pi_expensive", intentAtExpensive);
  }

  /** Four prices without intents. */
  public static SurveyAnswer of(
      double tooCheap, double cheap, double expensive, double tooExpensive) {
    return new SurveyAnswer(tooCheap, cheap, expensive, tooExpensive, Double.NaN, Double.NaN);
  }

  private static void requirePrice(String name, double price) {
    if (price < 0 || Double.isInfinite(price)) {
      throw new IllegalArgumentException(
          "%s (%s) must be a price of at least 0. Leave it empty when it was not answered."
              .formatted(name, price));
    }
  }

  private static void requireIntent(String name, double intent) {
    if (!Double.isNaN(intent) && !(intent >= 1 && intent <= 5 && intent == Math.rint(intent))) {
      throw new IllegalArgumentException(
          "%s (%s) must be a whole number from 1 (surely not) to 5 (surely)."
              .formatted(name, intent));
    }
  }

  /**
   * Whether the prices rise strictly.
   *
   * @param withTooCheap whether the first question was asked at all
   */
  public boolean isOrdered(boolean withTooCheap) {
    return tooExpensive > expensive && expensive > cheap && (!withTooCheap || cheap > tooCheap);
  }

  /** Whether both intents were given. */
  public boolean hasIntents() {
    return !Double.isNaN(intentAtCheap) && !Double.isNaN(intentAtExpensive);
  }
}
