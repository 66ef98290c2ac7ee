package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.law.Laws;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.world.Country;
import io.tiktoktoe.simulation.world.Currencies;
import io.tiktoktoe.simulation.world.Niche;
import io.tiktoktoe.simulation.world.WeekRhythm;
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
 * @param key of everything that they draw
 * @param sensitivity how much the climate moves them
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
public record CreatorModel(
    int index,
    String id,
    Niche niche,
    int country,
    ZoneId zone,
    int currency,
    double size,
    double fans,
    long key,
    double sensitivity,
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
  public static final double MONETIZED_FROM = 25;

  /** Draws one creator. */
  public static CreatorModel draw(
      EconomyOptions options, Currencies currencies, int index, double size, double allFans) {
    Laws laws = Laws.of(options);
    boolean moves = laws.levels().quarterly() > 0;
    Draws draws = Draws.of(options.seed(), "creator", index);
    Niche niche = Niche.values()[draws.below(Niche.values().length)];
    int country = Country.drawCreator(draws);
    List<ZoneId> zones = Country.ALL.get(country).zones();
    int currency = currencies.ofCountry(country);
    String id = String.format(Locale.ROOT, "%s-%04d", niche.label(), index + 1);
    double income = Country.ALL.get(country).income();
    Offer.Terms terms = new Offer.Terms(id, laws.prices(), currencies, currency, income);
    return new CreatorModel(
        index,
        id,
        niche,
        country,
        zones.get(draws.below(zones.size())),
        currency,
        size,
        size * allFans,
        key(options, index),
        moves ? draws.lognormal(1, 0.25) : 1,
        moves ? 0.0003 * draws.normal() : 0.0004 + 0.0011 * draws.normal(),
        size * allFans > MONETIZED_FROM,
        streamFactors(niche, draws),
        Draws.cumulative(draws.gamma(0.8, 1), draws.gamma(0.8, 0.8), draws.gamma(0.8, 0.9)),
        WeekRhythm.draw(draws),
        Math.min(2.5, draws.lognormal(0.45, 0.5)),
        draws.uniform(0.7, 1.6),
        draws.uniform(6, 14),
        Offer.tiers(terms, draws),
        Offer.goods(terms, draws));
  }

  /** The key of everything that creator {@code index} draws. */
  public static long key(EconomyOptions options, int index) {
    return Draws.key(options.seed(), "creator", index);
  }

  private static double[] streamFactors(Niche niche, Draws draws) {
    double[] factors = {niche.tips, niche.subscriptions, niche.advertising, niche.merchandise};
    for (int i = 0; i < factors.length; i++) {
      factors[i] *= draws.lognormal(1, 0.35);
    }
    return factors;
  }
}
