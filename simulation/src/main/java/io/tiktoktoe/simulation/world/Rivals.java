package io.tiktoktoe.simulation.world;

import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.model.WorldTruth;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What others of the same niche charge, relative to what is usual: a slow autoregression with steps
 * of a month, by niche and kind of product.
 */
public final class Rivals {

  private static final int MONTH = 30;
  private static final double DEVIATION = 0.16;
  private static final double PERSISTENCE = 0.7;
  private static final int KINDS = 2;

  private final double[][] index;

  /** None where {@code present} is false: every index is 1. */
  public Rivals(boolean present, long seed, int days) {
    index = new double[Niche.values().length * KINDS][days / MONTH + 2];
    for (int i = 0; i < index.length; i++) {
      Draws draws = Draws.keyed().at(Draws.key(seed, "rivals", i));
      double now = DEVIATION * draws.normal();
      for (int month = 0; month < index[i].length; month++) {
        index[i][month] = present ? Math.exp(now) : 1;
        double fresh = DEVIATION * Math.sqrt(1 - PERSISTENCE * PERSISTENCE);
        now = PERSISTENCE * now + fresh * draws.normal();
      }
    }
  }

  /** What rivals charge on this day, relative to what is usual. */
  public double index(Niche niche, boolean subscription, int day) {
    return index[niche.ordinal() * KINDS + (subscription ? 1 : 0)][day / MONTH];
  }

  public void tell(LocalDate start, int days, Consumer<TruthRecord> truth) {
    for (Niche niche : Niche.values()) {
      for (int kind = 0; kind < KINDS; kind++) {
        for (int day = 0; day < days; day += MONTH) {
          truth.accept(
              new WorldTruth.Rival(
                  niche.name().toLowerCase(Locale.ROOT),
                  kind == 1 ? "subscription" : "merchandise",
                  start.plusDays(day),
                  index(niche, kind == 1, day)));
        }
      }
    }
  }
}
