package io.tiktoktoe.cli.command;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.calendar.CalendarEvent;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.revenue.insight.RevenueSource;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.store.ForecastLog;
import io.tiktoktoe.work.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Daily net income of creators as series, and what comes next in them; in major units. */
final class StoreForecast {

  /** A day whose data ends less than this before midnight counts as over. */
  private static final Duration NEARLY_OVER = Duration.ofHours(1);

  private static final String TOTAL = "total";

  private final RevenueSource source;

  StoreForecast(RevenueSource source) {
    this.source = source;
  }

  /**
   * Daily net income of one creator.
   *
   * @param first its first local day
   * @param streams one series for each stream, equally long
   */
  record Income(LocalDate first, List<Series> streams) {

    /** The local day after the last. */
    LocalDate next() {
      return first.plusDays(streams.getFirst().length());
    }

    /** The sum of the streams under the creator's name. */
    Series total(String creator) {
      double[] sum = new double[streams.getFirst().length()];
      for (Series stream : streams) {
        for (int day = 0; day < sum.length; day++) {
          sum[day] += stream.value(day);
        }
      }
      return Series.of(creator, sum);
    }

    /** The streams as a history. */
    HistoricalMetrics history() {
      return new HistoricalMetrics(first.atStartOfDay(), Granularity.DAY, streams, false);
    }

    /** The sum of the streams as a history of its own. */
    HistoricalMetrics totalHistory(String creator) {
      Series total = total(creator);
      boolean nonNegative = Arrays.stream(total.toArray()).noneMatch(value -> value < 0);
      return new HistoricalMetrics(
          first.atStartOfDay(), Granularity.DAY, List.of(total), nonNegative);
    }
  }

  /** Whole local days from the creator's first event to the newest; empty without a whole day. */
  Optional<Income> income(CreatorProfile profile) {
    Instant from = source.dataFrom(profile);
    Instant through = source.dataThrough(profile);
    if (!from.isBefore(through)) {
      return Optional.empty();
    }
    LocalDate first = LocalDate.ofInstant(from, profile.zone());
    LocalDate last = LocalDate.ofInstant(through.plus(NEARLY_OVER), profile.zone()).minusDays(1);
    if (last.isBefore(first)) {
      return Optional.empty();
    }
    DateRange period = DateRange.ofDays(first, last, profile.zone());
    List<Series> streams =
        Arrays.stream(Stream.values()).map(stream -> daily(profile, period, stream)).toList();
    return Optional.of(new Income(first, streams));
  }

  /** The streams' forecasts and that of their total, which they add up to. */
  Predictions predict(
      CreatorProfile profile,
      HistoricalMetrics history,
      int days,
      List<CalendarEvent> calendar,
      long seed,
      Progress progress) {
    PredictionContext context =
        PredictionContext.daily(source.dataThrough(profile), seed)
            .withSteps(days)
            .withCalendar(calendar)
            .withProgress(progress);
    return PredictiveAnalyticsEngine.generatePredictions(history, context);
  }

  /** Whether anything but zero ever came. */
  static boolean hasIncome(Series series) {
    return Arrays.stream(series.toArray()).anyMatch(value -> value != 0);
  }

  /** The streams' forecasts and the total's as the store keeps them. */
  List<ForecastLog.Entry> entries(CreatorProfile profile, Income income, Predictions predictions) {
    Instant through = source.dataThrough(profile);
    return all(predictions).stream()
        .map(
            one ->
                new ForecastLog.Entry(profile, one.seriesId(), through, income.next(), one.steps()))
        .toList();
  }

  /** The forecast of a creator's total as the store keeps it. */
  ForecastLog.Entry entry(CreatorProfile profile, Income income, QuantileForecast total) {
    return new ForecastLog.Entry(
        profile,
        TOTAL,
        source.dataThrough(profile),
        income.next(),
        IntStream.range(0, total.steps()).mapToObj(total::outlook).toList());
  }

  /** Every forecast of a prediction, the total last. */
  static List<Forecast> all(Predictions predictions) {
    List<Forecast> all = new ArrayList<>(predictions.series());
    all.add(predictions.total());
    return all;
  }

  private Series daily(CreatorProfile profile, DateRange period, Stream stream) {
    LocalDate first = period.day(period.from());
    double[] days = new double[period.days().size()];
    double unit = Math.pow(10, -profile.currency().getDefaultFractionDigits());
    for (RevenueCell cell : source.collect(profile, period, stream)) {
      int day = (int) ChronoUnit.DAYS.between(first, period.day(cell.bucket()));
      days[day] += cell.net();
    }
    for (int day = 0; day < days.length; day++) {
      days[day] *= unit;
    }
    return Series.of(stream.label(), days);
  }
}
