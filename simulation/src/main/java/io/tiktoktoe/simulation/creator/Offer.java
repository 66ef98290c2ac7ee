package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.law.PriceLaw;
import io.tiktoktoe.simulation.market.DemandShape;
import io.tiktoktoe.simulation.world.Currencies;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that a creator sells, with the demand for it: how the willingness to pay of those who
 * see it is distributed.
 *
 * @param product text id
 * @param subscription a tier, or merchandise
 * @param currency index of the price's currency
 * @param price list price, minor units
 * @param shape of the distribution of the willingness to pay
 * @param wtpMedian median willingness to pay, minor units
 * @param wtpSigma spread of it, see {@link DemandShape}
 * @param surveyBias median factor by which people overstate it in surveys
 */
record Offer(
    String product,
    boolean subscription,
    int currency,
    long price,
    DemandShape shape,
    double wtpMedian,
    double wtpSigma,
    double surveyBias) {

  private static final double[] TIER_USD = {4.99, 9.99, 24.99};
  private static final String[] TIER_NAMES = {"basic", "plus", "vip"};
  private static final String[] GOODS_NAMES = {"shirt", "poster", "mug", "course", "vinyl"};
  private static final double[] GOODS_USD = {26, 15, 14, 49, 32};

  /** For whom and by which law offers are drawn. */
  record Terms(String creator, PriceLaw law, Currencies currencies, int currency, double income) {}

  static List<Offer> tiers(Terms terms, Draws draws) {
    List<Offer> offers = new ArrayList<>();
    double level = draws.lognormal(1, 0.2);
    for (int i = 0; i < TIER_USD.length; i++) {
      double usd = TIER_USD[i] * terms.income * level;
      offers.add(draw(terms, TIER_NAMES[i], true, usd, draws));
    }
    return List.copyOf(offers);
  }

  static List<Offer> goods(Terms terms, Draws draws) {
    List<Offer> offers = new ArrayList<>();
    int count = 1 + draws.below(GOODS_NAMES.length);
    for (int i = 0; i < count; i++) {
      double usd = GOODS_USD[i] * terms.income * draws.lognormal(1, 0.15);
      offers.add(draw(terms, GOODS_NAMES[i], false, usd, draws));
    }
    return List.copyOf(offers);
  }

  private static Offer draw(
      Terms terms, String name, boolean subscription, double usd, Draws draws) {
    Currencies currencies = terms.currencies;
    int currency = terms.currency;
    long price = charm(currencies.nice(usd, currency), currency, currencies);
    double usual = !subscription ? 0.6 : terms.law.lasting() ? 0.9 : 0.45;
    double overPrice = terms.law.level() * usual;
    double median = price * overPrice * draws.lognormal(1, 0.25);
    double sigma = draws.uniform(0.5, 0.9);
    double bias = draws.uniform(1.1, 1.5);
    DemandShape[] shapes = DemandShape.values();
    return new Offer(
        terms.creator + ":" + name,
        subscription,
        currency,
        price,
        terms.law.lasting() ? shapes[draws.below(shapes.length)] : DemandShape.LOGNORMAL,
        median,
        sigma,
        terms.law.lasting() ? 1.35 : bias);
  }

  /** Prices just below a round one, where the currency has cents. */
  private static long charm(long minor, int currency, Currencies currencies) {
    return currencies.at(currency).getDefaultFractionDigits() == 2 && minor % 100 == 0
        ? minor - 1
        : minor;
  }

  /** Probability that someone with this factor on willingness buys at {@code minor}. */
  double demand(double minor, double willingness) {
    return shape.survival(minor / (wtpMedian * willingness), wtpSigma);
  }

  /** Relative change of demand per relative change of price, at list price. */
  double elasticity() {
    double step = 0.01;
    double above = demand(price * (1 + step), 1);
    double below = demand(price * (1 - step), 1);
    double here = demand(price, 1);
    return here == 0 ? 0 : (above - below) / (2 * step * here);
  }
}
