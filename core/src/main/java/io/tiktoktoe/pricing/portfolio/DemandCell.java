package io.tiktoktoe.pricing.portfolio;

/**
 * How many persons bought at one price in one week (aggregate demand data). A person counts once a
 * product and price, however often it looked, and once a day where only sales are known.
 *
 * @param week number of the week, counted from any fixed day
 * @param unit within which prices may be compared: the currency that was asked
 * @param price asked, above 0 or 0 for a gift, in the unit of the answer
 * @param drawn whether chance chose the price, so that nothing else can have moved it
 * @param returning whether these persons had bought from the creator before
 * @param shown persons who saw it; NaN where only sales are known
 * @param bought persons who bought
 * @param promoted whether it was sold under a promotion that was told, such as a sale or a coupon
 */
public record DemandCell(
    int week,
    String unit,
    double price,
    boolean drawn,
    boolean returning,
    double shown,
    double bought,
    boolean promoted) {

  /** Without a promotion. */
  public DemandCell(
      int week,
      String unit,
      double price,
      boolean drawn,
      boolean returning,
      double shown,
      double bought) {
    this(week, unit, price, drawn, returning, shown, bought, false);
  }

  /** The same sold under a promotion. */
  public DemandCell underPromotion() {
    return new DemandCell(week, unit, price, drawn, returning, shown, bought, true);
  }

  /** Refuses what cannot be counted. */
  public DemandCell {
    if (!(price >= 0 && price < Double.POSITIVE_INFINITY && bought >= 0)) {
      throw new IllegalArgumentException(
          "price (%s) and bought (%s) must be at least 0.".formatted(price, bought));
    }
    if (shown < bought) {
      throw new IllegalArgumentException(
          "shown (%s) must be at least bought (%s).".formatted(shown, bought));
    }
  }

  /** Whether it is known who saw the price. */
  public boolean wasShown() {
    return !Double.isNaN(shown);
  }
}
