package io.tiktoktoe.simulation;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Money;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Prices that are shown to fans, at list price or in a price test, and what follows: whoever's
 * willingness to pay reaches the price buys.
 */
final class Offers {

  private static final double[] ARMS = {0.8, 1.0, 1.2, 1.45};

  /** Relative step of the price by which elasticities are measured. */
  private static final double STEP = 0.01;

  private final CreatorModel model;
  private final RateDay rateDay;
  private final Currencies currencies;
  private final Audience audience;
  private final Till till;
  private final Outbox outbox;
  private final Draws draws;
  private final Tally[] tallies;
  private final @Nullable PriceTest test;

  Offers(Life life, int days) {
    this.model = life.model();
    this.rateDay = life.rateDay();
    this.currencies = life.currencies();
    this.audience = life.audience();
    this.till = life.till();
    this.outbox = life.outbox();
    this.draws = life.draws();
    this.tallies = new Tally[model.tiers().size() + model.goods().size()];
    for (int i = 0; i < tallies.length; i++) {
      tallies[i] = new Tally();
    }
    this.test = PriceTest.draw(model, days, draws);
  }

  /** What everyone who saw the offer would have done at other prices. */
  private static final class Tally {
    long exposures;
    double atList;
    double above;
    double below;
    long tested;
    final double[] atArm = new double[ARMS.length];
  }

  /** A test of the prices of one product with sticky, equally likely arms. */
  private record PriceTest(int offer, int from, int to, long salt) {
    static @Nullable PriceTest draw(CreatorModel model, int days, Draws draws) {
      int length = 45 + draws.below(46);
      int latest = days - model.firstDay() - length;
      if (!draws.chance(0.6) || latest <= 0) {
        return null;
      }
      int offer = draws.chance(0.5) ? 0 : model.tiers().size();
      int from = model.firstDay() + draws.below(latest);
      return new PriceTest(offer, from, from + length, Draws.mix(model.index()));
    }

    boolean runs(int offer, int day) {
      return offer == this.offer && day >= from && day < to;
    }

    int arm(String fan) {
      return (int) Math.floorMod(Draws.mix(salt + fan.hashCode()), (long) ARMS.length);
    }
  }

  private Offer offer(int number) {
    int tiers = model.tiers().size();
    return number < tiers ? model.tiers().get(number) : model.goods().get(number - tiers);
  }

  /** Number of the first merchandise. */
  int firstGoods() {
    return model.tiers().size();
  }

  int count() {
    return tallies.length;
  }

  /** Shows offer {@code number} to a fan; the price at which they buy, or -1. */
  long show(int number, int slot, long at) {
    Offer offer = offer(number);
    Tally tally = tallies[number];
    double willingness = audience.willingness(slot);
    tally.exposures++;
    tally.atList += offer.demand(offer.price(), willingness);
    tally.above += offer.demand(offer.price() * (1 + STEP), willingness);
    tally.below += offer.demand(offer.price() * (1 - STEP), willingness);
    long price = offer.price();
    Map<String, String> attributes = Map.of();
    if (test != null && test.runs(number, rateDay.of(at))) {
      int arm = test.arm(audience.fan(slot));
      price = armPrice(offer, arm);
      attributes = Map.of("arm", armName(arm), "propensity", propensity());
      tally.tested++;
      for (int i = 0; i < ARMS.length; i++) {
        tally.atArm[i] += offer.demand(armPrice(offer, i), willingness);
      }
    }
    boolean buys = draws.lognormal(offer.wtpMedian() * willingness, offer.wtpSigma()) >= price;
    Platform platform = offer.subscription() ? Platform.PATREON : Platform.SHOP;
    outbox.send(
        new Event.PriceExposure(
            till.context(audience, slot, platform, at, null, offer.product(), attributes),
            new Money(price, currencies.at(offer.currency())),
            buys));
    return buys ? price : -1;
  }

  private static long armPrice(Offer offer, int arm) {
    return Math.max(1, Math.round(offer.price() * ARMS[arm]));
  }

  private static String armName(int arm) {
    return String.format(Locale.ROOT, "x%.2f", ARMS[arm]);
  }

  private static String propensity() {
    return Double.toString(1.0 / ARMS.length);
  }

  /** Tells the products' demand and the arms of the test. */
  void tell(LocalDate start, Consumer<TruthRecord> truth) {
    for (int i = 0; i < tallies.length; i++) {
      Offer offer = offer(i);
      Tally tally = tallies[i];
      double elasticity =
          tally.exposures == 0
              ? offer.elasticity()
              : (tally.above - tally.below) / (2 * STEP * tally.atList);
      truth.accept(
          new TruthRecord.Product(
              model.id(),
              offer.product(),
              offer.subscription() ? "subscription" : "merchandise",
              new Money(offer.price(), currencies.at(offer.currency())),
              offer.wtpMedian(),
              offer.wtpSigma(),
              elasticity,
              offer.surveyBias()));
    }
    if (test != null) {
      tellArms(test, start, truth);
    }
  }

  private void tellArms(PriceTest ran, LocalDate start, Consumer<TruthRecord> truth) {
    Offer offer = offer(ran.offer());
    Tally tally = tallies[ran.offer()];
    for (int arm = 0; arm < ARMS.length && tally.tested > 0; arm++) {
      truth.accept(
          new TruthRecord.PriceArm(
              model.id(),
              offer.product(),
              start.plusDays(ran.from()),
              start.plusDays(ran.to()),
              armName(arm),
              new Money(armPrice(offer, arm), currencies.at(offer.currency())),
              1.0 / ARMS.length,
              tally.atArm[arm] / tally.tested));
    }
  }
}
