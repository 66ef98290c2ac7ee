package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.draw.Purpose;
import io.tiktoktoe.simulation.fan.Content;
import io.tiktoktoe.simulation.fan.Fan;
import io.tiktoktoe.simulation.world.Country;
import io.tiktoktoe.simulation.world.Currencies;
import io.tiktoktoe.simulation.world.Platform;
import io.tiktoktoe.simulation.world.RateDay;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Merchandise of one creator: orders that follow an offer, more of them at launches. */
final class Shop {

  private static final double MEAN_DAYS_BETWEEN_LAUNCHES = 80;
  private static final int LAUNCH_DAYS = 4;
  private static final double LAUNCH_LIFT = 9;

  private final CreatorModel model;
  private final RateDay rateDay;
  private final Currencies currencies;
  private final Audience audience;
  private final Library library;
  private final Till till;
  private final Draws draws;
  private final PriceList prices;
  private int nextLaunch;
  private int launched = -LAUNCH_DAYS;

  Shop(Life life, int firstDay, PriceList prices) {
    this.prices = prices;
    this.model = life.model();
    this.rateDay = life.rateDay();
    this.currencies = life.currencies();
    this.audience = life.audience();
    this.library = life.library();
    this.till = life.till();
    this.draws = life.draws();
    draws.at(Draws.key(model.key(), Purpose.LAUNCH, -1));
    this.nextLaunch = firstDay + (int) draws.exponential(MEAN_DAYS_BETWEEN_LAUNCHES);
  }

  /** Factor on this day's offers: high in the first days of a launch. */
  double lift(CreatorDay day) {
    int today = day.index();
    if (today >= nextLaunch) {
      draws.at(Draws.key(model.key(), Purpose.LAUNCH, today));
      launched = today;
      nextLaunch = today + 20 + (int) draws.exponential(MEAN_DAYS_BETWEEN_LAUNCHES - 20);
    }
    int age = today - launched;
    double launch = age < LAUNCH_DAYS ? LAUNCH_LIFT * Math.exp(-0.6 * age) : 1;
    return launch * day.shoppingSeason() * model.streams()[Stream.MERCHANDISE.ordinal()];
  }

  /** An order at the price that was shown. */
  void order(Fan fan, int number, long price, long at, @Nullable Content cause) {
    Offer offer = model.goods().get(number - model.tiers().size());
    prices.sold(number);
    fan.ordered = rateDay.of(at);
    int pieces = 1;
    while (pieces < 6 && draws.chance(0.15)) {
      pieces++;
    }
    double tax = Country.ALL.get(audience.country(fan)).taxShare();
    Payment payment =
        till.payment(
            Math.multiplyExact(price, (long) pieces),
            offer.currency(),
            Platform.SHOP.feeShare,
            tax,
            pieces);
    Event order =
        new Event.MerchandiseOrder(
            till.context(
                audience, fan, Platform.SHOP, at, library.lastSeen(fan), offer.product(), Map.of()),
            payment);
    till.sell(order, payment, Stream.MERCHANDISE, offer.currency(), Till.Regret.ORDER);
    long value =
        currencies.microUsd(payment.gross().minorUnits(), offer.currency(), rateDay.of(at));
    if (cause != null) {
      cause.merchandise += value;
    }
    if (fan.broughtBy != null) {
      fan.broughtBy.valueOfFollows += value;
    }
  }
}
