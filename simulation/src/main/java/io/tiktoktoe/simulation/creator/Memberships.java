package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.event.Context;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.event.SubscriptionTerm;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.simulation.delivery.Outbox;
import io.tiktoktoe.simulation.draw.Agenda;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.draw.Purpose;
import io.tiktoktoe.simulation.fan.Content;
import io.tiktoktoe.simulation.fan.Fan;
import io.tiktoktoe.simulation.fan.Membership;
import io.tiktoktoe.simulation.law.MembershipLaw;
import io.tiktoktoe.simulation.model.FanAction;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.world.Currencies;
import io.tiktoktoe.simulation.world.LevelPath;
import io.tiktoktoe.simulation.world.Platform;
import io.tiktoktoe.simulation.world.RateDay;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions of one creator: payments by the month or year until the subscriber, whose churn
 * probability was drawn once from a Beta distribution and moves with its causes, cancels, or a
 * payment fails for good. Some begin with a trial, pause, change their tier, come back, are gifts.
 */
final class Memberships {

  private static final int RETRIES = 3;
  private static final double COMES_BACK = 0.12;
  private static final double GIFT_SHARE = 0.08;
  private static final double GIFT_STAYS = 0.15;
  private static final double TRIAL_STAYS = 0.45;
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
  private final SharedWorld world;
  private final MembershipLaw law;
  private final PriceList prices;
  private final ChurnCauses causes;
  private final LevelPath level;
  private final Consumer<TruthRecord> truth;

  Memberships(Life life, LevelPath level, PriceList prices, Consumer<TruthRecord> truth) {
    this.truth = truth;
    this.level = level;
    this.prices = prices;
    this.model = life.model();
    this.rateDay = life.rateDay();
    this.world = life.world();
    this.law = world.laws().memberships();
    this.currencies = life.currencies();
    this.audience = life.audience();
    this.library = life.library();
    this.till = life.till();
    this.outbox = life.outbox();
    this.agenda = life.agenda();
    this.draws = life.draws();
    this.causes = new ChurnCauses(law.causes(), prices, library);
  }

  /** A subscription that began before the simulation: only its renewals are seen. */
  void continueEarlier(Fan fan, long today) {
    int tier = draws.below(model.tiers().size());
    // Who has stayed for a while churns less: the posterior of the Beta distribution.
    int months = 1 + draws.below(12);
    double churn = draws.beta(model.churnA(), model.churnB() + months);
    long ago = (long) (draws.uniform(months - 1.0, months) * MONTH_MS);
    long price = model.tiers().get(tier).price();
    Membership membership = new Membership(fan, tier, price, churn, today - ago);
    membership.periods = months;
    while (membership.due(model.zone()) < today) {
      membership.periods++;
    }
    enter(membership);
    agenda.add(membership.due(model.zone()), at -> renew(membership, at, 0));
  }

  /** Whether a tier can be offered to them: they have none, or may take a second one. */
  boolean open(Fan fan) {
    return !fan.subscribed()
        || (law.parallel() > 0
            && Integer.bitCount(fan.memberships) == 1
            && Draws.uniform(Draws.key(fan.key, Purpose.MEMBERSHIP, 0)) < law.parallel());
  }

  /** Someone subscribes at the price that was shown. */
  void start(Fan fan, int tier, long price, long at, @Nullable Content cause) {
    prices.sold(tier);
    Membership membership =
        new Membership(fan, tier, price, draws.beta(model.churnA(), model.churnB()), at);
    membership.factor = prices.tierFactor(tier, rateDay.of(at));
    membership.cause = cause;
    membership.gifted = draws.chance(GIFT_SHARE) && !audience.isEmpty();
    double plan = draws.uniform();
    if (!membership.gifted && plan < law.trials()) {
      startTrial(membership, at);
      return;
    }
    if (!membership.gifted && plan > 1 - law.yearly()) {
      membership.yearly = true;
      membership.price = price * Membership.MONTHS_FOR_A_YEAR;
    }
    String giver = membership.gifted ? audience.id(audience.pickTipper(draws), SELLER) : "";
    creditCause(membership, begin(membership, at, SubscriptionMovement.Kind.NEW, giver), at);
    goOn(membership);
  }

  private void goOn(Membership membership) {
    if (membership.gifted && !draws.chance(GIFT_STAYS)) {
      agenda.add(
          membership.due(model.zone()), expiry -> cancel(membership, expiry, "gift_expired", true));
    } else {
      scheduleNext(membership);
    }
  }

  /** Today's waves of gifts: one gives to many at once. */
  void giveAway(CreatorDay day) {
    GiftWave.of(law.gifts(), audience, draws).ifPresent(wave -> give(day, wave));
  }

  private void give(CreatorDay day, GiftWave wave) {
    long at = day.moment(wave.giver(), draws);
    long price = prices.price(0, day.index());
    String by = audience.id(wave.giver(), SELLER);
    for (Fan fan : wave.receivers(audience, draws)) {
      double churn = draws.beta(model.churnA(), model.churnB());
      Membership membership = new Membership(fan, 0, price, churn, ++at);
      membership.gifted = true;
      begin(membership, at, SubscriptionMovement.Kind.NEW, by);
      goOn(membership);
    }
  }

  private void startTrial(Membership membership, long at) {
    membership.started = at + 7 * DAY_MS;
    membership.periods = 0;
    enter(membership);
    library.hold(membership.cause);
    Payment nothing = till.payment(0, model.currency(), 0, 0, 1);
    SubscriptionTerm term = term(membership).asTrial();
    Context context = context(membership, at, Map.of(), true);
    Event event = new Event.SubscriptionStarted(context, nothing, false, term);
    till.sell(event, nothing, Stream.SUBSCRIPTIONS, model.currency(), Till.Regret.NONE);
    if (draws.chance(TRIAL_STAYS)) {
      agenda.add(membership.started, due -> firstPayment(membership, due));
    } else {
      long early = (long) (draws.uniform() * 3 * DAY_MS);
      agenda.add(membership.started - early, due -> endTrial(membership, due));
    }
  }

  private void endTrial(Membership membership, long at) {
    cancel(membership, at, "trial_ended", false);
    library.release(membership.cause);
  }

  private void firstPayment(Membership membership, long at) {
    membership.periods = 1;
    move(membership, at, SubscriptionMovement.Kind.NEW, membership.price, "trial");
    creditCause(membership, collect(membership, at), at);
    library.release(membership.cause);
    scheduleNext(membership);
  }

  private Payment begin(
      Membership membership, long at, SubscriptionMovement.Kind kind, String giver) {
    enter(membership);
    boolean back = kind == SubscriptionMovement.Kind.REACTIVATION;
    move(
        membership,
        at,
        kind,
        membership.price,
        !giver.isEmpty() ? "gift" : back ? "return" : "offer");
    Payment payment = payment(membership);
    Map<String, String> attributes = giver.isEmpty() ? Map.of() : Map.of("gifted_by", giver);
    Context context = context(membership, at, attributes, true);
    Event event =
        new Event.SubscriptionStarted(context, payment, membership.gifted, term(membership));
    till.sell(event, payment, Stream.SUBSCRIPTIONS, model.currency(), Till.Regret.SUBSCRIPTION);
    credit(membership, payment, at);
    return payment;
  }

  private void enter(Membership membership) {
    membership.fan.subscribe(membership.tier);
    library.hold(membership.fan.broughtBy);
  }

  private SubscriptionTerm term(Membership membership) {
    return law.yearly() == 0
        ? SubscriptionTerm.UNKNOWN
        : SubscriptionTerm.every(membership.interval())
            .until(Instant.ofEpochMilli(membership.due(model.zone())));
  }

  private void credit(Membership membership, Payment payment, long at) {
    @Nullable Content brought = membership.fan.broughtBy;
    if (brought != null) {
      long gross = payment.gross().minorUnits();
      brought.valueOfFollows += currencies.microUsd(gross, model.currency(), rateDay.of(at));
    }
  }

  private void creditCause(Membership membership, Payment first, long at) {
    if (membership.cause != null) {
      long gross = first.gross().minorUnits();
      membership.cause.subscriptions +=
          currencies.microUsd(gross, model.currency(), rateDay.of(at));
    }
  }

  private void move(
      Membership membership, long at, SubscriptionMovement.Kind kind, long price, String cause) {
    truth.accept(
        new TruthRecord.Movement(
            model.id(),
            world.options().start().plusDays(rateDay.of(at)),
            kind,
            audience.id(membership.fan, SELLER),
            membership.gifted,
            membership.monthly(price),
            currencies.at(model.currency()),
            cause));
  }

  private Context context(
      Membership membership, long at, Map<String, String> attributes, boolean touched) {
    return till.context(
        audience,
        membership.fan,
        SELLER,
        at,
        touched ? library.lastSeen(membership.fan) : null,
        model.tiers().get(membership.tier).product(),
        attributes);
  }

  private Payment payment(Membership membership) {
    return till.payment(membership.price, model.currency(), SELLER.feeShare, 0, 1);
  }

  private void scheduleNext(Membership membership) {
    long due = membership.due(model.zone());
    long now = Math.max(membership.started, due - (long) MONTH_MS);
    int day = rateDay.of(now);
    double churn = causes.probability(membership, day, now);
    if (world.changes().acts(model.id(), membership.fan.segment, FanAction.THANK, day)) {
      churn *= Actions.factor(model.key(), membership.fan.segment, FanAction.THANK);
    }
    boolean leaves = draws.chance(churn);
    if (leaves) {
      // People cancel some time before the payment that they want to avoid.
      long notice = (long) (Math.pow(draws.uniform(), 2) * 20 * DAY_MS);
      agenda.add(due - notice, at -> cancel(membership, at, "voluntary", true));
    } else {
      agenda.add(due, at -> renew(membership, at, 0));
    }
  }

  private void renew(Membership membership, long at, int attempt) {
    int day = rateDay.of(at);
    if (!level.lives(day)) {
      cancel(membership, at, "creator_stopped", true);
      return;
    }
    if (attempt == 0 && draws.chance(law.pauses())) {
      pause(membership, at);
      return;
    }
    if (draws.chance(attempt == 0 ? law.fails() : law.retryFails())) {
      fail(membership, at, attempt);
      return;
    }
    membership.gifted = false;
    if (draws.chance(law.changes())) {
      changeTier(membership, at);
    }
    reprice(membership, day, at);
    membership.periods++;
    collect(membership, at);
    scheduleNext(membership);
  }

  private Payment collect(Membership membership, long at) {
    Payment payment = payment(membership);
    Context context = context(membership, at, Map.of(), false);
    Event renewed = new Event.SubscriptionRenewed(context, payment, term(membership));
    till.sell(renewed, payment, Stream.SUBSCRIPTIONS, model.currency(), Till.Regret.SUBSCRIPTION);
    credit(membership, payment, at);
    return payment;
  }

  /** Members pay what tiers cost after a rise. */
  private void reprice(Membership membership, int day, long at) {
    double factor = prices.tierFactor(membership.tier, day);
    if (factor != membership.factor) {
      long price = Math.max(1, Math.round(membership.price * factor / membership.factor));
      change(membership, price, at, "price_rise");
      membership.factor = factor;
    }
  }

  private void change(Membership membership, long price, long at, String cause) {
    long change = price - membership.price;
    membership.price = price;
    if (change != 0) {
      SubscriptionMovement.Kind kind =
          change > 0 ? SubscriptionMovement.Kind.EXPANSION : SubscriptionMovement.Kind.CONTRACTION;
      move(membership, at, kind, change, cause);
    }
  }

  private void pause(Membership membership, long at) {
    cancel(membership, at, "paused", true);
    long back = at + (long) (draws.uniform(25, 95) * DAY_MS);
    agenda.add(back, due -> comeBack(membership, due));
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
      agenda.add(later, due -> cancel(membership, due, "payment_failed", true));
    }
  }

  private void changeTier(Membership membership, long at) {
    List<Offer> tiers = model.tiers();
    int other = membership.tier + (draws.chance(0.6) ? 1 : -1);
    if (other < 0 || other >= tiers.size() || membership.fan.subscribed(other)) {
      return;
    }
    long difference = tiers.get(other).price() - tiers.get(membership.tier).price();
    long periods = membership.yearly ? Membership.MONTHS_FOR_A_YEAR : 1;
    membership.fan.unsubscribe(membership.tier);
    membership.fan.subscribe(other);
    membership.tier = other;
    change(membership, Math.max(1, membership.price + periods * difference), at, "upgrade");
  }

  private void cancel(Membership membership, long at, String reason, boolean paid) {
    int day = rateDay.of(at);
    membership.fan.unsubscribe(membership.tier);
    if (paid) {
      String cause = reason.equals("voluntary") ? causes.main(membership.fan, day, at) : reason;
      move(membership, at, SubscriptionMovement.Kind.CHURN, -membership.price, cause);
    }
    outbox.send(
        new Event.SubscriptionCanceled(context(membership, at, Map.of("reason", reason), false)));
    library.release(membership.fan.broughtBy);
    boolean back = draws.chance(COMES_BACK) && paid && level.lives(day);
    if (back && !reason.equals("paused")) {
      long later = at + (long) ((10 + draws.exponential(60)) * DAY_MS);
      agenda.add(later, due -> comeBack(membership, due));
    }
  }

  private void comeBack(Membership before, long at) {
    int day = rateDay.of(at);
    if (before.fan.subscribed() || day >= before.fan.leaveDay || !level.lives(day)) {
      return;
    }
    long price = prices.renewal(before.tier, day);
    double churn = draws.beta(model.churnA(), model.churnB());
    Membership again = new Membership(before.fan, before.tier, price, churn, at);
    again.factor = prices.tierFactor(before.tier, day);
    begin(again, at, SubscriptionMovement.Kind.REACTIVATION, "");
    scheduleNext(again);
  }
}
