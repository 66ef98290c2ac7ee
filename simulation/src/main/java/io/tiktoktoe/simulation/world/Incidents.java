package io.tiktoktoe.simulation.world;

import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.TruthRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** When which platform failed: about every 60 days, for one to ten hours. */
public final class Incidents {

  private static final long HOUR_MS = 3_600_000;
  private static final double MEAN_GAP_DAYS = 60;
  private static final long DAY_MS = 86_400_000;

  private final long[][] from = new long[Platform.count()][];
  private final long[][] to = new long[Platform.count()][];
  private final double[][] reach = new double[Platform.count()][];

  public Incidents(EconomyOptions options) {
    long start = options.start().toEpochDay() * DAY_MS;
    long end = options.end().toEpochDay() * DAY_MS;
    for (int p = 0; p < Platform.count(); p++) {
      Draws draws = Draws.of(options.seed(), "incidents", p);
      List<long[]> windows = new ArrayList<>();
      List<Double> reaches = new ArrayList<>();
      long at = start + (long) draws.exponential(MEAN_GAP_DAYS * DAY_MS);
      while (at < end) {
        long until = at + (long) (draws.uniform(1, 10) * HOUR_MS);
        windows.add(new long[] {at, Math.min(until, end)});
        reaches.add(draws.uniform(0.03, 0.4));
        at = until + (long) draws.exponential(MEAN_GAP_DAYS * DAY_MS);
      }
      from[p] = windows.stream().mapToLong(window -> window[0]).toArray();
      to[p] = windows.stream().mapToLong(window -> window[1]).toArray();
      reach[p] = reaches.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  /** Share of the platform's activity that gets through at this moment. */
  public double reach(Platform platform, long at) {
    long[] starts = from[platform.ordinal()];
    int found = java.util.Arrays.binarySearch(starts, at);
    int index = found >= 0 ? found : -found - 2;
    return index >= 0 && at < to[platform.ordinal()][index] ? reach[platform.ordinal()][index] : 1;
  }

  /** Share of the platform's activity that gets through between two moments. */
  public double reach(Platform platform, long since, long until) {
    long[] starts = from[platform.ordinal()];
    long[] ends = to[platform.ordinal()];
    double lost = 0;
    for (int i = 0; i < starts.length && starts[i] < until; i++) {
      long overlap = Math.min(until, ends[i]) - Math.max(since, starts[i]);
      lost += Math.max(0, overlap) * (1 - reach[platform.ordinal()][i]);
    }
    return 1 - lost / (until - since);
  }

  public void tell(Consumer<TruthRecord> truth) {
    for (int p = 0; p < from.length; p++) {
      for (int i = 0; i < from[p].length; i++) {
        truth.accept(
            new TruthRecord.Incident(
                Platform.at(p).source,
                Instant.ofEpochMilli(from[p][i]),
                Instant.ofEpochMilli(to[p][i]),
                reach[p][i]));
      }
    }
  }
}
