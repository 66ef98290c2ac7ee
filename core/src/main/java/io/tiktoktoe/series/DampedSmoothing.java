package io.tiktoktoe.series;

import io.tiktoktoe.stats.Interval;
import org.apache.commons.statistics.distribution.TDistribution;

/** Damped-trend exponential smoothing seen as a linear filter, with the errors that follow. */
final class DampedSmoothing {

  /** Fewer values than these leave the noise unknown. */
  static final int LEAST_VALUES = 8;

  /** Beyond this autocorrelation noise and level cannot be told apart. */
  private static final double MOST_AUTOCORRELATION = .95;

  private final double[] values;
  private final TrendOptions options;
  private final double slopeGain;
  private final int start;
  private final double[] levels;
  private double slope;
  private double noiseVariance;
  private double autocorrelation;
  private int observed;

  private DampedSmoothing(double[] values, TrendOptions options) {
    this.values = values;
    this.options = options;
    double theta = Math.sqrt(1 - options.smoothing());
    this.slopeGain = (1 - theta) * (1 - theta);
    this.start = Math.min(values.length, (int) Math.ceil(1 / options.smoothing()));
    this.levels = new double[values.length];
  }

  static DampedSmoothing fit(double[] values, TrendOptions options) {
    DampedSmoothing smoothing = new DampedSmoothing(values, options);
    smoothing.run();
    return smoothing;
  }

  TrendOptions options() {
    return options;
  }

  double level() {
    return levels[levels.length - 1];
  }

  double[] levels() {
    return levels.clone();
  }

  double slope() {
    return slope;
  }

  double levelError() {
    return error(weightsOf(values.length - 1, 1, 0));
  }

  double slopeError() {
    return error(weightsOf(values.length - 1, 0, 1));
  }

  Interval interval(double estimate, double error) {
    return Interval.student(estimate, error, freedom(), options.confidence());
  }

  Trend.Change changedSince(int since) {
    if (since < 0 || since >= values.length) {
      throw new IllegalArgumentException(
          "since (%d) must be a step of the series, 0 to %d.".formatted(since, values.length - 1));
    }
    double[] weights = weightsOf(values.length - 1, 1, 0);
    double[] earlier = weightsOf(since, 1, 0);
    for (int step = 0; step < weights.length; step++) {
      weights[step] -= earlier[step];
    }
    double difference = level() - levels[since];
    double error = error(weights);
    double pValue = 1;
    if (error > 0) {
      pValue = 2 * TDistribution.of(freedom()).survivalProbability(Math.abs(difference) / error);
    } else if (difference != 0) {
      pValue = 0;
    }
    return new Trend.Change(since, difference, interval(difference, error), pValue);
  }

  private void run() {
    double level = startLevel();
    double square = 0;
    double product = 0;
    double before = 0;
    for (int step = 0; step < values.length; step++) {
      double expected = level + options.damping() * slope;
      slope *= options.damping();
      level = expected;
      if (!Double.isNaN(values[step])) {
        double error = values[step] - expected;
        level += options.smoothing() * error;
        slope += slopeGain * error;
        square += error * error;
        product += error * before;
        before = error;
        observed++;
      }
      levels[step] = level;
    }
    // One-step errors of white noise exceed it by about half the smoothing.
    noiseVariance = square / Math.max(1, observed - 2) * (1 - options.smoothing() / 2);
    autocorrelation = square > 0 ? Math.clamp(product / square, 0, MOST_AUTOCORRELATION) : 0;
  }

  private double startLevel() {
    double sum = 0;
    int count = 0;
    for (int step = 0; step < start; step++) {
      if (!Double.isNaN(values[step])) {
        sum += values[step];
        count++;
      }
    }
    return count == 0 ? firstValue() : sum / count;
  }

  private double firstValue() {
    for (double value : values) {
      if (!Double.isNaN(value)) {
        return value;
      }
    }
    return 0;
  }

  /** What each observation weighs in levelShare x level + slopeShare x slope at {@code end}. */
  private double[] weightsOf(int end, double levelShare, double slopeShare) {
    double[] weights = new double[values.length];
    double onLevel = levelShare;
    double onSlope = slopeShare;
    for (int step = end; step >= 0; step--) {
      if (!Double.isNaN(values[step])) {
        double gain = options.smoothing() * onLevel + slopeGain * onSlope;
        weights[step] += gain;
        onLevel -= gain;
        onSlope = options.damping() * (onSlope + onLevel);
      } else {
        onSlope = options.damping() * (onSlope + onLevel);
      }
    }
    spreadStart(weights, onLevel);
    return weights;
  }

  private void spreadStart(double[] weights, double onLevel) {
    int count = 0;
    for (int step = 0; step < start; step++) {
      count += Double.isNaN(values[step]) ? 0 : 1;
    }
    for (int step = 0; step < start; step++) {
      weights[step] += Double.isNaN(values[step]) ? 0 : onLevel / count;
    }
  }

  /** Standard error of the weighted sum under autoregressive noise. */
  private double error(double[] weights) {
    double variance = 0;
    double carried = 0;
    for (double weight : weights) {
      variance += weight * (weight + 2 * carried);
      carried = autocorrelation * (carried + weight);
    }
    return Math.sqrt(Math.max(0, variance) * noiseVariance);
  }

  private int freedom() {
    return Math.max(1, observed - 2);
  }
}
