package io.tiktoktoe.series;

import io.tiktoktoe.stats.Interval;

/**
 * Local level and slope of a seasonally adjusted series, by damped exponential smoothing.
 *
 * <p>Level and slope are weighted sums of the observations, so their standard errors follow exactly
 * from the weights, for noise that is an autoregression of order 1. The slope's smoothing makes the
 * smoother critically damped. Source: Gardner, McKenzie, "Forecasting Trends in Time Series",
 * Management Science 31 (1985).
 */
public sealed interface Trend {

  /** Fewer observed values than a trend can be told from. */
  record TooShort(int have, int need) implements Trend {}

  /**
   * How far the level moved since a step.
   *
   * @param since the step compared with, counted from 0
   * @param difference level at the end minus level at {@code since}, in the series' unit
   * @param interval where the true difference lies
   * @param pValue how likely so large a difference is when nothing changed
   */
  record Change(int since, double difference, Interval interval, double pValue) {

    /** Whether zero lies outside the interval. */
    public boolean significant() {
      return !interval.contains(0);
    }
  }

  /** A trend that could be estimated. Immutable: arrays are copies. */
  final class Fitted implements Trend {
    private final DampedSmoothing smoothing;

    Fitted(DampedSmoothing smoothing) {
      this.smoothing = smoothing;
    }

    /** The level at the end, in the series' unit. */
    public double level() {
      return smoothing.level();
    }

    /** Standard error of the level. */
    public double levelStandardError() {
      return smoothing.levelError();
    }

    /** Where the true level lies. */
    public Interval levelInterval() {
      return smoothing.interval(level(), levelStandardError());
    }

    /** The slope at the end, in the series' unit per day. */
    public double slopePerDay() {
      return smoothing.slope() * smoothing.options().stepsPerDay();
    }

    /** Standard error of the slope per day. */
    public double slopeStandardError() {
      return smoothing.slopeError() * smoothing.options().stepsPerDay();
    }

    /** Where the true slope per day lies. */
    public Interval slopeInterval() {
      return smoothing.interval(slopePerDay(), slopeStandardError());
    }

    /** The level that the damped trend reaches {@code steps} after the end. */
    public double levelAhead(int steps) {
      double reach = 0;
      double share = 1;
      for (int step = 0; step < steps; step++) {
        share *= smoothing.options().damping();
        reach += share;
      }
      return level() + reach * smoothing.slope();
    }

    /** The level at every step, each from the values up to there. */
    public double[] levels() {
      return smoothing.levels();
    }

    /**
     * Whether the level at the end differs from the level at step {@code since}.
     *
     * @throws IllegalArgumentException if the step lies outside the series
     */
    public Change changedSince(int since) {
      return smoothing.changedSince(since);
    }
  }

  /** The trend of {@code adjusted}; missing values (NaN) are stepped over. O(length). */
  static Trend of(Series adjusted, TrendOptions options) {
    int have = adjusted.length() - adjusted.missing();
    if (have < DampedSmoothing.LEAST_VALUES) {
      return new TooShort(have, DampedSmoothing.LEAST_VALUES);
    }
    return new Fitted(DampedSmoothing.fit(adjusted.toArray(), options));
  }
}
