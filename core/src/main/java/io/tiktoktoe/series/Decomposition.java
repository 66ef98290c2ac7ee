package io.tiktoktoe.series;

import java.util.Arrays;

/** What a decomposition came to: its parts, or why there are none. */
public sealed interface Decomposition {

  /** Fewer steps than two of the longest season. */
  record TooShort(int have, int need) implements Decomposition {}

  /**
   * A phase of the season was never observed, so nothing can be said of it.
   *
   * @param period the season's length in steps
   * @param phase the first phase without any value, counted from 0
   */
  record PhaseNeverObserved(int period, int phase) implements Decomposition {}

  /**
   * The parts, which add up: observed = trend + every seasonal + remainder. Where an observation is
   * missing, the observation and the remainder are NaN, the weight is 0, and trend and season are
   * estimated from the neighbours. Immutable: arrays are copies.
   */
  final class Parts implements Decomposition {
    private final Series observed;
    private final double[] trend;
    private final int[] periods;
    private final double[][] seasonals;
    private final double[] remainder;
    private final double[] weights;

    /** Takes the arrays over; callers inside the package give up what they pass. */
    Parts(Series observed, double[] trend, int[] periods, double[][] seasonals, double[] weights) {
      this.observed = observed;
      this.trend = trend;
      this.periods = periods;
      this.seasonals = seasonals;
      this.weights = weights;
      this.remainder = new double[trend.length];
      for (int step = 0; step < remainder.length; step++) {
        remainder[step] = observed.value(step) - seasonAt(step) - trend[step];
      }
    }

    /** How many steps. */
    public int length() {
      return trend.length;
    }

    /** The series that was decomposed. */
    public Series observed() {
      return observed;
    }

    /** The slow movement, in the series' unit. */
    public double[] trend() {
      return trend.clone();
    }

    /** Lengths of the seasons in steps, shortest first. */
    public int[] periods() {
      return periods.clone();
    }

    /**
     * The season of {@code period} steps, in the series' unit.
     *
     * @throws IllegalArgumentException if no such season was removed
     */
    public double[] seasonal(int period) {
      for (int i = 0; i < periods.length; i++) {
        if (periods[i] == period) {
          return seasonals[i].clone();
        }
      }
      throw new IllegalArgumentException(
          "period (%d) must be one of %s.".formatted(period, Arrays.toString(periods)));
    }

    /** All seasons together. */
    public double[] seasonal() {
      double[] sum = new double[trend.length];
      for (int step = 0; step < sum.length; step++) {
        sum[step] = seasonAt(step);
      }
      return sum;
    }

    /** What is neither trend nor season; NaN where the observation is missing. */
    public double[] remainder() {
      return remainder.clone();
    }

    /**
     * Robustness weights from 0 (an outlier, ignored) to 1; all 1 when not robust; 0 where the
     * observation is missing.
     */
    public double[] weights() {
      return weights.clone();
    }

    /** The seasonally adjusted series: trend plus remainder, under the same name. */
    public Series adjusted() {
      double[] values = observed.toArray();
      for (int step = 0; step < values.length; step++) {
        values[step] -= seasonAt(step);
      }
      return Series.of(observed.id(), values);
    }

    private double seasonAt(int step) {
      double sum = 0;
      for (double[] seasonal : seasonals) {
        sum += seasonal[step];
      }
      return sum;
    }
  }
}
