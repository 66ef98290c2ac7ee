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
 * @param loyalty how buyers stay, and how many are not content
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
    PricingConstraints constraints,
    Loyalty loyalty) {

  /**
   * How buyers stay and complain (churn, refunds).
   *
   * @param recurring whether a buyer pays every 30 days
   * @param monthlyChurn share of subscribers who end in 30 days, from 0 to 1
   * @param lost share of buyers who ask their money back or end at once, from 0, below 1
   */
  public record Loyalty(boolean recurring, double monthlyChurn, double lost) {

    /** Bought once, never given back. */
    public static final Loyalty BOUGHT_ONCE = new Loyalty(false, 0, 0);

    /** Refuses shares that are none. */
    public Loyalty {
      if (!(monthlyChurn >= 0 && monthlyChurn <= 1 && lost >= 0 && lost < 1)) {
        throw new IllegalArgumentException(
            "monthlyChurn (%s) must be from 0 to 1, lost (%s) from 0 and below 1."
                .formatted(monthlyChurn, lost));
      }
    }

    /** Payments of one who subscribes already, within so many days. */
    public double stay(int days) {
      int months = Math.max(1, (int) Math.round(days / 30.0));
      double sum = 0;
      double alive = 1;
      for (int month = 0; month < months; month++) {
        sum += alive;
        alive *= 1 - monthlyChurn;
      }
      return sum;
    }

    /** Payments of one who begins within so many days, on average, until these are over. */
    public double payments(int days) {
      if (!recurring) {
        return 1;
      }
      int months = Math.max(1, (int) Math.round(days / 30.0));
      double sum = 0;
      for (int begun = 1; begun <= months; begun++) {
        double alive = 1;
        for (int month = 0; month < begun; month++) {
          sum += alive;
          alive *= 1 - monthlyChurn;
        }
      }
      return sum / months;
    }
  }

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
        name,
        price,
        0,
        0,
        0,
        0,
        dailySales,
        0,
        365,
        PricingConstraints.around(price),
        Loyalty.BOUGHT_ONCE);
  }

  /** With fees and cost. */
  public CreatorProduct withCosts(double fee, double fixed, double tax, double cost) {
    return new CreatorProduct(
        name,
        price,
        fee,
        fixed,
        tax,
        cost,
        dailySales,
        subscribers,
        daysSinceChange,
        constraints,
        loyalty);
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
        constraints,
        loyalty);
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
        constraints,
        loyalty);
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
        others,
        loyalty);
  }

  /** With buyers who stay and complain so. */
  public CreatorProduct withLoyalty(Loyalty other) {
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
        constraints,
        other);
  }

  /** What is left of a sale at a price, net of fees, tax and cost. */
  public double contribution(double at) {
    return at * (1 - feeShare - taxShare) - fixedFee - unitCost;
  }
}
