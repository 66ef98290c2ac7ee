package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.event.Context;
import io.tiktoktoe.event.Demographics;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.event.State;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.simulation.delivery.Outbox;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.fan.Content;
import io.tiktoktoe.simulation.world.Country;
import io.tiktoktoe.simulation.world.Currencies;
import io.tiktoktoe.simulation.world.Platform;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
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

  /** Reports that wait for their later states, the oldest month first. */
  private final ArrayDeque<Month> months = new ArrayDeque<>();

  Advertising(Life life, DayLedger ledger) {
    this.model = life.model();
    this.currencies = life.currencies();
    this.till = life.till();
    this.ledger = ledger;
    this.outbox = life.outbox();
    this.draws = life.draws();
  }

  /** What is needed to tell a report's later states; the event itself is long gone. */
  private record Report(
      long number, long noon, String content, byte platform, byte country, int usdCents) {}

  private record Month(LocalDate first, List<Report> reports) {}

  /** Reports what {@code views} of a content from one country earned on one platform. */
  void report(CreatorDay day, Platform platform, int country, Content content, double views) {
    double perThousand =
        Country.ALL.get(country).adUsdPerThousand()
            * day.advertisingSeason()
            * model.streams()[Stream.ADVERTISING.ordinal()]
            * day.factor(Stream.ADVERTISING)
            * day.world().climate().pay(platform.ordinal(), day.index())
            * draws.lognormal(1, 0.15);
    double usd = views * perThousand / 1000;
    double invalid = draws.chance(0.1) ? draws.uniform(0.02, 0.25) : draws.uniform(0, 0.02);
    double error = 1 + 0.04 * draws.normal();
    double hours = draws.uniform(6, 12);
    if (usd < 0.005 || day.world().changes().gone(platform, day.index())) {
      return;
    }
    Report report =
        new Report(
            outbox.number(),
            day.clock().at(12, 0, draws),
            content.id,
            (byte) platform.ordinal(),
            (byte) country,
            cents(usd * (1 - invalid)));
    Payment estimated = payment(cents(usd * error), State.ESTIMATED);
    outbox.send(
        new Event.AdRevenue(context(report), estimated),
        day.clock().end() + (long) (hours * HOUR_MS));
    Payment last = lastState(day.clock().date(), report, estimated);
    ledger.sale(Stream.ADVERTISING, USD, last);
    content.advertising += currencies.microUsd(last.gross().minorUnits(), USD, day.index());
  }

  private Context context(Report report) {
    Demographics where = Demographics.UNKNOWN.withCountry(Country.ALL.get(report.country).code());
    Platform platform = Platform.at(report.platform);
    return outbox.report(report.number, platform, report.noon, report.content, where);
  }

  /** The last state that will be sent, which depends on how long the simulation lasts. */
  private Payment lastState(LocalDate day, Report report, Payment estimated) {
    LocalDate first = day.withDayOfMonth(1);
    LocalDate settled = first.plusMonths(1);
    if (!outbox.lastsUntil(noonUtc(settled, FINAL_DAY_OF_MONTH))) {
      return estimated;
    }
    if (months.isEmpty() || !months.getLast().first.equals(first)) {
      months.add(new Month(first, new ArrayList<>()));
    }
    months.getLast().reports.add(report);
    boolean paid = outbox.lastsUntil(noonUtc(settled, PAID_DAY_OF_MONTH));
    return payment(report.usdCents, paid ? State.PAID : State.FINAL);
  }

  /** Sends the later states that are due on this day. */
  void settle(CreatorDay day) {
    LocalDate date = day.clock().date();
    int of = date.getDayOfMonth();
    if ((of != FINAL_DAY_OF_MONTH && of != PAID_DAY_OF_MONTH) || months.isEmpty()) {
      return;
    }
    LocalDate first = date.withDayOfMonth(1).minusMonths(1);
    long due = noonUtc(date, of);
    for (Month month : months) {
      if (month.first.equals(first) && outbox.lastsUntil(due)) {
        State state = of == FINAL_DAY_OF_MONTH ? State.FINAL : State.PAID;
        month.reports.forEach(
            report ->
                outbox.revise(
                    new Event.AdRevenue(context(report), payment(report.usdCents, state)), due));
      }
    }
    if (of == PAID_DAY_OF_MONTH) {
      months.removeIf(month -> !month.first.isAfter(first));
    }
  }

  private static long noonUtc(LocalDate month, int dayOfMonth) {
    return month
        .withDayOfMonth(dayOfMonth)
        .atTime(LocalTime.NOON)
        .toInstant(ZoneOffset.UTC)
        .toEpochMilli();
  }

  /** What reaches the creator and the platform's share together, in cents. */
  private static int cents(double usd) {
    return (int) Math.clamp(Math.round(100 * usd / (1 - AD_FEE)), 1, Integer.MAX_VALUE);
  }

  private Payment payment(int gross, State state) {
    long fee = Math.min(gross, Math.round(gross * AD_FEE));
    return new Payment(
        new Money(gross, currencies.at(USD)),
        new Money(fee, currencies.at(USD)),
        Money.zero(currencies.at(USD)),
        1,
        state);
  }

  /** A brand pays for a placement now and then; larger audiences more often and better. */
  void brandDeals(CreatorDay day, double audience, @Nullable Content latest) {
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
