package io.tiktoktoe.simulation;

import io.tiktoktoe.event.Context;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Money;
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
  private final int phase;

  Surveys(Life life) {
    this.model = life.model();
    this.currencies = life.currencies();
    this.audience = life.audience();
    this.till = life.till();
    this.outbox = life.outbox();
    this.draws = life.draws();
    this.phase = draws.below(MEAN_DAYS_BETWEEN);
  }

  /** Asks on the days of a survey. */
  void ask(CreatorDay day) {
    int since = Math.floorMod(day.clock().index() - phase, MEAN_DAYS_BETWEEN);
    if (since >= LENGTH_DAYS || audience.isEmpty()) {
      return;
    }
    int answers = Math.min(MOST_PER_DAY, draws.poisson(1 + ANSWERING * audience.alive()));
    for (int i = 0; i < answers; i++) {
      int slot = audience.pickViewer(draws);
      Offer offer = model.tiers().get(0);
      double stated =
          draws.lognormal(offer.wtpMedian() * audience.willingness(slot), offer.wtpSigma())
              * offer.surveyBias();
      if (draws.chance(0.5)) {
        westendorp(day, slot, offer, stated);
      } else {
        gaborGranger(day, slot, offer, stated);
      }
    }
  }

  private Context context(CreatorDay day, int slot, Offer offer) {
    return till.context(
        audience, slot, Platform.DIRECT, day.moment(), null, offer.product(), Map.of());
  }

  private void westendorp(CreatorDay day, int slot, Offer offer, double stated) {
    double tooCheap = stated * draws.uniform(0.3, 0.45);
    double cheap = stated * draws.uniform(0.55, 0.8);
    double expensive = stated * draws.uniform(0.95, 1.2);
    double tooExpensive = stated * draws.uniform(1.3, 1.8);
    outbox.send(
        new Event.VanWestendorpSurvey(
            context(day, slot, offer),
            money(tooCheap, offer),
            money(cheap, offer),
            money(expensive, offer),
            money(tooExpensive, offer)));
  }

  private void gaborGranger(CreatorDay day, int slot, Offer offer, double stated) {
    double price = offer.price() * ASKED[draws.below(ASKED.length)];
    outbox.send(
        new Event.GaborGrangerSurvey(
            context(day, slot, offer), money(price, offer), stated >= price));
  }

  private Money money(double minor, Offer offer) {
    Currency currency = currencies.at(offer.currency());
    return new Money(Math.max(1, Math.round(minor)), currency);
  }
}
