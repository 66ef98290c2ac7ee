package io.tiktoktoe.simulation;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.metric.Stream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tips of one creator: spontaneous ones by each fan's own rate (Poisson until the fan is gone,
 * Pareto/NBD), bursts while live, and tips that a content caused.
 */
final class Tipping {

  /** Share of a day's spontaneous tips that fall into its live stream. */
  private static final double LIVE_SHARE = 0.6;

  /** Factor on spontaneous tips on days with a live stream. */
  private static final double LIVE_LIFT = 1.7;

  /** Shape of the Gamma distribution of one fan's tips about their mean. */
  private static final double AMOUNT_SHAPE = 2.5;

  private final Currencies currencies;
  private final RateDay rateDay;
  private final Audience audience;
  private final Library library;
  private final Till till;
  private final Draws draws;

  Tipping(Life life) {
    this.currencies = life.currencies();
    this.rateDay = life.rateDay();
    this.audience = life.audience();
    this.library = life.library();
    this.till = life.till();
    this.draws = life.draws();
  }

  /** How many spontaneous tips this day sees, and how many of them while live. */
  int count(CreatorDay day, boolean live) {
    double mean =
        audience.tipRateSum()
            * day.activity()
            * day.payday()
            * day.factor(Stream.TIPS)
            * (live ? LIVE_LIFT : 1);
    return draws.poisson(mean);
  }

  /** A moment of a spontaneous tip. */
  long moment(CreatorDay day, Library.@Nullable Content live) {
    if (live != null && draws.chance(LIVE_SHARE)) {
      // Bursts: the peak is when the stream is half over.
      double within = (draws.uniform() + draws.uniform()) / 2;
      return Math.min(day.clock().end() - 1, live.published + (long) (within * live.durationMs));
    }
    return day.moment();
  }

  /** A spontaneous tip. */
  void spontaneous(CreatorDay day, long at, Library.@Nullable Content live) {
    int slot = audience.pickTipper(draws);
    if (!day.reaches(audience.platform(slot), at)) {
      return;
    }
    boolean during = live != null && at >= live.published && at < live.published + live.durationMs;
    give(slot, at, during ? live : null, null);
  }

  /** A tip that {@code cause} brought about; worth the cause's account. */
  void caused(int slot, long at, Library.Content cause) {
    give(slot, at, null, cause);
  }

  private void give(
      int slot, long at, Library.@Nullable Content during, Library.@Nullable Content cause) {
    int currency = currencies.ofCountry(audience.country(slot));
    double usd = draws.gamma(AMOUNT_SHAPE, audience.tipMeanUsd(slot));
    Platform platform = draws.chance(0.15) ? Platform.DIRECT : audience.platform(slot);
    double fee = platform == Platform.DIRECT ? 0.03 : platform.feeShare;
    Payment payment = till.payment(currencies.nice(usd, currency), currency, fee, 0, 1);
    Library.@Nullable Content seen = during != null ? during : library.lastSeen(audience, slot);
    Event tip =
        new Event.Tip(
            till.context(
                audience, slot, platform, at, seen == null ? null : seen.id, null, Map.of()),
            payment);
    till.sell(tip, payment, Stream.TIPS, currency, Till.Regret.TIP);
    if (cause != null) {
      cause.tips += currencies.microUsd(payment.gross().minorUnits(), currency, rateDay.of(at));
    }
  }
}
