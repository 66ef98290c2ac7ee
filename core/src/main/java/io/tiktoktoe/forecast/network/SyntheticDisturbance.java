package io.tiktoktoe.forecast.network;

import java.util.random.RandomGenerator;

/**
 * What befalls records of any kind: spikes, level shifts, platform shocks with recovery, floors,
 * rounding, closed days, missing values. Changes the values in place.
 */
final class SyntheticDisturbance {

  private final RandomGenerator random;
  private final SyntheticClock clock;
  private final double[] values;
  private final int history;

  SyntheticDisturbance(RandomGenerator random, SyntheticClock clock, double[] values, int history) {
    this.random = random;
    this.clock = clock;
    this.values = values;
    this.history = history;
  }

  void apply() {
    if (chance(.12)) {
      spikes();
    }
    if (chance(.12)) {
      levelShifts();
    }
    if (chance(.08)) {
      shock();
    }
    if (chance(.04)) {
      closedDays();
    }
    if (chance(.1)) {
      floor();
    }
    if (chance(.2)) {
      round();
    }
    if (chance(.15)) {
      lose();
    }
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private double meanSize() {
    double sum = 0;
    for (double value : values) {
      sum += Math.abs(value) / values.length;
    }
    return sum;
  }

  private double meanStep() {
    double sum = 0;
    for (int t = 1; t < values.length; t++) {
      sum += Math.abs(values[t] - values[t - 1]) / values.length;
    }
    return sum;
  }

  private void spikes() {
    double rate = .002 + .02 * random.nextDouble();
    double size = meanStep() * (2 + 10 * random.nextDouble());
    boolean bothWays = chance(.3);
    for (int t = 0; t < values.length; t++) {
      if (chance(rate)) {
        double draw = -Math.log(1 - random.nextDouble());
        values[t] += size * draw * (bothWays && chance(.5) ? -1 : 1);
      }
    }
  }

  private void levelShifts() {
    int shifts = 1 + random.nextInt(3);
    double size = meanSize();
    for (int shift = 0; shift < shifts; shift++) {
      double factor = Math.exp(.5 * random.nextGaussian());
      double offset = .3 * size * random.nextGaussian();
      boolean multiply = chance(.6);
      for (int t = random.nextInt(values.length); t < values.length; t++) {
        values[t] = multiply ? values[t] * factor : values[t] + offset;
      }
    }
  }

  /** A platform loses or gains much of its traffic for a while and then recovers. */
  private void shock() {
    int start = random.nextInt(values.length);
    double size = chance(.8) ? -random.nextDouble() : 2 * random.nextDouble();
    double lasting = 2 + 30 * random.nextDouble() * random.nextDouble();
    int end = Math.min(values.length, start + (int) (6 * lasting));
    for (int t = start; t < end; t++) {
      values[t] *= 1 + size * Math.exp((start - t) / lasting);
    }
  }

  private void closedDays() {
    boolean weekly = chance(.5) && clock.period() > 1;
    int phase = random.nextInt(Math.max(1, clock.period()));
    double rate = .03 * random.nextDouble();
    for (int t = 0; t < values.length; t++) {
      if (weekly ? t % clock.period() == phase : chance(rate)) {
        values[t] = 0;
      }
    }
  }

  private void floor() {
    double level = chance(.5) ? 0 : values[random.nextInt(values.length)];
    for (int t = 0; t < values.length; t++) {
      values[t] = Math.max(level, values[t]) - level;
    }
  }

  private void round() {
    double unit = meanSize() / Math.pow(10, .5 + 2.5 * random.nextDouble());
    if (unit > 0) {
      for (int t = 0; t < values.length; t++) {
        values[t] = unit * Math.rint(values[t] / unit);
      }
    }
  }

  /** Loses single values or a stretch of the history; the last value before the future stays. */
  private void lose() {
    if (chance(.5)) {
      double rate = .15 * random.nextDouble();
      for (int t = 0; t < history - 1; t++) {
        values[t] = chance(rate) ? Double.NaN : values[t];
      }
    } else if (history > 20) {
      int start = random.nextInt(history - 10);
      int end = Math.min(history - 1, start + 1 + random.nextInt(Math.max(1, history / 5)));
      for (int t = start; t < end; t++) {
        values[t] = Double.NaN;
      }
    }
  }
}
