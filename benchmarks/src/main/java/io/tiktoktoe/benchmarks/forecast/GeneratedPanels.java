package io.tiktoktoe.benchmarks.forecast;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Panels drawn from known laws, where public ones are too few: short quarterly and monthly series
 * as business statistics have them, and weekly ones whose year is strong, weak or none.
 */
final class GeneratedPanels {

  /** What a weekly series has of seasons. */
  enum Season {
    NONE,
    MONTH,
    WEAK_YEAR,
    YEAR
  }

  private static final int QUARTERS = 8;
  private static final int MONTHS = 18;
  private static final int WEEKS = 13;

  private GeneratedPanels() {}

  /**
   * Quarterly series of 16 to 64 values and 8 to come: trend, walk, damped growth, cycle or steps,
   * with a season of any strength.
   *
   * @param shared share of the disturbances that all series have in common
   */
  static Panel quarterly(int count, double shared, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] common = normals(random, 64 + QUARTERS);
    Map<String, double[]> train = new LinkedHashMap<>();
    Map<String, double[]> test = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      int length = 16 + random.nextInt(49) + QUARTERS;
      double[] newest = Arrays.copyOfRange(common, common.length - length, common.length);
      double[] values = quarters(random, i % 5, mixed(random, newest, shared));
      put("q" + i, values, QUARTERS, train, test);
    }
    String name = "generated quarterly, shared " + shared;
    return new Panel(name, QUARTERS, 4, List.of(4), train, test);
  }

  /**
   * Series of businesses, quarterly (16 to 72 values, 8 to come) or monthly (48 to 126, 18 to
   * come): growth of any strength whose slope and level break now and then, a season in proportion
   * to the level, noise from smooth to rough, part of it lasting.
   *
   * @param period 4 or 12
   * @param shared share of the lasting disturbances that all series have in common
   */
  static Panel business(int period, int count, double shared, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int steps = period == 4 ? QUARTERS : MONTHS;
    int least = period == 4 ? 16 : 48;
    int most = period == 4 ? 72 : 126;
    double[] common = normals(random, most + steps);
    Map<String, double[]> train = new LinkedHashMap<>();
    Map<String, double[]> test = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      int length = least + random.nextInt(most - least + 1) + steps;
      double[] newest = Arrays.copyOfRange(common, common.length - length, common.length);
      put("b" + i, sales(random, period, mixed(random, newest, shared)), steps, train, test);
    }
    String name = "generated business, season %d, shared %s".formatted(period, shared);
    return new Panel(name, steps, period, List.of(period), train, test);
  }

  private static double[] sales(SplittableRandom random, int period, double[] shocks) {
    double[] season = normals(random, period);
    double strength = 0.15 * random.nextDouble() * random.nextDouble();
    double noise = Math.exp(-3.7 + 0.8 * random.nextGaussian()) / (period == 4 ? 1 : 1.2);
    double lasting = random.nextDouble();
    double yearly = 0.05 + 0.07 * random.nextGaussian();
    double slope = yearly / period;
    double level = Math.log(4_000);
    double[] values = new double[shocks.length];
    for (int t = 0; t < values.length; t++) {
      if (random.nextInt(8 * period) == 0) {
        slope = (yearly + 0.07 * random.nextGaussian()) / period;
      }
      level += random.nextInt(12 * period) == 0 ? 5 * noise * random.nextGaussian() : 0;
      level += slope + noise * lasting * shocks[t];
      double passing = noise * (1 - lasting) * random.nextGaussian();
      values[t] = Math.exp(level + passing + strength * season[t % period]);
    }
    return values;
  }

  private static double[] mixed(SplittableRandom random, double[] common, double shared) {
    double[] own = normals(random, common.length);
    for (int t = 0; t < own.length; t++) {
      own[t] = Math.sqrt(shared) * common[t] + Math.sqrt(1 - shared) * own[t];
    }
    return own;
  }

  private static double[] quarters(SplittableRandom random, int kind, double[] shocks) {
    double[] season = normals(random, 4);
    double strength = 0.1 * random.nextDouble() * random.nextDouble();
    double noise = Math.exp(-4.5 + random.nextGaussian());
    double drift = 0.01 * random.nextGaussian() + 0.005;
    double level = Math.log(4_000);
    double slope = drift;
    double cycle = 0;
    double[] values = new double[shocks.length];
    for (int t = 0; t < values.length; t++) {
      double irregular = 0.3 * noise * random.nextGaussian();
      switch (kind) {
        case 0 -> level += drift;
        case 1 -> level += drift + noise * shocks[t];
        case 2 -> {
          slope = 0.9 * slope + 0.1 * drift + 0.4 * noise * shocks[t];
          level += slope;
        }
        case 3 -> cycle = 0.8 * cycle + noise * shocks[t];
        default -> level += random.nextInt(20) == 0 ? 8 * noise * random.nextGaussian() : 0;
      }
      irregular += kind == 0 || kind == 4 ? noise * shocks[t] : 0;
      values[t] = Math.exp(level + cycle + irregular + strength * season[t % 4]);
    }
    return values;
  }

  /** Weekly series of 60 to 400 values and 13 to come, with the default season of a year. */
  static Panel weekly(Season season, int count, List<Integer> periods, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, double[]> train = new LinkedHashMap<>();
    Map<String, double[]> test = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      double[] values = weeks(random, season, 60 + random.nextInt(341) + WEEKS);
      put("w" + i, values, WEEKS, train, test);
    }
    String name = "generated weekly, " + season + ", told " + periods;
    return new Panel(name, WEEKS, 1, periods, train, test);
  }

  private static double[] weeks(SplittableRandom random, Season season, int length) {
    double noise = Math.exp(-3 + 0.7 * random.nextGaussian());
    double walk = noise * (random.nextBoolean() ? 0.7 : 0.1);
    double phase = random.nextDouble();
    double pay = (season == Season.MONTH ? 0.25 : 0) * (0.3 + random.nextDouble());
    double year =
        switch (season) {
          case NONE, MONTH -> 0;
          case WEAK_YEAR -> 0.7 * noise;
          case YEAR -> 0.4;
        };
    double level = Math.log(1_000);
    double[] values = new double[length];
    for (int t = 0; t < length; t++) {
      level += walk * random.nextGaussian();
      double wave = year * Math.sin(2 * Math.PI * (t / 52.18 + phase));
      double paid = pay * (t % 4 == (int) (4 * phase) ? 1 : 0);
      values[t] = Math.exp(level + wave + paid + noise * random.nextGaussian());
    }
    return values;
  }

  private static double[] normals(SplittableRandom random, int count) {
    double[] normals = new double[count];
    Arrays.setAll(normals, _ -> random.nextGaussian());
    return normals;
  }

  private static void put(
      String id,
      double[] values,
      int steps,
      Map<String, double[]> train,
      Map<String, double[]> test) {
    int cut = values.length - steps;
    train.put(id, Arrays.copyOf(values, cut));
    test.put(id, Arrays.copyOfRange(values, cut, values.length));
  }
}
