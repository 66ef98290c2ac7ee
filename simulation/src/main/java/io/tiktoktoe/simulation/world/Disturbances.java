package io.tiktoktoe.simulation.world;

import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.model.TruthRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The planted anomalies of one creator. */
public final class Disturbances {

  private static final Stream[] STREAMS = {Stream.TIPS, Stream.ADVERTISING, Stream.MERCHANDISE};

  private final List<Planted> planted = new ArrayList<>();

  /** From and to in simulated days. */
  public record Planted(String kind, Stream stream, int from, int to, double factor) {
    boolean covers(int day) {
      return day >= from && day < to;
    }

    public TruthRecord.Anomaly toTruth(String creator, LocalDate start) {
      return new TruthRecord.Anomaly(
          creator, kind, stream, start.plusDays(from), start.plusDays(to), factor);
    }
  }

  private Disturbances() {}

  /** About two a year, none in the first four weeks, from which nothing could be learnt. */
  public static Disturbances draw(int firstDay, int days, Draws draws) {
    Disturbances drawn = new Disturbances();
    int learnt = firstDay + 28;
    int span = days - learnt;
    int count = span <= 0 ? 0 : draws.poisson(2.0 * span / 365);
    for (int i = 0; i < count; i++) {
      drawn.planted.add(one(learnt + draws.below(span), days, draws));
    }
    return drawn;
  }

  private static Planted one(int from, int days, Draws draws) {
    Stream stream = STREAMS[draws.below(STREAMS.length)];
    return switch (draws.below(4)) {
      case 0 -> new Planted("spike", stream, from, Math.min(days, from + 1), draws.uniform(4, 10));
      case 1 ->
          new Planted(
              "drop",
              stream,
              from,
              Math.min(days, from + 3 + draws.below(5)),
              draws.uniform(0, 0.3));
      case 2 ->
          new Planted(
              "level_shift",
              stream,
              from,
              days,
              draws.chance(0.5) ? draws.uniform(0.4, 0.65) : draws.uniform(1.6, 2.2));
      default -> new Planted("unusual_hours", Stream.TIPS, from, Math.min(days, from + 7), 1);
    };
  }

  public List<Planted> planted() {
    return planted;
  }

  /** The factor on each stream on this day, by ordinal. */
  public double[] factors(int day) {
    double[] factors = {1, 1, 1, 1};
    for (Planted one : planted) {
      if (one.covers(day)) {
        factors[one.stream.ordinal()] *= one.factor;
      }
    }
    return factors;
  }

  /** Whether this day's hours are turned around. */
  public boolean shiftedHours(int day) {
    for (Planted one : planted) {
      if (one.kind.equals("unusual_hours") && one.covers(day)) {
        return true;
      }
    }
    return false;
  }
}
