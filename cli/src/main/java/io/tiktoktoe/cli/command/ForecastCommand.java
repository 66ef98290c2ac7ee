package io.tiktoktoe.cli.command;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.calendar.CalendarEvent;
import io.tiktoktoe.cli.option.CalendarOptions;
import io.tiktoktoe.cli.option.CreatorOptions;
import io.tiktoktoe.cli.option.DriverOptions;
import io.tiktoktoe.cli.option.SeriesOptions;
import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.terminal.FailureException;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.forecast.LearnedModel;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.store.ForecastLog;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.table.SeriesTable;
import io.tiktoktoe.table.TimedSeries;
import io.tiktoktoe.work.Parallel;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What comes next in the series of a file, or in a creator's income. */
@picocli.CommandLine.Command(
    name = "forecast",
    description = {
      "Forecast each series of a file, or creators' daily net income, with bands that hold as often"
          + " as they say.",
      "",
      "FILE has columns series_id (may be absent), step or timestamp, and value. The answer has"
          + " series_id, step (1 is the next), mean, p50, lo68, hi68, lo95, hi95, conservative,"
          + " likely and optimistic. Without FILE the store is read: --creator gives each stream"
          + " and their total, --all the total of each creator and learns from all what every"
          + " forecast then uses; in whole currency units a day, and both are kept in the store:"
          + " export forecasts shows every run.",
      "",
      "--country and --events name special days, --drivers what else goes with the series, such as"
          + " prices; what they brought so far is learned, added where they are planned ahead, and"
          + " left out where it foretells nothing. To ask what if, forecast again with another"
          + " plan. --explain answers with what the sum over the horizon is made of and what would"
          + " change it: series_id, kind (part or change), name, amount, standard_error.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe forecast docs/examples/daily-tips.csv --horizon 14 --period 7",
      "  ./tiktoktoe forecast docs/examples/daily-tips.csv --horizon 9 --country DE",
      "  ./tiktoktoe forecast docs/examples/daily-tips.csv --horizon 9 --explain"
    })
final class ForecastCommand extends Command {

  /** Bands beyond 99% lie outside the quantiles that are kept. */
  private static final BigDecimal MAX_LEVEL = BigDecimal.valueOf(99);

  private static final List<BigDecimal> STANDARD_LEVELS =
      List.of(BigDecimal.valueOf(68), BigDecimal.valueOf(95));

  private static final String MODEL = "sum of each creator's streams, calibrated";

  /** Days ahead for the store unless told otherwise. */
  private static final int DEFAULT_DAYS = 30;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "CSV, NDJSON (also .gz) or Parquet; - for input.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--horizon",
      paramLabel = "N",
      description = "How many steps ahead; days with --creator or --all, 30 when absent.")
  private Optional<Integer> horizon = Optional.empty();

  @Option(names = "--creator", paramLabel = "ID", description = "Forecast this creator's income.")
  private Optional<String> creator = Optional.empty();

  @Option(names = "--all", description = "Forecast the income of every creator in the store.")
  private boolean all;

  @Option(
      names = "--period",
      split = ",",
      paramLabel = "STEPS",
      description =
          "Steps in each season, such as 24,168; told from timestamps or found in the values when"
              + " absent.")
  private List<Integer> periods = List.of();

  @Option(
      names = "--levels",
      split = ",",
      paramLabel = "PERCENT",
      defaultValue = "68,95",
      description = "Confidence of the bands (${DEFAULT-VALUE}), at most 99.")
  private List<BigDecimal> levels = List.of();

  @Option(
      names = "--explain",
      description = "Tell what the sum over the horizon is made of and what would change it.")
  private boolean explain;

  @Mixin private CalendarOptions calendar = new CalendarOptions();

  @Mixin private DriverOptions drivers = new DriverOptions();

  @Mixin private SeriesOptions options = new SeriesOptions();

  @Mixin private StoreLocation location = new StoreLocation();

  ForecastCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int run(Progress progress) throws IOException {
    requireLevels();
    requireOneInput();
    if (file.isPresent()) {
      BatchOptions given = batch(periods, progress);
      SeriesTable table = options.read(this, file.get(), progress);
      writeAll(sink -> forecast(table, given, progress, sink));
    } else if (all) {
      everyCreator(progress);
    } else {
      oneCreator(progress);
    }
    return OK;
  }

  private void requireOneInput() {
    int inputs = (file.isPresent() ? 1 : 0) + (all ? 1 : 0) + (creator.isPresent() ? 1 : 0);
    if (inputs != 1) {
      throw new UsageException("give one of FILE, --creator and --all");
    }
    if (file.isEmpty() && !periods.isEmpty()) {
      throw new UsageException("--period needs FILE; a creator's days have seasons of 7 and 365");
    }
    if (file.isPresent() && horizon.isEmpty()) {
      throw new UsageException("--horizon is missing; it says how many steps ahead");
    }
  }

  private void everyCreator(Progress progress) throws IOException {
    try (Store store = location.existing(surroundings, List.of())) {
      List<StoreForecast.Past> pasts = pasts(store, progress);
      LearnedModel learned = learn(store, pasts, progress);
      note("amounts are each creator's own currency a day.");
      List<HistoricalMetrics> incomes = pasts.stream().map(StoreForecast.Past::income).toList();
      List<HistoricalMetrics> driven = drivers.with(incomes, steps(), surroundings, progress);
      List<CalendarEvent> days = calendar.touching(driven, surroundings);
      List<QuantileForecast> forecasts = new ArrayList<>();
      List<ForecastLog.Entry> entries = new ArrayList<>();
      Parallel.inOrder(
          "forecasting",
          pasts.size(),
          Runtime.getRuntime().availableProcessors(),
          progress,
          at -> total(pasts.get(at).with(driven.get(at)), learned, days),
          total -> {
            forecasts.add(total.quantiles());
            entries.addAll(total.entries());
          });
      Provenance provenance =
          new Provenance(
              newest(entries),
              MODEL,
              Map.of(
                  "steps", Integer.toString(steps()),
                  "learned_from", learned.origin()),
              options.seed,
              Provenance.VERSION);
      Runnable told = keep(store, provenance, entries, progress);
      writeAll(forecasts::forEach);
      told.run();
    }
  }

  /** One creator's total: in whole currency units for the table, as it is for the store. */
  private record Total(QuantileForecast quantiles, List<ForecastLog.Entry> entries) {}

  private Total total(StoreForecast.Past past, LearnedModel learned, List<CalendarEvent> days) {
    Predictions predictions =
        StoreForecast.predict(past, learned, steps(), days, options.seed, Progress.SILENT);
    return new Total(
        PredictiveAnalyticsEngine.total(
            predictions, past.profile().creator(), predictions.unit().inMajor()),
        StoreForecast.entries(past, List.of(predictions.total())));
  }

  /** Everybody with income; says how many have none. */
  private List<StoreForecast.Past> pasts(Store store, Progress progress) {
    List<StoreForecast.Past> pasts =
        store.snapshot(source -> new StoreForecast(source).pasts(store.settings(), progress));
    int without = store.settings().creators().size() - pasts.size();
    if (without > 0) {
      note("%,d creators without income are left out.".formatted(without));
    }
    return pasts;
  }

  /** Learns anew and keeps it for the other doors; on a full disk it serves this run alone. */
  private LearnedModel learn(Store store, List<StoreForecast.Past> pasts, Progress progress) {
    if (pasts.isEmpty()) {
      return LearnedModel.NONE;
    }
    LearnedModel model = StoreForecast.learn(pasts, options.seed, progress);
    try {
      return store
          .models()
          .keep(
              surroundings.clock().instant(), StoreForecast.provenance(pasts, options.seed), model);
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

  /**
   * Keeps forecasts in the store before they are written, so that a reader that leaves early loses
   * none; what is returned tells of it afterwards. On a full disk the answer is still given.
   */
  private Runnable keep(
      Store store, Provenance provenance, List<ForecastLog.Entry> entries, Progress progress) {
    try {
      int run =
          store.forecasts().keep(surroundings.clock().instant(), provenance, entries, progress);
      return () -> note("kept as run %d of the view forecasts.".formatted(run));
    } catch (StoreException.WriteFailed e) {
      return () -> {
        throw e;
      };
    }
  }

  private void oneCreator(Progress progress) throws IOException {
    if (!levels.equals(STANDARD_LEVELS)) {
      throw new UsageException("--levels other than 68,95 need FILE or --all");
    }
    String name = creator.orElseThrow();
    try (Store store = location.existing(surroundings, List.of())) {
      CreatorProfile profile = CreatorOptions.known(store, name);
      StoreForecast.Past past =
          store
              .snapshot(source -> new StoreForecast(source).past(profile))
              .orElseThrow(
                  () ->
                      new FailureException(
                          "creator %s has no whole day of income. Ingest more.".formatted(name)));
      HistoricalMetrics income =
          drivers.with(List.of(past.income()), steps(), surroundings, progress).getFirst();
      List<CalendarEvent> days = calendar.touching(List.of(income), surroundings);
      Predictions predictions =
          StoreForecast.predict(
              past.with(income), store.models().newest(), steps(), days, options.seed, progress);
      note("amounts are %s a day, from %s on.".formatted(profile.currency(), predictions.start()));
      Runnable told =
          keep(
              store,
              predictions.provenance(),
              StoreForecast.entries(past, StoreForecast.all(predictions)),
              progress);
      write(predictions);
      told.run();
    }
  }

  private void write(Predictions predictions) throws IOException {
    try (Output output = Output.open(surroundings, options.out, common.json)) {
      ForecastRows rows = rows(output);
      for (Forecast forecast : StoreForecast.all(predictions)) {
        rows.write(forecast, predictions.unit().inMajor());
      }
      rows.end();
      output.commit();
    }
  }

  private int steps() {
    return horizon.orElse(DEFAULT_DAYS);
  }

  /** Writes each forecast as soon as it is there: those of a large file are never held together. */
  private void writeAll(Consumer<Consumer<QuantileForecast>> forecasting) throws IOException {
    try (Output output = Output.open(surroundings, options.out, common.json)) {
      ForecastRows rows = rows(output);
      forecasting.accept(
          forecast -> {
            if (forecast.steps() == 0) {
              note(
                  "series %s has no values; nothing can be said of it."
                      .formatted(forecast.seriesId()));
            }
            try {
              rows.write(forecast);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      rows.end();
      output.commit();
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  private ForecastRows rows(Output output) throws IOException {
    return new ForecastRows(output.table(ForecastRows.columns(levels, explain)), levels, explain);
  }

  /** Series with the same seasons are forecast together; the answer is in the order of the file. */
  private void forecast(
      SeriesTable table, BatchOptions given, Progress progress, Consumer<QuantileForecast> sink) {
    Map<List<Integer>, List<Integer>> indexesByPeriods = new LinkedHashMap<>();
    List<List<Integer>> defaults =
        periods.isEmpty() ? DefaultSeasons.of(table.series()) : List.of();
    for (int i = 0; i < table.series().size(); i++) {
      List<Integer> seasons = periods.isEmpty() ? defaults.get(i) : given.periods();
      indexesByPeriods.computeIfAbsent(seasons, key -> new ArrayList<>()).add(i);
    }
    FileOrder inFileOrder = new FileOrder(sink);
    for (Map.Entry<List<Integer>, List<Integer>> group : indexesByPeriods.entrySet()) {
      List<Integer> indexes = group.getValue();
      Iterator<Integer> index = indexes.iterator();
      forecast(
          indexes.stream().map(i -> table.series().get(i)).toList(),
          batch(group.getKey(), progress),
          forecast -> inFileOrder.put(index.next(), forecast));
    }
  }

  private void forecast(
      List<TimedSeries> series, BatchOptions batch, Consumer<QuantileForecast> sink) {
    if (calendar.given() || drivers.given()) {
      List<HistoricalMetrics> histories =
          drivers.with(CalendarOptions.histories(series), steps(), surroundings, batch.progress());
      List<CalendarEvent> days = calendar.touching(histories, surroundings);
      PredictiveAnalyticsEngine.forecastEach(histories, days, batch, sink);
    } else {
      PredictiveAnalyticsEngine.forecastAll(
          series.stream().map(TimedSeries::series).toList(), batch, sink);
    }
  }

  private BatchOptions batch(List<Integer> seasons, Progress progress) {
    try {
      return BatchOptions.of(steps(), seasons)
          .withSeed(options.seed)
          .withThreads(Runtime.getRuntime().availableProcessors())
          .withProgress(progress);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private void requireLevels() {
    for (BigDecimal level : levels) {
      if (level.signum() <= 0 || level.compareTo(MAX_LEVEL) > 0) {
        throw new UsageException(
            "--levels (%s) must lie above 0 and be at most 99.".formatted(level.toPlainString()));
      }
    }
  }
}
