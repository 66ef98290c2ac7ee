package io.tiktoktoe.forecast.member;

/**
 * A univariate point forecasting method: fast, and of the median of one series' future. Stateless:
 * everything it learns comes from the values it is given.
 */
public interface Expert {

  /** Its name in answers, such as {@code additive ETS}. */
  String name();

  /** Estimates its parameters on beginnings of these values, which have no gaps. */
  Fitter fitter(double[] values);

  /** Parameters estimated once, on the values before {@code fitEnd}. */
  default FittedExpert fit(double[] values, int fitEnd) {
    return fitter(values).fit(fitEnd);
  }

  /** Forecasts from several origins with parameters estimated once. */
  default double[][] forecast(double[] values, int fitEnd, int[] origins, int horizon) {
    return fit(values, fitEnd).forecast(values, origins, horizon);
  }
}
