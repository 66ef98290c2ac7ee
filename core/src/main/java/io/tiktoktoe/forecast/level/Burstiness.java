package io.tiktoktoe.forecast.level;

import java.util.Arrays;

/**
 * Realised volatility of four-weekly sums: how far a stream's income moves, on the log scale, from
 * one to the next. It says how uncertain the level of the next months is.
 */
public final class Burstiness {

  /** Days of a sum, whole weeks. */
  private static final int DAYS = 28;

  /** What is usual among creators, and the moves it is believed as much as. */
  private static final double USUAL = 0.8;

  private static final double BELIEF = 0.5;

  /** Volatility that forecasts are as wide as already: their own errors show it. */
  private static final double SEEN = 0.3;

  /** Volatility from which all of it counts. */
  private static final double FULL = 0.6;

  /** Share of the average sum that is added to each: from nothing is not infinitely far. */
  private static final double FLOOR = 0.1;

  /** Farthest move that counts, squared. */
  private static final double MOST = 4;

  private Burstiness() {}

  /** Squared moves of four-weekly sums are at most so many weekly ones: a level that wanders. */
  private static final double WEEKS = 4;

  /** Fewer weekly moves say nothing of what is usual. */
  private static final int FEWEST_WEEKS = 3;

  /** That of a history from its first income on, NaN where unknown; 0 for a calm one. */
  public static double of(double[] values) {
    int first = first(values);
    double[] months = moves(values, first, DAYS);
    double squares = BELIEF * usual(values, first) + Arrays.stream(months).sum();
    double volatility = Math.sqrt(squares / (months.length + BELIEF));
    return volatility * Math.clamp((volatility - SEEN) / (FULL - SEEN), 0, 1);
  }

  /** The first step at which something came; the length where nothing did. */
  static int first(double[] values) {
    int first = 0;
    while (first < values.length && !(Math.abs(values[first]) > 0)) {
      first++;
    }
    return first;
  }

  /** What is believed before four-weekly sums are seen; less where weeks hardly move. */
  private static double usual(double[] values, int first) {
    double[] weeks = moves(values, first, DAYS / 4);
    double seen = Arrays.stream(weeks).average().orElse(MOST);
    return weeks.length < FEWEST_WEEKS ? USUAL * USUAL : Math.min(USUAL * USUAL, WEEKS * seen);
  }

  /** Average of each block of so many days, the last of which ends with the history. */
  static double[] levels(double[] values, int first, int days) {
    int count = (values.length - first) / days;
    double[] levels = new double[count];
    for (int block = 0; block < count; block++) {
      int from = values.length - (count - block) * days;
      levels[block] =
          Math.abs(
              Arrays.stream(values, from, from + days)
                  .filter(Double::isFinite)
                  .average()
                  .orElse(0));
    }
    return levels;
  }

  /** Squared moves, bounded, from each sum of so many days to the next. */
  private static double[] moves(double[] values, int first, int days) {
    double[] levels = levels(values, first, days);
    int count = levels.length;
    double floor = FLOOR * Arrays.stream(levels).average().orElse(0);
    double[] moves = new double[Math.max(0, count - 1)];
    for (int block = 1; block < count; block++) {
      double move = Math.log((levels[block] + floor) / (levels[block - 1] + floor));
      moves[block - 1] = Math.min(MOST, move * move);
    }
    return Arrays.stream(moves).filter(Double::isFinite).toArray();
  }
}
