package io.tiktoktoe.simulation;

import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.Context;
import io.tiktoktoe.event.Demographics;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.metric.Stream;
import java.util.Arrays;
import java.util.Map;

/**
 * What fans watch, and what a view brings about: likes, comments, shares, tips and purchases. Each
 * consequence remembers the content that caused it, which need not be the last one that was seen.
 */
final class Watching {

  private static final double LIKES = 0.12;
  private static final double COMMENTS = 0.03;
  private static final double SESSIONS = 0.2;

  /** Tips that a view of average effect causes, as a multiple of the fan's tips per day. */
  private static final double TIPS_PER_VIEW = 8;

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
  }

  /** The day's views in order of time, with the agenda kept between them. */
  void watch(CreatorDay day, double freshness) {
    if (audience.isEmpty() || library.isEmpty()) {
      return;
    }
    double mean = audience.viewRateSum() * day.activity() * (0.5 + 0.5 * Math.min(3, freshness));
    long[] moments = new long[draws.poisson(mean)];
    Arrays.setAll(moments, i -> day.moment());
    Arrays.sort(moments);
    double lift = shop.lift(day);
    for (long at : moments) {
      agenda.runBefore(at);
      int slot = audience.pickViewer(draws);
      if (day.reaches(audience.platform(slot), at)) {
        see(day, slot, library.pick(draws), at, lift);
      }
    }
  }

  /** What is published later this day is watched then, or not at all. */
  private void see(CreatorDay day, int slot, Library.Content content, long at, double lift) {
    if (at >= content.published) {
      view(day, slot, content, at, lift);
      return;
    }
    long later = content.published + (long) draws.exponential(60 * MINUTE_MS);
    agenda.add(later, due -> view(day, slot, content, due, lift));
  }

  private void view(CreatorDay day, int slot, Library.Content content, long at, double lift) {
    Platform platform = audience.platform(slot);
    Behaviour behaviour = behaviour(content);
    outbox.interaction(context(slot, platform, at, content), EventType.VIEW, behaviour);
    audience.sees(slot, content.number);
    content.views++;
    content.viewsToday++;
    react(slot, platform, content, at, behaviour.watchMs());
    cause(day, slot, content, at);
    offer(day, slot, content, at, lift);
  }

  private Context context(int slot, Platform platform, long at, Library.Content content) {
    return till.context(audience, slot, platform, at, content.id, null, Map.of());
  }

  /** Longer contents are finished less often. */
  private Behaviour behaviour(Library.Content content) {
    if (content.durationMs == 0) {
      return new Behaviour((long) draws.exponential(20_000), 0, false, 1);
    }
    boolean completed = draws.chance(0.75 * Math.exp(-content.durationMs / (25.0 * MINUTE_MS)));
    double watched = completed ? 1 : Math.min(0.97, draws.exponential(0.4));
    return new Behaviour((long) (watched * content.durationMs), content.durationMs, completed, 1);
  }

  private void react(int slot, Platform platform, Library.Content content, long at, long watchMs) {
    if (draws.chance(LIKES)) {
      long soon = at + (long) draws.exponential(2 * MINUTE_MS);
      interact(slot, platform, content, soon, EventType.LIKE);
    }
    if (draws.chance(COMMENTS)) {
      long soon = at + (long) draws.exponential(5 * MINUTE_MS);
      interact(slot, platform, content, soon, EventType.COMMENT);
    }
    if (draws.chance(audience.shareRate(slot))) {
      sharers.add(slot);
      interact(slot, platform, content, at + MINUTE_MS, EventType.SHARE);
    }
    if (draws.chance(SESSIONS)) {
      long all = watchMs + (long) draws.exponential(8 * MINUTE_MS);
      agenda.add(
          at + all,
          end ->
              outbox.interaction(
                  till.context(audience, slot, platform, end, null, null, Map.of()),
                  EventType.SESSION,
                  new Behaviour(all, 0, false, 1)));
    }
  }

  private void interact(
      int slot, Platform platform, Library.Content content, long at, EventType kind) {
    agenda.add(
        at, due -> outbox.interaction(context(slot, platform, due, content), kind, Behaviour.ONCE));
  }

  /** Tips that this view causes: half at once, half within days. */
  private void cause(CreatorDay day, int slot, Library.Content content, long at) {
    double probability =
        TIPS_PER_VIEW * audience.tipRate(slot) * content.effect * day.factor(Stream.TIPS);
    if (draws.chance(Math.min(0.5, probability))) {
      double delay = draws.exponential(draws.chance(0.5) ? 5 * MINUTE_MS : 1.2 * DAY_MS);
      agenda.add(at + 1 + (long) delay, due -> tipping.caused(slot, due, content));
    }
  }

  private void offer(CreatorDay day, int slot, Library.Content content, long at, double lift) {
    double tiers = model.streams()[Stream.SUBSCRIPTIONS.ordinal()];
    double byContent = TIER_OFFERS_BY_CONTENT * content.effect;
    if (!audience.subscribed(slot) && draws.chance(tiers * (TIER_OFFERS + byContent))) {
      boolean caused = draws.chance(byContent / (TIER_OFFERS + byContent));
      offerTier(slot, content, at, caused);
    }
    double goodsByContent = GOODS_OFFERS_BY_CONTENT * content.effect;
    double goods = lift * day.factor(Stream.MERCHANDISE) * (GOODS_OFFERS + goodsByContent);
    for (int i = draws.poisson(goods); i > 0; i--) {
      boolean caused = draws.chance(goodsByContent / (GOODS_OFFERS + goodsByContent));
      offerGoods(slot, content, at, caused);
    }
  }

  private void offerTier(int slot, Library.Content content, long at, boolean caused) {
    long soon = at + (long) draws.exponential(2 * MINUTE_MS);
    int tier = draws.pick(TIERS, TIERS.length);
    agenda.add(
        soon,
        due -> {
          long price = audience.subscribed(slot) ? -1 : offers.show(tier, slot, due);
          if (price >= 0) {
            memberships.start(slot, tier, price, due + 1, caused ? content : null);
          }
        });
  }

  private void offerGoods(int slot, Library.Content content, long at, boolean caused) {
    long soon = at + (long) draws.exponential(4 * MINUTE_MS);
    int number = offers.firstGoods() + draws.below(offers.count() - offers.firstGoods());
    agenda.add(
        soon,
        due -> {
          long price = offers.show(number, slot, due);
          if (price >= 0) {
            Offer offer = model.goods().get(number - offers.firstGoods());
            shop.order(slot, offer, price, due + 1, caused ? content : null);
          }
        });
  }

  /** Views without id, told once a day and content, for the {@code most} most watched contents. */
  void countAnonymous(CreatorDay day, int most) {
    int told = 0;
    for (Library.Content content : library.active()) {
      Platform platform = Platform.at(draws.pick(model.platforms(), Platform.WATCHING));
      double mean = ANONYMOUS * audience.alive() * content.weight * day.activity();
      int views = draws.poisson(mean);
      content.anonymousToday = views;
      content.views += views;
      long at = Math.max(content.published, day.moment());
      if (views > 0 && told < most) {
        told++;
        outbox.interaction(
            till.context(platform, at, content.id, null, Demographics.UNKNOWN),
            EventType.VIEW,
            new Behaviour(views * content.durationMs / 3, content.durationMs, false, views));
      }
    }
  }
}
