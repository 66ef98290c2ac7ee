package io.tiktoktoe.pricing.insight;

/**
 * One arm of a price test: an offer at a price.
 *
 * @param name as it is logged
 * @param price that is shown, above 0
 * @param contribution what a sale brings net of fees, tax and the cost of serving it, in the unit
 *     of the price; at most the price
 */
public record PriceArm(String name, double price, double contribution) {

  /** Refuses a price that is not above 0 and a contribution above it. */
  public PriceArm {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name of an arm is blank. Name it, such as price_5.");
    }
    if (!(price > 0 && price < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "price (%s) of arm %s must be above 0.".formatted(price, name));
    }
    if (!(contribution > 0 && contribution <= price)) {
      throw new IllegalArgumentException(
          "contribution (%s) of arm %s must be above 0 and at most its price (%s)."
              .formatted(contribution, name, price));
    }
  }
}
