package io.tiktoktoe.simulation;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.metric.Stream;
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
  private int nextLaunch;
  private int launched = -LAUNCH_DAYS;

  Shop(Life life) {
    this.model = life.model();
    this.rateDay = life.rateDay();
    this.currencies = life.currencies();
    this.audience = life.audience();
    this.library = life.library();
    this.till = life.till();
    this.draws = life.draws();
    this.nextLaunch = model.firstDay() + (int) draws.exponential(MEAN_DAYS_BETWEEN_LAUNCHES);
  }

  /** Factor on this day's offers: high in the first days of a launch. */
  double lift(CreatorDay day) {
    int today = day.clock().index();
    if (today >= nextLaunch) {
      launched = today;
      nextLaunch = today + 20 + (int) draws.exponential(MEAN_DAYS_BETWEEN_LAUNCHES - 20);
    }
    int age = today - launched;
    double launch = age < LAUNCH_DAYS ? LAUNCH_LIFT * Math.exp(-0.6 * age) : 1;
    return launch * day.shoppingSeason() * model.streams()[Stream.MERCHANDISE.ordinal()];
  }

  /** An order at the price that was shown. */
  void order(int slot, Offer offer, long price, long at, Library.@Nullable Content cause) {
    int pieces = 1;
    while (pieces < 6 && draws.chance(0.15)) {
      pieces++;
    }
    double tax = Country.ALL.get(audience.country(slot)).taxShare();
    Payment payment =
        till.payment(
            Math.multiplyExact(price, (long) pieces),
            offer.currency(),
            Platform.SHOP.feeShare,
            tax,
            pieces);
    Library.@Nullable Content seen = library.lastSeen(audience, slot);
    Event order =
        new Event.MerchandiseOrder(
            till.context(
                audience,
                slot,
                Platform.SHOP,
                at,
                seen == null ? null : seen.id,
                offer.product(),
                Map.of()),
            payment);
    till.sell(order, payment, Stream.MERCHANDISE, offer.currency(), Till.Regret.ORDER);
    if (cause != null) {
      cause.merchandise +=
          currencies.microUsd(payment.gross().minorUnits(), offer.currency(), rateDay.of(at));
    }
  }
}
