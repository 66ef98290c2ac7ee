package io.tiktoktoe.forecast.member;

/**
 * An expert whose parameters are estimated, as a filter: only its states still follow the values.
 * Immutable.
 */
@FunctionalInterface
public interface FittedExpert {

  /**
   * Forecasts from several origins, each from the values before it alone.
   *
   * @param values the history without gaps, of which those fitted on are the beginning
   * @param origins how many values are known at each origin, ascending
   * @param horizon how many steps ahead
   * @return forecasts indexed [origin][step ahead - 1]
   */
  double[][] forecast(double[] values, int[] origins, int horizon);

  /**
   * The same that has read the first {@code length} values, for those whose pass over a history is
   * costly; later origins must not lie before.
   */
  default FittedExpert after(double[] values, int length) {
    return this;
  }
}
