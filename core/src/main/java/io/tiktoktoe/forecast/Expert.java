package io.tiktoktoe.forecast;

import java.util.Arrays;

/**
 * A fast method that forecasts the middle of one series' future. Stateless: everything it learns
 * comes from the values it is given.
 */
interface Expert {

  /** Its name in answers, such as {@code additive ETS}. */
  String name();

  /**
   * Forecasts from several origins with parameters estimated now and then, so that looking back
   * costs little more than one pass. What it forecasts from an origin depends on values before
   * {@code max(fitEnd, origin)} alone; a later estimate may start its search at an earlier one.
   *
   * @param values the history without gaps
   * @param fitEnds for each origin, parameters are estimated on the values before it; ascending
   * @param origins how many values are known at each origin, ascending, none below its fit's end
   * @param horizon how many steps ahead
   * @return forecasts indexed [origin][step ahead - 1]
   */
  double[][] forecast(double[] values, int[] fitEnds, int[] origins, int horizon);

  /** The same with parameters estimated once. */
  default double[][] forecast(double[] values, int fitEnd, int[] origins, int horizon) {
    int[] fitEnds = new int[origins.length];
    Arrays.fill(fitEnds, fitEnd);
    return forecast(values, fitEnds, origins, horizon);
  }

  /** The end of the run of equal numbers that starts at {@code from}. */
  static int endOfRun(int[] numbers, int from) {
    int to = from + 1;
    while (to < numbers.length && numbers[to] == numbers[from]) {
      to++;
    }
    return to;
  }
}
