package io.tiktoktoe.simulation;

import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.EventType;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One creator's life, day by day. Draws from its own random numbers only. */
final class CreatorSimulation {

  private static final double SILENT_LEAVING = 0.5;
  private static final double REFERRED = 0.3;
  private static final double LATE_START = 0.1;

  /** Share of the first fans of usual willingness who subscribed before the simulation. */
  private static final double EARLY_MEMBERS = 0.14;

  /** Fans from which views without id are worth a report of their own. */
  private static final int COUNTED_FROM = 15;

  /** Attention that an audience is used to: contents a day times their mean appeal. */
  private static final double MEAN_APPEAL = 1.45;

  private final EconomyOptions options;
  private final CreatorModel model;
  private final Incidents incidents;
  private final Consumer<TruthRecord> truth;
  private final Draws draws;
  private final Disturbances disturbances;
  private final Audience audience;
  private final Library library;
  private final Outbox outbox;
  private final DayLedger ledger;
  private final Agenda agenda = new Agenda();
  private final Sharers sharers = new Sharers();
  private final Till till;
  private final Tipping tipping;
  private final Offers offers;
  private final Memberships memberships;
  private final Watching watching;
  private final Advertising advertising;
  private final Surveys surveys;

  CreatorSimulation(World world, CreatorModel model, Outbox outbox, Consumer<TruthRecord> truth) {
    this.options = world.options();
    this.model = model;
    this.incidents = world.incidents();
    this.truth = truth;
    this.outbox = outbox;
    draws = Draws.of(options.seed(), "life", model.index());
    Currencies currencies = world.currencies();
    disturbances = Disturbances.draw(model.firstDay(), options.days(), draws);
    audience = new Audience(model, world.people(), draws);
    library = new Library(model);
    ledger = new DayLedger(currencies);
    till = new Till(currencies, ledger, outbox, agenda, draws);
    RateDay rateDay = new RateDay(options.start(), model.zone());
    Life life =
        new Life(model, rateDay, currencies, audience, library, till, outbox, agenda, draws);
    tipping = new Tipping(life);
    offers = new Offers(life, options.days());
    memberships = new Memberships(life, options, truth);
    watching = new Watching(life, tipping, offers, memberships, new Shop(life), sharers);
    advertising = new Advertising(model, currencies, till, ledger, outbox, draws);
    surveys = new Surveys(life);
  }

  /** Lives one day and tells its ledger. */
  void live(int index) {
    if (index < model.firstDay()) {
      return;
    }
    LocalDay clock = LocalDay.of(options.start(), index, model.zone());
    if (index == model.firstDay()) {
      begin(index);
    }
    CreatorDay day =
        new CreatorDay(
            clock,
            model.rhythm(),
            model.rhythm().weekday(clock.dayOfWeek()),
            disturbances.factors(index),
            disturbances.shiftedHours(index),
            incidents,
            draws);
    audience.beginDay(index, slot -> leave(day, slot));
    Library.@Nullable Content live = publish(day);
    library.beginDay(clock);
    double freshness = library.attention() / (model.postsPerDay() * MEAN_APPEAL);
    watching.watch(day, freshness);
    join(day, freshness);
    tip(day, live);
    advertise(day);
    surveys.ask(day);
    agenda.runBefore(clock.end());
    ledger.close(model.id(), clock.date(), truth);
  }

  private void begin(int index) {
    double early = model.fans() * (index == 0 ? 1 : LATE_START);
    for (int i = draws.poisson(early); i > 0; i--) {
      int slot = audience.addEarly(index);
      if (draws.chance(EARLY_MEMBERS * audience.willingness(slot))) {
        memberships.continueEarlier(slot, index, model.zone());
      }
    }
  }

  private void leave(CreatorDay day, int slot) {
    if (!draws.chance(SILENT_LEAVING)) {
      outbox.interaction(
          till.context(audience, slot, audience.platform(slot), day.moment(), null, null, Map.of()),
          EventType.UNFOLLOW,
          Behaviour.ONCE);
    }
  }

  /** Publishes the day's contents; the live stream among them, if there is one. */
  private Library.@Nullable Content publish(CreatorDay day) {
    Library.@Nullable Content live = null;
    double mean = model.postsPerDay() * model.rhythm().weekday(day.clock().dayOfWeek());
    for (int i = draws.poisson(mean); i > 0; i--) {
      ContentType type = Niche.TYPES[draws.pick(model.niche().types, Niche.TYPES.length)];
      if (type == ContentType.LIVE && live == null) {
        long at = day.clock().at(model.rhythm().liveHour(), 0.5 * draws.uniform(), draws);
        live = library.publish(type, at, draws);
      } else if (type != ContentType.LIVE) {
        library.publish(type, day.moment(), draws);
      }
    }
    return live;
  }

  private void join(CreatorDay day, double freshness) {
    int index = day.clock().index();
    double trend = Math.exp(model.growth() * (index - model.firstDay()));
    double mean =
        model.fans()
            * trend
            * Math.max(0.0002, 1 / Segment.meanStayDays() + model.growth())
            * (0.5 + 0.5 * Math.min(4, freshness));
    for (int i = draws.poisson(mean); i > 0; i--) {
      boolean byContent = !library.isEmpty() && draws.chance(Math.min(0.8, 0.4 * freshness));
      Library.@Nullable Content cause = byContent ? library.pick(draws) : null;
      int referrer = draws.chance(REFERRED) ? sharers.pick(draws) : -1;
      follow(day, index, cause, referrer);
    }
  }

  private void follow(CreatorDay day, int index, Library.@Nullable Content cause, int referrer) {
    int slot = audience.addNew(index, referrer);
    long moment = day.moment();
    long at =
        cause == null
            ? moment
            : Math.max(moment, Math.min(cause.published + 1, day.clock().end() - 1));
    if (cause != null) {
      cause.follows++;
    }
    Map<String, String> attributes =
        referrer < 0 ? Map.of() : Map.of("referred_by", audience.fan(referrer));
    outbox.interaction(
        till.context(
            audience,
            slot,
            audience.platform(slot),
            at,
            cause == null ? null : cause.id,
            null,
            attributes),
        EventType.FOLLOW,
        Behaviour.ONCE);
  }

  private void tip(CreatorDay day, Library.@Nullable Content live) {
    if (audience.isEmpty()) {
      return;
    }
    for (int i = tipping.count(day, live != null); i > 0; i--) {
      tipping.spontaneous(day, tipping.moment(day, live), live);
    }
  }

  private void advertise(CreatorDay day) {
    int rows = 1 + audience.alive() / 200;
    watching.countAnonymous(day, audience.alive() < COUNTED_FROM ? 0 : rows);
    Library.@Nullable Content latest = null;
    int told = 0;
    for (Library.Content content : library.active()) {
      latest = content;
      long views = content.anonymousToday + content.viewsToday;
      content.viewsToday = 0;
      if (model.monetized() && told < rows && views > 0) {
        told++;
        Platform platform = Platform.at(draws.pick(model.platforms(), Platform.WATCHING));
        advertising.report(day, platform, model.country(), content, 0.6 * views);
        if (rows > 1) {
          int other = Country.drawAudience(draws);
          advertising.report(day, platform, other, content, 0.4 * views);
        }
      }
    }
    advertising.brandDeals(day, audience.alive(), latest);
  }

  /** Tells what is known only at the end. */
  void tell() {
    truth.accept(
        new TruthRecord.Creator(
            model.id(),
            model.niche().label(),
            model.zone(),
            till.currency(model.currency()),
            Country.ALL.get(model.country()).code(),
            model.size(),
            model.growth(),
            model.monetized(),
            model.churnA(),
            model.churnB()));
    for (Disturbances.Planted planted : disturbances.planted()) {
      truth.accept(planted.toTruth(model.id(), options.start()));
    }
    offers.tell(options.start(), truth);
    library.tell(truth);
    audience.tell(options.start(), options.days(), truth);
  }
}
