package io.tiktoktoe.cli.command;

import io.tiktoktoe.answer.AmountUnit;
import io.tiktoktoe.cli.option.CalendarOptions;
import io.tiktoktoe.cli.option.DriverOptions;
import io.tiktoktoe.cli.option.Levels;
import io.tiktoktoe.cli.option.SeasonLength;
import io.tiktoktoe.cli.option.SeriesOptions;
import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.outlook.Explanation;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.service.ForecastService;
import io.tiktoktoe.service.SeriesService;
import io.tiktoktoe.service.model.AllForecasts;
import io.tiktoktoe.service.model.CreatorForecast;
import io.tiktoktoe.service.model.ForecastRequest;
import io.tiktoktoe.service.model.Kept;
import io.tiktoktoe.service.text.Wording;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.table.SeriesTable;
import io.tiktoktoe.table.TimedSeries;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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
          + " and their total, --all the total of each creator, in whole currency units a day, and"
          + " both are kept in the store: export forecasts shows every run.",
      "",
      "--country and --events name special days, --drivers what else goes with the series, such as"
          + " prices; what they brought so far is learned, added where they are planned ahead, and"
          + " left out where it foretells nothing. To ask what if, forecast again with another"
          + " plan. --explain answers with what the sum over the horizon is made of and what would"
          + " change it: series_id, kind (part or change), name, amount, standard_error.",
      "",
      "A campaign (a live stream, a launch week, a charity month) grows to an end of its own: name"
          + " it and those before it with --campaign or in the file of --events, which then has"
          + " columns until and perhaps goal; a store may know them from campaign.planned events."
          + " Its shape is learned from past ones, its level from"
          + " its own course; how likely it reaches a goal is told, and with --explain is the"
          + " amount of a row of kind goal.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe forecast docs/examples/daily-tips.csv --horizon 14 --period 7",
      "  ./tiktoktoe forecast docs/examples/daily-tips.csv --horizon 9 --country DE",
      "  ./tiktoktoe forecast docs/examples/daily-tips.csv --horizon 9 --explain",
      "  ./tiktoktoe forecast docs/examples/drive.csv --events docs/examples/plan.csv"
    })
public final class ForecastCommand extends Command {

  /** Factor between periods of the past from which it is told. */
  private static final double WORTH_TELLING = 1.05;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "CSV, NDJSON (also .gz) or Parquet; - for input.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--horizon",
      paramLabel = "N",
      description =
          "How many steps ahead; days with --creator or --all, 30 when absent; with FILE and a"
              + " campaign up to its end when absent.")
  private Optional<Integer> horizon = Optional.empty();

  @Option(names = "--creator", paramLabel = "ID", description = "Forecast this creator's income.")
  private Optional<String> creator = Optional.empty();

  @Option(names = "--all", description = "Forecast the income of every creator in the store.")
  private boolean all;

  @Option(
      names = "--period",
      split = ",",
      paramLabel = "STEPS",
      converter = SeasonLength.class,
      description =
          "Steps in each season, such as 24,168, or none; told from timestamps or found in the"
              + " values when absent.")
  private List<Integer> periods = List.of();

  @Option(
      names = "--levels",
      split = ",",
      paramLabel = "PERCENT",
      defaultValue = "68,95",
      description = "Confidence of the bands (${DEFAULT-VALUE}), at most 99.")
  private List<String> levelTexts = List.of();

  private List<BigDecimal> levels = List.of();

  private boolean windowsTold;

  @Option(
      names = "--explain",
      description = "Tell what the sum over the horizon is made of and what would change it.")
  private boolean explain;

  @Option(
      names = "--dated",
      description = "Tell the timestamp of each step in a last column; for FILE with timestamps.")
  private boolean dated;

  @Mixin private CalendarOptions calendar = new CalendarOptions();

  @Mixin private DriverOptions drivers = new DriverOptions();

  @Mixin private SeriesOptions options = new SeriesOptions();

  @Mixin private StoreLocation location = new StoreLocation();

  public ForecastCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    levels = Levels.parse(levelTexts);
    requireOneInput();
    ForecastRequest request =
        new ForecastRequest(
            horizon.orElse(ForecastRequest.DEFAULT_DAYS),
            periods,
            calendar.read(surroundings),
            drivers.read(surroundings, progress),
            options.seed());
    if (file.isPresent()) {
      if (horizon.isEmpty() && request.calendar().campaigns().isEmpty()) {
        throw missingHorizon();
      }
      SeriesTable table = options.read(surroundings, file.get(), progress);
      options.noteTooLong(surroundings, periods, table);
      SeriesService.end(table.series()).ifPresent(end -> noteEvents(request, end));
      ForecastRequest whole = untilTheEnd(request, table);
      GoalsBeyond.notes(
              whole.calendar().campaigns(), whole.steps(), one -> GoalsBeyond.steps(table, one))
          .forEach(this::note);
      ofFile(table, whole, progress);
    } else if (all) {
      everyCreator(request, progress);
    } else {
      oneCreator(request, progress);
    }
    return OK;
  }

  private void ofFile(SeriesTable table, ForecastRequest request, Progress progress)
      throws IOException {
    if (!dated) {
      writeAll(
          "",
          rows ->
              SeriesService.forecast(
                  table.series(),
                  request,
                  call(progress),
                  one -> write(rows, one, Optional.empty())));
      return;
    }
    Map<String, TimedSeries> series = new HashMap<>();
    for (TimedSeries one : table.series()) {
      if (one.dates().isEmpty()) {
        throw new UsageException(
            "--dated needs timestamps, and series %s counts steps".formatted(one.series().id()));
      }
      series.put(one.series().id(), one);
    }
    writeAll(
        "timestamp",
        rows ->
            SeriesService.forecast(
                table.series(),
                request,
                call(progress),
                one ->
                    write(
                        rows,
                        one,
                        Optional.ofNullable(series.get(one.seriesId()))
                            .map(timed -> timed::timeAhead))));
  }

  private void requireOneInput() {
    int inputs = (file.isPresent() ? 1 : 0) + (all ? 1 : 0) + (creator.isPresent() ? 1 : 0);
    if (inputs != 1) {
      throw new UsageException("give one of FILE, --creator and --all");
    }
    if (dated && file.isEmpty()) {
      throw new UsageException(
          "--dated is for FILE: --creator and --all tell the day of each step");
    }
  }

  /** Up to the end of the last campaign where no horizon is given. */
  private ForecastRequest untilTheEnd(ForecastRequest request, SeriesTable table) {
    if (horizon.isPresent()) {
      return request;
    }
    int steps = SeriesService.stepsOfCampaigns(table.series(), request.calendar());
    if (steps == 0) {
      throw missingHorizon();
    }
    return request.withSteps(steps);
  }

  private static UsageException missingHorizon() {
    return new UsageException("--horizon is missing; it says how many steps ahead");
  }

  private void everyCreator(ForecastRequest request, Progress progress) throws IOException {
    AllForecasts answer;
    try (Store store = location.existing(surroundings, List.of())) {
      answer = ForecastService.of(store).forecastAll(request, call(progress));
    }
    if (answer.withoutIncome() > 0) {
      note("%,d creators without income are left out.".formatted(answer.withoutIncome()));
    }
    note("amounts are each creator's own currency a day.");
    writeAll(
        "day",
        rows -> {
          for (int at = 0; at < answer.forecasts().size(); at++) {
            LocalDate first = answer.starts().get(at);
            String creator = answer.forecasts().get(at).seriesId();
            GoalsBeyond.notes(answer.campaigns().get(at), request.steps(), first)
                .forEach(goal -> note("series " + creator + ": " + goal));
            write(
                rows,
                answer.forecasts().get(at),
                Optional.of(step -> first.plusDays(step).toString()));
          }
        });
    tell(answer.kept());
  }

  private void oneCreator(ForecastRequest request, Progress progress) throws IOException {
    if (!levels.equals(Levels.STANDARD)) {
      throw new UsageException("--levels other than 68,95 need FILE or --all");
    }
    CreatorForecast answer;
    try (Store store = location.existing(surroundings, List.of())) {
      answer = ForecastService.of(store).forecast(creator.orElseThrow(), request, call(progress));
    }
    note(
        "amounts are %s a day, from %s on."
            .formatted(answer.creator().currency(), answer.predictions().start()));
    Predictions predictions = answer.predictions();
    LocalDate start = predictions.start().toLocalDate();
    noteEvents(request, start);
    GoalsBeyond.notes(answer.campaigns(), request.steps(), start).forEach(this::note);
    noteGoals("", predictions.total().explanation().times(predictions.unit().inMajor()));
    write(predictions);
    tell(answer.kept());
  }

  /** Tells of the keeping after the answer: on a full disk the answer is still given. */
  private void tell(Kept kept) {
    switch (kept) {
      case Kept.AsRun(int run) -> note("kept as run %d of the view forecasts.".formatted(run));
      case Kept.NotWritten(StoreException.WriteFailed reason) -> throw reason;
    }
  }

  private void write(Predictions predictions) throws IOException {
    try (Output output = Output.open(surroundings, options.out, common.json)) {
      ForecastRows rows =
          new ForecastRows(
              output.table(ForecastRows.datedColumns(levels, explain, "day")),
              levels,
              explain,
              output.isScreen() ? decimals(predictions.unit()) : OptionalInt.empty());
      double scale = predictions.unit().inMajor();
      LocalDate first = predictions.start().toLocalDate();
      for (Forecast forecast : predictions.series()) {
        rows.write(forecast, scale, first);
      }
      rows.write(predictions.total(), scale, first);
      rows.end();
      output.commit();
    }
  }

  private static OptionalInt decimals(AmountUnit unit) {
    return unit.currency().stream().mapToInt(Currency::getDefaultFractionDigits).findFirst();
  }

  /**
   * Writes each forecast as soon as it is there.
   *
   * @param time the name of the last column, which tells each step's time; empty for none
   */
  private void writeAll(String time, Answers forecasting) throws IOException {
    try (Output output = Output.open(surroundings, options.out, common.json)) {
      List<String> columns =
          time.isEmpty()
              ? ForecastRows.columns(levels, explain)
              : ForecastRows.datedColumns(levels, explain, time);
      ForecastRows rows =
          new ForecastRows(output.table(columns), levels, explain, OptionalInt.empty());
      forecasting.into(rows);
      rows.end();
      output.commit();
    }
  }

  private void write(
      ForecastRows rows, QuantileForecast forecast, Optional<IntFunction<String>> times)
      throws IOException {
    if (forecast.steps() == 0) {
      note("series %s has no values; nothing can be said of it.".formatted(forecast.seriesId()));
    }
    noteUnknown(forecast);
    noteWindows(forecast);
    noteGoals("series " + forecast.seriesId() + ": ", forecast.explanation());
    rows.write(forecast, times);
  }

  private void noteGoals(String whose, Explanation explanation) {
    explanation.goals().forEach(goal -> note(whose + "campaign " + Wording.goal(goal) + "."));
  }

  /** Told once: it is of all series together. */
  private void noteWindows(QuantileForecast forecast) {
    double factor = Math.exp(forecast.backtest().betweenWindows());
    if (!windowsTold && factor >= WORTH_TELLING) {
      windowsTold = true;
      note(
          "periods of the past differed for all series together: bands would have had to be %.2f"
                  .formatted(factor)
              + " times wider or narrower in a usual one; the next may differ as much.");
    }
  }

  private void noteEvents(ForecastRequest request, LocalDate end) {
    for (String kind : request.calendar().unknown(end)) {
      note(
          "event %s never came before %s: what it brings is unknown, and it is left out."
              .formatted(kind, end));
    }
  }

  private void noteUnknown(QuantileForecast forecast) {
    int[] unknown =
        IntStream.range(0, forecast.steps()).filter(step -> !forecast.known(step)).toArray();
    if (unknown.length > 0) {
      note(
          "series %s never had a value at the place in its season of %d of these steps (the first is"
                  .formatted(forecast.seriesId(), unknown.length)
              + " %d): they are unknown and left out.".formatted(unknown[0] + 1));
    }
  }

  /** Writes forecasts one after the other. */
  @FunctionalInterface
  private interface Answers {
    void into(ForecastRows rows) throws IOException;
  }
}
