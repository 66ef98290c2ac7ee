package io.tiktoktoe.revenue.insight;

import io.tiktoktoe.stats.Interval;
import java.time.DayOfWeek;

/**
 * An hour-of-week effect: what one hour of the week usually brings.
 *
 * @param day the local weekday
 * @param hour the local hour, 0 to 23
 * @param weeks how many times it was observed
 * @param mean net income an hour as observed, minor units
 * @param expected the same shrunk towards the day's and the hour's usual level (empirical Bayes):
 *     what to plan with
 * @param interval holds the true mean with probability 0.95
 * @param falseDiscovery estimated share of false finds among the hours at least as clearly above
 *     (or below) the average as this one (Benjamini-Hochberg)
 * @param strength what can be said of it at a false discovery rate of 5%
 */
public record HourOfWeek(
    DayOfWeek day,
    int hour,
    int weeks,
    double mean,
    double expected,
    Interval interval,
    double falseDiscovery,
    Strength strength) {

  /** How an hour stands against the average hour. */
  public enum Strength {
    /** Brings more than the average hour. */
    STRONG,
    /** Not distinguishable from the average hour. */
    USUAL,
    /** Brings less than the average hour. */
    WEAK
  }
}
