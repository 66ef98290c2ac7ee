package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.event.Decision;
import io.tiktoktoe.event.Demographics;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.simulation.delivery.Outbox;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.draw.Purpose;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.model.WorldTruth;
import io.tiktoktoe.simulation.world.Platform;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.function.Consumer;

/**
 * One creator's prices from day to day: list prices, that of tiers raised now and then, and deals
 * of a week or so when sales are weak (endogenous prices) or in the season.
 */
final class PriceList {

  private static final double YEAR = 365;

  /** Weight of today in the running means of sales. */
  private static final double FAST = 1.0 / 14;

  private static final double SLOW = 1.0 / 60;
  private static final double WEAK = 0.65;
  private static final double ENOUGH_A_DAY = 0.08;
  private static final int PATIENCE = 45;

  private final CreatorModel model;
  private final SharedWorld world;
  private final Outbox outbox;
  private final Consumer<TruthRecord> truth;
  private final boolean deals;
  private final int raised;
  private final double rise;
  private final Product[] products;

  private static final class Product {
    final Offer offer;
    double fast;
    double slow;
    int soldToday;
    int dealUntil;
    double deal = 1;

    Product(Offer offer) {
      this.offer = offer;
    }
  }

  PriceList(CreatorModel model, SharedWorld world, Outbox outbox, Consumer<TruthRecord> truth) {
    this.model = model;
    this.world = world;
    this.outbox = outbox;
    this.truth = truth;
    Draws draws = Draws.keyed().at(Draws.key(model.key(), Purpose.DISCOUNT, -1));
    double share = world.laws().prices().deals();
    deals = draws.chance(share);
    raised = share > 0 ? 90 + (int) draws.exponential(YEAR) : Integer.MAX_VALUE;
    rise = draws.uniform(1.1, 1.35);
    products = new Product[model.tiers().size() + model.goods().size()];
    for (int i = 0; i < products.length; i++) {
      int tiers = model.tiers().size();
      products[i] = new Product(i < tiers ? model.tiers().get(i) : model.goods().get(i - tiers));
    }
  }

  /** The price of an offer on a day, minor units. */
  long price(int number, int day) {
    Product product = products[number];
    double factor = rise(product, day) * (day < product.dealUntil ? product.deal : 1);
    factor *= world.changes().price(product.offer.product(), day);
    return factor == 1
        ? product.offer.price()
        : Math.max(1, Math.round(product.offer.price() * factor));
  }

  /** The price without deals, which those pay who renew. */
  long renewal(int number, int day) {
    double factor = tierFactor(number, day);
    long price = products[number].offer.price();
    return factor == 1 ? price : Math.max(1, Math.round(price * factor));
  }

  /** Factor on the list price of a tier that all pay from now on. */
  double tierFactor(int number, int day) {
    Product product = products[number];
    return rise(product, day) * world.changes().price(product.offer.product(), day);
  }

  private double rise(Product product, int day) {
    return product.offer.subscription() && day >= raised ? rise : 1;
  }

  /** Whether tiers became dearer within the last {@code days}. */
  boolean roseWithin(int days, int day) {
    return day >= raised && day < raised + days;
  }

  void sold(int number) {
    products[number].soldToday++;
  }

  /** Ends the day: counts sales and decides about deals. */
  void endDay(CreatorDay day, Draws draws) {
    int index = day.index();
    if (index == raised) {
      tellRise(day);
    }
    for (int i = 0; i < products.length; i++) {
      Product product = products[i];
      product.fast += FAST * (product.soldToday - product.fast);
      product.slow += SLOW * (product.soldToday - product.slow);
      product.soldToday = 0;
      draws.at(Draws.key(model.key(), Purpose.DISCOUNT, 100L * index + i));
      double depth = draws.uniform(0.7, 0.88);
      int length = 6 + draws.below(6);
      if (!deals || index < product.dealUntil + PATIENCE) {
        continue;
      }
      boolean weak = product.slow > ENOUGH_A_DAY && product.fast < WEAK * product.slow;
      boolean season =
          !product.offer.subscription()
              && MonthDay.from(day.clock().date()).equals(MonthDay.of(11, 24));
      if (weak || season) {
        begin(product, depth, length, weak ? "weak_sales" : "season", day);
      }
    }
  }

  private void begin(Product product, double factor, int length, String reason, CreatorDay day) {
    product.deal = factor;
    product.dealUntil = day.index() + 1 + length;
    LocalDate from = day.clock().date().plusDays(1);
    tell(product, from, from.plusDays(length), factor, reason);
    decide(day, product.offer.product(), "discount", 100 * (factor - 1));
  }

  private void tellRise(CreatorDay day) {
    for (Product product : products) {
      if (product.offer.subscription()) {
        tell(product, day.clock().date(), world.options().end(), rise, "rise");
        decide(day, product.offer.product(), "raise_price", 100 * (rise - 1));
      }
    }
  }

  private void tell(Product product, LocalDate from, LocalDate to, double factor, String reason) {
    truth.accept(
        new WorldTruth.PriceChange(model.id(), product.offer.product(), from, to, factor, reason));
  }

  private void decide(CreatorDay day, String product, String chosen, double percent) {
    outbox.send(
        new Event.DecisionTaken(
            outbox.context(
                Platform.DIRECT,
                day.clock().end() - 60_000,
                null,
                null,
                product,
                Demographics.UNKNOWN,
                java.util.Map.of()),
            Decision.of(chosen)
                .advised(percent < 0 ? "hold_price" : chosen)
                .by("creator")
                .expecting(Math.round(10 * percent) / 10.0, "price change in percent")));
  }
}
