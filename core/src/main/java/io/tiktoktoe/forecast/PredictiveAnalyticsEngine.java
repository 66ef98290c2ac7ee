package io.tiktoktoe.forecast;

import io.tiktoktoe.series.Series;
import java.util.List;

/** Front door of forecasting. */
public final class PredictiveAnalyticsEngine {

  private PredictiveAnalyticsEngine() {}

  /**
   * Forecasts series that belong together, and their total, with joint futures: the streams of one
   * creator. The answer depends on the arguments alone.
   *
   * @throws java.util.concurrent.CancellationException if the context's progress cancels
   */
  public static Predictions generatePredictions(
      HistoricalMetrics history, PredictionContext context) {
    throw new UnsupportedOperationException("delivered within the hour");
  }

  /**
   * Forecasts many series that do not belong together, in the order given.
   *
   * @throws java.util.concurrent.CancellationException if the options' progress cancels
   */
  public static List<QuantileForecast> forecastAll(List<Series> series, BatchOptions options) {
    throw new UnsupportedOperationException("delivered within the hour");
  }
}
