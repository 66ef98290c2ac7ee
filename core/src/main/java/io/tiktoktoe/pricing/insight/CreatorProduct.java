package io.tiktoktoe.pricing.insight;

/**
 * A product of a creator and what it is sold for.
 *
 * @param name as the creator calls it
 * @param price today, above 0
 * @param feeShare share of the price that platform and payment take, from 0, below 1
 * @param fixedFee taken from every sale beside it
 * @param taxShare share of the price that is tax, from 0, below 1 with the fee
 * @param unitCost what serving one buyer costs
 * @param dailySales new buyers a day at today's price
 * @param subscribers who pay every 30 days already
 * @param daysSinceChange since the price was last changed
 * @param constraints what its price must keep to
 */
public record CreatorProduct(
    String name,
    double price,
    double feeShare,
    double fixedFee,
    double taxShare,
    double unitCost,
    double dailySales,
    double subscribers,
    int daysSinceChange,
    PricingConstraints constraints) {

  /** Refuses a free product, of which no percent can be told, and amounts below 0. */
  public CreatorProduct {
    if (!(price > 0 && price < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "price (%s) of %s must be above 0. A free product has no price to change by percents: test a first price."
              .formatted(price, name));
    }
    if (!(feeShare >= 0 && taxShare >= 0 && feeShare + taxShare < 1)) {
      throw new IllegalArgumentException(
          "feeShare (%s) and taxShare (%s) must be at least 0 and below 1 together."
              .formatted(feeShare, taxShare));
    }
    if (!(fixedFee >= 0 && unitCost >= 0 && dailySales >= 0 && subscribers >= 0)) {
      throw new IllegalArgumentException(
          "fixedFee (%s), unitCost (%s), dailySales (%s) and subscribers (%s) must be at least 0."
              .formatted(fixedFee, unitCost, dailySales, subscribers));
    }
  }

  /** A product sold at a price, with the usual constraints and nothing taken from it. */
  public static CreatorProduct of(String name, double price, double dailySales) {
    return new CreatorProduct(
        name, price, 0, 0, 0, 0, dailySales, 0, 365, PricingConstraints.around(price));
  }

  /** With fees and cost. */
  public CreatorProduct withCosts(double fee, double fixed, double tax, double cost) {
    return new CreatorProduct(
        name, price, fee, fixed, tax, cost, dailySales, subscribers, daysSinceChange, constraints);
  }

  /** With subscribers. */
  public CreatorProduct withSubscribers(double count) {
    return new CreatorProduct(
        name,
        price,
        feeShare,
        fixedFee,
        taxShare,
        unitCost,
        dailySales,
        count,
        daysSinceChange,
        constraints);
  }

  /** With a price changed so many days ago. */
  public CreatorProduct withDaysSinceChange(int days) {
    return new CreatorProduct(
        name,
        price,
        feeShare,
        fixedFee,
        taxShare,
        unitCost,
        dailySales,
        subscribers,
        days,
        constraints);
  }

  /** With other constraints. */
  public CreatorProduct withConstraints(PricingConstraints others) {
    return new CreatorProduct(
        name,
        price,
        feeShare,
        fixedFee,
        taxShare,
        unitCost,
        dailySales,
        subscribers,
        daysSinceChange,
        others);
  }

  /** What is left of a sale at a price, net of fees, tax and cost. */
  public double contribution(double at) {
    return at * (1 - feeShare - taxShare) - fixedFee - unitCost;
  }
}
