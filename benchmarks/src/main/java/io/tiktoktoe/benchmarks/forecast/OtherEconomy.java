package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.benchmarks.forecast.SimulatedCreator.Stream;
import io.tiktoktoe.series.Series;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Creators of another economy than the project's simulation, on which no choice was ever made:
 * every stream draws its own parameters. Four laws: tips by a Poisson rate that wanders about its
 * mean, log-normal sizes; a mean-reverting level in logs with changing week; merchandise with
 * launches at random times, none announced, that fade by a power; members who pay weekly or monthly
 * with churn that changes once at a random time.
 */
final class OtherEconomy {

  private static final int[] LENGTHS = {120, 300, 540, 900};

  private final SplittableRandom parameters;
  private final double[] week = new double[7];
  private final double scale;

  private OtherEconomy(SplittableRandom parameters) {
    this.parameters = parameters;
    this.scale = Math.exp(1.5 * parameters.nextGaussian());
    double sum = 0;
    double strength = parameters.nextDouble(0.5);
    for (int day = 0; day < week.length; day++) {
      week[day] = Math.exp(strength * parameters.nextGaussian());
      sum += week[day] / week.length;
    }
    for (int day = 0; day < week.length; day++) {
      week[day] /= sum;
    }
  }

  private enum Kind {
    TIPS,
    LEVEL,
    MERCHANDISE,
    MEMBERS
  }

  /** A law that is stepped through time. */
  @FunctionalInterface
  private interface Law {
    double next(int day, SplittableRandom random);
  }

  /** Creators numbered from 0 under a seed; the same arguments give the same creators. */
  static List<SimulatedCreator> of(int count, long seed) {
    SimulatedCreator[] creators = new SimulatedCreator[count];
    Arrays.setAll(creators, i -> one(i, new SplittableRandom(seed + 15_485_863L * i)));
    return List.of(creators);
  }

  private static SimulatedCreator one(int number, SplittableRandom random) {
    int days = LENGTHS[number % LENGTHS.length];
    return new SimulatedCreator(
        days,
        List.of(
            stream(number, Kind.TIPS, days, random.nextLong()),
            stream(number, Kind.LEVEL, days, random.nextLong()),
            stream(number, Kind.MERCHANDISE, days, random.nextLong()),
            stream(number, Kind.MEMBERS, days, random.nextLong())));
  }

  private static Stream stream(int number, Kind kind, int days, long seed) {
    double[] history = new double[days];
    double[][] futures = new double[SimulatedCreator.CONTINUATIONS][SimulatedCreator.AHEAD];
    for (int c = 0; c < futures.length; c++) {
      OtherEconomy economy = new OtherEconomy(new SplittableRandom(seed));
      Law law = economy.law(kind, days);
      SplittableRandom past = new SplittableRandom(seed + 1);
      for (int day = 0; day < days; day++) {
        history[day] = economy.scale * law.next(day, past);
      }
      SplittableRandom future = new SplittableRandom(seed + 2 + c);
      for (int h = 0; h < SimulatedCreator.AHEAD; h++) {
        futures[c][h] = economy.scale * law.next(days + h, future);
      }
    }
    return new Stream(kind.name(), Series.of(number + " " + kind, history), futures);
  }

  private Law law(Kind kind, int days) {
    return switch (kind) {
      case TIPS -> tips();
      case LEVEL -> level();
      case MERCHANDISE -> merchandise();
      case MEMBERS -> members(days);
    };
  }

  private Law tips() {
    double rate = Math.exp(parameters.nextDouble(-2.5, 3));
    double memory = parameters.nextDouble(0.8, 1);
    double wander = parameters.nextDouble(0.15);
    double sigma = parameters.nextDouble(0.3, 1.2);
    double[] log = {0};
    return (day, random) -> {
      log[0] = memory * log[0] + wander * random.nextGaussian();
      double sum = 0;
      for (int i = poisson(rate * week[day % 7] * Math.exp(log[0]), random); i > 0; i--) {
        sum += Math.exp(sigma * random.nextGaussian());
      }
      return sum;
    };
  }

  private Law level() {
    double memory = parameters.nextDouble(0.9, 1);
    double wander = parameters.nextDouble(0.06);
    double noise = parameters.nextDouble(0.03, 0.5);
    double[] log = {0};
    return (day, random) -> {
      log[0] = memory * log[0] + wander * random.nextGaussian();
      return week[day % 7] * Math.exp(log[0] + noise * random.nextGaussian());
    };
  }

  private Law merchandise() {
    double rate = Math.exp(parameters.nextDouble(-2, 1.5));
    double chance = 1 / parameters.nextDouble(30, 150);
    double size = parameters.nextDouble(3, 25);
    double power = parameters.nextDouble(0.8, 2);
    int[] since = {1_000};
    return (day, random) -> {
      since[0] = random.nextDouble() < chance ? 0 : since[0] + 1;
      double heat = size * Math.pow(1 + since[0], -power);
      return 20 * poisson(rate * week[day % 7] * (1 + heat), random);
    };
  }

  private Law members(int days) {
    int cycle = parameters.nextBoolean() ? 7 : 28;
    double joining = parameters.nextDouble(0.5, 6);
    double[] churn = {parameters.nextDouble(0.03, 0.15), parameters.nextDouble(0.03, 0.15)};
    int change = parameters.nextInt(days);
    int[] paying = new int[cycle];
    Arrays.fill(paying, (int) (joining / churn[0]));
    return (day, random) -> {
      int stay = 0;
      for (int i = paying[day % cycle]; i > 0; i--) {
        stay += random.nextDouble() < churn[day < change ? 0 : 1] ? 0 : 1;
      }
      paying[day % cycle] = stay + poisson(joining, random);
      return paying[day % cycle];
    };
  }

  /** By counting exponential waits; the mean is small. */
  private static int poisson(double mean, SplittableRandom random) {
    int count = 0;
    double left = mean + Math.log(1 - random.nextDouble());
    while (left > 0) {
      count++;
      left += Math.log(1 - random.nextDouble());
    }
    return count;
  }
}
