package io.tiktoktoe.cli;

import io.tiktoktoe.forecast.BatchOptions;
import io.tiktoktoe.forecast.Outlook;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.forecast.QuantileForecast;
import io.tiktoktoe.metric.Progress;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.table.SeriesTable;
import io.tiktoktoe.table.TableWriter;
import io.tiktoktoe.table.TimedSeries;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What comes next in the series of a file. */
@picocli.CommandLine.Command(
    name = "forecast",
    description = {
      "Forecast each series of a file with bands that hold as often as they say.",
      "",
      "FILE has columns series_id (may be absent), step or timestamp, and value. The answer has"
          + " series_id, step (1 is the next), mean, p50, lo68, hi68, lo95, hi95, conservative,"
          + " likely and optimistic.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  ./tiktoktoe forecast docs/examples/daily-tips.csv --horizon 14 --period 7")
final class ForecastCommand extends Command {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Bands beyond 99% lie outside the quantiles that are kept. */
  private static final BigDecimal MAX_LEVEL = BigDecimal.valueOf(99);

  @Parameters(paramLabel = "FILE", description = "CSV, NDJSON (also .gz) or Parquet; - for input.")
  private Path file = Path.of("-");

  @Option(
      names = "--horizon",
      required = true,
      paramLabel = "N",
      description = "How many steps ahead.")
  private int horizon;

  @Option(
      names = "--period",
      split = ",",
      paramLabel = "STEPS",
      description = "Steps in each season, such as 24,168; told from timestamps when absent.")
  private List<Integer> periods = List.of();

  @Option(
      names = "--levels",
      split = ",",
      paramLabel = "PERCENT",
      defaultValue = "68,95",
      description = "Confidence of the bands (${DEFAULT-VALUE}), at most 99.")
  private List<BigDecimal> levels = List.of();

  @Mixin private SeriesOptions options = new SeriesOptions();

  ForecastCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int run(Progress progress) throws IOException {
    requireLevels();
    BatchOptions common = batch(periods, progress);
    SeriesTable table = options.read(this, file, progress);
    List<QuantileForecast> forecasts = forecast(table, common, progress);
    try (Output output = Output.open(surroundings, options.out, this.common.json)) {
      TableWriter rows = output.table(columns());
      for (QuantileForecast forecast : forecasts) {
        write(rows, forecast);
      }
      rows.end();
      output.commit();
    }
    return OK;
  }

  /** Series with the same seasons are forecast together, in the order of the file. */
  private List<QuantileForecast> forecast(
      SeriesTable table, BatchOptions given, Progress progress) {
    Map<List<Integer>, List<Integer>> indexesByPeriods = new LinkedHashMap<>();
    for (int i = 0; i < table.series().size(); i++) {
      List<Integer> seasons =
          periods.isEmpty() ? Seasons.of(table.series().get(i)) : given.periods();
      indexesByPeriods.computeIfAbsent(seasons, key -> new ArrayList<>()).add(i);
    }
    QuantileForecast[] forecasts = new QuantileForecast[table.series().size()];
    for (Map.Entry<List<Integer>, List<Integer>> group : indexesByPeriods.entrySet()) {
      List<Integer> indexes = group.getValue();
      List<Series> series =
          indexes.stream().map(i -> table.series().get(i)).map(TimedSeries::series).toList();
      List<QuantileForecast> some =
          PredictiveAnalyticsEngine.forecastAll(series, batch(group.getKey(), progress));
      for (int i = 0; i < some.size(); i++) {
        forecasts[indexes.get(i)] = some.get(i);
      }
    }
    return List.of(forecasts);
  }

  private BatchOptions batch(List<Integer> seasons, Progress progress) {
    try {
      return BatchOptions.of(horizon, seasons)
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

  private List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("series_id", "step", "mean", "p50"));
    for (BigDecimal level : levels) {
      columns.add("lo" + level.toPlainString());
      columns.add("hi" + level.toPlainString());
    }
    columns.addAll(List.of("conservative", "likely", "optimistic"));
    return columns;
  }

  private void write(TableWriter rows, QuantileForecast forecast) throws IOException {
    if (forecast.steps() == 0) {
      note("series %s has no values; nothing can be said of it.".formatted(forecast.seriesId()));
    }
    for (int step = 0; step < forecast.steps(); step++) {
      Outlook outlook = forecast.outlook(step);
      rows.text(forecast.seriesId()).number(step + 1L);
      rows.number(outlook.mean()).number(outlook.likely());
      for (BigDecimal level : levels) {
        double confidence = level.divide(HUNDRED).doubleValue();
        rows.number(forecast.band(step, confidence).lo());
        rows.number(forecast.band(step, confidence).hi());
      }
      rows.number(outlook.conservative()).number(outlook.likely());
      rows.number(outlook.optimistic()).endRow();
    }
  }
}
