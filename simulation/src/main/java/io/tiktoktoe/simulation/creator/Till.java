package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.event.Context;
import io.tiktoktoe.event.Demographics;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.event.State;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.simulation.delivery.Outbox;
import io.tiktoktoe.simulation.draw.Agenda;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.fan.Fan;
import io.tiktoktoe.simulation.world.Currencies;
import io.tiktoktoe.simulation.world.Platform;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one creator's money moves: every sale and reversal goes through here into the true ledger
 * and out as an event, so that the two cannot differ.
 */
final class Till {

  private static final long DAY_MS = 86_400_000;

  private final Currencies currencies;
  private final DayLedger ledger;
  private final Outbox outbox;
  private final Agenda agenda;
  private final Draws draws;

  Till(Currencies currencies, DayLedger ledger, Outbox outbox, Agenda agenda, Draws draws) {
    this.currencies = currencies;
    this.ledger = ledger;
    this.outbox = outbox;
    this.agenda = agenda;
    this.draws = draws;
  }

  /** How likely money goes back: refund, chargeback, and when. */
  record Regret(double refund, double refundDays, double chargeback) {
    static final Regret NONE = new Regret(0, 1, 0);
    static final Regret TIP = new Regret(0.002, 3, 0.004);
    static final Regret SUBSCRIPTION = new Regret(0.008, 5, 0.003);
    static final Regret ORDER = new Regret(0.045, 12, 0.003);
  }

  /** A payment of {@code gross} minor units, with fee and tax as shares of it. */
  Payment payment(long gross, int currency, double feeShare, double taxShare, long quantity) {
    Currency unit = currencies.at(currency);
    long tax = Math.round(gross * taxShare / (1 + taxShare));
    long fee = Math.min(gross - tax, Math.round(gross * feeShare));
    return new Payment(
        new Money(gross, unit), new Money(fee, unit), new Money(tax, unit), quantity, State.FINAL);
  }

  /** Books a sale, sends it, and decides now whether the money will go back. */
  void sell(Event sale, Payment payment, Stream stream, int currency, Regret regret) {
    ledger.sale(stream, currency, payment);
    outbox.send(sale);
    Context context = sale.context();
    long time = context.time().toEpochMilli();
    double fate = draws.uniform();
    if (fate < regret.refund) {
      long back = partOf(payment);
      long at = time + 1 + (long) draws.exponential(regret.refundDays * DAY_MS);
      agenda.add(at, due -> refund(context, stream, currency, back, due));
    } else if (fate < regret.refund + regret.chargeback) {
      long at = time + (long) (draws.uniform(10, 70) * DAY_MS);
      long back = payment.gross().minorUnits();
      agenda.add(at, due -> chargeback(context, stream, currency, back, due));
    }
  }

  /** All of it, or the price of some pieces. */
  private long partOf(Payment payment) {
    long gross = payment.gross().minorUnits();
    return payment.quantity() > 1 && draws.chance(0.5)
        ? gross / payment.quantity() * (1 + draws.below((int) payment.quantity() - 1))
        : gross;
  }

  private void refund(Context sale, Stream stream, int currency, long minor, long at) {
    if (minor > 0) {
      ledger.refund(stream, currency, minor);
      outbox.send(reversal(sale, EventType.REFUND, currency, minor, at, Map.of()));
    }
  }

  private void chargeback(Context sale, Stream stream, int currency, long minor, long at) {
    ledger.chargeback(stream, currency, minor);
    outbox.send(reversal(sale, EventType.CHARGEBACK, currency, minor, at, Map.of()));
    if (draws.chance(0.35)) {
      long decided = at + (long) (draws.uniform(15, 60) * DAY_MS);
      agenda.add(decided, due -> winBack(sale, stream, currency, minor, due));
    }
  }

  private void winBack(Context sale, Stream stream, int currency, long minor, long at) {
    ledger.chargeback(stream, currency, -minor);
    outbox.send(reversal(sale, EventType.CHARGEBACK, currency, minor, at, Map.of("won", "true")));
  }

  private Event reversal(
      Context sale,
      EventType kind,
      int currency,
      long minor,
      long at,
      Map<String, String> attributes) {
    Platform platform = Platform.ofSource(sale.source());
    Context context =
        outbox.context(
            platform,
            at,
            sale.fan(),
            sale.content(),
            sale.product(),
            sale.demographics(),
            attributes);
    Payment back = Payment.of(new Money(minor, currencies.at(currency)));
    return new Event.Reversal(context, back, sale.id(), kind);
  }

  Currency currency(int index) {
    return currencies.at(index);
  }

  /** Context of something one fan did. */
  Context context(
      Audience audience,
      Fan fan,
      Platform platform,
      long at,
      @Nullable String content,
      @Nullable String product,
      Map<String, String> attributes) {
    return outbox.context(
        platform,
        at,
        audience.id(fan, platform),
        content,
        product,
        audience.demographics(fan),
        attributes);
  }

  /** Context of something nobody in particular did. */
  Context context(
      Platform platform,
      long at,
      @Nullable String content,
      @Nullable String product,
      Demographics demographics) {
    return outbox.context(platform, at, null, content, product, demographics, Map.of());
  }
}
