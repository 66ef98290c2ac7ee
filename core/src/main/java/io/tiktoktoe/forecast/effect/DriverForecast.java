package io.tiktoktoe.forecast.effect;

import io.tiktoktoe.forecast.future.Marginals;

/** Forecasts a covariate that is not known ahead, from its own past alone. */
@FunctionalInterface
public interface DriverForecast {

  /**
   * The distributions of what follows.
   *
   * @param values the driver as far as it is known, NaN where it is missing
   * @param steps how many follow; fewer, or none, are answered when too little is known
   */
  Marginals of(double[] values, int steps);
}
