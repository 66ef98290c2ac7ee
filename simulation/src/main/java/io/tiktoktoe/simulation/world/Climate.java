package io.tiktoktoe.simulation.world;

import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.model.WorldTruth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What moves many creators at once: the world's, each platform's and each niche's mood from day to
 * day (first-order autoregressions in the logarithm), everyone's readiness to give, and breaks that
 * stay: an algorithm sends more or fewer people, a policy pays more or less for advertising.
 */
public final class Climate {

  private static final double YEAR = 365;

  /** Autocorrelation of the readiness to give from one day to the next. */
  private static final double GIVING_PERSISTENCE = 0.8;

  /**
   * How strong it is.
   *
   * @param world deviation of the world's mood, logarithm
   * @param platform deviation of one platform's
   * @param niche deviation of one niche's
   * @param giving deviation of the readiness to give, which all share and which lasts longer
   * @param persistence autocorrelation of a mood from one day to the next
   * @param breaksPerYear mean breaks of each kind on each platform
   */
  public record Law(
      double world,
      double platform,
      double niche,
      double giving,
      double persistence,
      double breaksPerYear) {
    public static final Law NONE = new Law(0, 0, 0, 0, 0, 0);
  }

  /** A step that stays. */
  private record Break(int platform, boolean policy, int from, double factor) {}

  private final Law law;
  private final int days;
  private final float[] world;
  private final float[] giving;
  private final float[][] platforms = new float[Platform.WATCHING][];
  private final float[][] niches = new float[Niche.values().length][];
  private final List<Break> breaks = new ArrayList<>();
  private final double[][] views = new double[Platform.WATCHING][];
  private final double[][] pay = new double[Platform.WATCHING][];

  public Climate(Law law, long seed, int days) {
    this.law = law;
    this.days = days;
    world = mood(law.world, law.persistence, Draws.key(seed, "world", 0));
    giving = mood(law.giving, GIVING_PERSISTENCE, Draws.key(seed, "giving", 0));
    for (int p = 0; p < platforms.length; p++) {
      platforms[p] = mood(law.platform, law.persistence, Draws.key(seed, "platform", p));
      drawBreaks(p, Draws.keyed().at(Draws.key(seed, "breaks", p)));
      views[p] = steps(p, false);
      pay[p] = steps(p, true);
    }
    for (int n = 0; n < niches.length; n++) {
      niches[n] = mood(law.niche, law.persistence, Draws.key(seed, "niche", n));
    }
  }

  private float[] mood(double deviation, double persistence, long key) {
    Draws draws = Draws.keyed().at(key);
    float[] path = new float[days];
    double now = deviation * draws.normal();
    double fresh = deviation * Math.sqrt(1 - persistence * persistence);
    for (int day = 0; day < days; day++) {
      path[day] = (float) now;
      now = persistence * now + fresh * draws.normal();
    }
    return path;
  }

  private void drawBreaks(int platform, Draws draws) {
    for (int kind = 0; kind < 2; kind++) {
      double at = law.breaksPerYear == 0 ? days : draws.exponential(YEAR / law.breaksPerYear);
      while (at < days) {
        double size = draws.uniform(0.12, 0.4) * (draws.chance(0.5) ? 1 : -1);
        breaks.add(new Break(platform, kind == 1, (int) at, Math.exp(size)));
        at += draws.exponential(YEAR / law.breaksPerYear);
      }
    }
  }

  private double[] steps(int platform, boolean policy) {
    double[] factors = new double[days];
    Arrays.fill(factors, 1);
    for (Break one : breaks) {
      if (one.platform == platform && one.policy == policy) {
        for (int day = one.from; day < days; day++) {
          factors[day] *= one.factor;
        }
      }
    }
    return factors;
  }

  /** Factor on what people do on this platform with creators of this niche. */
  public double activity(int platform, Niche niche, int day, double sensitivity) {
    double log = world[day] + platforms[platform][day] + niches[niche.ordinal()][day];
    return Math.exp(sensitivity * log - sensitivity * sensitivity * variance() / 2)
        * views[platform][day];
  }

  /** Factor of the readiness to give on tips and orders, mean 1. */
  public double giving(int day) {
    return Math.exp(giving[day] - law.giving * law.giving / 2);
  }

  /** Variance of the logarithm of what a platform and niche feel. */
  public double variance() {
    return law.world * law.world + law.platform * law.platform + law.niche * law.niche;
  }

  /** Factor of the policy on what advertising pays on this platform. */
  public double pay(int platform, int day) {
    return pay[platform][day];
  }

  /** Tells every day's moods and every break. */
  public void tell(LocalDate start, Consumer<TruthRecord> truth) {
    for (Break one : breaks) {
      truth.accept(
          new WorldTruth.Break(
              Platform.at(one.platform).source,
              one.policy ? "policy" : "algorithm",
              start.plusDays(one.from),
              one.factor));
    }
    if (law.world == 0 && law.platform == 0 && law.niche == 0) {
      return;
    }
    for (int day = 0; day < days; day++) {
      LocalDate date = start.plusDays(day);
      truth.accept(new WorldTruth.Shock("world", "all", date, Math.exp(world[day])));
      truth.accept(new WorldTruth.Shock("giving", "all", date, giving(day)));
      for (int p = 0; p < platforms.length; p++) {
        String name = Platform.at(p).source;
        truth.accept(new WorldTruth.Shock("platform", name, date, Math.exp(platforms[p][day])));
      }
      for (Niche niche : Niche.values()) {
        String name = niche.name().toLowerCase(Locale.ROOT);
        double factor = Math.exp(niches[niche.ordinal()][day]);
        truth.accept(new WorldTruth.Shock("niche", name, date, factor));
      }
    }
  }
}
