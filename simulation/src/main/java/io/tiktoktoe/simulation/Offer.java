package io.tiktoktoe.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that a creator sells, with the demand for it: the logarithm of the willingness to pay
 * of those who see it is normal.
 *
 * @param product text id
 * @param subscription a tier, or merchandise
 * @param currency index of the price's currency
 * @param price list price, minor units
 * @param wtpMedian median willingness to pay, minor units
 * @param wtpSigma spread of its logarithm
 * @param surveyBias factor by which people overstate it in surveys
 */
record Offer(
    String product,
    boolean subscription,
    int currency,
    long price,
    double wtpMedian,
    double wtpSigma,
    double surveyBias) {

  private static final double[] TIER_USD = {4.99, 9.99, 24.99};
  private static final String[] TIER_NAMES = {"basic", "plus", "vip"};
  private static final String[] GOODS_NAMES = {"shirt", "poster", "mug", "course", "vinyl"};
  private static final double[] GOODS_USD = {26, 15, 14, 49, 32};

  static List<Offer> tiers(
      String creator, Currencies currencies, int currency, double income, Draws draws) {
    List<Offer> offers = new ArrayList<>();
    double level = draws.lognormal(1, 0.2);
    for (int i = 0; i < TIER_USD.length; i++) {
      double usd = TIER_USD[i] * income * level;
      offers.add(draw(creator + ":" + TIER_NAMES[i], true, usd, 0.45, currencies, currency, draws));
    }
    return List.copyOf(offers);
  }

  static List<Offer> goods(
      String creator, Currencies currencies, int currency, double income, Draws draws) {
    List<Offer> offers = new ArrayList<>();
    int count = 1 + draws.below(GOODS_NAMES.length);
    for (int i = 0; i < count; i++) {
      double usd = GOODS_USD[i] * income * draws.lognormal(1, 0.15);
      offers.add(
          draw(creator + ":" + GOODS_NAMES[i], false, usd, 0.6, currencies, currency, draws));
    }
    return List.copyOf(offers);
  }

  private static Offer draw(
      String product,
      boolean subscription,
      double usd,
      double medianOverPrice,
      Currencies currencies,
      int currency,
      Draws draws) {
    long price = charm(currencies.nice(usd, currency), currency, currencies);
    return new Offer(
        product,
        subscription,
        currency,
        price,
        price * medianOverPrice * draws.lognormal(1, 0.25),
        draws.uniform(0.5, 0.9),
        draws.uniform(1.1, 1.5));
  }

  /** Prices just below a round one, where the currency has cents. */
  private static long charm(long minor, int currency, Currencies currencies) {
    return currencies.at(currency).getDefaultFractionDigits() == 2 && minor % 100 == 0
        ? minor - 1
        : minor;
  }

  /** Probability that someone with this factor on willingness buys at {@code minor}. */
  double demand(double minor, double willingness) {
    return 1 - NormalCurve.cumulative(Math.log(minor / (wtpMedian * willingness)) / wtpSigma);
  }

  /** Relative change of demand per relative change of price, at list price. */
  double elasticity() {
    double z = Math.log(price / wtpMedian) / wtpSigma;
    return -NormalCurve.density(z) / (wtpSigma * (1 - NormalCurve.cumulative(z)));
  }
}
