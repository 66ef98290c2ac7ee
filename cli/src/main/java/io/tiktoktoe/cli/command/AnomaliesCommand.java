package io.tiktoktoe.cli.command;

import io.tiktoktoe.cli.option.SeriesOptions;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.series.anomaly.AnomalyOptions;
import io.tiktoktoe.series.anomaly.ScoredPoint;
import io.tiktoktoe.service.SeriesService;
import io.tiktoktoe.table.SeriesTable;
import io.tiktoktoe.table.TableWriter;
import io.tiktoktoe.table.TimedSeries;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is unusual in the series of a file. */
@picocli.CommandLine.Command(
    name = "anomalies",
    description = {
      "Tell the unusual steps of each series of a file, judged from the steps before them.",
      "",
      "FILE has columns series_id (may be absent), step or timestamp, and value. The answer has"
          + " series_id, step, value, expected, lo, hi, score (0 usual to 1), anomaly and, where it"
          + " is one, its kind: point, level (values that stay elsewhere), shape (an unusual"
          + " course) or absence (nothing came).",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  ./tiktoktoe anomalies docs/examples/daily-tips.csv --sensitivity 0.95")
public final class AnomaliesCommand extends Command {

  private static final List<String> COLUMNS =
      List.of("series_id", "step", "value", "expected", "lo", "hi", "score", "anomaly", "kind");

  @Parameters(paramLabel = "FILE", description = "CSV, NDJSON (also .gz) or Parquet; - for input.")
  private Path file = Path.of("-");

  @Option(
      names = "--sensitivity",
      paramLabel = "S",
      defaultValue = "0.95",
      description = "At most (1-S)/50 of usual steps are flagged (${DEFAULT-VALUE}).")
  private double sensitivity;

  @Option(
      names = "--period",
      split = ",",
      paramLabel = "STEPS",
      description = "Steps in each season; found in the series when absent.")
  private List<Integer> periods = List.of();

  @Option(names = "--non-negative", description = "Values cannot fall below zero.")
  private boolean nonNegative;

  @Mixin private SeriesOptions options = new SeriesOptions();

  public AnomaliesCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    AnomalyOptions detection = detection();
    SeriesTable table = options.read(surroundings, file, progress);
    options.noteTooLong(surroundings, periods, table);
    try (Output output = Output.open(surroundings, options.out, common.json)) {
      TableWriter rows = output.table(COLUMNS);
      SeriesService.anomalies(
          table.series(), detection, call(progress), one -> write(rows, one.timed(), one.points()));
      rows.end();
      output.commit();
    }
    return OK;
  }

  private AnomalyOptions detection() {
    try {
      return AnomalyOptions.defaults()
          .withSensitivity(sensitivity)
          .withPeriods(periods.toArray(Integer[]::new))
          .withNonNegative(nonNegative);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void write(TableWriter rows, TimedSeries timed, List<ScoredPoint> points)
      throws IOException {
    for (ScoredPoint point : points) {
      rows.text(timed.series().id()).number(timed.firstStep() + point.step());
      rows.number(point.value()).number(point.expected());
      rows.number(point.lo()).number(point.hi()).number(point.score());
      rows.flag(point.anomaly());
      Optional<ScoredPoint.Kind> kind = point.kind();
      if (kind.isPresent()) {
        rows.text(kind.get().name().toLowerCase(Locale.ROOT)).endRow();
      } else {
        rows.missing().endRow();
      }
    }
  }
}
