package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.Context;
import io.tiktoktoe.event.Demographics;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.simulation.delivery.Outbox;
import io.tiktoktoe.simulation.draw.Agenda;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.draw.Purpose;
import io.tiktoktoe.simulation.draw.Sharers;
import io.tiktoktoe.simulation.fan.Content;
import io.tiktoktoe.simulation.fan.Fan;
import io.tiktoktoe.simulation.model.FanAction;
import io.tiktoktoe.simulation.world.Platform;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What fans watch, and what a view brings about: likes, comments, shares, tips and purchases. Each
 * consequence remembers the content that caused it, which need not be the last one that was seen.
 */
final class Watching {

  private static final double COMMENTS = 0.03;
  private static final double SESSIONS = 0.2;

  /** Days between two reports about a content of the archive. */
  private static final int ARCHIVE_DAYS = 28;

  /** Share of those whose choice was taken away who watch something else. */
  private static final double SUBSTITUTED = 0.4;

  /** Views without id per fan and unit of attention. */
  private static final double ANONYMOUS = 12;

  private static final double TIER_OFFERS = 0.045;
  private static final double TIER_OFFERS_BY_CONTENT = 0.05;
  private static final double GOODS_OFFERS = 0.03;
  private static final double GOODS_OFFERS_BY_CONTENT = 0.05;
  private static final long DAY_MS = 86_400_000;
  private static final long MINUTE_MS = 60_000;
  private static final double[] TIERS = Draws.cumulative(0.6, 0.3, 0.1);

  private final CreatorModel model;
  private final Audience audience;
  private final Library library;
  private final Outbox outbox;
  private final Till till;
  private final Tipping tipping;
  private final Offers offers;
  private final Memberships memberships;
  private final Shop shop;
  private final Sharers sharers;
  private final Agenda agenda;
  private final Draws draws;
  private final SharedWorld world;
  private final double looks;

  Watching(
      Life life,
      Tipping tipping,
      Offers offers,
      Memberships memberships,
      Shop shop,
      Sharers sharers) {
    this.model = life.model();
    this.audience = life.audience();
    this.library = life.library();
    this.outbox = life.outbox();
    this.till = life.till();
    this.tipping = tipping;
    this.offers = offers;
    this.memberships = memberships;
    this.shop = shop;
    this.sharers = sharers;
    this.agenda = life.agenda();
    this.draws = life.draws();
    this.world = life.world();
    this.looks = world.laws().prices().looks();
  }

  /** A fan watches something. */
  void watch(CreatorDay day, Fan fan, long at, double lift) {
    @Nullable Content content = chosen(fan);
    if (content == null || content.removed) {
      return;
    }
    if (at >= content.published) {
      view(day, fan, content, at, lift);
      return;
    }
    // What is published later this day is watched then, or not at all.
    long later = content.published + (long) draws.exponential(60 * MINUTE_MS);
    library.hold(content);
    agenda.add(
        later,
        due -> {
          view(day, fan, content, due, lift);
          library.release(content);
        });
  }

  /** What they choose; instead of what was taken away some choose again. */
  private @Nullable Content chosen(Fan fan) {
    Content first = library.pick(fan, draws);
    if (!first.removed) {
      return first;
    }
    long later = draws.fork();
    @Nullable Content instead = draws.chance(SUBSTITUTED) ? library.pick(fan, draws) : null;
    draws.at(later);
    return instead;
  }

  private void view(CreatorDay day, Fan fan, Content content, long at, double lift) {
    Behaviour behaviour = behaviour(content);
    outbox.interaction(context(fan, at, content), EventType.VIEW, behaviour);
    fan.lastContent = content.number;
    content.views++;
    content.viewsToday++;
    react(day, fan, content, at, behaviour.watchMs());
    cause(day, fan, content, at);
    offer(day, fan, content, at, lift);
  }

  private Context context(Fan fan, long at, Content content) {
    return till.context(audience, fan, Platform.at(fan.platform), at, content.id, null, Map.of());
  }

  /** Longer contents are finished less often. */
  private Behaviour behaviour(Content content) {
    if (content.durationMs == 0) {
      return new Behaviour((long) draws.exponential(20_000), 0, false, 1);
    }
    boolean completed = draws.chance(0.75 * Math.exp(-content.durationMs / (25.0 * MINUTE_MS)));
    double watched = completed ? 1 : Math.min(0.97, draws.exponential(0.4));
    return new Behaviour((long) (watched * content.durationMs), content.durationMs, completed, 1);
  }

  private void react(CreatorDay day, Fan fan, Content content, long at, long watchMs) {
    if (draws.chance(content.likes)) {
      long soon = at + (long) draws.exponential(2 * MINUTE_MS);
      interact(fan, content, soon, EventType.LIKE);
    }
    if (draws.chance(COMMENTS)) {
      long soon = at + (long) draws.exponential(5 * MINUTE_MS);
      interact(fan, content, soon, EventType.COMMENT);
    }
    if (draws.chance(shareRate(day, fan))) {
      sharers.add(fan.person);
      interact(fan, content, at + MINUTE_MS, EventType.SHARE);
    }
    if (draws.chance(SESSIONS)) {
      long all = watchMs + (long) draws.exponential(8 * MINUTE_MS);
      agenda.add(
          at + all,
          end ->
              outbox.interaction(
                  till.context(audience, fan, Platform.at(fan.platform), end, null, null, Map.of()),
                  EventType.SESSION,
                  new Behaviour(all, 0, false, 1)));
    }
  }

  private double shareRate(CreatorDay day, Fan fan) {
    return world.changes().acts(model.id(), fan.segment, FanAction.INVITE, day.index())
        ? fan.shareRate * Actions.factor(model.key(), fan.segment, FanAction.INVITE)
        : fan.shareRate;
  }

  private void interact(Fan fan, Content content, long at, EventType kind) {
    agenda.add(at, due -> outbox.interaction(context(fan, due, content), kind, Behaviour.ONCE));
  }

  /** Tips that this view causes: half at once, half within days. */
  private void cause(CreatorDay day, Fan fan, Content content, long at) {
    double causing = world.laws().contents().causing();
    double probability = causing * fan.tipRate * content.effect * day.factor(Stream.TIPS);
    if (draws.chance(Math.min(0.5, probability))) {
      double delay = draws.exponential(draws.chance(0.5) ? 5 * MINUTE_MS : 1.2 * DAY_MS);
      library.hold(content);
      agenda.add(
          at + 1 + (long) delay,
          due -> {
            tipping.caused(fan, due, content);
            library.release(content);
          });
    }
  }

  private void offer(CreatorDay day, Fan fan, Content content, long at, double lift) {
    double promotion = offers.promotion(day.index());
    double tiers = promotion * looks * model.streams()[Stream.SUBSCRIPTIONS.ordinal()];
    double byContent = TIER_OFFERS_BY_CONTENT * content.effect;
    if (draws.chance(tiers * (TIER_OFFERS + byContent)) && memberships.open(fan)) {
      boolean caused = draws.chance(byContent / (TIER_OFFERS + byContent));
      offerTier(fan, promotion > 1 ? 0 : draws.pick(TIERS, TIERS.length), content, at, caused);
    }
    double goodsByContent = GOODS_OFFERS_BY_CONTENT * content.effect;
    double goods = looks * lift * day.factor(Stream.MERCHANDISE) * (GOODS_OFFERS + goodsByContent);
    for (int i = draws.count(goods); i > 0; i--) {
      boolean caused = draws.chance(goodsByContent / (GOODS_OFFERS + goodsByContent));
      offerGoods(fan, content, at, caused);
    }
  }

  private void offerTier(Fan fan, int tier, Content content, long at, boolean caused) {
    long soon = at + (long) draws.exponential(2 * MINUTE_MS);
    library.hold(content);
    agenda.add(
        soon,
        due -> {
          boolean wants = memberships.open(fan) && !fan.subscribed(tier);
          long price = wants ? offers.show(tier, fan, due) : -1;
          if (price >= 0) {
            memberships.start(fan, tier, price, due + 1, caused ? content : null);
          }
          library.release(content);
        });
  }

  private void offerGoods(Fan fan, Content content, long at, boolean caused) {
    long soon = at + (long) draws.exponential(4 * MINUTE_MS);
    int number = offers.firstGoods() + draws.below(offers.count() - offers.firstGoods());
    library.hold(content);
    agenda.add(
        soon,
        due -> {
          long price = offers.show(number, fan, due);
          if (price >= 0) {
            shop.order(fan, number, price, due + 1, caused ? content : null);
          }
          library.release(content);
        });
  }

  /** Views without id, told once a day and content, for the {@code most} most watched contents. */
  void countAnonymous(CreatorDay day, int most) {
    int told = 0;
    boolean stamped = world.laws().paperwork();
    for (Content content : library.active()) {
      draws.at(Draws.key(Draws.key(model.key(), Purpose.ANONYMOUS, day.index()), content.number));
      Platform platform = Platform.at(draws.pick(model.platforms(), Platform.WATCHING));
      if (world.changes().gone(platform, day.index())) {
        continue;
      }
      double mean =
          ANONYMOUS
              * audience.alive()
              * content.weight
              * day.activity(platform)
              * (stamped ? day.reach(platform) : 1);
      int views = content.removed ? 0 : draws.count(mean);
      content.anonymousToday = views;
      content.views += views;
      long at = stamped ? day.clock().end() - 1 : Math.max(content.published, day.moment(draws));
      if (stamped) {
        content.untold += views;
      } else {
        content.untold = views;
      }
      boolean archive =
          stamped && most > 0 && Math.floorMod(content.number + day.index(), ARCHIVE_DAYS) == 0;
      if (content.untold > 0 && (told < most || archive)) {
        told += archive ? 0 : 1;
        long count = content.untold;
        content.untold = 0;
        outbox.interaction(
            till.context(platform, at, content.id, null, Demographics.UNKNOWN),
            EventType.VIEW,
            new Behaviour(count * content.durationMs / 3, content.durationMs, false, count));
      }
    }
  }
}
