package io.tiktoktoe.revenue.insight;

import io.tiktoktoe.series.anomaly.ScoredPoint;
import io.tiktoktoe.stats.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An anomaly: income that season, trend and chance do not explain.
 *
 * @param from when it starts
 * @param to when it ends
 * @param grain width of the time steps in which it was found: a quarter of an hour, an hour or a
 *     day
 * @param scope {@code total} or the stream in whose income it was found; by hour the total is that
 *     of the streams that carry the time of day
 * @param actual net income in that time, minor units, exact
 * @param expected what season and trend lead to expect
 * @param expectedRange where it would have been but for one step in a thousand
 * @param score how sure it is, in [0, 1]
 * @param kind that of its surest step
 * @param onePayment whether one payment makes at least half of a gain
 * @param cause the groups that made it, widest first, each inside the one before; empty when no
 *     group explains most of it
 * @param contributions by dimension, the most telling first
 */
public record RevenueAnomaly(
    Instant from,
    Instant to,
    Duration grain,
    String scope,
    long actual,
    double expected,
    Interval expectedRange,
    double score,
    ScoredPoint.Kind kind,
    boolean onePayment,
    List<Contribution> cause,
    List<Contribution> contributions) {

  public RevenueAnomaly {
    cause = List.copyOf(cause);
    contributions = List.copyOf(contributions);
  }

  /** Where what came lies against what was expected. */
  public enum Finding {
    /** Above the expected range. */
    ABOVE,
    /** Below the expected range. */
    BELOW,
    /** Within the expected range, but unusual in its course. */
    WITHIN;

    /** Of an amount against a range. */
    public static Finding of(double actual, Interval range) {
      if (range.contains(actual)) {
        return WITHIN;
      }
      return actual > range.hi() ? ABOVE : BELOW;
    }
  }

  /** Where it lies against the expected range. */
  public Finding finding() {
    return Finding.of(actual, expectedRange);
  }

  /** What came beyond the expectation; negative for a gap. */
  public double deviation() {
    return actual - expected;
  }
}
