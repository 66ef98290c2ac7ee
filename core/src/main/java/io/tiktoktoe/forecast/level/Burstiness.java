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

  /** That of a history from its first income on, NaN where unknown; 0 for a calm one. */
  public static double of(double[] values) {
    int first = 0;
    while (first < values.length && !(Math.abs(values[first]) > 0)) {
      first++;
    }
    int count = (values.length - first) / DAYS;
    double[] levels = new double[count];
    for (int block = 0; block < count; block++) {
      int from = values.length - (count - block) * DAYS;
      levels[block] =
          Math.abs(
              Arrays.stream(values, from, from + DAYS)
                  .filter(Double::isFinite)
                  .average()
                  .orElse(0));
    }
    double floor = FLOOR * Arrays.stream(levels).average().orElse(0);
    double squares = BELIEF * USUAL * USUAL;
    int moves = 0;
    for (int block = 1; block < count; block++) {
      double move = Math.log((levels[block] + floor) / (levels[block - 1] + floor));
      if (Double.isFinite(move)) {
        squares += Math.min(MOST, move * move);
        moves++;
      }
    }
    double volatility = Math.sqrt(squares / (moves + BELIEF));
    return volatility * Math.clamp((volatility - SEEN) / (FULL - SEEN), 0, 1);
  }
}
