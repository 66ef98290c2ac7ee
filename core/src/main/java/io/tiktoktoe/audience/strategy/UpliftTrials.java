package io.tiktoktoe.audience.strategy;

import java.util.Map;

/**
 * What happened to fans for whom an action was or was not taken: the data of an experiment or of
 * past decisions, one row a fan and period of the length of the horizon. Arrays are kept, not
 * copied.
 *
 * @param segments index of the fan's segment, as in the list of segments that goes with it
 * @param actions index of the action in the catalogue; -1 for none (the holdout)
 * @param propensities probability with which this row's action was to be taken, in (0, 1]; NaN
 *     where it is not known and has to be estimated
 * @param features what was known of the fan before, one array a feature; may be empty
 * @param outcomes what happened, by goal: RETENTION 1 if the fan stayed, else 0; MONETIZATION net
 *     income, minor units; GROWTH new fans brought. A goal may be missing
 */
public record UpliftTrials(
    int[] segments,
    int[] actions,
    double[] propensities,
    double[][] features,
    Map<Goal, double[]> outcomes) {

  public UpliftTrials {
    requireLength("actions", actions.length, segments.length);
    requireLength("propensities", propensities.length, segments.length);
    for (double[] feature : features) {
      requireLength("features", feature.length, segments.length);
    }
    outcomes.forEach(
        (goal, values) ->
            requireLength("outcomes of " + goal.label(), values.length, segments.length));
    outcomes = Map.copyOf(outcomes);
  }

  private static void requireLength(String what, int length, int rows) {
    if (length != rows) {
      throw new IllegalArgumentException(
          "%s are given for %,d rows, of which there are %,d.".formatted(what, length, rows));
    }
  }

  /** How many rows there are. */
  public int rows() {
    return segments.length;
  }
}
