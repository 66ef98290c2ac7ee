package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.simulation.delivery.DeliveryCount;
import io.tiktoktoe.simulation.delivery.DeliveryQueue;
import io.tiktoktoe.simulation.delivery.Outbox;
import io.tiktoktoe.simulation.draw.Agenda;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.draw.Purpose;
import io.tiktoktoe.simulation.draw.Sharers;
import io.tiktoktoe.simulation.fan.Content;
import io.tiktoktoe.simulation.fan.Fan;
import io.tiktoktoe.simulation.fan.Visits;
import io.tiktoktoe.simulation.law.Laws;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.FanAction;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.model.WorldTruth;
import io.tiktoktoe.simulation.world.Campaigns;
import io.tiktoktoe.simulation.world.Country;
import io.tiktoktoe.simulation.world.Disturbances;
import io.tiktoktoe.simulation.world.LevelPath;
import io.tiktoktoe.simulation.world.LocalDay;
import io.tiktoktoe.simulation.world.Platform;
import io.tiktoktoe.simulation.world.RateDay;
import io.tiktoktoe.simulation.world.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One creator's life, day by day. Draws from its own random numbers only. */
public final class CreatorSimulation {

  private static final double SILENT_LEAVING = 0.5;

  /** Fans from which views without id are worth a report of their own. */
  private static final int COUNTED_FROM = 15;

  /** Attention that an audience is used to: contents a day times their mean appeal. */
  private static final double MEAN_APPEAL = 1.45;

  /** Days between two tellings of a level. */
  private static final int TELL_LEVEL_EVERY = 7;

  /** Power of the mood by which giving moves beyond watching. */
  private static final double GENEROSITY = 0.6;

  /** Most that one fan does in a day. */
  private static final int MOST_VISITS = 500;

  private final SharedWorld world;
  private final EconomyOptions options;
  private final CreatorModel model;
  private final Draws draws = Draws.keyed();
  private final LevelPath level;
  private final Disturbances disturbances;
  private final Campaigns campaigns;
  private final Audience audience;
  private final Library library;
  private final Publisher publisher;
  private final Outbox outbox;
  private final DayLedger ledger;
  private final Agenda agenda = new Agenda(draws);
  private final Sharers sharers = new Sharers();
  private final Visits visits = new Visits();
  private final Till till;
  private final Tipping tipping;
  private final PriceList prices;
  private final Offers offers;
  private final Memberships memberships;
  private final Shop shop;
  private final Watching watching;
  private final Advertising advertising;
  private final Surveys surveys;
  private final Paperwork paperwork;
  private final Arrivals arrivals;
  private final List<TruthRecord> told = new ArrayList<>();
  private boolean stopped;

  public CreatorSimulation(SharedWorld world, CreatorModel model, Outbox outbox) {
    this.world = world;
    this.options = world.options();
    this.model = model;
    this.outbox = outbox;
    Laws laws = world.laws();
    int days = options.days();
    level = LevelPath.of(laws.levels(), model.key(), days);
    draws.at(Draws.key(model.key(), Purpose.LIFE, 1));
    disturbances = Disturbances.draw(level.born(), days, draws);
    draws.at(Draws.key(model.key(), Purpose.CAMPAIGN, 0));
    campaigns = new Campaigns(laws.campaigns(), level.born(), days, draws);
    audience = new Audience(model, world.people(), laws.fans(), draws);
    Consumer<TruthRecord> truth = told::add;
    library = new Library(model, world, truth);
    publisher = new Publisher(model, world, level, library, draws, truth);
    ledger = new DayLedger(world.currencies());
    till = new Till(world.currencies(), ledger, outbox, agenda, draws);
    RateDay rateDay = new RateDay(options.start(), model.zone());
    Life life = new Life(model, rateDay, world, audience, library, till, outbox, agenda, draws);
    tipping = new Tipping(life);
    prices = new PriceList(model, world, outbox, truth);
    offers = new Offers(life, level.born(), prices);
    memberships = new Memberships(life, level, prices, truth);
    shop = new Shop(life, level.born(), prices);
    watching = new Watching(life, tipping, offers, memberships, shop, sharers);
    advertising = new Advertising(life, ledger);
    surveys = new Surveys(life);
    paperwork = new Paperwork(life, truth);
    arrivals = new Arrivals(life, level, memberships, paperwork, sharers);
  }

  /** Lives one day and tells its ledger. */
  public void live(int index) {
    if (index < level.born()) {
      return;
    }
    LocalDay clock = world.clocks().day(model.zone());
    CreatorDay day = circumstances(index, clock);
    if (index == level.born()) {
      arrivals.begin(day);
    }
    tellLevel(day);
    if (level.lives(index)) {
      audience.beginDay(index, fan -> leave(day, fan), fan -> tellRates(day, fan));
      act(day);
    } else if (!stopped) {
      stopped = true;
      audience.clear(this::tell);
    }
    advertising.settle(day);
    agenda.runBefore(clock.end());
    ledger.close(model.id(), clock.date(), told::add);
  }

  private CreatorDay circumstances(int index, LocalDay clock) {
    double[] factors = disturbances.factors(index);
    double giving = campaigns.factor(index) * world.climate().giving(index);
    factors[Stream.TIPS.ordinal()] *= giving;
    factors[Stream.MERCHANDISE.ordinal()] *= giving;
    double[] mood = new double[Platform.WATCHING];
    for (int p = 0; p < mood.length; p++) {
      boolean gone = world.changes().gone(Platform.at(p), index);
      mood[p] = gone ? 0 : world.climate().activity(p, model.niche(), index, model.sensitivity());
    }
    double now = level.level(index);
    return new CreatorDay(
        clock,
        model.rhythm(),
        model.rhythm().weekday(clock.dayOfWeek()) * level.activity(now),
        mood,
        factors,
        disturbances.shiftedHours(index),
        world);
  }

  private void tellLevel(CreatorDay day) {
    if (day.index() % TELL_LEVEL_EVERY == 0 && world.laws().levels().quarterly() > 0) {
      double now = level.level(day.index());
      told.add(new WorldTruth.Level(model.id(), day.clock().date(), now, audience.alive()));
    }
  }

  private void act(CreatorDay day) {
    @Nullable LiveShow show = publisher.publish(day);
    library.beginDay(day.clock());
    double usual = model.postsPerDay() * MEAN_APPEAL;
    double lift = shop.lift(day);
    plan(day, show, library.isEmpty() ? 0 : library.freshness(usual, 3));
    visits.forEach(
        (fan, at, tip, key) -> {
          agenda.runBefore(at);
          draws.at(key);
          if (!day.reaches(Platform.at(fan.platform), at, draws)) {
            return;
          }
          if (tip) {
            tipping.spontaneous(day, fan, at, show);
          } else {
            watching.watch(day, fan, at, lift);
          }
        });
    visits.clear();
    arrivals.join(day, usual);
    advertise(day);
    surveys.ask(day);
    draws.at(Draws.key(model.key(), Purpose.GIFTS, day.index()));
    memberships.giveAway(day);
    paperwork.endDay(day);
    prices.endDay(day, draws);
  }

  /** Whether a fan whose time is over goes; thanks keep some for a while. */
  private boolean leave(CreatorDay day, Fan fan) {
    draws.at(Draws.key(fan.key, Purpose.LEAVE, day.index()));
    boolean silent = draws.chance(SILENT_LEAVING);
    if (world.changes().acts(model.id(), fan.segment, FanAction.THANK, day.index())
        && draws.chance(1 - Actions.factor(model.key(), fan.segment, FanAction.THANK))) {
      fan.leaveDay = day.index() + 1 + (int) draws.exponential(120);
      return false;
    }
    Platform platform = Platform.at(fan.platform);
    if (!silent && !world.changes().gone(platform, day.index())) {
      outbox.interaction(
          till.context(audience, fan, platform, day.moment(fan, draws), null, null, Map.of()),
          EventType.UNFOLLOW,
          Behaviour.ONCE);
    }
    tell(fan);
    return true;
  }

  /** Draws what each fan wants to do today. */
  private void plan(CreatorDay day, @Nullable LiveShow show, double viewing) {
    double[] views = new double[Platform.WATCHING];
    double[] tips = new double[Platform.WATCHING];
    // Giving moves more with the mood than watching does; its mean stays.
    double variance = model.sensitivity() * model.sensitivity() * world.climate().variance();
    double giving =
        world.laws().tips().often() * Math.exp(-GENEROSITY * (1 + GENEROSITY) * variance / 2);
    for (int p = 0; p < views.length; p++) {
      double activity = day.activity(Platform.at(p));
      views[p] = activity * viewing;
      tips[p] = giving * activity * Math.pow(day.mood()[p], GENEROSITY) * Tipping.factor(day, show);
    }
    int index = day.index();
    for (int i = 0; i < audience.acting(); i++) {
      Fan fan = audience.get(i);
      if (index < fan.awayUntil) {
        continue;
      }
      double view = fan.viewRate * fan.activity * views[fan.platform];
      double all = view + fan.tipRate * fan.activity * tips[fan.platform];
      long key = Draws.key(fan.key, Purpose.VISIT, index);
      double uniform = Draws.uniform(key);
      if (uniform >= 1 - all) {
        plan(day, show, fan, Math.min(MOST_VISITS, Draws.countOf(uniform, all)), view / all);
      }
    }
  }

  private void plan(CreatorDay day, @Nullable LiveShow show, Fan fan, int count, double viewShare) {
    long key = Draws.key(fan.key, Purpose.VISIT, day.index());
    for (int i = 1; i <= count; i++) {
      long own = Draws.key(key, 2L * i);
      draws.at(own);
      boolean tip = draws.uniform() >= viewShare;
      long at = tip ? tipping.moment(day, fan, show) : day.moment(fan, draws);
      visits.add(day.clock().start(), at, fan, tip, draws.fork());
    }
  }

  private void advertise(CreatorDay day) {
    int rows = 1 + audience.alive() / 200;
    boolean counted = audience.alive() >= COUNTED_FROM;
    if (counted || model.monetized()) {
      watching.countAnonymous(day, counted ? rows : 0);
    }
    @Nullable Content latest = null;
    int reported = 0;
    long key = Draws.key(model.key(), Purpose.ADVERTISING, day.index());
    for (Content content : library.active()) {
      latest = content;
      long views = (long) content.anonymousToday + content.viewsToday;
      if (model.monetized() && reported < rows && views > 0) {
        reported++;
        draws.at(Draws.key(key, content.number));
        Platform platform = Platform.at(draws.pick(model.platforms(), Platform.WATCHING));
        advertising.report(day, platform, model.country(), content, 0.6 * views);
        if (rows > 1) {
          int other = Country.drawAudience(draws);
          advertising.report(day, platform, other, content, 0.4 * views);
        }
      }
    }
    draws.at(Draws.key(model.key(), Purpose.BRAND, day.index()));
    advertising.brandDeals(day, audience.alive(), latest);
  }

  private void tellRates(CreatorDay day, Fan fan) {
    told.add(
        new WorldTruth.FanRates(
            model.id(),
            world.people().id(fan.person),
            day.clock().date(),
            Segment.at(fan.segment).label(),
            fan.viewRate,
            fan.tipRate,
            fan.shareRate,
            fan.activity,
            day.index() < fan.awayUntil));
  }

  /** Tells who a fan was whose time is over. */
  private void tell(Fan fan) {
    library.release(fan.broughtBy);
    String id = world.people().id(fan.person);
    offers.tellWishes(fan, id, told::add);
    paperwork.tell(fan);
    LocalDate start = options.start();
    @Nullable LocalDate left = fan.leaveDay >= options.days() ? null : start.plusDays(fan.leaveDay);
    told.add(
        new TruthRecord.Fan(
            model.id(),
            id,
            Segment.at(fan.segment).label(),
            start.plusDays(fan.joinDay),
            left,
            fan.viewRate,
            fan.tipRate,
            fan.tipUsd,
            fan.shareRate,
            fan.willingness,
            fan.referrer == Fan.NONE ? null : world.people().id(fan.referrer)));
  }

  /** Tells what is known only at the end. */
  public void finish() {
    LocalDate start = options.start();
    told.add(
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
            model.churnB(),
            start.plusDays(level.born()),
            level.dies() < options.days() ? start.plusDays(level.dies()) : null));
    for (Disturbances.Planted planted : disturbances.planted()) {
      told.add(planted.toTruth(model.id(), start));
    }
    for (LevelPath.Hiatus rest : level.hiatuses()) {
      told.add(
          new WorldTruth.Rest(model.id(), start.plusDays(rest.from()), start.plusDays(rest.to())));
    }
    campaigns.tell(model.id(), start, options.days(), told::add);
    offers.tell(start, told::add);
    Actions.tell(model, audience, told::add);
    audience.forEach(this::tell);
    library.tellAll();
  }

  /** Gives what happened and what is true since the last time. */
  public void handOver(DeliveryQueue queue, Consumer<TruthRecord> truth) {
    outbox.empty(queue);
    told.forEach(truth);
    told.clear();
  }

  public DeliveryCount count() {
    return outbox.count();
  }
}
