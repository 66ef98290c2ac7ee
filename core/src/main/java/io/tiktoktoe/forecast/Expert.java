package io.tiktoktoe.forecast;

/**
 * A fast method that forecasts the middle of one series' future. Stateless: everything it learns
 * comes from the values it is given.
 */
interface Expert {

  /** Its name in answers, such as {@code additive ETS}. */
  String name();

  /**
   * Forecasts from several origins with parameters estimated once, so that looking back costs one
   * pass. What it forecasts from an origin depends on values before {@code max(fitEnd, origin)}
   * alone.
   *
   * @param values the history without gaps
   * @param fitEnd parameters are estimated on the values before it
   * @param origins how many values are known at each origin, ascending, none below {@code fitEnd}
   * @param horizon how many steps ahead
   * @return forecasts indexed [origin][step ahead - 1]
   */
  default double[][] forecast(double[] values, int fitEnd, int[] origins, int horizon) {
    return fit(values, fitEnd).forecast(values, origins, horizon);
  }

  /** Estimates the parameters on the values before {@code fitEnd}; the costly part. */
  FittedExpert fit(double[] values, int fitEnd);
}
