package io.tiktoktoe.service;

import io.tiktoktoe.calendar.CalendarEvent;
import io.tiktoktoe.calendar.Campaign;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.series.Decomposition;
import io.tiktoktoe.series.Mstl;
import io.tiktoktoe.series.MstlOptions;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.series.Stl;
import io.tiktoktoe.series.anomaly.AnomalyDetector;
import io.tiktoktoe.series.anomaly.AnomalyOptions;
import io.tiktoktoe.series.anomaly.ScoredPoint;
import io.tiktoktoe.service.model.AnswerSink;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.DatedHistories;
import io.tiktoktoe.service.model.DecomposeRequest;
import io.tiktoktoe.service.model.DecomposedSeries;
import io.tiktoktoe.service.model.ForecastRequest;
import io.tiktoktoe.service.model.ScoredSeries;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.SpecialDays;
import io.tiktoktoe.table.SeriesFile;
import io.tiktoktoe.table.SeriesTable;
import io.tiktoktoe.table.TimedSeries;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Forecasts, decompositions and anomalies of plain series, without a store. Answers are passed on
 * one series at a time in the order of the file, so that those of a large file are never held
 * together.
 */
public final class SeriesService {

  private static final List<String> FIELDS = List.of("series_id", "step", "timestamp", "value");

  private SeriesService() {}

  /**
   * Reads the series of a file.
   *
   * @param names other names of columns: key is the file's, value is series_id, step, timestamp or
   *     value
   * @throws ServiceException.BadRequest if a value of {@code names} is another
   * @throws io.tiktoktoe.table.TableException.UnknownColumn if a key is no column of the file
   * @throws io.tiktoktoe.table.TableException if the file is no table or one of its rows is wrong
   */
  public static SeriesTable read(Path file, Map<String, String> names, Progress progress) {
    for (String field : names.values()) {
      if (!FIELDS.contains(field)) {
        throw new ServiceException.BadRequest(
            "map", "{map} names field %s. Use series_id, step, timestamp or value.", field);
      }
    }
    return SeriesFile.read(file, names, progress);
  }

  /**
   * What comes next in each series.
   *
   * @param sink takes one forecast a series; one without steps where the series has no values.
   *     Nothing is said of steps at a place in the season, such as Saturdays, that was never seen
   * @throws ServiceException if the request cannot be or does not fit the series
   * @throws IOException if the sink throws it
   */
  public static void forecast(
      List<TimedSeries> series,
      ForecastRequest request,
      Call call,
      AnswerSink<QuantileForecast> sink)
      throws IOException {
    try {
      forecastGroups(series, request, call, forecast -> pass(forecast, sink));
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  /** The first day after the newest step of any of these; empty without timestamps. */
  public static Optional<LocalDate> end(List<TimedSeries> series) {
    return series.stream()
        .flatMap(one -> one.dates().map(dates -> end(one, dates)).stream())
        .max(LocalDate::compareTo);
  }

  private static LocalDate end(TimedSeries series, TimedSeries.Dates dates) {
    return endOf(series, dates).toLocalDate();
  }

  private static LocalDateTime endOf(TimedSeries series, TimedSeries.Dates dates) {
    LocalDateTime end = dates.first();
    for (int step = 0; step < series.series().length(); step++) {
      end = end.plus(dates.width());
    }
    return end;
  }

  /**
   * How many steps the last campaign goes on after the newest step, at most as many as possible.
   */
  public static int stepsOfCampaigns(List<TimedSeries> series, SpecialDays calendar) {
    LocalDateTime last =
        calendar.campaigns().stream()
            .map(Campaign::end)
            .max(LocalDateTime::compareTo)
            .orElse(LocalDateTime.MIN);
    return series.stream()
        .flatMap(one -> one.dates().map(dates -> stepsTo(last, one, dates)).stream())
        .mapToInt(Integer::intValue)
        .max()
        .orElse(0);
  }

  private static int stepsTo(LocalDateTime last, TimedSeries series, TimedSeries.Dates dates) {
    LocalDateTime end = endOf(series, dates);
    int steps = 0;
    while (steps < PredictionContext.MAX_STEPS && end.isBefore(last)) {
      end = end.plus(dates.width());
      steps++;
    }
    return steps;
  }

  private static void pass(QuantileForecast forecast, AnswerSink<QuantileForecast> sink) {
    try {
      sink.accept(forecast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void forecastGroups(
      List<TimedSeries> file, ForecastRequest request, Call call, Consumer<QuantileForecast> sink) {
    List<TimedSeries> series = file.stream().map(TimedSeries::onClock).toList();
    BatchOptions given = request.batch(request.periods(), call.progress());
    boolean told = !request.periods().isEmpty();
    List<List<Integer>> defaults = told ? List.of() : DefaultSeasons.of(series);
    Map<List<Integer>, List<Integer>> indexesByPeriods = new LinkedHashMap<>();
    for (int i = 0; i < series.size(); i++) {
      List<Integer> seasons = told ? given.periods() : defaults.get(i);
      indexesByPeriods.computeIfAbsent(seasons, key -> new ArrayList<>()).add(i);
    }
    FileOrder inFileOrder = new FileOrder(sink);
    for (Map.Entry<List<Integer>, List<Integer>> group : indexesByPeriods.entrySet()) {
      List<Integer> indexes = group.getValue();
      Iterator<Integer> index = indexes.iterator();
      forecastAlike(
          indexes.stream().map(series::get).toList(),
          request,
          request.batch(group.getKey(), call.progress()),
          forecast -> {
            int at = index.next();
            inFileOrder.put(
                at, NeverSeen.leftOut(series.get(at).series(), group.getKey(), forecast));
          });
    }
  }

  /** Whether it has a value for each day, so that dates may tell something of it. */
  private static boolean ofDays(TimedSeries timed) {
    return timed.dates().filter(dates -> dates.width().equals(Duration.ofDays(1))).isPresent();
  }

  /** Series with the same seasons are forecast together. */
  private static void forecastAlike(
      List<TimedSeries> series,
      ForecastRequest request,
      BatchOptions batch,
      Consumer<QuantileForecast> sink) {
    if (request.calendar().given()
        || request.drivers().given()
        || series.stream().allMatch(SeriesService::ofDays)) {
      List<HistoricalMetrics> histories =
          request.drivers().on(DatedHistories.of(series), batch.steps());
      List<CalendarEvent> days = request.calendar().touching(histories);
      PredictiveAnalyticsEngine.forecastEach(
          histories, days, request.calendar().campaignsOf(histories), batch, sink);
    } else {
      PredictiveAnalyticsEngine.forecastAll(
          series.stream().map(TimedSeries::series).toList(), batch, sink);
    }
  }

  /**
   * Trend, seasons and remainder of each series.
   *
   * @param sink takes each series and its decomposition, or why there is none
   * @throws IOException if the sink throws it
   */
  public static void decompose(
      List<TimedSeries> series,
      DecomposeRequest request,
      Call call,
      AnswerSink<DecomposedSeries> sink)
      throws IOException {
    int done = 0;
    for (TimedSeries timed : series) {
      call.progress().report("decomposing", done++, series.size());
      sink.accept(new DecomposedSeries(timed, decompose(timed.series(), request)));
    }
  }

  private static Decomposition decompose(Series series, DecomposeRequest request) {
    List<Integer> seasons = request.periods();
    if (seasons.size() == 1) {
      return Stl.decompose(series, request.stl());
    }
    MstlOptions several =
        MstlOptions.defaults(seasons.stream().mapToInt(Integer::intValue).toArray())
            .withStl(request.stl());
    if (request.oneWindow()) {
      Integer[] windows = new Integer[seasons.size()];
      Arrays.fill(windows, request.stl().seasonal().window());
      several = several.withSeasonalWindows(windows);
    }
    return Mstl.decompose(series, several);
  }

  /**
   * What is unusual in each series, judged from the steps before.
   *
   * @param sink takes each series and its scored steps
   * @throws IOException if the sink throws it
   */
  public static void anomalies(
      List<TimedSeries> series, AnomalyOptions options, Call call, AnswerSink<ScoredSeries> sink)
      throws IOException {
    int done = 0;
    for (TimedSeries timed : series) {
      call.progress().report("looking for anomalies", done++, series.size());
      sink.accept(new ScoredSeries(timed, anomalies(timed, options)));
    }
  }

  /** Seasons are those of the local clock; every step is told as the file has it. */
  private static List<ScoredPoint> anomalies(TimedSeries timed, AnomalyOptions options) {
    TimedSeries onClock = timed.onClock();
    List<ScoredPoint> points = scored(onClock, options);
    if (onClock.dates().equals(timed.dates())) {
      return points;
    }
    int[] places = timed.placesOnClock();
    List<ScoredPoint> told = new ArrayList<>();
    for (int step = 0; step < places.length; step++) {
      told.add(points.get(places[step]).at(step, timed.series().value(step)));
    }
    return told;
  }

  private static List<ScoredPoint> scored(TimedSeries timed, AnomalyOptions options) {
    return timed
        .dates()
        .filter(dates -> dates.width().equals(Duration.ofDays(1)))
        .map(dates -> dates.first().toLocalDate())
        .map(first -> AnomalyDetector.detectDays(timed.series(), first, options))
        .orElseGet(() -> AnomalyDetector.detect(timed.series(), options));
  }
}
