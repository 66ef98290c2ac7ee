package io.tiktoktoe.outlook;

import io.tiktoktoe.stats.Interval;

/**
 * The predictive distribution of one future quantity, in the unit of the series.
 *
 * @param mean expected value
 * @param conservative its 20% quantile
 * @param likely its median
 * @param optimistic its 80% quantile
 * @param band68 holds the outcome with probability 0.68
 * @param band95 holds the outcome with probability 0.95
 */
public record Outlook(
    double mean,
    double conservative,
    double likely,
    double optimistic,
    Interval band68,
    Interval band95) {

  /** The same in another unit. */
  public Outlook times(double scale) {
    return new Outlook(
        scale * mean,
        scale * conservative,
        scale * likely,
        scale * optimistic,
        band68.times(scale),
        band95.times(scale));
  }

  /** The value of this scenario. */
  public double scenario(Scenario scenario) {
    return switch (scenario) {
      case CONSERVATIVE -> conservative;
      case LIKELY -> likely;
      case OPTIMISTIC -> optimistic;
    };
  }
}
