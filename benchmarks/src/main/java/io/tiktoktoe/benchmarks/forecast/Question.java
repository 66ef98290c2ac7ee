package io.tiktoktoe.benchmarks.forecast;

import io.tiktoktoe.outlook.HistoricalMetrics;
import java.util.Arrays;

/**
 * A rolling-origin evaluation case: what a user asks of a creator's next 90 days, what the store
 * knew then, and what then came.
 *
 * @param seed of the economy
 * @param origin numbered from 0
 * @param creator the name
 * @param known daily income as the store told it at the origin
 * @param came income by stream and day ahead
 */
record Question(long seed, int origin, String creator, HistoricalMetrics known, double[][] came) {

  /** Longest horizon in days. */
  static final int AHEAD = 90;

  /** What came in all streams together over the first so many days. */
  double total(int days) {
    return Arrays.stream(came).mapToDouble(stream -> sum(stream, days)).sum();
  }

  /** What came in one stream over the first so many days. */
  double of(int stream, int days) {
    return sum(came[stream], days);
  }

  private static double sum(double[] values, int days) {
    return Arrays.stream(values, 0, days).sum();
  }
}
