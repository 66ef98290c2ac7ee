package io.tiktoktoe.content.attribution;

import io.tiktoktoe.content.act.AgeGrid;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.metric.Stream;

/**
 * Attributed income by content, minor units: what each is credited with, by stream and age.
 *
 * @param history of what
 * @param direct by stream, then by content
 * @param directWithin up to each age of {@link AgeGrid}, then by content
 * @param merchandiseWithin likewise, orders alone
 * @param startsWithin subscriptions that began, likewise
 * @param brandWithin payments of brands that name it, likewise
 * @param variance of each content's direct value, squared minor units
 * @param payers named fans of whose payments each content has a share
 * @param lifetime direct value with subscriptions at their lifetime value
 * @param markov by removal
 * @param credits by simple rules
 * @param roster who was drawn to see a content or not, with what it is credited with of them
 * @param influenced net of payments with any touch
 * @param paths how many payments were looked at, had a touch, were sampled
 */
public record Attribution(
    ContentHistory history,
    double[][] direct,
    double[][] directWithin,
    double[][] merchandiseWithin,
    double[][] startsWithin,
    double[][] brandWithin,
    double[] variance,
    int[] payers,
    double[] lifetime,
    double[] markov,
    SimpleCredits credits,
    HoldoutRoster roster,
    double influenced,
    Paths paths) {

  /** How many payments were looked at, had a touch, and were divided by sampling. */
  public record Paths(long payments, long touched, long sampled) {}

  /** All streams of one content. */
  public double directTotal(int content) {
    double sum = 0;
    for (Stream stream : Stream.values()) {
      sum += direct[stream.ordinal()][content];
    }
    return sum;
  }

  /** An empty table by age and content. */
  static double[][] byAge(int contents) {
    return new double[AgeGrid.SIZE][contents];
  }
}
