package io.tiktoktoe.series;

import io.tiktoktoe.stats.Interval;

/**
 * How {@link Trend} smooths.
 *
 * @param smoothing weight of the newest value in the level, in (0, 1); default 0.1
 * @param damping share of the slope that is left one step ahead, in (0, 1]; default 0.98
 * @param stepsPerDay steps in a day, above 0; default 1
 * @param confidence of the intervals, in (0, 1); default 0.95
 */
public record TrendOptions(
    double smoothing, double damping, double stepsPerDay, double confidence) {

  public TrendOptions {
    require(smoothing > 0 && smoothing < 1, "smoothing", smoothing, "lie between 0 and 1");
    require(damping > 0 && damping <= 1, "damping", damping, "be above 0 and at most 1");
    require(stepsPerDay > 0, "stepsPerDay", stepsPerDay, "be above 0. Hours have 24");
    require(confidence > 0 && confidence < 1, "confidence", confidence, "lie between 0 and 1");
  }

  /** Smoothing 0.1, damping 0.98, one step a day, confidence 0.95. */
  public static TrendOptions defaults() {
    return new TrendOptions(.1, .98, 1, Interval.WIDE);
  }

  /** These options with another smoothing. */
  public TrendOptions withSmoothing(double newestWeight) {
    return new TrendOptions(newestWeight, damping, stepsPerDay, confidence);
  }

  /** These options with another damping. */
  public TrendOptions withDamping(double share) {
    return new TrendOptions(smoothing, share, stepsPerDay, confidence);
  }

  /** These options for another width of step. */
  public TrendOptions withStepsPerDay(double steps) {
    return new TrendOptions(smoothing, damping, steps, confidence);
  }

  /** These options with another confidence. */
  public TrendOptions withConfidence(double probability) {
    return new TrendOptions(smoothing, damping, stepsPerDay, probability);
  }

  private static void require(boolean holds, String name, double value, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("%s (%s) must %s.".formatted(name, value, rule));
    }
  }
}
