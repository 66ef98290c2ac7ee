package io.tiktoktoe.service;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.calendar.CalendarEvent;
import io.tiktoktoe.calendar.Campaign;
import io.tiktoktoe.forecast.LearnedModel;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.service.model.AllForecasts;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.CreatorForecast;
import io.tiktoktoe.service.model.ForecastRequest;
import io.tiktoktoe.service.model.Kept;
import io.tiktoktoe.service.model.LearnedAnswer;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.store.ForecastLog;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.work.Parallel;
import io.tiktoktoe.work.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What comes next in the income of a store's creators; answers are kept in its forecast log. */
public final class ForecastService {

  private static final String TOTALS = "sum of each creator's streams, calibrated";

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
    CreatorForecasts.Past past =
        store
            .snapshot(source -> new CreatorForecasts(source).past(profile, call.now()))
            .orElseThrow(
                () ->
                    new ServiceException.NothingThere(
                        "creator %s has no whole day of income. Ingest more.", creator));
    HistoricalMetrics income = request.drivers().on(List.of(past.income()), days).getFirst();
    Predictions predictions =
        CreatorForecasts.predict(
            past.with(income),
            store.models().newest(),
            request,
            request.calendar().touching(List.of(income)),
            call.progress());
    List<ForecastLog.Entry> entries =
        CreatorForecasts.entries(past, CreatorForecasts.all(predictions));
    return new CreatorForecast(
        profile,
        predictions,
        past.campaigns(request),
        keep(predictions.provenance(), entries, call));
  }

  /** One creator's total: in whole currency units for people, as it is for the store. */
  private record Total(QuantileForecast quantiles, List<ForecastLog.Entry> entries) {}

  /**
   * The total daily net income of every creator, from what all of them teach, which is learned anew
   * and kept for other questions. O(creators) memory.
   *
   * @throws ServiceException if the request cannot be
   * @throws java.util.concurrent.CancellationException if the call's progress cancels; nothing is
   *     kept then
   */
  public AllForecasts forecastAll(ForecastRequest request, Call call) {
    List<CreatorForecasts.Past> pasts = pasts(call);
    LearnedModel learned = learnAndKeep(pasts, request.seed(), call);
    List<HistoricalMetrics> incomes =
        request
            .drivers()
            .on(pasts.stream().map(CreatorForecasts.Past::income).toList(), request.steps());
    List<CalendarEvent> special = request.calendar().touching(incomes);
    List<QuantileForecast> forecasts = new ArrayList<>();
    List<ForecastLog.Entry> entries = new ArrayList<>();
    Parallel.inOrder(
        "forecasting",
        pasts.size(),
        Runtime.getRuntime().availableProcessors(),
        call.progress(),
        at -> total(pasts.get(at).with(incomes.get(at)), learned, request, special),
        total -> {
          forecasts.add(total.quantiles());
          entries.addAll(total.entries());
        });
    Provenance provenance =
        new Provenance(
            newest(entries),
            TOTALS,
            Map.of("steps", Integer.toString(request.steps()), "learned_from", learned.origin()),
            request.seed(),
            Provenance.VERSION);
    int withoutIncome = store.settings().creators().size() - pasts.size();
    List<LocalDate> starts = pasts.stream().map(past -> past.income().end().toLocalDate()).toList();
    List<List<Campaign>> campaigns = pasts.stream().map(past -> past.campaigns(request)).toList();
    return new AllForecasts(
        forecasts, starts, campaigns, withoutIncome, keep(provenance, entries, call));
  }

  /**
   * Learns from all creators what every forecast then uses, and keeps it in the store.
   *
   * @throws ServiceException.NothingThere if no creator has a whole day of income
   * @throws StoreException if the store cannot be written
   * @throws java.util.concurrent.CancellationException if the call's progress cancels
   */
  public LearnedAnswer learn(long seed, Call call) {
    List<CreatorForecasts.Past> pasts = pasts(call);
    LearnedModel model = CreatorForecasts.learn(pasts, seed, call.progress());
    Provenance provenance = CreatorForecasts.provenance(pasts, seed);
    LearnedModel kept = store.models().keep(call.now(), provenance, model);
    return new LearnedAnswer(kept.name(), kept.creators(), provenance);
  }

  private static Total total(
      CreatorForecasts.Past past,
      LearnedModel learned,
      ForecastRequest request,
      List<CalendarEvent> special) {
    Predictions predictions =
        CreatorForecasts.predict(past, learned, request, special, Progress.SILENT);
    return new Total(
        PredictiveAnalyticsEngine.total(
            predictions, past.profile().creator(), predictions.unit().inMajor()),
        CreatorForecasts.entries(past, List.of(predictions.total())));
  }

  /** Everybody with income. */
  private List<CreatorForecasts.Past> pasts(Call call) {
    return store.snapshot(
        source ->
            new CreatorForecasts(source).pasts(store.settings(), call.now(), call.progress()));
  }

  /** Learns anew and keeps it for the other doors; on a full disk it serves this run alone. */
  private LearnedModel learnAndKeep(List<CreatorForecasts.Past> pasts, long seed, Call call) {
    if (pasts.isEmpty()) {
      return LearnedModel.NONE;
    }
    LearnedModel model = CreatorForecasts.learn(pasts, seed, call.progress());
    try {
      return store.models().keep(call.now(), CreatorForecasts.provenance(pasts, seed), model);
    } catch (StoreException.WriteFailed e) {
      // Keeping the forecasts fails too, and tells of it once the answer is given.
      return model;
    }
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
