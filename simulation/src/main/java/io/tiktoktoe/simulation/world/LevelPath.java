package io.tiktoktoe.simulation.world;

import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.draw.Purpose;
import java.util.ArrayList;
import java.util.List;

/**
 * How much one creator is watched, as a factor that changes from day to day: a level whose speed of
 * change persists for weeks (an integrated Ornstein-Uhlenbeck process, pulled back over years),
 * breaks between seasons of work, a first and perhaps a last day.
 */
public final class LevelPath {

  private static final double YEAR = 365;

  /** Share of the attention that is left during a hiatus. */
  private static final double IN_HIATUS = 0.3;

  /** Power of the level on what each fan does. */
  private static final double WATCHED = 0.35;

  /** Power of the level on how many begin to follow. */
  private static final double FOLLOWED = 1.2;

  /**
   * What moves levels.
   *
   * @param quarterly standard deviation of the change of the logarithm in 91 days; 0 for constant
   * @param momentumDays time constant of the speed of change
   * @param reversionDays time constant of the pull back
   * @param hiatusesPerYear mean number of pauses of two to twelve weeks
   * @param deathsPerYear hazard of stopping for good
   * @param births share of creators who begin after the start
   */
  public record Law(
      double quarterly,
      double momentumDays,
      double reversionDays,
      double hiatusesPerYear,
      double deathsPerYear,
      double births) {

    public static final Law CONSTANT = new Law(0, 1, 1e9, 0, 0, 0.06);

    /** Speed of change per day that gives the quarterly deviation. */
    double speed() {
      double quarters = 91 / momentumDays;
      double variance = 2 * momentumDays * momentumDays * (quarters - 1 + Math.exp(-quarters));
      return quarterly / Math.sqrt(variance);
    }
  }

  /** From and to in simulated days. */
  public record Hiatus(int from, int to) {}

  private final Law law;
  private final long key;
  private final Draws draws;
  private final int born;
  private final int dies;
  private final List<Hiatus> hiatuses = new ArrayList<>();
  private final double speed;
  private double log;
  private double momentum;
  private int day = -1;

  private LevelPath(Law law, long key, int days, Draws draws) {
    this.law = law;
    this.key = key;
    this.draws = draws;
    this.speed = law.speed();
    draws.at(Draws.key(key, Purpose.LIFE, 0));
    boolean late = draws.chance(law.births);
    born = late ? draws.below(Math.max(1, days * 3 / 4)) : 0;
    double life = law.deathsPerYear == 0 ? 1e9 : draws.exponential(YEAR / law.deathsPerYear);
    dies = born + 60 + (int) Math.min(1e8, life);
    momentum = speed * draws.normal();
    pauses(days);
  }

  private void pauses(int days) {
    if (law.hiatusesPerYear == 0) {
      return;
    }
    int at = born + 30 + (int) draws.exponential(YEAR / law.hiatusesPerYear);
    while (at < days) {
      int until = at + 14 + draws.below(70);
      hiatuses.add(new Hiatus(at, until));
      at = until + 30 + (int) draws.exponential(YEAR / law.hiatusesPerYear);
    }
  }

  /** The path of the creator with this key. */
  public static LevelPath of(Law law, long key, int days) {
    return new LevelPath(law, key, days, Draws.keyed());
  }

  /** Simulated day on which they appear. */
  public int born() {
    return born;
  }

  /** First simulated day after their last; beyond the simulation for most. */
  public int dies() {
    return dies;
  }

  public List<Hiatus> hiatuses() {
    return hiatuses;
  }

  public boolean lives(int today) {
    return today >= born && today < dies;
  }

  /** Whether they rest on this day. */
  public boolean paused(int today) {
    for (Hiatus hiatus : hiatuses) {
      if (today >= hiatus.from && today < hiatus.to) {
        return true;
      }
    }
    return false;
  }

  /** What a level of the creator does to what each fan does. */
  public double activity(double level) {
    return speed == 0 ? level : Math.pow(level, WATCHED);
  }

  /** What a level of the creator does to how many begin to follow. */
  public double attraction(double level) {
    return speed == 0 ? level : Math.pow(level, FOLLOWED);
  }

  /** The factor on {@code today}; days are asked for one after the other. 0 before and after. */
  public double level(int today) {
    while (day < today) {
      day++;
      step();
    }
    if (!lives(today)) {
      return 0;
    }
    return Math.exp(log) * (paused(today) ? IN_HIATUS : 1);
  }

  private void step() {
    if (speed == 0) {
      return;
    }
    draws.at(Draws.key(key, Purpose.LEVEL, day));
    double keep = Math.exp(-1 / law.momentumDays);
    momentum = keep * momentum + speed * Math.sqrt(1 - keep * keep) * draws.normal();
    log += momentum - log / law.reversionDays;
  }
}
