package io.tiktoktoe.series.anomaly;

import java.util.List;

/**
 * How {@link AnomalyDetector} decides.
 *
 * @param sensitivity confidence of the decision in (0, 1): of the points of a stationary series at
 *     most the share (1 - sensitivity) / 50 is flagged; default 0.95
 * @param periods steps in each season, each at least 2; empty (default): found in the series itself
 * @param nonNegative whether values below zero cannot occur and are refused; default false
 * @param memory the level's memory as a share of all steps so far, in (0, 1]; default 0.2
 * @param quiet for how long a reported event is no news, as a share of all steps so far, in [0, 1];
 *     default 0.05
 */
public record AnomalyOptions(
    double sensitivity, List<Integer> periods, boolean nonNegative, double memory, double quiet) {

  public AnomalyOptions {
    if (!(sensitivity > 0 && sensitivity < 1)) {
      throw new IllegalArgumentException(
          "sensitivity (%s) must lie between 0 and 1, both excluded.".formatted(sensitivity));
    }
    if (!(memory > 0 && memory <= 1)) {
      throw new IllegalArgumentException(
          "memory (%s) must be above 0 and at most 1, a share of the steps.".formatted(memory));
    }
    if (!(quiet >= 0 && quiet <= 1)) {
      throw new IllegalArgumentException(
          "quiet (%s) must lie between 0 and 1, a share of the steps.".formatted(quiet));
    }
    periods = List.copyOf(periods);
    for (int period : periods) {
      if (period < 2) {
        throw new IllegalArgumentException(
            "period (%d) must be at least 2 steps. Maybe leave it out.".formatted(period));
      }
    }
  }

  /** Sensitivity 0.95, seasons found in the series, any sign, memory 0.2, quiet 0.05. */
  public static AnomalyOptions defaults() {
    return new AnomalyOptions(.95, List.of(), false, .2, .05);
  }

  /** These options with another sensitivity. */
  public AnomalyOptions withSensitivity(double confidence) {
    return new AnomalyOptions(confidence, periods, nonNegative, memory, quiet);
  }

  /** These options with known seasons. */
  public AnomalyOptions withPeriods(Integer... steps) {
    return new AnomalyOptions(sensitivity, List.of(steps), nonNegative, memory, quiet);
  }

  /** These options for values that cannot be negative. */
  public AnomalyOptions withNonNegative(boolean never) {
    return new AnomalyOptions(sensitivity, periods, never, memory, quiet);
  }

  /** These options with another memory of the level. */
  public AnomalyOptions withMemory(double share) {
    return new AnomalyOptions(sensitivity, periods, nonNegative, share, quiet);
  }

  /** These options with another time during which a reported event is no news. */
  public AnomalyOptions withQuiet(double share) {
    return new AnomalyOptions(sensitivity, periods, nonNegative, memory, share);
  }
}
