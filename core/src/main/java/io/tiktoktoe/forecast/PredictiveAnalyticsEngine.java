package io.tiktoktoe.forecast;

import io.tiktoktoe.calendar.CalendarEvent;
import io.tiktoktoe.calendar.Campaign;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.work.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Front door of forecasting: probabilistic forecasts of time series, joint or in batches, and their
 * online updates.
 */
public final class PredictiveAnalyticsEngine {

  private PredictiveAnalyticsEngine() {}

  /**
   * Forecasts series that belong together, and their total, with joint futures: the streams of one
   * creator. The answer depends on the arguments alone. A series of 730 days takes about 10 ms.
   *
   * @throws java.util.concurrent.CancellationException if the context's progress cancels
   */
  public static Predictions generatePredictions(
      HistoricalMetrics history, PredictionContext context) {
    return generatePredictions(history, context, LearnedModel.NONE, "");
  }

  /**
   * The same with what all creators taught about weights, widths and corrections; a stream of fewer
   * than 14 days borrows from those alike, and its basis and explanation say so. For days: series
   * of other steps are forecast alone.
   *
   * @param learned from {@link #learn}
   * @param owner the creator's name as it was when learning: their own series do not count
   * @throws java.util.concurrent.CancellationException if the context's progress cancels
   */
  public static Predictions generatePredictions(
      HistoricalMetrics history, PredictionContext context, LearnedModel learned, String owner) {
    return new JointForecaster(history, context, learned, owner).forecast();
  }

  /**
   * Learns from the daily incomes of all creators. Costs about as much as forecasting up to 400
   * series; the answer does not depend on the number of threads.
   *
   * @throws java.util.concurrent.CancellationException if the progress cancels
   */
  public static LearnedModel learn(
      List<LearnedModel.Teacher> teachers, long seed, int threads, Progress progress) {
    return LearnedModel.from(
        teachers,
        BatchOptions.of(LearnedModel.LOOK, Granularity.DAY.periods())
            .withSeed(seed)
            .withThreads(threads)
            .withProgress(progress));
  }

  /**
   * Teaches the program's prior of how far levels move, which single creators are forecast with:
   * lines for its resource, from what creators' newest 90 days were beside forecasts made before.
   * About 50 ms a creator.
   */
  public static String teachLevels(List<LearnedModel.Teacher> teachers, int threads) {
    return PastLevels.teach(
        teachers,
        BatchOptions.of(LearnedModel.LOOK, Granularity.DAY.periods()).withThreads(threads));
  }

  /**
   * Forecasts many series that do not belong together, in the order given; time and memory grow
   * linearly. Which methods deserve weight and how wide bands must be is learned from all of them.
   *
   * @throws java.util.concurrent.CancellationException if the options' progress cancels
   */
  public static List<QuantileForecast> forecastAll(List<Series> series, BatchOptions options) {
    List<QuantileForecast> forecasts = new ArrayList<>(series.size());
    forecastAll(series, options, forecasts::add);
    return forecasts;
  }

  /**
   * The same for so many series that their forecasts need not be held: each is given to {@code
   * sink} as soon as those before it have been, in the order of the series.
   *
   * @param sink takes one forecast at a time, not always on the same thread; what it throws ends
   *     the work
   * @throws java.util.concurrent.CancellationException if the options' progress cancels
   */
  public static void forecastAll(
      List<Series> series, BatchOptions options, Consumer<QuantileForecast> sink) {
    BatchForecaster.forecast(series, options, sink);
  }

  /**
   * The same forecasts, ready to follow their series: {@link RunningForecast#observe} takes a new
   * value at a small part of the cost. Starting costs about a quarter more than {@link
   * #forecastAll}.
   *
   * @throws java.util.concurrent.CancellationException if the options' progress cancels
   */
  public static List<RunningForecast> followAll(List<Series> series, BatchOptions options) {
    return RunningForecast.start(series, options);
  }

  /**
   * Forecasts many histories of one series each that do not belong together, as {@link
   * #forecastAll} does, knowing their place on the calendar: special days and drivers are estimated
   * for each. Sign and length are those of the histories and options.
   *
   * @param calendar special days of all, past and planned
   * @param sink takes one forecast at a time, in the order of the histories
   * @throws IllegalArgumentException if a history has more than one series
   * @throws java.util.concurrent.CancellationException if the options' progress cancels
   */
  public static void forecastEach(
      List<HistoricalMetrics> histories,
      List<CalendarEvent> calendar,
      BatchOptions options,
      Consumer<QuantileForecast> sink) {
    forecastEach(histories, calendar, List.of(), options, sink);
  }

  /**
   * The same with campaigns, which each series learns from by itself.
   *
   * @param campaigns past, running and planned
   * @throws IllegalArgumentException if a history has more than one series, or there are campaigns
   *     and its steps are neither hours nor days
   */
  public static void forecastEach(
      List<HistoricalMetrics> histories,
      List<CalendarEvent> calendar,
      List<Campaign> campaigns,
      BatchOptions options,
      Consumer<QuantileForecast> sink) {
    for (HistoricalMetrics history : histories) {
      if (history.series().size() != 1) {
        throw new IllegalArgumentException(
            "history of %s has %d series. Give each series a history of its own."
                .formatted(history.series().getFirst().id(), history.series().size()));
      }
    }
    PredictionContext context =
        PredictionContext.daily(Instant.EPOCH, options.seed())
            .withSteps(options.steps())
            .withCalendar(calendar)
            .withCampaigns(campaigns);
    BatchForecaster.forecast(histories, context, options, sink);
  }

  /**
   * The distribution of a total step by step, for bands of any confidence; that of 68% and 95%
   * bands and scenarios is the predictions' own.
   *
   * @param seriesId the name it gets
   * @param scale what its unit is multiplied by
   */
  public static QuantileForecast total(Predictions predictions, String seriesId, double scale) {
    return JointForecaster.quantiles(predictions.total(), seriesId, scale);
  }

  /**
   * The same predictions as {@link #generatePredictions}, ready to follow their series step by
   * step. The calendar should reach {@link RunningPredictions#MOST_STEPS} steps beyond the
   * forecast.
   *
   * @throws java.util.concurrent.CancellationException if the context's progress cancels
   */
  public static RunningPredictions follow(HistoricalMetrics history, PredictionContext context) {
    return follow(history, context, LearnedModel.NONE, "");
  }

  /**
   * The same with what all creators taught, which stays as it was learned while the series are
   * followed.
   *
   * @param learned from {@link #learn}
   * @param owner the creator's name as it was when learning: their own series do not count
   * @throws java.util.concurrent.CancellationException if the context's progress cancels
   */
  public static RunningPredictions follow(
      HistoricalMetrics history, PredictionContext context, LearnedModel learned, String owner) {
    return RunningPredictions.start(new JointForecaster(history, context, learned, owner, true));
  }
}
