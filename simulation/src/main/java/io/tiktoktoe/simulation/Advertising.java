package io.tiktoktoe.simulation;

import io.tiktoktoe.event.Context;
import io.tiktoktoe.event.Demographics;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.event.State;
import io.tiktoktoe.metric.Stream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Advertising income of one creator, in USD as platforms pay it: a report each day, estimated on
 * the next, final after the month with invalid traffic taken out, paid on the 21st. A later state
 * carries the same id, time and content; the true ledger holds the latest one that was sent.
 */
final class Advertising {

  private static final int USD = 0;
  private static final long HOUR_MS = 3_600_000;
  private static final int FINAL_DAY_OF_MONTH = 9;
  private static final int PAID_DAY_OF_MONTH = 21;
  private static final double AD_FEE = 0.45;

  private final CreatorModel model;
  private final Currencies currencies;
  private final Till till;
  private final DayLedger ledger;
  private final Outbox outbox;
  private final Draws draws;

  Advertising(
      CreatorModel model,
      Currencies currencies,
      Till till,
      DayLedger ledger,
      Outbox outbox,
      Draws draws) {
    this.model = model;
    this.currencies = currencies;
    this.till = till;
    this.ledger = ledger;
    this.outbox = outbox;
    this.draws = draws;
  }

  /** Reports what {@code views} of a content from one country earned on one platform. */
  void report(
      CreatorDay day, Platform platform, int country, Library.Content content, double views) {
    double perThousand =
        Country.ALL.get(country).adUsdPerThousand()
            * day.advertisingSeason()
            * model.streams()[Stream.ADVERTISING.ordinal()]
            * day.factor(Stream.ADVERTISING)
            * draws.lognormal(1, 0.15);
    double usd = views * perThousand / 1000;
    if (usd < 0.005) {
      return;
    }
    long noon = day.clock().at(12, 0, draws);
    Demographics where = Demographics.UNKNOWN.withCountry(Country.ALL.get(country).code());
    Context context = till.context(platform, noon, content.id, null, where);
    Payment estimated = payment(usd * (1 + 0.04 * draws.normal()), State.ESTIMATED);
    outbox.send(
        new Event.AdRevenue(context, estimated),
        day.clock().end() + (long) (draws.uniform(6, 12) * HOUR_MS));
    Payment last = settle(day.clock().date(), context, estimated, usd);
    ledger.sale(Stream.ADVERTISING, USD, last);
    content.advertising += currencies.microUsd(last.gross().minorUnits(), USD, day.clock().index());
  }

  /** Sends the final and the paid state if the simulation lasts that long; the last one sent. */
  private Payment settle(LocalDate day, Context context, Payment estimated, double usd) {
    LocalDate month = day.withDayOfMonth(1).plusMonths(1);
    double invalid = draws.chance(0.1) ? draws.uniform(0.02, 0.25) : draws.uniform(0, 0.02);
    Payment settled = payment(usd * (1 - invalid), State.FINAL);
    if (!outbox.revise(new Event.AdRevenue(context, settled), noonUtc(month, FINAL_DAY_OF_MONTH))) {
      return estimated;
    }
    Payment paid = settled.withState(State.PAID);
    return outbox.revise(new Event.AdRevenue(context, paid), noonUtc(month, PAID_DAY_OF_MONTH))
        ? paid
        : settled;
  }

  private static long noonUtc(LocalDate month, int dayOfMonth) {
    return month
        .withDayOfMonth(dayOfMonth)
        .atTime(LocalTime.NOON)
        .toInstant(ZoneOffset.UTC)
        .toEpochMilli();
  }

  /** Gross and the platform's share, in cents. */
  private Payment payment(double usd, State state) {
    long gross = Math.max(1, Math.round(100 * usd / (1 - AD_FEE)));
    long fee = Math.min(gross, Math.round(gross * AD_FEE));
    return new Payment(
        new Money(gross, currencies.at(USD)),
        new Money(fee, currencies.at(USD)),
        Money.zero(currencies.at(USD)),
        1,
        state);
  }

  /** A brand pays for a placement now and then; larger audiences more often and better. */
  void brandDeals(CreatorDay day, double audience, Library.@Nullable Content latest) {
    double mean = 0.0035 * Math.min(3, Math.sqrt(audience / 60));
    if (latest == null || !draws.chance(mean)) {
      return;
    }
    double usd = draws.lognormal(250, 0.9) * Math.pow(audience / 60, 0.7);
    Payment payment = till.payment(currencies.nice(usd, USD), USD, 0.15, 0, 1);
    long at = day.clock().at(9 + draws.below(9), draws.uniform(), draws);
    String brand = "brand-" + (1 + draws.below(60));
    Event deal =
        new Event.BrandDeal(
            till.context(Platform.DIRECT, at, latest.id, brand, Demographics.UNKNOWN), payment);
    till.sell(deal, payment, Stream.ADVERTISING, USD, new Till.Regret(0.01, 10, 0));
  }
}
