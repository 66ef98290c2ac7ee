package io.tiktoktoe.simulation;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * What stays the same about one creator.
 *
 * @param index position among the creators
 * @param id text id
 * @param country index in {@link Country#ALL}
 * @param zone of their days
 * @param currency index of the currency of their prices
 * @param size share of the economy's first fans
 * @param fans expected fans at the start
 * @param firstDay simulated day on which they appear
 * @param growth expected relative change of the audience per day
 * @param monetized whether advertising pays
 * @param streams factor on each stream, by {@link io.tiktoktoe.metric.Stream} ordinal
 * @param platforms running sums of the shares of the platforms on which they are watched
 * @param rhythm when things happen in their week
 * @param postsPerDay expected contents a day
 * @param churnA see {@link TruthRecord.Creator}
 * @param churnB see {@link TruthRecord.Creator}
 * @param tiers subscription products, cheapest first
 * @param goods merchandise
 */
record CreatorModel(
    int index,
    String id,
    Niche niche,
    int country,
    ZoneId zone,
    int currency,
    double size,
    double fans,
    int firstDay,
    double growth,
    boolean monetized,
    double[] streams,
    double[] platforms,
    WeekRhythm rhythm,
    double postsPerDay,
    double churnA,
    double churnB,
    List<Offer> tiers,
    List<Offer> goods) {

  /** Fans from which platforms share their advertising income. */
  static final double MONETIZED_FROM = 25;

  private static final double LATE_STARTERS = 0.06;

  /** Draws one creator. */
  static CreatorModel draw(
      EconomyOptions options, Currencies currencies, int index, double size, double allFans) {
    Draws draws = Draws.of(options.seed(), "creator", index);
    Niche niche = Niche.values()[draws.below(Niche.values().length)];
    int country = Country.drawCreator(draws);
    List<ZoneId> zones = Country.ALL.get(country).zones();
    int currency = currencies.ofCountry(country);
    String id = String.format(Locale.ROOT, "%s-%04d", niche.label(), index + 1);
    boolean late = draws.chance(LATE_STARTERS) && options.creators() > 1;
    double income = Country.ALL.get(country).income();
    return new CreatorModel(
        index,
        id,
        niche,
        country,
        zones.get(draws.below(zones.size())),
        currency,
        size,
        size * allFans,
        late ? draws.below(Math.max(1, options.days() * 3 / 4)) : 0,
        0.0004 + 0.0011 * draws.normal(),
        size * allFans > MONETIZED_FROM,
        streamFactors(niche, draws),
        Draws.cumulative(draws.gamma(0.8, 1), draws.gamma(0.8, 0.8), draws.gamma(0.8, 0.9)),
        WeekRhythm.draw(draws),
        Math.min(2.5, draws.lognormal(0.45, 0.5)),
        draws.uniform(0.7, 1.6),
        draws.uniform(6, 14),
        Offer.tiers(id, currencies, currency, income, draws),
        Offer.goods(id, currencies, currency, income, draws));
  }

  private static double[] streamFactors(Niche niche, Draws draws) {
    double[] factors = {niche.tips, niche.subscriptions, niche.advertising, niche.merchandise};
    for (int i = 0; i < factors.length; i++) {
      factors[i] *= draws.lognormal(1, 0.35);
    }
    return factors;
  }
}
