package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.event.Context;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.simulation.delivery.Outbox;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.draw.Purpose;
import io.tiktoktoe.simulation.fan.Fan;
import io.tiktoktoe.simulation.world.Currencies;
import io.tiktoktoe.simulation.world.Platform;
import java.util.Currency;
import java.util.Map;

/**
 * Questions about prices, asked twice a year over five days: van Westendorp's four and
 * Gabor-Granger's one. People overstate what they would pay by the product's survey bias.
 */
final class Surveys {

  private static final int MEAN_DAYS_BETWEEN = 200;
  private static final int LENGTH_DAYS = 5;
  private static final double ANSWERING = 0.03;
  private static final int MOST_PER_DAY = 40;
  private static final double[] ASKED = {0.5, 0.75, 1.0, 1.3, 1.7};

  private final CreatorModel model;
  private final Currencies currencies;
  private final Audience audience;
  private final Till till;
  private final Outbox outbox;
  private final Draws draws;
  private final boolean lasting;
  private final int phase;

  Surveys(Life life) {
    this.model = life.model();
    this.currencies = life.currencies();
    this.audience = life.audience();
    this.till = life.till();
    this.outbox = life.outbox();
    this.draws = life.draws();
    this.lasting = life.world().laws().prices().lasting();
    draws.at(Draws.key(model.key(), Purpose.SURVEY, -1));
    this.phase = draws.below(MEAN_DAYS_BETWEEN);
  }

  /** Asks on the days of a survey. */
  void ask(CreatorDay day) {
    int since = Math.floorMod(day.index() - phase, MEAN_DAYS_BETWEEN);
    if (since >= LENGTH_DAYS || audience.isEmpty()) {
      return;
    }
    draws.at(Draws.key(model.key(), Purpose.SURVEY, day.index()));
    int answers = Math.min(MOST_PER_DAY, draws.poisson(1 + ANSWERING * audience.alive()));
    for (int i = 0; i < answers; i++) {
      Fan fan = audience.pickViewer(draws);
      Offer offer = model.tiers().get(0);
      double stated =
          offer.wtpMedian() * fan.willingness * taste(offer, fan) * bias(fan, offer, lasting);
      if (draws.chance(0.5)) {
        westendorp(day, fan, offer, stated);
      } else {
        gaborGranger(day, fan, offer, stated);
      }
    }
  }

  /** The taste by which the fan buys as well, where it lasts. */
  private double taste(Offer offer, Fan fan) {
    if (!lasting) {
      return offer.shape().draw(offer.wtpSigma(), draws);
    }
    long later = draws.fork();
    draws.at(Draws.key(fan.key, Purpose.WILLINGNESS, 0));
    double taste = offer.shape().draw(offer.wtpSigma(), draws);
    draws.at(later);
    return taste * draws.lognormal(1, 0.1);
  }

  /** Factor by which this fan overstates: the product's, or skewed about it from fan to fan. */
  static double bias(Fan fan, Offer offer, boolean ofPersons) {
    if (!ofPersons) {
      return offer.surveyBias();
    }
    double drawn = Draws.uniform(Draws.key(fan.key, Purpose.SURVEY, 0));
    double skewed = drawn < 0.5 ? 0.35 * (drawn - 0.5) : -0.45 * Math.log(2 * (1 - drawn));
    return offer.surveyBias() * Math.exp(skewed);
  }

  private Context context(CreatorDay day, Fan fan, Offer offer) {
    return till.context(
        audience, fan, Platform.DIRECT, day.moment(fan, draws), null, offer.product(), Map.of());
  }

  private void westendorp(CreatorDay day, Fan fan, Offer offer, double stated) {
    double tooCheap = stated * draws.uniform(0.3, 0.45);
    double cheap = stated * draws.uniform(0.55, 0.8);
    double expensive = stated * draws.uniform(0.95, 1.2);
    double tooExpensive = stated * draws.uniform(1.3, 1.8);
    outbox.send(
        new Event.VanWestendorpSurvey(
            context(day, fan, offer),
            money(tooCheap, offer),
            money(cheap, offer),
            money(expensive, offer),
            money(tooExpensive, offer)));
  }

  private void gaborGranger(CreatorDay day, Fan fan, Offer offer, double stated) {
    double price = offer.price() * ASKED[draws.below(ASKED.length)];
    outbox.send(
        new Event.GaborGrangerSurvey(
            context(day, fan, offer), money(price, offer), stated >= price));
  }

  private Money money(double minor, Offer offer) {
    Currency currency = currencies.at(offer.currency());
    return new Money(Math.max(1, Math.round(minor)), currency);
  }
}
