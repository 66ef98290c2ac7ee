package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.event.Assignment;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.simulation.delivery.Outbox;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.draw.Purpose;
import io.tiktoktoe.simulation.fan.Fan;
import io.tiktoktoe.simulation.law.PriceLaw;
import io.tiktoktoe.simulation.model.FanAction;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.model.WorldTruth;
import io.tiktoktoe.simulation.world.Currencies;
import io.tiktoktoe.simulation.world.Platform;
import io.tiktoktoe.simulation.world.RateDay;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Prices that are shown to fans, at the price of the day or in a price test, and what follows:
 * whoever's willingness to pay reaches the price buys.
 */
final class Offers {

  /** Relative step of the price by which elasticities are measured. */
  private static final double STEP = 0.01;

  /** Prices at which demand is added up to find the best one, relative to the list price. */
  private static final double[] GRID = grid();

  /** One look in so many is added up at all prices. */
  private static final int SAMPLED = 4;

  /** Days over which the wish for more of the kind comes back after an order. */
  private static final double SATED_DAYS = 120;

  private static final double SEASONAL = 1.2;

  private final CreatorModel model;
  private final RateDay rateDay;
  private final Currencies currencies;
  private final Audience audience;
  private final Till till;
  private final Outbox outbox;
  private final Draws draws;
  private final PriceLaw law;
  private final SharedWorld world;
  private final PriceList prices;
  private final Tally[] tallies;
  private final @Nullable PriceTest test;

  Offers(Life life, int firstDay, PriceList prices) {
    this.model = life.model();
    this.rateDay = life.rateDay();
    this.world = life.world();
    this.law = world.laws().prices();
    this.currencies = life.currencies();
    this.audience = life.audience();
    this.till = life.till();
    this.outbox = life.outbox();
    this.draws = life.draws();
    this.prices = prices;
    this.tallies = new Tally[model.tiers().size() + model.goods().size()];
    for (int i = 0; i < tallies.length; i++) {
      tallies[i] = new Tally();
    }
    draws.at(Draws.key(model.key(), Purpose.TEST, 0));
    this.test = PriceTest.draw(model, law, firstDay, world.options().days(), draws);
  }

  private static double[] grid() {
    double[] grid = new double[18];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = 0.25 * Math.pow(1.16, i);
    }
    return grid;
  }

  /** What everyone who saw the offer would have done at other prices. */
  private static final class Tally {
    long looks;
    double atList;
    double above;
    double below;

    /** Empty before the first look. */
    double[] atGrid = {};
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

  /** Factor on how often tiers are shown on this day: more during a planned test. */
  double promotion(int day) {
    if (test == null) {
      return 1;
    }
    test.prepare(day, audience.alive());
    return test.promotion(day);
  }

  /** Shows offer {@code number} to a fan; the price at which they buy, or -1. */
  long show(int number, Fan fan, long at) {
    Offer offer = offer(number);
    int day = rateDay.of(at);
    fan.shown = true;
    double state = fan.willingness * state(offer, fan, day);
    double own = own(offer, number, fan);
    tally(tallies[number], offer, state);
    Platform platform = offer.subscription() ? Platform.PATREON : Platform.SHOP;
    long price = prices.price(number, day);
    Assignment assignment = null;
    if (test != null && test.runs(number, day)) {
      int arm = test.arm(audience.id(fan, platform));
      price = PriceTest.price(offer, arm);
      assignment =
          new Assignment(
              "prices of " + offer.product(), PriceTest.name(arm), PriceTest.propensity());
      test.count(day, chances(offer, state, own));
    }
    boolean buys = offer.wtpMedian() * state * own >= price;
    remember(offer, fan, price);
    outbox.send(
        new Event.PriceExposure(
            till.context(audience, fan, platform, at, null, offer.product(), Map.of()),
            new Money(price, currencies.at(offer.currency())),
            buys,
            assignment));
    return buys ? price : -1;
  }

  /** The fan's own taste for the offer, or today's. */
  private double own(Offer offer, int number, Fan fan) {
    if (!law.lasting()) {
      return offer.shape().draw(offer.wtpSigma(), draws);
    }
    long later = draws.fork();
    draws.at(Draws.key(fan.key, Purpose.WILLINGNESS, number));
    double own = offer.shape().draw(offer.wtpSigma(), draws);
    draws.at(later);
    return own;
  }

  /** Factor of season, satiation, reference, rivals and actions on a fan's willingness. */
  private double state(Offer offer, Fan fan, int day) {
    double state = 1;
    boolean tier = offer.subscription();
    if (world.changes().acts(model.id(), fan.segment, FanAction.OFFER, day)) {
      state *= Actions.factor(model.key(), fan.segment, FanAction.OFFER);
    }
    if (!law.lasting()) {
      return state;
    }
    state *= Math.pow(tier ? fan.tierReference : fan.goodsReference, law.reference());
    state *= Math.pow(world.rivals().index(model.niche(), tier, day), law.rival());
    if (!tier) {
      double rested = Math.clamp((day - fan.ordered) / SATED_DAYS, 0, 1);
      state *= law.satiation() + (1 - law.satiation()) * rested;
      int month = world.options().start().plusDays(day).getMonthValue();
      state *= month >= 11 ? SEASONAL : 1;
    }
    return state;
  }

  private void remember(Offer offer, Fan fan, long price) {
    float relative = (float) price / offer.price();
    if (offer.subscription()) {
      fan.tierReference = (fan.tierReference + relative) / 2;
    } else {
      fan.goodsReference = (fan.goodsReference + relative) / 2;
    }
  }

  private static void tally(Tally tally, Offer offer, double state) {
    tally.atList += offer.demand(offer.price(), state);
    tally.above += offer.demand(offer.price() * (1 + STEP), state);
    tally.below += offer.demand(offer.price() * (1 - STEP), state);
    if (tally.looks++ % SAMPLED == 0) {
      tally.atGrid = tally.atGrid.length == 0 ? new double[GRID.length] : tally.atGrid;
      for (int i = 0; i < GRID.length; i++) {
        tally.atGrid[i] += offer.demand(offer.price() * GRID[i], state);
      }
    }
  }

  /** Whether, or how likely, this look sells in each arm. */
  private double[] chances(Offer offer, double state, double own) {
    double[] chances = new double[PriceTest.arms()];
    for (int i = 0; i < chances.length; i++) {
      long price = PriceTest.price(offer, i);
      boolean buys = offer.wtpMedian() * state * own >= price;
      chances[i] = law.lasting() ? (buys ? 1 : 0) : offer.demand(price, state);
    }
    return chances;
  }

  /** Tells what a fan who was shown prices would pay. */
  void tellWishes(Fan fan, String id, Consumer<TruthRecord> truth) {
    if (!fan.shown || !law.lasting()) {
      return;
    }
    for (int i = 0; i < tallies.length; i++) {
      Offer offer = offer(i);
      double minor = offer.wtpMedian() * fan.willingness * own(offer, i, fan);
      truth.accept(
          new WorldTruth.Willingness(
              model.id(), id, offer.product(), minor, Surveys.bias(fan, offer, true)));
    }
  }

  /** Tells the products' demand and the arms of the test. */
  void tell(LocalDate start, Consumer<TruthRecord> truth) {
    for (int i = 0; i < tallies.length; i++) {
      Offer offer = offer(i);
      Tally tally = tallies[i];
      double elasticity =
          tally.looks == 0 || tally.atList == 0
              ? offer.elasticity()
              : (tally.above - tally.below) / (2 * STEP * tally.atList);
      truth.accept(
          new TruthRecord.Product(
              model.id(),
              offer.product(),
              offer.subscription() ? "subscription" : "merchandise",
              new Money(offer.price(), currencies.at(offer.currency())),
              offer.shape().label(),
              offer.wtpMedian(),
              offer.wtpSigma(),
              elasticity,
              offer.surveyBias(),
              best(offer, tally)));
    }
    if (test != null) {
      tellArms(test, start, truth);
    }
  }

  /** The price of the grid with the highest gross income from those who looked. */
  private static double best(Offer offer, Tally tally) {
    double best = 0;
    double income = -1;
    for (int i = 0; i < GRID.length; i++) {
      double demand = tally.looks == 0 ? offer.demand(offer.price() * GRID[i], 1) : tally.atGrid[i];
      if (GRID[i] * demand > income) {
        income = GRID[i] * demand;
        best = GRID[i] * offer.price();
      }
    }
    return best;
  }

  private void tellArms(PriceTest ran, LocalDate start, Consumer<TruthRecord> truth) {
    Offer offer = offer(ran.offer());
    for (int arm = 0; arm < PriceTest.arms() && ran.exposures() > 0; arm++) {
      truth.accept(
          new TruthRecord.PriceArm(
              model.id(),
              offer.product(),
              start.plusDays(ran.from()),
              start.plusDays(ran.to()),
              PriceTest.name(arm),
              new Money(PriceTest.price(offer, arm), currencies.at(offer.currency())),
              PriceTest.propensity(),
              ran.conversion(arm),
              ran.exposures()));
    }
  }
}
