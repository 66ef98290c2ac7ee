package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.simulation.delivery.Outbox;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.draw.Purpose;
import io.tiktoktoe.simulation.draw.Sharers;
import io.tiktoktoe.simulation.fan.Content;
import io.tiktoktoe.simulation.fan.Fan;
import io.tiktoktoe.simulation.world.LevelPath;
import io.tiktoktoe.simulation.world.Platform;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who begins to follow one creator: the first fans, and those who come by contents and friends. */
public final class Arrivals {

  private static final double REFERRED = 0.3;

  /** Share of their first audience with which those who begin late begin. */
  public static final double LATE_START = 0.1;

  /** Share of the first fans of usual willingness who subscribed before the simulation. */
  private static final double EARLY_MEMBERS = 0.14;

  private final CreatorModel model;
  private final SharedWorld world;
  private final Audience audience;
  private final Library library;
  private final Outbox outbox;
  private final Till till;
  private final Draws draws;
  private final LevelPath level;
  private final Memberships memberships;
  private final Paperwork paperwork;
  private final Sharers sharers;

  Arrivals(
      Life life, LevelPath level, Memberships memberships, Paperwork paperwork, Sharers sharers) {
    this.model = life.model();
    this.world = life.world();
    this.audience = life.audience();
    this.library = life.library();
    this.outbox = life.outbox();
    this.till = life.till();
    this.draws = life.draws();
    this.level = level;
    this.memberships = memberships;
    this.paperwork = paperwork;
    this.sharers = sharers;
  }

  /** The audience of the first day. */
  void begin(CreatorDay day) {
    int index = day.index();
    draws.at(Draws.key(model.key(), Purpose.EARLY, 0));
    double early = model.fans() * (index == 0 ? 1 : LATE_START);
    int count = draws.count(early);
    for (int i = 0; i < count; i++) {
      Fan fan = audience.addEarly(index, Draws.key(model.key(), Purpose.EARLY, i + 1));
      if (fan == null) {
        continue;
      }
      draws.at(Draws.key(fan.key, Purpose.MEMBERSHIP, 1));
      if (draws.chance(EARLY_MEMBERS * fan.willingness)) {
        memberships.continueEarlier(fan, day.clock().start());
      }
      paperwork.meet(fan, day.clock().start());
    }
  }

  /** The day's new fans. */
  void join(CreatorDay day, double usual) {
    int index = day.index();
    long key = Draws.key(model.key(), Purpose.JOIN, index);
    draws.at(key);
    double trend = Math.exp(model.growth() * (index - level.born()));
    double stay = 1 / world.laws().fans().meanStayDays() + model.growth();
    double mood = 0;
    for (double one : day.mood()) {
      mood += one / day.mood().length;
    }
    double attracted = Math.max(0.0002, stay) * library.freshness(usual, 4);
    double now = level.attraction(level.level(index)) * mood;
    double byContents = Math.min(0.8, 0.4 * library.attention() / usual);
    int count = draws.count(model.fans() * trend * now * attracted);
    for (int i = 0; i < count; i++) {
      draws.at(Draws.key(key, i + 1L));
      boolean byContent = !library.isEmpty() && draws.chance(byContents);
      @Nullable Content cause = byContent ? library.pick(draws) : null;
      boolean referred = draws.chance(REFERRED);
      int referrer = referred ? sharers.pick(draws) : Fan.NONE;
      if (cause == null || !cause.removed) {
        follow(day, Draws.key(key, 1_000_000L + i), cause, referrer);
      }
    }
  }

  private void follow(CreatorDay day, long key, @Nullable Content cause, int referrer) {
    Fan fan =
        audience.addNew(
            day.index(),
            key,
            referrer,
            cause,
            platform -> world.changes().gone(Platform.at(platform), day.index()));
    if (fan == null) {
      return;
    }
    draws.at(Draws.key(key, Purpose.JOIN, 0));
    long moment = day.moment(fan, draws);
    long at =
        cause == null
            ? moment
            : Math.max(moment, Math.min(cause.published + 1, day.clock().end() - 1));
    if (cause != null) {
      cause.follows++;
      library.hold(cause);
    }
    Map<String, String> attributes =
        referrer < 0 ? Map.of() : Map.of("referred_by", world.people().id(referrer));
    outbox.interaction(
        till.context(
            audience,
            fan,
            Platform.at(fan.platform),
            at,
            cause == null ? null : cause.id,
            null,
            attributes),
        EventType.FOLLOW,
        Behaviour.ONCE);
    paperwork.meet(fan, at);
  }
}
