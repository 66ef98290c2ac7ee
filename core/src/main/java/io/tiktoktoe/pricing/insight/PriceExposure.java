package io.tiktoktoe.pricing.insight;

/**
 * How often a price was shown and bought, or how many said that they would buy at it (Gabor and
 * Granger 1966).
 *
 * @param price above 0
 * @param shown persons who saw it
 * @param bought persons who bought, at most {@code shown}
 * @param hypothetical whether they were only asked
 */
public record PriceExposure(double price, long shown, long bought, boolean hypothetical) {

  /** Refuses a price that is not above 0 and more buyers than persons. */
  public PriceExposure {
    if (!(price > 0 && price < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("price (" + price + ") must be above 0.");
    }
    if (bought < 0 || bought > shown) {
      throw new IllegalArgumentException(
          "bought (%d) must be from 0 to shown (%d).".formatted(bought, shown));
    }
  }
}
