package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.event.Demographics;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.draw.Purpose;
import io.tiktoktoe.simulation.fan.Fan;
import io.tiktoktoe.simulation.fan.People;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.model.WorldTruth;
import io.tiktoktoe.simulation.world.Platform;
import java.util.Map;
import java.util.function.Consumer;

/** What a creator's business tells besides income: costs, rivals' prices, who is the same fan. */
final class Paperwork {

  private static final int BILLS_DAY = 3;
  private static final int MARKET_DAY = 5;
  private static final int USD = 0;
  private static final long DAY_MS = 86_400_000;

  /** Share of other ids that someone links. */
  private static final double LINKED = 0.6;

  /** Share of links that turn out wrong and are taken back. */
  private static final double UNLINKED = 0.08;

  private final Life life;
  private final CreatorModel model;
  private final Draws draws;
  private final boolean present;
  private final double monthly;
  private final Consumer<TruthRecord> truth;

  Paperwork(Life life, Consumer<TruthRecord> truth) {
    this.life = life;
    this.model = life.model();
    this.draws = life.draws();
    this.truth = truth;
    this.present = life.world().laws().paperwork();
    draws.at(Draws.key(model.key(), Purpose.COST, -1));
    this.monthly = draws.lognormal(18, 0.6);
  }

  /** Bills and the market on their days of the month. */
  void endDay(CreatorDay day) {
    if (!present) {
      return;
    }
    int of = day.clock().date().getDayOfMonth();
    if (of == BILLS_DAY && model.monetized()) {
      pay(day);
    }
    if (of == MARKET_DAY) {
      observe(day, model.tiers().getFirst());
      observe(day, model.goods().getFirst());
    }
  }

  private void pay(CreatorDay day) {
    draws.at(Draws.key(model.key(), Purpose.COST, day.index()));
    double usd = monthly * draws.lognormal(1, 0.1) + 0.02 * life.audience().alive();
    long minor = Math.max(1, Math.round(100 * usd));
    Money paid = new Money(minor, life.currencies().at(USD));
    long at = day.clock().at(4, draws.uniform(), draws);
    life.outbox()
        .send(
            new Event.Cost(
                life.outbox()
                    .context(
                        Platform.DIRECT,
                        at,
                        null,
                        null,
                        null,
                        Demographics.UNKNOWN,
                        Map.of("category", "tools")),
                Payment.of(paid)));
    truth.accept(new WorldTruth.Expense(model.id(), day.clock().date(), paid.currency(), minor));
  }

  private void observe(CreatorDay day, Offer offer) {
    draws.at(
        Draws.key(model.key(), Purpose.RIVAL, day.index() * 2L + (offer.subscription() ? 1 : 0)));
    double index = life.world().rivals().index(model.niche(), offer.subscription(), day.index());
    long minor = Math.max(1, Math.round(offer.price() * index * draws.lognormal(1, 0.03)));
    life.outbox()
        .send(
            new Event.PriceObserved(
                life.outbox()
                    .context(
                        Platform.DIRECT,
                        day.clock().at(6, draws.uniform(), draws),
                        null,
                        null,
                        offer.product(),
                        Demographics.UNKNOWN,
                        Map.of()),
                new Money(minor, life.currencies().at(offer.currency())),
                "rival-" + model.niche().label()));
  }

  /** Someone began to follow: plans the link of their ids, if they have two. */
  void meet(Fan fan, long now) {
    if (!present) {
      return;
    }
    for (Platform platform : new Platform[] {Platform.PATREON, Platform.SHOP}) {
      draws.at(Draws.key(fan.key, Purpose.IDENTITY, platform.ordinal()));
      boolean linked = draws.chance(LINKED);
      double later = 1 + draws.exponential(40);
      boolean wrong = draws.chance(UNLINKED);
      if (linked && life.audience().people().hasOtherId(fan.person, platform)) {
        life.agenda().add(now + (long) (later * DAY_MS), at -> link(fan, platform, at, wrong));
      }
    }
  }

  private void link(Fan fan, Platform platform, long at, boolean wrong) {
    send(fan, platform, at, EventType.IDENTITY_LINKED);
    if (wrong) {
      long later = at + (long) ((2 + draws.exponential(20)) * DAY_MS);
      life.agenda().add(later, due -> send(fan, platform, due, EventType.IDENTITY_UNLINKED));
    }
  }

  private void send(Fan fan, Platform platform, long at, EventType kind) {
    life.outbox()
        .send(
            new Event.IdentityLink(
                life.till()
                    .context(
                        life.audience(), fan, Platform.at(fan.platform), at, null, null, Map.of()),
                life.audience().id(fan, platform),
                platform.source,
                kind));
  }

  /** Tells the other ids of a fan. */
  void tell(Fan fan) {
    People people = life.audience().people();
    for (Platform platform : new Platform[] {Platform.PATREON, Platform.SHOP}) {
      if (present && people.hasOtherId(fan.person, platform)) {
        truth.accept(
            new WorldTruth.Identity(
                model.id(),
                people.id(fan.person),
                platform.source,
                people.id(fan.person, platform)));
      }
    }
  }
}
