package io.tiktoktoe.cli.command;

import io.tiktoktoe.cli.option.SeriesOptions;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.series.Decomposition;
import io.tiktoktoe.series.StlOptions;
import io.tiktoktoe.service.SeriesService;
import io.tiktoktoe.service.model.DecomposeRequest;
import io.tiktoktoe.table.SeriesTable;
import io.tiktoktoe.table.TableWriter;
import io.tiktoktoe.table.TimedSeries;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trend, seasons and remainder of the series in a file. */
@picocli.CommandLine.Command(
    name = "decompose",
    description = {
      "Split each series of a file into trend, seasons and remainder (STL; MSTL for several"
          + " seasons).",
      "",
      "FILE has columns series_id (may be absent), step or timestamp, and value. The answer has"
          + " series_id, step, observed, trend, seasonal_P for each period P, remainder and"
          + " weight.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  ./tiktoktoe decompose docs/examples/daily-tips.csv --period 7 --robust")
public final class DecomposeCommand extends Command {

  @Parameters(paramLabel = "FILE", description = "CSV, NDJSON (also .gz) or Parquet; - for input.")
  private Path file = Path.of("-");

  @Option(
      names = "--period",
      required = true,
      split = ",",
      paramLabel = "STEPS",
      description = "Steps in a season; several such as 7,365 are split one after the other.")
  private List<Integer> periods = List.of();

  @Option(names = "--robust", description = "Give outliers less weight.")
  private boolean robust;

  @Option(
      names = "--seasonal-window",
      paramLabel = "N|periodic",
      description = "Seasons that a season is smoothed over, odd; periodic: it never changes.")
  private Optional<String> seasonalWindow = Optional.empty();

  @Option(names = "--trend-window", paramLabel = "N", description = "Steps of the trend's loess.")
  private Optional<Integer> trendWindow = Optional.empty();

  @Option(
      names = "--lowpass-window",
      paramLabel = "N",
      description = "Steps of the low-pass filter's loess.")
  private Optional<Integer> lowpassWindow = Optional.empty();

  @Option(names = "--seasonal-degree", paramLabel = "0|1", description = "Loess degree, 0.")
  private Optional<Integer> seasonalDegree = Optional.empty();

  @Option(names = "--trend-degree", paramLabel = "0|1", description = "Loess degree, 1.")
  private Optional<Integer> trendDegree = Optional.empty();

  @Option(names = "--lowpass-degree", paramLabel = "0|1", description = "Loess degree, 1.")
  private Optional<Integer> lowpassDegree = Optional.empty();

  @Option(
      names = "--seasonal-jump",
      paramLabel = "N",
      description = "Smooth every N steps and interpolate; a tenth of the window.")
  private Optional<Integer> seasonalJump = Optional.empty();

  @Option(names = "--trend-jump", paramLabel = "N", description = "The same for the trend.")
  private Optional<Integer> trendJump = Optional.empty();

  @Option(names = "--lowpass-jump", paramLabel = "N", description = "The same for the filter.")
  private Optional<Integer> lowpassJump = Optional.empty();

  @Option(names = "--inner", paramLabel = "N", description = "Inner passes: 2, robust 1.")
  private Optional<Integer> inner = Optional.empty();

  @Option(names = "--outer", paramLabel = "N", description = "Robust passes: 0, robust 15.")
  private Optional<Integer> outer = Optional.empty();

  @Mixin private SeriesOptions options = new SeriesOptions();

  public DecomposeCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    DecomposeRequest request =
        new DecomposeRequest(
            periods, stlOptions(Collections.min(periods)), seasonalWindow.isPresent());
    SeriesTable table = options.read(surroundings, file, progress);
    int[] left = new int[1];
    try (Output output = Output.open(surroundings, options.out, common.json)) {
      TableWriter rows = output.table(columns(request.periods()));
      SeriesService.decompose(
          table.series(),
          request,
          call(progress),
          one -> left[0] += write(rows, one.timed(), one.decomposition()));
      rows.end();
      output.commit();
    }
    if (left[0] > 0) {
      note("%d of %d series were left out.".formatted(left[0], table.series().size()));
    }
    return left[0] > 0 ? FAILURE : OK;
  }

  /** A number, or that it is chosen by the period where the option is absent. */
  private static int chosen(String option, Optional<Integer> number, int least) {
    if (number.isPresent() && number.get() < least) {
      throw new UsageException(
          "%s (%d) must be at least %d. Leave it out to have it chosen by the period."
              .formatted(option, number.get(), least));
    }
    return number.orElse(StlOptions.AUTO);
  }

  private StlOptions stlOptions(int period) {
    try {
      StlOptions defaults = StlOptions.defaults(period);
      return defaults
          .withRobust(robust)
          .withWindows(
              seasonalWindow.map(DecomposeCommand::window).orElse(defaults.seasonal().window()),
              chosen("--trend-window", trendWindow, 3),
              chosen("--lowpass-window", lowpassWindow, 3))
          .withDegrees(
              seasonalDegree.orElse(defaults.seasonal().degree()),
              trendDegree.orElse(defaults.trend().degree()),
              lowpassDegree.orElse(defaults.lowpass().degree()))
          .withJumps(
              chosen("--seasonal-jump", seasonalJump, 1),
              chosen("--trend-jump", trendJump, 1),
              chosen("--lowpass-jump", lowpassJump, 1))
          .withIterations(chosen("--inner", inner, 1), chosen("--outer", outer, 0));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private static int window(String text) {
    if (text.equalsIgnoreCase("periodic")) {
      return StlOptions.PERIODIC;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new UsageException(
          "--seasonal-window (%s) must be an odd number or periodic.".formatted(text), e);
    }
  }

  private static List<String> columns(List<Integer> seasons) {
    List<String> columns = new ArrayList<>(List.of("series_id", "step", "observed", "trend"));
    seasons.forEach(season -> columns.add("seasonal_" + season));
    columns.add("remainder");
    columns.add("weight");
    return columns;
  }

  /** Writes the parts of one series; 1 when it has none and was left out. */
  private int write(TableWriter rows, TimedSeries timed, Decomposition decomposition)
      throws IOException {
    String id = timed.series().id();
    return switch (decomposition) {
      case Decomposition.TooShort(int have, int need) -> {
        note(
            "series %s has %d steps, this needs %d. Give more history or a shorter --period."
                .formatted(id, have, need));
        yield 1;
      }
      case Decomposition.PhaseNeverObserved(int period, int phase) -> {
        note(
            "series %s has no value at phase %d of period %d. Fill some in or choose another."
                .formatted(id, phase, period));
        yield 1;
      }
      case Decomposition.Parts parts -> {
        write(rows, timed, parts);
        yield 0;
      }
    };
  }

  private static void write(TableWriter rows, TimedSeries timed, Decomposition.Parts parts)
      throws IOException {
    double[] trend = parts.trend();
    double[] remainder = parts.remainder();
    double[] weights = parts.weights();
    List<double[]> seasonals = new ArrayList<>();
    for (int period : parts.periods()) {
      seasonals.add(parts.seasonal(period));
    }
    for (int step = 0; step < parts.length(); step++) {
      rows.text(timed.series().id()).number(timed.firstStep() + step);
      rows.number(timed.series().value(step)).number(trend[step]);
      for (double[] seasonal : seasonals) {
        rows.number(seasonal[step]);
      }
      rows.number(remainder[step]).number(weights[step]).endRow();
    }
  }
}
