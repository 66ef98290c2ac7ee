package io.tiktoktoe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.calendar.Holidays;
import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.ForecastPart;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.Outlook;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.series.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Series that real files hold and textbooks do not, through the library and the command line. */
class OddSeriesTest {

  private static final LocalDateTime START = LocalDateTime.of(2024, 2, 1, 0, 0);
  private static final int HORIZON = 20;

  @TempDir Path directory;

  /** A history, and on what its forecast must say to stand. */
  private enum Odd {
    SPARSE(Forecast.Basis.SPARSE_HISTORY, 400, t -> t % 19 == 3 ? 20 + t % 7 : 0),
    SHORT(Forecast.Basis.SHORT_HISTORY, 5, t -> 10 + t),
    ONE_POINT(Forecast.Basis.SHORT_HISTORY, 1, t -> 5),
    NO_POINT(Forecast.Basis.NONE, 0, t -> 0),
    UNKNOWN(Forecast.Basis.NONE, 40, t -> Double.NaN),
    CONSTANT(Forecast.Basis.HISTORY, 100, t -> 7),
    ZEROS(Forecast.Basis.SPARSE_HISTORY, 100, t -> 0),
    GAPPY(Forecast.Basis.HISTORY, 200, t -> t % 3 == 0 ? Double.NaN : 10 + t % 7),
    REFUNDS(Forecast.Basis.HISTORY, 200, t -> -5 + 3 * Math.sin(12.9898 * t * t)),
    ONE_REFUND(Forecast.Basis.HISTORY, 200, t -> t == 150 ? -400 : 10 + t % 7),
    HUGE(Forecast.Basis.HISTORY, 200, t -> 1e12 * (2 + Math.sin(12.9898 * t * t))),
    TINY(Forecast.Basis.HISTORY, 200, t -> 1e-9 * (2 + Math.sin(12.9898 * t * t)));

    private final Forecast.Basis basis;
    private final double[] values;

    Odd(Forecast.Basis basis, int length, IntToDoubleFunction value) {
      this.basis = basis;
      this.values = new double[length];
      Arrays.setAll(values, value);
    }

    Series series() {
      return Series.of(name(), values);
    }

    boolean nonNegative() {
      return Arrays.stream(values).noneMatch(value -> value < 0);
    }

    double largest() {
      return Arrays.stream(values).map(Math::abs).filter(Double::isFinite).max().orElse(0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLibraryAnswersSanely(Odd odd) {
    QuantileForecast batch =
        PredictiveAnalyticsEngine.forecastAll(
                List.of(odd.series()), BatchOptions.of(HORIZON, List.of(7)))
            .getFirst();
    assertThat(batch.basis()).isEqualTo(odd.basis);
    assertThat(batch.steps()).isEqualTo(odd.basis == Forecast.Basis.NONE ? 0 : HORIZON);
    for (int step = 0; step < batch.steps(); step++) {
      assertSane(odd, batch.outlook(step));
    }
    Forecast joint =
        PredictiveAnalyticsEngine.generatePredictions(
                new HistoricalMetrics(
                    START, Granularity.DAY, List.of(odd.series()), odd.nonNegative()),
                PredictionContext.daily(Instant.EPOCH, 1).withSteps(HORIZON).withPaths(100))
            .series()
            .getFirst();
    assertThat(joint.steps()).hasSize(batch.steps());
    for (Outlook outlook : joint.steps()) {
      assertSane(odd, outlook);
    }
  }

  private static void assertSane(Odd odd, Outlook outlook) {
    assertThat(outlook.mean()).isFinite();
    assertThat(outlook.band68().width()).isPositive();
    assertThat(outlook.band95().width()).isGreaterThanOrEqualTo(outlook.band68().width());
    assertThat(
            List.of(
                outlook.band95().lo(),
                outlook.band68().lo(),
                outlook.likely(),
                outlook.band68().hi(),
                outlook.band95().hi()))
        .isSorted()
        .allMatch(Double::isFinite)
        .allMatch(value -> Math.abs(value) <= (odd == Odd.ZEROS ? 1 : 20 * odd.largest()))
        .allMatch(value -> value >= 0 || !odd.nonNegative());
  }

  @ParameterizedTest
  @EnumSource
  void theCommandLineAnswersSanely(Odd odd) throws IOException {
    StringBuilder rows = new StringBuilder("step,value\n");
    for (int t = 0; t < odd.values.length; t++) {
      rows.append(t).append(',').append(odd.values[t]).append('\n');
    }
    CommandRun run = run(rows.toString(), Integer.toString(HORIZON), "--period", "7");
    if (odd.values.length == 0) {
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).contains("odd.csv has a header and no rows. Add at least one row.");
    } else {
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out().lines())
          .hasSize(odd.basis == Forecast.Basis.NONE ? 1 : 1 + HORIZON)
          .noneMatch(line -> line.contains("NaN") || line.contains("Infinity"));
      assertThat(run.out().lines().skip(1).map(line -> line.split(",")))
          .allMatch(cells -> Double.parseDouble(cells[4]) < Double.parseDouble(cells[5]))
          .allMatch(cells -> Double.parseDouble(cells[6]) < Double.parseDouble(cells[7]));
    }
    if (odd == Odd.UNKNOWN) {
      assertThat(run.err()).contains("series odd has no values; nothing can be said of it.");
    }
  }

  private CommandRun run(String table, String horizon, String... more) throws IOException {
    Files.writeString(directory.resolve("odd.csv"), table);
    List<String> arguments = new ArrayList<>(List.of("forecast", "odd.csv", "--horizon", horizon));
    arguments.addAll(List.of(more));
    return CommandRun.in(directory, arguments.toArray(String[]::new));
  }

  @Test
  void infinitiesAreRefusedWithTheirPlace() throws IOException {
    assertThatThrownBy(() -> Series.of("tips", 1, Double.NEGATIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("step 1")
        .hasMessageContaining("-Infinity");
    CommandRun run = run("step,value\n0,1\n1,Infinity\n", "3");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("row 2: value (Infinity) is not finite. Leave it empty");
  }

  @Test
  void horizonsAreCheckedAndLongOnesServed() throws IOException {
    String table = "step,value\n0,1\n1,2\n2,3\n";
    for (String wrong : List.of("0", "-1", "10001", "x")) {
      CommandRun run = run(table, wrong);
      assertThat(run.code()).as(wrong).isEqualTo(2);
      assertThat(run.err()).contains(wrong).contains("horizon");
    }
    CommandRun longest = run(table, "10000");
    assertThat(longest.code()).isZero();
    assertThat(longest.out().lines()).hasSize(10_001);
    assertThatThrownBy(() -> BatchOptions.of(0, List.of())).hasMessageContaining("0 steps");
  }

  /** A table of a shape that repeats itself, and nothing else: it must go on. */
  private CommandRun repeating(int length, int season, IntFunction<String> time)
      throws IOException {
    StringBuilder rows = new StringBuilder("timestamp,value\n");
    for (int t = 0; t < length; t++) {
      rows.append(time.apply(t)).append(',').append(10 + t % season).append('\n');
    }
    return run(rows.toString(), "3", "--country", "DE,US");
  }

  private static void assertGoesOn(CommandRun run, int length, int season) {
    assertThat(run.code()).as(run.err()).isZero();
    List<String> lines = run.out().lines().toList();
    for (int step = 1; step <= 3; step++) {
      double likely = Double.parseDouble(lines.get(step).split(",")[3]);
      int expected = 10 + (length + step - 1) % season;
      assertThat(likely).isBetween(expected - 0.2, expected + 0.2);
    }
  }

  @Test
  void clocksThatChangeLeaveDaysAndHoursWhole() throws IOException {
    ZonedDateTime berlin = ZonedDateTime.of(2024, 3, 1, 0, 0, 0, 0, ZoneId.of("Europe/Berlin"));
    assertGoesOn(repeating(60, 7, day -> offset(berlin.plusDays(day))), 60, 7);
    assertGoesOn(repeating(240, 24, hour -> offset(berlin.plusDays(25).plusHours(hour))), 240, 24);
  }

  private static String offset(ZonedDateTime time) {
    return time.toOffsetDateTime().toString();
  }

  @Test
  void leapYearsAreYears() throws IOException {
    LocalDate first = LocalDate.of(2023, 1, 1);
    assertGoesOn(repeating(800, 7, day -> first.plusDays(day).toString()), 800, 7);
    YearMonth month = YearMonth.of(2020, 1);
    assertGoesOn(repeating(60, 12, m -> month.plusMonths(m).toString()), 60, 12);
    assertThat(Holidays.of("DE", LocalDate.of(2024, 2, 29), LocalDate.of(2024, 2, 29))).isEmpty();
  }

  @Test
  void specialDaysNeedACalendar() throws IOException {
    CommandRun stepped = run("step,value\n0,1\n1,2\n", "3", "--country", "DE");
    assertThat(stepped.code()).isEqualTo(1);
    assertThat(stepped.err()).contains("steps without timestamps").contains("Give a timestamp");
    CommandRun unknown = run("step,value\n0,1\n1,2\n", "3", "--country", "XX");
    assertThat(unknown.code()).isNotZero();
    Files.writeString(directory.resolve("events.csv"), "date,event\n2026-13-01,launch\n");
    CommandRun wrong =
        run("timestamp,value\n2026-01-01,1\n2026-01-02,2\n", "3", "--events", "events.csv");
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err()).contains("events.csv: row 1: date (2026-13-01) is no date or time");
  }

  @Test
  void aPlannedEventIsAddedAndExplained() throws IOException {
    StringBuilder rows = new StringBuilder("timestamp,value\n");
    StringBuilder events = new StringBuilder("date,event\n");
    LocalDate first = LocalDate.of(2025, 1, 1);
    for (int t = 0; t < 200; t++) {
      boolean launch = t % 30 == 10;
      rows.append("%s,%d%n".formatted(first.plusDays(t), 50 + t % 7 + (launch ? 40 : 0)));
      events.append(launch ? "%s,launch%n".formatted(first.plusDays(t)) : "");
    }
    events.append("%s,launch%n".formatted(first.plusDays(205)));
    Files.writeString(directory.resolve("events.csv"), events);
    CommandRun plain = run(rows.toString(), "10");
    CommandRun with = run(rows.toString(), "10", "--events", "events.csv");
    double before = Double.parseDouble(plain.out().lines().toList().get(6).split(",")[3]);
    double after = Double.parseDouble(with.out().lines().toList().get(6).split(",")[3]);
    assertThat(after - before).isBetween(20.0, 45.0);
    CommandRun told = run(rows.toString(), "10", "--events", "events.csv", "--explain");
    assertThat(told.out())
        .startsWith("series_id,kind,name,amount,standard_error\n")
        .contains("odd,part,launch,", "odd,change,without launch,", "odd,change,one more launch,");
    CommandRun json = run(rows.toString(), "10", "--explain", "--json");
    assertThat(json.out()).contains("\"kind\"", "\"standard_error\"");
  }

  @Test
  void aPlannedDriverIsLearnedExplainedAndChecked() throws IOException {
    StringBuilder rows = new StringBuilder("timestamp,value\n");
    StringBuilder drivers = new StringBuilder("series_id,timestamp,value\n");
    LocalDate first = LocalDate.of(2025, 1, 1);
    SplittableRandom random = new SplittableRandom(4);
    for (int t = 0; t < 210; t++) {
      // Planned ahead: three posts a day instead of none to two.
      int posts = t < 200 ? random.nextInt(3) : 3;
      drivers.append("posts,%s,%d%n".formatted(first.plusDays(t), posts));
      if (t < 200) {
        double noise = random.nextGaussian();
        rows.append("%s,%s%n".formatted(first.plusDays(t), 50 + t % 7 + 10 * posts + noise));
      }
    }
    Files.writeString(directory.resolve("drivers.csv"), drivers);
    CommandRun plain = run(rows.toString(), "10");
    CommandRun with = run(rows.toString(), "10", "--drivers", "drivers.csv");
    assertThat(with.code()).as(with.err()).isZero();
    for (int step = 1; step <= 10; step++) {
      double before = Double.parseDouble(plain.out().lines().toList().get(step).split(",")[3]);
      double after = Double.parseDouble(with.out().lines().toList().get(step).split(",")[3]);
      // One post on average so far.
      assertThat(after - before).isBetween(14.0, 26.0);
    }
    CommandRun told = run(rows.toString(), "10", "--drivers", "drivers.csv", "--explain");
    assertThat(told.out()).contains("odd,part,posts,", "odd,change,posts higher by a tenth,");

    Files.writeString(
        directory.resolve("late.csv"), "timestamp,value\n2031-01-01,1\n2031-01-02,2\n");
    CommandRun late = run(rows.toString(), "10", "--drivers", "late.csv");
    assertThat(late.code()).isEqualTo(1);
    assertThat(late.err()).contains("driver late has no value within the history");
    Files.writeString(
        directory.resolve("noon.csv"), "timestamp,value\n2025-01-01T12:00,1\n2025-01-02T12:00,2\n");
    assertThat(run(rows.toString(), "10", "--drivers", "noon.csv").err())
        .contains("driver noon begins at 2025-01-01T12:00");
    Files.writeString(
        directory.resolve("hours.csv"),
        "timestamp,value\n2025-01-01T00:00,1\n2025-01-01T01:00,2\n");
    assertThat(run(rows.toString(), "10", "--drivers", "hours.csv").err())
        .contains("driver hours has a value each hour, series odd each day");
    assertThat(run(rows.toString(), "10", "--drivers", "absent.csv").code()).isEqualTo(1);
  }

  @Test
  void jointForecastsAreTheSameOnOneAndTwoThreads()
      throws InterruptedException, ExecutionException {
    List<Series> streams = new ArrayList<>();
    for (int s = 0; s < 3; s++) {
      SplittableRandom random = new SplittableRandom(s);
      streams.add(Series.of("s" + s, random.doubles(150, 50, 150).toArray()));
    }
    HistoricalMetrics history = new HistoricalMetrics(START, Granularity.DAY, streams, true);
    PredictionContext context =
        PredictionContext.daily(Instant.EPOCH, 3)
            .withSteps(30)
            .withPaths(200)
            .withCalendar(Holidays.of("US", START.toLocalDate(), START.toLocalDate().plusYears(1)));
    Predictions alone = PredictiveAnalyticsEngine.generatePredictions(history, context);
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<Predictions>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        both.add(two.submit(() -> PredictiveAnalyticsEngine.generatePredictions(history, context)));
      }
      for (Future<Predictions> one : both) {
        assertThat(one.get().total().steps()).isEqualTo(alone.total().steps());
        assertThat(one.get().total().horizons()).isEqualTo(alone.total().horizons());
        assertThat(one.get().total().explanation()).isEqualTo(alone.total().explanation());
      }
    }
  }

  @Test
  void aNewCreatorBorrowsFromCreatorsAlikeAndSaysSo() {
    Series alike = Series.of("other", Odd.GAPPY.values);
    Predictions predictions =
        PredictiveAnalyticsEngine.generatePredictions(
            new HistoricalMetrics(START, Granularity.DAY, List.of(Series.of("tips", 12, 9)), true),
            PredictionContext.daily(Instant.EPOCH, 1)
                .withSteps(10)
                .withAlike(java.util.Map.of("tips", List.of(alike, alike))));
    assertThat(predictions.series().getFirst().basis()).isEqualTo(Forecast.Basis.PRIOR);
    assertThat(predictions.total().explanation().components().getFirst().part())
        .isEqualTo(new ForecastPart.CreatorsAlike());
    assertThat(predictions.total().steps().get(5).likely()).isBetween(5.0, 20.0);
  }
}
