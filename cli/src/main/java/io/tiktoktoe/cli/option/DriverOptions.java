package io.tiktoktoe.cli.option;

import io.tiktoktoe.cli.terminal.FailureException;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.table.SeriesFile;
import io.tiktoktoe.table.TimedSeries;
import io.tiktoktoe.work.Progress;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What goes with a series as numbers, such as prices, posts or views; past and planned. */
public final class DriverOptions {

  @Option(
      names = "--drivers",
      paramLabel = "FILE",
      description =
          "Learn from what may move the series: a table with columns series_id (a name, such as"
              + " price), timestamp and value, past and as far ahead as planned.")
  private Optional<Path> file = Optional.empty();

  public boolean given() {
    return file.isPresent();
  }

  /** Each history with the drivers of the file on its own steps. */
  public List<HistoricalMetrics> with(
      List<HistoricalMetrics> histories, int ahead, Surroundings surroundings, Progress progress) {
    if (file.isEmpty()) {
      return histories;
    }
    Path table = surroundings.resolve(file.get());
    List<TimedSeries> drivers = SeriesFile.read(table, Map.of(), progress).series();
    boolean[] touched = new boolean[drivers.size()];
    List<HistoricalMetrics> with = new ArrayList<>();
    for (HistoricalMetrics history : histories) {
      List<Series> placed = new ArrayList<>();
      for (int i = 0; i < touched.length; i++) {
        Series driver = placed(table, drivers.get(i), history, ahead);
        boolean touches =
            Arrays.stream(driver.toArray(), 0, history.length()).anyMatch(Double::isFinite);
        touched[i] |= touches;
        if (touches) {
          placed.add(driver);
        }
      }
      with.add(history.withDrivers(placed));
    }
    for (int i = 0; i < touched.length; i++) {
      if (!touched[i]) {
        throw new FailureException(
            "%s: driver %s has no value within the history of any series, so that nothing can be learned of it. Check its dates."
                .formatted(table, drivers.get(i).series().id()));
      }
    }
    return with;
  }

  /** The driver from the first step of the history on; NaN where it has no value. */
  private static Series placed(
      Path table, TimedSeries driver, HistoricalMetrics history, int ahead) {
    String name = driver.series().id();
    TimedSeries.Dates dates =
        driver
            .dates()
            .orElseThrow(
                () ->
                    new FailureException(
                        "%s: driver %s has steps without timestamps. Give a timestamp column."
                            .formatted(table, name)));
    Granularity width = CalendarOptions.granularity("driver " + name, dates);
    if (width != history.granularity()) {
      throw new FailureException(
          "%s: driver %s has a value each %s, series %s each %s. Give both alike."
              .formatted(
                  table,
                  name,
                  label(width),
                  history.series().getFirst().id(),
                  label(history.granularity())));
    }
    int first = stepsBetween(history.start(), dates.first(), width);
    if (!width.plus(history.start(), first).equals(dates.first())) {
      throw new FailureException(
          "%s: driver %s begins at %s, which is no beginning of a step of series %s (%s). Give both alike."
              .formatted(
                  table, name, dates.first(), history.series().getFirst().id(), history.start()));
    }
    int end = Math.min(first + driver.series().length(), history.length() + ahead);
    double[] values = new double[Math.max(history.length(), end)];
    Arrays.fill(values, Double.NaN);
    for (int t = Math.max(0, first); t < end; t++) {
      values[t] = driver.series().value(t - first);
    }
    return Series.of(name, values);
  }

  private static String label(Granularity width) {
    return width.name().toLowerCase(Locale.ROOT);
  }

  private static int stepsBetween(LocalDateTime from, LocalDateTime to, Granularity width) {
    long steps =
        switch (width) {
          case HOUR -> ChronoUnit.HOURS.between(from, to);
          case DAY -> ChronoUnit.DAYS.between(from, to);
          case WEEK -> ChronoUnit.WEEKS.between(from, to);
          case MONTH -> ChronoUnit.MONTHS.between(from, to);
        };
    return Math.toIntExact(steps);
  }
}
