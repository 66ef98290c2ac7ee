package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.simulation.draw.Agenda;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.fan.Content;
import io.tiktoktoe.simulation.fan.Fan;
import io.tiktoktoe.simulation.fan.TipSizes;
import io.tiktoktoe.simulation.world.Currencies;
import io.tiktoktoe.simulation.world.Platform;
import io.tiktoktoe.simulation.world.RateDay;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tips of one creator: spontaneous ones by each fan's own rate, more of them while live, and tips
 * that a content or another tip brought about.
 */
final class Tipping {

  /** Share of a day's spontaneous tips that fall into its live stream. */
  private static final double LIVE_SHARE = 0.6;

  /** Factor on spontaneous tips on days with a live stream. */
  private static final double LIVE_LIFT = 1.7;

  private final Currencies currencies;
  private final RateDay rateDay;
  private final Audience audience;
  private final Library library;
  private final Till till;
  private final Agenda agenda;
  private final Draws draws;
  private final TipSizes sizes;

  Tipping(Life life) {
    this.currencies = life.currencies();
    this.rateDay = life.rateDay();
    this.audience = life.audience();
    this.library = life.library();
    this.till = life.till();
    this.agenda = life.agenda();
    this.draws = life.draws();
    this.sizes = new TipSizes(life.world().laws().tips(), life.currencies());
  }

  /** Factor on every fan's rate of spontaneous tips on this day. */
  static double factor(CreatorDay day, @Nullable LiveShow show) {
    return day.payday() * day.factor(Stream.TIPS) * (show == null ? 1 : LIVE_LIFT * show.lift());
  }

  /** A moment of a spontaneous tip. */
  long moment(CreatorDay day, Fan fan, @Nullable LiveShow show) {
    return show != null && draws.chance(LIVE_SHARE) ? show.moment(draws) : day.moment(fan, draws);
  }

  /** A spontaneous tip, and those that it brings. */
  void spontaneous(CreatorDay day, Fan fan, long at, @Nullable LiveShow show) {
    boolean during = show != null && show.covers(at);
    @Nullable Content live = show != null && during ? show.content() : null;
    if (live != null && live.removed) {
      return;
    }
    give(fan, at, live, null);
    if (show == null || live == null) {
      return;
    }
    for (long later : show.echoes(at, draws)) {
      agenda.add(later, due -> echo(day, show, due));
    }
  }

  private void echo(CreatorDay day, LiveShow show, long at) {
    if (!audience.isEmpty()) {
      spontaneous(day, audience.pickTipper(draws), at, show);
    }
  }

  /** A tip that {@code cause} brought about; worth the cause's account. */
  void caused(Fan fan, long at, Content cause) {
    give(fan, at, null, cause);
  }

  private void give(Fan fan, long at, @Nullable Content during, @Nullable Content cause) {
    int currency = currencies.ofCountry(audience.country(fan));
    long minor = sizes.draw(fan, currency, draws);
    Platform watched = Platform.at(fan.platform);
    Platform platform = draws.chance(0.15) ? Platform.DIRECT : watched;
    double fee = platform == Platform.DIRECT ? 0.03 : platform.feeShare;
    Payment payment = till.payment(minor, currency, fee, 0, 1);
    Event tip =
        new Event.Tip(
            till.context(
                audience,
                fan,
                platform,
                at,
                during != null ? during.id : library.lastSeen(fan),
                null,
                Map.of()),
            payment);
    till.sell(tip, payment, Stream.TIPS, currency, Till.Regret.TIP);
    long value = currencies.microUsd(payment.gross().minorUnits(), currency, rateDay.of(at));
    if (cause != null) {
      cause.tips += value;
    }
    if (fan.broughtBy != null) {
      fan.broughtBy.valueOfFollows += value;
    }
  }
}
