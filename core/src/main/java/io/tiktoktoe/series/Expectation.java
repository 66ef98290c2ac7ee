package io.tiktoktoe.series;

/**
 * One-step-ahead prediction by exponential smoothing: a level that forgets in proportion to what it
 * has seen, plus one profile per season. O(number of seasons) per value.
 */
final class Expectation {

  /** The level's memory is never shorter, nor longer, than these steps. */
  private static final int LEAST_MEMORY = 10;

  private static final int GREATEST_MEMORY = 8_192;

  /** Weight of the newest season in a phase's profile once enough seasons have passed. */
  private static final double SEASON_SMOOTHING = .1;

  private final double memory;
  private final int[] periods;
  private final double[][] profiles;
  private final int[][] counts;
  private double level;
  private int observed;
  private int step;

  Expectation(double memory, int[] periods) {
    this.memory = memory;
    this.periods = periods;
    this.profiles = new double[periods.length][];
    this.counts = new int[periods.length][];
    for (int i = 0; i < periods.length; i++) {
      profiles[i] = new double[periods[i]];
      counts[i] = new int[periods[i]];
    }
  }

  /** The value expected next. */
  double next() {
    double sum = level;
    for (int i = 0; i < periods.length; i++) {
      sum += profiles[i][step % periods[i]];
    }
    return sum;
  }

  /** Learns the value that came, or steps over a missing one. */
  void learn(double value) {
    if (!Double.isNaN(value)) {
      if (observed == 0) {
        level = value;
      }
      observed++;
      double error = value - next();
      double reach = Math.clamp(memory * observed, LEAST_MEMORY, GREATEST_MEMORY);
      level += error / Math.min(observed, reach);
      for (int i = 0; i < periods.length; i++) {
        int phase = step % periods[i];
        int count = ++counts[i][phase];
        profiles[i][phase] += error * Math.max(SEASON_SMOOTHING, 1.0 / (count + 1));
      }
    }
    step++;
  }
}
