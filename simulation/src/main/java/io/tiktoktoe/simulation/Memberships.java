package io.tiktoktoe.simulation;

import io.tiktoktoe.event.Context;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.metric.SubscriptionMovement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions of one creator: monthly payments until the subscriber, whose churn probability was
 * drawn once from a Beta distribution, cancels (shifted-beta-geometric), or a payment fails for
 * good. Some change their tier, some come back, some are gifts.
 */
final class Memberships {

  private static final double PAYMENT_FAILS = 0.035;
  private static final double RETRY_FAILS = 0.5;
  private static final int RETRIES = 3;
  private static final double CHANGES_TIER = 0.012;
  private static final double COMES_BACK = 0.12;
  private static final double GIFT_SHARE = 0.08;
  private static final double GIFT_STAYS = 0.15;
  private static final long DAY_MS = 86_400_000;
  private static final double MONTH_MS = 30.4 * DAY_MS;
  private static final Platform SELLER = Platform.PATREON;

  private final CreatorModel model;
  private final RateDay rateDay;
  private final Currencies currencies;
  private final Audience audience;
  private final Library library;
  private final Till till;
  private final Outbox outbox;
  private final Agenda agenda;
  private final Draws draws;
  private final EconomyOptions options;
  private final Consumer<TruthRecord> truth;

  Memberships(Life life, EconomyOptions options, Consumer<TruthRecord> truth) {
    this.options = options;
    this.truth = truth;
    this.model = life.model();
    this.rateDay = life.rateDay();
    this.currencies = life.currencies();
    this.audience = life.audience();
    this.library = life.library();
    this.till = life.till();
    this.outbox = life.outbox();
    this.agenda = life.agenda();
    this.draws = life.draws();
  }

  /** A running subscription; {@code months} payments were made. */
  private static final class Membership {
    final int slot;
    final double churn;
    int tier;
    long price;
    long started;
    int months = 1;
    boolean gifted;

    Membership(int slot, int tier, long price, double churn, long started) {
      this.slot = slot;
      this.tier = tier;
      this.price = price;
      this.churn = churn;
      this.started = started;
    }
  }

  /** A subscription that began before the simulation: only its renewals are seen. */
  void continueEarlier(int slot, int day, ZoneId zone) {
    int tier = draws.below(model.tiers().size());
    // Who has stayed for a while churns less: the posterior of the Beta distribution.
    int months = 1 + draws.below(12);
    double churn = draws.beta(model.churnA(), model.churnB() + months);
    long today = options.start().plusDays(day).atStartOfDay(zone).toInstant().toEpochMilli();
    long ago = (long) (draws.uniform(months - 1.0, months) * MONTH_MS);
    long price = model.tiers().get(tier).price();
    Membership membership = new Membership(slot, tier, price, churn, today - ago);
    membership.months = months;
    while (due(membership) < today) {
      membership.months++;
    }
    audience.setSubscribed(slot, true);
    agenda.add(due(membership), at -> renew(membership, at, 0));
  }

  /** Someone subscribes at the price that was shown. */
  void start(int slot, int tier, long price, long at, Library.@Nullable Content cause) {
    Membership membership =
        new Membership(slot, tier, price, draws.beta(model.churnA(), model.churnB()), at);
    membership.gifted = draws.chance(GIFT_SHARE) && !audience.isEmpty();
    Payment payment = begin(membership, at, SubscriptionMovement.Kind.NEW);
    if (cause != null) {
      cause.subscriptions +=
          currencies.microUsd(payment.gross().minorUnits(), model.currency(), rateDay.of(at));
    }
    if (membership.gifted && !draws.chance(GIFT_STAYS)) {
      agenda.add(due(membership), expiry -> cancel(membership, expiry, "gift_expired"));
    } else {
      scheduleNext(membership);
    }
  }

  private Payment begin(Membership membership, long at, SubscriptionMovement.Kind kind) {
    audience.setSubscribed(membership.slot, true);
    move(membership, at, kind, membership.price);
    Payment payment = payment(membership);
    Map<String, String> attributes =
        membership.gifted
            ? Map.of("gifted_by", audience.fan(audience.pickTipper(draws)))
            : Map.of();
    Event event =
        new Event.SubscriptionStarted(
            context(membership, at, attributes, true), payment, membership.gifted);
    till.sell(event, payment, Stream.SUBSCRIPTIONS, model.currency(), Till.Regret.SUBSCRIPTION);
    return payment;
  }

  private void move(Membership membership, long at, SubscriptionMovement.Kind kind, long monthly) {
    truth.accept(
        new TruthRecord.Movement(
            model.id(),
            options.start().plusDays(rateDay.of(at)),
            kind,
            audience.fan(membership.slot),
            membership.gifted,
            monthly,
            currencies.at(model.currency())));
  }

  private Context context(
      Membership membership, long at, Map<String, String> attributes, boolean touched) {
    Library.@Nullable Content seen = touched ? library.lastSeen(audience, membership.slot) : null;
    return till.context(
        audience,
        membership.slot,
        SELLER,
        at,
        seen == null ? null : seen.id,
        model.tiers().get(membership.tier).product(),
        attributes);
  }

  private Payment payment(Membership membership) {
    return till.payment(membership.price, model.currency(), SELLER.feeShare, 0, 1);
  }

  /** The moment of the next payment: the same local time of day, whole months after the start. */
  private long due(Membership membership) {
    ZonedDateTime start = Instant.ofEpochMilli(membership.started).atZone(model.zone());
    return start.plusMonths(membership.months).toInstant().toEpochMilli();
  }

  private void scheduleNext(Membership membership) {
    long due = due(membership);
    boolean leaves = draws.chance(membership.churn);
    if (leaves) {
      // People cancel some time before the payment that they want to avoid.
      long notice = (long) (Math.pow(draws.uniform(), 2) * 20 * DAY_MS);
      agenda.add(due - notice, at -> cancel(membership, at, "voluntary"));
    } else {
      agenda.add(due, at -> renew(membership, at, 0));
    }
  }

  private void renew(Membership membership, long at, int attempt) {
    if (draws.chance(attempt == 0 ? PAYMENT_FAILS : RETRY_FAILS)) {
      fail(membership, at, attempt);
      return;
    }
    membership.gifted = false;
    if (draws.chance(CHANGES_TIER)) {
      changeTier(membership, at);
    }
    membership.months++;
    Payment payment = payment(membership);
    Event renewed =
        new Event.SubscriptionRenewed(context(membership, at, Map.of(), false), payment);
    till.sell(renewed, payment, Stream.SUBSCRIPTIONS, model.currency(), Till.Regret.SUBSCRIPTION);
    scheduleNext(membership);
  }

  private void fail(Membership membership, long at, int attempt) {
    Money attempted = new Money(membership.price, currencies.at(model.currency()));
    Map<String, String> attributes = Map.of("attempt", Integer.toString(attempt + 1));
    outbox.send(
        new Event.SubscriptionPaymentFailed(context(membership, at, attributes, false), attempted));
    long later = at + (2 + attempt) * DAY_MS;
    if (attempt < RETRIES) {
      agenda.add(later, due -> renew(membership, due, attempt + 1));
    } else {
      agenda.add(later, due -> cancel(membership, due, "payment_failed"));
    }
  }

  private void changeTier(Membership membership, long at) {
    List<Offer> tiers = model.tiers();
    int other = membership.tier + (draws.chance(0.6) ? 1 : -1);
    if (other >= 0 && other < tiers.size()) {
      long change = tiers.get(other).price() - membership.price;
      membership.tier = other;
      membership.price += change;
      if (change != 0) {
        move(
            membership,
            at,
            change > 0
                ? SubscriptionMovement.Kind.EXPANSION
                : SubscriptionMovement.Kind.CONTRACTION,
            change);
      }
    }
  }

  private void cancel(Membership membership, long at, String reason) {
    audience.setSubscribed(membership.slot, false);
    move(membership, at, SubscriptionMovement.Kind.CHURN, -membership.price);
    outbox.send(
        new Event.SubscriptionCanceled(context(membership, at, Map.of("reason", reason), false)));
    if (draws.chance(COMES_BACK)) {
      long back = at + (long) ((10 + draws.exponential(60)) * DAY_MS);
      agenda.add(back, due -> comeBack(membership, due));
    }
  }

  private void comeBack(Membership before, long at) {
    if (audience.subscribed(before.slot)) {
      return;
    }
    Membership again =
        new Membership(
            before.slot,
            before.tier,
            model.tiers().get(before.tier).price(),
            draws.beta(model.churnA(), model.churnB()),
            at);
    begin(again, at, SubscriptionMovement.Kind.REACTIVATION);
    scheduleNext(again);
  }
}
