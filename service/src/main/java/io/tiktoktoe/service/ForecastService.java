package io.tiktoktoe.service;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.calendar.CalendarEvent;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.service.model.AllForecasts;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.CreatorForecast;
import io.tiktoktoe.service.model.ForecastRequest;
import io.tiktoktoe.service.model.Kept;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.store.ForecastLog;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.work.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What comes next in the income of a store's creators; answers are kept in its forecast log. */
public final class ForecastService {

  /** Seasons of daily income unless others are asked for: the week. */
  private static final List<Integer> WEEK = List.of(7);

  private final Store store;

  private ForecastService(Store store) {
    this.store = store;
  }

  /** The service over this store, which stays open. */
  public static ForecastService of(Store store) {
    return new ForecastService(store);
  }

  /**
   * One creator's daily net income by stream and in total.
   *
   * @throws ServiceException if the creator is unknown, has no whole day of data, or the request
   *     cannot be
   * @throws java.util.concurrent.CancellationException if the call's progress cancels; nothing is
   *     kept then
   */
  public CreatorForecast forecast(String creator, ForecastRequest request, Call call) {
    int days = request.steps();
    CreatorProfile profile = CreatorDirectory.find(store, Optional.of(creator));
    CreatorForecasts incomes = new CreatorForecasts(store.revenue());
    CreatorForecasts.Income income =
        incomes
            .income(profile)
            .orElseThrow(
                () ->
                    new ServiceException.NothingThere(
                        "creator %s has no whole day of data. Ingest more.", creator));
    List<CalendarEvent> special =
        request.calendar().between(income.first(), income.next().plusDays(days));
    HistoricalMetrics history = request.drivers().on(List.of(income.history()), days).getFirst();
    Predictions predictions =
        incomes.predict(profile, history, days, special, request.seed(), call.progress());
    Kept kept = keep(predictions.provenance(), incomes.entries(profile, income, predictions), call);
    return new CreatorForecast(profile, predictions, kept);
  }

  /** What a creator earned so far. */
  private record Past(
      CreatorProfile profile, CreatorForecasts.Income income, HistoricalMetrics total) {}

  /**
   * The total daily net income of every creator. O(creators) memory.
   *
   * @throws ServiceException if the request cannot be
   * @throws java.util.concurrent.CancellationException if the call's progress cancels; nothing is
   *     kept then
   */
  public AllForecasts forecastAll(ForecastRequest request, Call call) {
    List<Integer> seasons = request.periods().isEmpty() ? WEEK : request.periods();
    BatchOptions batch = request.batch(seasons, call.progress());
    CreatorForecasts incomes = new CreatorForecasts(store.revenue());
    List<String> names = store.settings().creators();
    List<Past> pasts = pasts(names, incomes, call.progress());
    List<HistoricalMetrics> totals =
        request.drivers().on(pasts.stream().map(Past::total).toList(), batch.steps());
    List<QuantileForecast> forecasts = new ArrayList<>();
    PredictiveAnalyticsEngine.forecastEach(
        totals, request.calendar().touching(totals), batch, forecasts::add);
    List<ForecastLog.Entry> entries = new ArrayList<>();
    for (int i = 0; i < pasts.size(); i++) {
      Past past = pasts.get(i);
      entries.add(incomes.entry(past.profile(), past.income(), forecasts.get(i)));
    }
    Provenance provenance =
        new Provenance(
            newest(entries),
            "pooled ensemble over all creators, calibrated",
            Map.of("steps", Integer.toString(batch.steps()), "periods", seasons.toString()),
            request.seed(),
            Provenance.VERSION);
    Kept kept = keep(provenance, entries, call);
    return new AllForecasts(forecasts, names.size() - pasts.size(), kept);
  }

  private List<Past> pasts(List<String> names, CreatorForecasts incomes, Progress progress) {
    List<Past> pasts = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      progress.report("collecting income", i, names.size());
      String name = names.get(i);
      CreatorProfile profile = store.settings().profileOrGuess(name);
      incomes
          .income(profile)
          .map(income -> new Past(profile, income, income.totalHistory(name)))
          .filter(past -> CreatorForecasts.hasIncome(past.total().series().getFirst()))
          .ifPresent(pasts::add);
    }
    return pasts;
  }

  private static Instant newest(List<ForecastLog.Entry> entries) {
    return entries.stream()
        .map(ForecastLog.Entry::dataThrough)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /** Keeps forecasts before they are answered, so that a reader that leaves early loses none. */
  private Kept keep(Provenance provenance, List<ForecastLog.Entry> entries, Call call) {
    try {
      return new Kept.AsRun(
          store.forecasts().keep(call.now(), provenance, entries, call.progress()));
    } catch (StoreException.WriteFailed e) {
      return new Kept.NotWritten(e);
    }
  }
}
