package io.tiktoktoe.simulation.creator;

import io.tiktoktoe.event.Context;
import io.tiktoktoe.event.Demographics;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.simulation.delivery.Outbox;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.world.Incidents;
import io.tiktoktoe.simulation.world.Platform;
import java.util.Map;

/**
 * What machines say about the platforms: latency and errors every six hours, every quarter of an
 * hour while a platform fails.
 */
public final class PlatformMonitor {

  /** The creator's id under which measurements that concern everyone are sent. */
  public static final String EVERYONE = "platform";

  private static final long QUARTER_MS = 900_000;
  private static final int QUARTERS_BETWEEN = 24;
  private static final int QUARTERS = 96;
  private static final long DAY_MS = 86_400_000;

  private final EconomyOptions options;
  private final Incidents incidents;
  private final Outbox outbox;
  private final Draws draws;

  public PlatformMonitor(SharedWorld world, Outbox outbox) {
    this.options = world.options();
    this.incidents = world.incidents();
    this.outbox = outbox;
    this.draws = Draws.of(options.seed(), "monitor", 0);
  }

  /** Measures through one UTC day. */
  public void watch(int index) {
    long start = (options.start().toEpochDay() + index) * DAY_MS;
    for (int p = 0; p < Platform.WATCHING; p++) {
      Platform platform = Platform.at(p);
      for (int quarter = 0; quarter < QUARTERS; quarter++) {
        long at = start + quarter * QUARTER_MS;
        double reach = incidents.reach(platform, at);
        if (reach < 1 || quarter % QUARTERS_BETWEEN == 0) {
          tell(platform, at, "latency_ms", draws.lognormal(reach < 1 ? 2500 : 120, 0.3));
          tell(platform, at, "error_rate", Math.min(1, (1 - reach) + draws.exponential(0.002)));
        }
      }
    }
  }

  private void tell(Platform platform, long at, String measure, double value) {
    Context context =
        outbox.context(platform, at, null, null, measure, Demographics.UNKNOWN, Map.of());
    outbox.send(new Event.PlatformHealth(context, value));
  }
}
