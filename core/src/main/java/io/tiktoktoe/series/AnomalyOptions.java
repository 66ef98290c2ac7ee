package io.tiktoktoe.series;

import java.util.List;

/**
 * How {@link AnomalyDetector} decides.
 *
 * @param sensitivity confidence of the decision in (0, 1): of the points of a stationary series at
 *     most the share (1 - sensitivity) / 50 is flagged; default 0.95
 * @param periods steps in each season, each at least 2; empty (default): found in the series itself
 * @param nonNegative whether values below zero cannot occur, so that the range ends at zero;
 *     default false
 */
public record AnomalyOptions(double sensitivity, List<Integer> periods, boolean nonNegative) {

  public AnomalyOptions {
    if (!(sensitivity > 0 && sensitivity < 1)) {
      throw new IllegalArgumentException(
          "sensitivity (%s) must lie between 0 and 1, both excluded.".formatted(sensitivity));
    }
    periods = List.copyOf(periods);
    for (int period : periods) {
      if (period < 2) {
        throw new IllegalArgumentException(
            "period (%d) must be at least 2 steps. Maybe leave it out.".formatted(period));
      }
    }
  }

  /** Sensitivity 0.95, seasons found in the series, any sign. */
  public static AnomalyOptions defaults() {
    return new AnomalyOptions(.95, List.of(), false);
  }

  /** These options with another sensitivity. */
  public AnomalyOptions withSensitivity(double confidence) {
    return new AnomalyOptions(confidence, periods, nonNegative);
  }

  /** These options with known seasons. */
  public AnomalyOptions withPeriods(Integer... steps) {
    return new AnomalyOptions(sensitivity, List.of(steps), nonNegative);
  }

  /** These options for values that cannot be negative. */
  public AnomalyOptions withNonNegative(boolean never) {
    return new AnomalyOptions(sensitivity, periods, never);
  }
}
