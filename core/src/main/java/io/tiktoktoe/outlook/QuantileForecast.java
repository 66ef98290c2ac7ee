package io.tiktoktoe.outlook;

import io.tiktoktoe.stats.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The predictive distribution of one series, step by step, as quantiles: what a batch of many
 * series gives. Immutable; a flat array of {@link QuantileGrid#SIZE} values a step.
 */
public final class QuantileForecast {

  private final String seriesId;
  private final Forecast.Basis basis;
  private final List<Forecast.Member> members;
  private final Backtest backtest;
  private final Explanation explanation;
  private final double[] mean;
  private final double[] quantiles;

  public QuantileForecast(
      String seriesId,
      Forecast.Basis basis,
      List<Forecast.Member> members,
      Backtest backtest,
      Explanation explanation,
      double[] mean,
      double[] quantiles) {
    this.seriesId = seriesId;
    this.basis = basis;
    this.members = List.copyOf(members);
    this.backtest = backtest;
    this.explanation = explanation;
    this.mean = mean;
    this.quantiles = quantiles;
  }

  /** The series' name. */
  public String seriesId() {
    return seriesId;
  }

  /** How many steps ahead; 0 when nothing can be said. */
  public int steps() {
    return mean.length;
  }

  /** On what it stands. */
  public Forecast.Basis basis() {
    return basis;
  }

  /** What each member contributed. */
  public List<Forecast.Member> members() {
    return members;
  }

  /** How the method did on this series' past. */
  public Backtest backtest() {
    return backtest;
  }

  /** What its expected sum over all steps is made of and what would change it. */
  public Explanation explanation() {
    return explanation;
  }

  /**
   * The same with nothing said of some steps, counted from 0; what it is made of is that of the
   * others.
   */
  public QuantileForecast without(IntPredicate unknown) {
    double[] knownMean = mean.clone();
    double all = Arrays.stream(mean).sum();
    double[] knownQuantiles = quantiles.clone();
    for (int step = 0; step < mean.length; step++) {
      if (unknown.test(step)) {
        knownMean[step] = Double.NaN;
        int from = step * QuantileGrid.SIZE;
        Arrays.fill(knownQuantiles, from, from + QuantileGrid.SIZE, Double.NaN);
      }
    }
    double left = Arrays.stream(knownMean).filter(Double::isFinite).sum();
    Explanation known = all == 0 ? explanation : explanation.times(left / all);
    return new QuantileForecast(
        seriesId, basis, members, backtest, known, knownMean, knownQuantiles);
  }

  /** Whether anything is said of a step, counted from 0; its numbers are NaN otherwise. */
  public boolean known(int step) {
    return !Double.isNaN(mean[step]);
  }

  /** The expected value {@code step} + 1 steps ahead. */
  public double mean(int step) {
    return mean[step];
  }

  /**
   * The value that is not exceeded with {@code probability}, {@code step} + 1 steps ahead: linear
   * between the quantiles kept, beyond the outermost the outermost.
   *
   * @param probability in (0, 1); kept are .5% to 99.5%
   */
  public double quantile(int step, double probability) {
    return QuantileGrid.interpolate(quantiles, step * QuantileGrid.SIZE, probability);
  }

  /** The central band that holds the value with {@code confidence}; never of no width. */
  public Interval band(int step, double confidence) {
    return QuantileGrid.band(quantiles, step * QuantileGrid.SIZE, mean[step], confidence);
  }

  /** Everything about one step. */
  public Outlook outlook(int step) {
    return new Outlook(
        mean[step],
        quantile(step, Scenario.CONSERVATIVE.quantile()),
        quantile(step, Scenario.LIKELY.quantile()),
        quantile(step, Scenario.OPTIMISTIC.quantile()),
        band(step, Interval.NARROW),
        band(step, Interval.WIDE));
  }
}
