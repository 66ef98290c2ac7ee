package io.tiktoktoe.series.anomaly;

import io.tiktoktoe.series.MonthDays;
import io.tiktoktoe.stats.Quantiles;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * One-step-ahead prediction by exponential smoothing: a level that forgets in proportion to what it
 * has seen, and begins as the median of the first values, plus one profile per season, and one by
 * day of the month where asked for. O(number of seasons) per value.
 */
final class Expectation {

  /** The level's memory is never shorter, nor longer, than these steps. */
  private static final int LEAST_MEMORY = 10;

  private static final int GREATEST_MEMORY = 8_192;

  /** Weight of the newest season in a phase's profile once enough seasons have passed. */
  private static final double SEASON_SMOOTHING = .1;

  /** Cycles after which a phase is known: before, what is far off may be the phase itself. */
  private static final int KNOWN = 5;

  private final double memory;
  private final IntUnaryOperator[] phases;
  private final double[][] profiles;
  private final int[][] counts;
  private final PhaseSpread spread;

  /** The first values: while there are no more, the level is their median. */
  private final double[] first = new double[LEAST_MEMORY];

  private double level;
  private int observed;
  private int step;

  /**
   * Knows nothing yet.
   *
   * @param days the day of the month from 0, by step; empty when it does not matter
   */
  Expectation(double memory, int[] periods, Optional<IntUnaryOperator> days) {
    this.memory = memory;
    int seasons = periods.length + (days.isPresent() ? 1 : 0);
    this.phases = new IntUnaryOperator[seasons];
    this.profiles = new double[seasons][];
    this.counts = new int[seasons][];
    for (int i = 0; i < seasons; i++) {
      int length = i < periods.length ? periods[i] : MonthDays.LONGEST;
      phases[i] = i < periods.length ? step -> step % length : days.orElseThrow();
      profiles[i] = new double[length];
      counts[i] = new int[length];
    }
    this.spread = new PhaseSpread(Arrays.stream(profiles).mapToInt(one -> one.length).toArray());
  }

  /** How much farther than usual the next residual may lie for its place in the seasons. */
  double width() {
    return spread.width(placesNow(), countsNow());
  }

  private int[] placesNow() {
    int[] places = new int[phases.length];
    Arrays.setAll(places, i -> phases[i].applyAsInt(step));
    return places;
  }

  private int[] countsNow() {
    int[] now = new int[phases.length];
    Arrays.setAll(now, i -> counts[i][phases[i].applyAsInt(step)]);
    return now;
  }

  /** What is expected but for the seasons. */
  double level() {
    return level;
  }

  /** Goes back to a level that was known before. */
  void returnTo(double before) {
    level = before;
  }

  /** The value expected next. */
  double next() {
    double sum = level;
    for (int i = 0; i < phases.length; i++) {
      sum += profiles[i][phases[i].applyAsInt(step)];
    }
    return sum;
  }

  /**
   * Learns the value that came, or steps over a missing one.
   *
   * @param usual the same, moved to what is usual when it is an outlier: all that the level learns,
   *     and all that a season learns of a phase that it knows
   */
  void learn(double value, double usual) {
    if (!Double.isNaN(value)) {
      if (observed == 0) {
        level = value;
      }
      observed++;
      double before = next();
      double error = usual - before;
      spread.learn(value - before, placesNow(), countsNow());
      if (observed <= first.length) {
        first[observed - 1] = value;
        level = median(Arrays.copyOf(first, observed));
      } else {
        level += error / Math.clamp(memory * observed, LEAST_MEMORY, GREATEST_MEMORY);
      }
      for (int i = 0; i < phases.length; i++) {
        int phase = phases[i].applyAsInt(step);
        int count = ++counts[i][phase];
        double learned = count > KNOWN ? error : value - before;
        profiles[i][phase] += learned * Math.max(SEASON_SMOOTHING, 1.0 / (count + 1));
      }
    }
    step++;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return Quantiles.ofSorted(values, 0.5);
  }
}
