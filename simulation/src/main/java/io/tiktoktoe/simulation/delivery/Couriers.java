package io.tiktoktoe.simulation.delivery;

import io.tiktoktoe.event.EventType;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.world.Platform;
import java.util.ArrayList;
import java.util.List;

/**
 * How each platform hands over what it knows: some at once, some in daily batches a day or two
 * later, with days that are missing until a backfill and hours in which nothing arrives.
 */
public final class Couriers {

  private static final long HOUR_MS = 3_600_000;
  private static final long DAY_MS = 24 * HOUR_MS;

  /** Hours from the end of a UTC day to its batch of behaviour, by platform; 0: sent at once. */
  private static final int[] BATCH_LAG = {42, 0, 20, 1, 0, 0};

  private static final double MISSING_DAYS = 0.012;
  private static final double OUTAGES_PER_DAY = 1.0 / 50;

  /**
   * The law.
   *
   * @param real whether platforms have their own ways; everything is sent at once otherwise
   */
  public record Law(boolean real) {
    public static final Law PROMPT = new Law(false);
  }

  /** Nothing of this platform arrives from a moment to another. */
  private record Outage(long from, long to) {}

  private final boolean real;
  private final long seed;
  private final List<List<Outage>> outages = new ArrayList<>();

  public Couriers(EconomyOptions options, Law law) {
    this.seed = options.seed();
    boolean perfect =
        options.lateShare() == 0 && options.duplicateShare() == 0 && options.outOfOrderShare() == 0;
    this.real = law.real && !perfect;
    long start = options.start().toEpochDay() * DAY_MS;
    long end = options.end().toEpochDay() * DAY_MS;
    for (int p = 0; p < Platform.count(); p++) {
      outages.add(draw(start, end, Draws.keyed().at(Draws.key(seed, "outages", p))));
    }
  }

  private static List<Outage> draw(long start, long end, Draws draws) {
    List<Outage> all = new ArrayList<>();
    long at = start + (long) draws.exponential(DAY_MS / OUTAGES_PER_DAY);
    while (at < end) {
      long until = at + (long) (draws.uniform(1, 14) * HOUR_MS);
      all.add(new Outage(at, until));
      at = until + (long) draws.exponential(DAY_MS / OUTAGES_PER_DAY);
    }
    return all;
  }

  /** When something that would arrive at {@code due} does, epoch milliseconds. */
  long arrival(Platform platform, EventType type, long due, Draws draws) {
    if (!real) {
      return due;
    }
    int lag = BATCH_LAG[platform.ordinal()];
    long at = due;
    if (type.isInteraction() && lag > 0) {
      long day = Math.floorDiv(due, DAY_MS);
      at =
          lag == 1
              ? due + HOUR_MS - Math.floorMod(due, HOUR_MS)
              : (day + 1) * DAY_MS + lag * HOUR_MS;
      at += backfill(platform, day) + (long) draws.exponential(120_000);
    } else if (type == EventType.AD_REVENUE) {
      at += (long) (draws.uniform(16, 62) * HOUR_MS);
      at += backfill(platform, Math.floorDiv(due, DAY_MS));
    }
    for (Outage outage : outages.get(platform.ordinal())) {
      if (at < outage.from) {
        return at;
      }
      if (at < outage.to) {
        return outage.to + (long) draws.exponential(300_000);
      }
    }
    return at;
  }

  /** How much later the report of a day comes if it is missing at first. */
  private long backfill(Platform platform, long day) {
    long key = Draws.key(Draws.key(seed, "missing", platform.ordinal()), day);
    return Draws.uniform(key) < MISSING_DAYS
        ? (long) ((3 + 27 * Draws.uniform(key + 1)) * DAY_MS)
        : 0;
  }
}
