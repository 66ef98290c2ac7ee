package io.tiktoktoe.simulation.world;

import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.model.WorldTruth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Campaigns of one creator: two to five weeks of giving, most of it in the opening days. */
public final class Campaigns {

  private static final double YEAR = 365;
  private static final double OPENING = 0.1;
  private static final double CLOSING = 0.08;
  private static final double BETWEEN = 0.18;

  /**
   * The law.
   *
   * @param perYear mean number
   * @param lift factor on tips and orders in the opening days
   */
  public record Law(double perYear, double lift) {
    public static final Law NONE = new Law(0, 1);
  }

  private record Campaign(int from, int to) {}

  private final Law law;
  private final List<Campaign> all = new ArrayList<>();

  public Campaigns(Law law, int firstDay, int days, Draws draws) {
    this.law = law;
    if (law.perYear == 0) {
      return;
    }
    int at = firstDay + 28 + (int) draws.exponential(YEAR / law.perYear);
    while (at < days) {
      int until = at + 14 + draws.below(22);
      all.add(new Campaign(at, until));
      at = until + 60 + (int) draws.exponential(YEAR / law.perYear);
    }
  }

  /** Factor on tips and orders of this day. */
  public double factor(int day) {
    for (Campaign one : all) {
      if (day >= one.from && day < one.to) {
        double part = (day - one.from + 0.5) / (one.to - one.from);
        double opening = law.lift - 1;
        double shape = part < OPENING ? 1 : part > 1 - CLOSING ? 0.4 : BETWEEN * OPENING / part;
        return 1 + opening * shape;
      }
    }
    return 1;
  }

  public void tell(String creator, LocalDate start, int days, Consumer<TruthRecord> truth) {
    for (Campaign one : all) {
      truth.accept(
          new WorldTruth.Campaign(
              creator,
              "campaign",
              start.plusDays(one.from),
              start.plusDays(Math.min(days, one.to)),
              null,
              law.lift));
    }
  }
}
