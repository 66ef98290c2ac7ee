package io.tiktoktoe.service;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.calendar.CalendarEvent;
import io.tiktoktoe.calendar.Campaign;
import io.tiktoktoe.forecast.LearnedModel;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.revenue.RevenueAnalytics;
import io.tiktoktoe.revenue.insight.RevenueSource;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.service.model.ForecastRequest;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.store.ForecastLog;
import io.tiktoktoe.store.Settings;
import io.tiktoktoe.work.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What comes next in the daily net income of creators. */
final class CreatorForecasts {

  private final RevenueSource source;

  CreatorForecasts(RevenueSource source) {
    this.source = source;
  }

  /**
   * What a creator earned so far.
   *
   * @param through time of the newest event behind it
   * @param campaigns that the store knows of
   */
  record Past(
      CreatorProfile profile, HistoricalMetrics income, Instant through, List<Campaign> campaigns) {

    /** Those that a request names, and those that the store knows. */
    List<Campaign> campaigns(ForecastRequest request) {
      return request.calendar().and(campaigns).campaigns();
    }

    /** The same with drivers. */
    Past with(HistoricalMetrics withDrivers) {
      return new Past(profile, withDrivers, through, campaigns);
    }
  }

  /** Income on whole local days and campaigns until now; empty without a whole day. */
  Optional<Past> past(CreatorProfile profile, Instant now) {
    return RevenueAnalytics.of(source)
        .incomeHistory(profile)
        .map(
            income ->
                new Past(
                    profile, income, source.dataThrough(profile), source.campaigns(profile, now)));
  }

  /** All creators with income. */
  List<Past> pasts(Settings settings, Instant now, Progress progress) {
    List<Past> pasts = new ArrayList<>();
    List<String> names = settings.creators();
    for (int i = 0; i < names.size(); i++) {
      progress.report("collecting income", i, names.size());
      past(settings.profileOrGuess(names.get(i)), now)
          .filter(CreatorForecasts::hasIncome)
          .ifPresent(pasts::add);
    }
    return pasts;
  }

  /** What all creators teach about each. */
  static LearnedModel learn(List<Past> pasts, long seed, Progress progress) {
    if (pasts.isEmpty()) {
      throw new ServiceException.NothingThere("no creator has a whole day of income. Ingest more.");
    }
    return PredictiveAnalyticsEngine.learn(
        pasts.stream()
            .map(one -> new LearnedModel.Teacher(one.profile().creator(), one.income()))
            .toList(),
        seed,
        Runtime.getRuntime().availableProcessors(),
        progress);
  }

  /** How a model of these creators is made again. */
  static Provenance provenance(List<Past> pasts, long seed) {
    Instant newest =
        pasts.stream().map(Past::through).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    return new Provenance(
        newest,
        "weights, widths, boosting and examples from all creators",
        Map.of("creators", Integer.toString(pasts.size())),
        seed,
        Provenance.VERSION);
  }

  /** The streams' forecasts and that of their total, which they add up to; minor units. */
  static Predictions predict(
      Past past,
      LearnedModel learned,
      ForecastRequest request,
      List<CalendarEvent> calendar,
      Progress progress) {
    return PredictiveAnalyticsEngine.generatePredictions(
        past.income(),
        PredictionContext.daily(past.through(), request.seed())
            .withSteps(request.steps())
            .withCalendar(calendar)
            .withCampaigns(past.campaigns(request))
            .withProgress(progress),
        learned,
        past.profile().creator());
  }

  /** Whether anything but zero ever came. */
  static boolean hasIncome(Past past) {
    return past.income().series().stream()
        .map(Series::toArray)
        .anyMatch(days -> Arrays.stream(days).anyMatch(value -> value != 0));
  }

  /** Forecasts as the store keeps them. */
  static List<ForecastLog.Entry> entries(Past past, List<Forecast> forecasts) {
    return forecasts.stream()
        .map(
            one ->
                new ForecastLog.Entry(
                    past.profile(),
                    one.seriesId(),
                    past.through(),
                    past.income().end().toLocalDate(),
                    one.steps()))
        .toList();
  }

  /** Every forecast of a prediction, the total last. */
  static List<Forecast> all(Predictions predictions) {
    List<Forecast> all = new ArrayList<>(predictions.series());
    all.add(predictions.total());
    return all;
  }
}
