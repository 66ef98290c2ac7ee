package io.tiktoktoe.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.calendar.CalendarEvent;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.series.anomaly.AnomalyOptions;
import io.tiktoktoe.series.anomaly.ScoredPoint;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ForecastRequest;
import io.tiktoktoe.service.model.SpecialDays;
import io.tiktoktoe.table.TimedSeries;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the calendar and the clock tell of a file's series. */
class CalendarSeriesTest {

  @TempDir Path directory;

  private List<TimedSeries> read(List<String> rows) throws IOException {
    Path file = directory.resolve("series.csv");
    Files.writeString(file, "timestamp,value\n" + String.join("\n", rows) + "\n");
    return SeriesService.read(file, Map.of(), Progress.SILENT).series();
  }

  private static QuantileForecast forecast(List<TimedSeries> series, int steps) throws IOException {
    List<QuantileForecast> answers = new ArrayList<>();
    SeriesService.forecast(series, ForecastRequest.of(steps), call(), answers::add);
    return answers.getFirst();
  }

  private static Call call() {
    return Call.at(Instant.parse("2026-01-01T00:00:00Z"));
  }

  private static String row(Object time, double value) {
    return String.format(Locale.ROOT, "%s,%.2f", time, value);
  }

  @Test
  void eventsThatNeverCameAreNamed() throws IOException {
    LocalDate first = LocalDate.parse("2025-03-01");
    List<String> rows = new ArrayList<>();
    for (int day = 0; day < 40; day++) {
      rows.add(row(first.plusDays(day), 100 + day % 7));
    }
    LocalDate end = SeriesService.end(read(rows)).orElseThrow();
    assertThat(end).isEqualTo("2025-04-10");
    SpecialDays days =
        new SpecialDays(
            List.of(),
            List.of(
                new CalendarEvent(first.plusDays(3), "launch"),
                new CalendarEvent(end.plusDays(3), "launch"),
                new CalendarEvent(end, "gala")));
    assertThat(days.unknown(end)).containsExactly("gala");
  }

  @Test
  void whatASumIsMadeOfLeavesOutWhatIsUnknown() throws IOException {
    LocalDate monday = LocalDate.parse("2025-01-06");
    List<String> rows = new ArrayList<>();
    for (int day = 0; day < 20 * 7; day++) {
      if (day % 7 < 5) {
        rows.add(row(monday.plusDays(day), 100 + day % 3));
      }
    }
    QuantileForecast answer = forecast(read(rows), 14);
    double told = answer.explanation().components().stream().mapToDouble(one -> one.amount()).sum();
    assertThat(told).isBetween(950.0, 1_080.0);
  }

  /** Hours in New York with a broadcast at six in the evening, through the end of summer time. */
  private static List<String> broadcasts() {
    SplittableRandom random = new SplittableRandom(21);
    ZoneId zone = ZoneId.of("America/New_York");
    List<String> rows = new ArrayList<>();
    ZonedDateTime from = ZonedDateTime.of(2024, 10, 1, 0, 0, 0, 0, zone);
    for (ZonedDateTime time = from; time.isBefore(from.plusDays(40)); time = time.plusHours(1)) {
      double value = 5 + random.nextDouble() + (time.getHour() == 18 ? 60 : 0);
      rows.add(row(time.toOffsetDateTime(), value));
    }
    return rows;
  }

  @Test
  void aForecastFollowsTheLocalClock() throws IOException {
    List<String> rows = broadcasts();
    // Two days after the clock was put back, up to midnight.
    int end = 35 * 24 + 1;
    QuantileForecast next = forecast(read(rows.subList(0, end)), 24);
    assertThat(next.mean(18)).isGreaterThan(45);
    assertThat(next.mean(17)).isLessThan(15);
    assertThat(next.mean(19)).isLessThan(15);
  }

  @Test
  void theClockMakesNoAnomalyAndEveryStepIsTold() throws IOException {
    List<TimedSeries> series = read(broadcasts());
    List<ScoredPoint> points = new ArrayList<>();
    SeriesService.anomalies(
        series, AnomalyOptions.defaults(), call(), one -> points.addAll(one.points()));
    assertThat(points).hasSize(40 * 24 + 1);
    assertThat(points.get(900).step()).isEqualTo(900);
    assertThat(points.get(900).value()).isEqualTo(series.getFirst().series().value(900));
    assertThat(points).filteredOn(ScoredPoint::anomaly).isEmpty();
  }

  @Test
  void chargesComeOnTheirDayOfTheMonth() throws IOException {
    SplittableRandom random = new SplittableRandom(22);
    LocalDate first = LocalDate.of(2023, 2, 20);
    List<String> rows = new ArrayList<>();
    for (int step = 0; step < 380; step++) {
      LocalDate day = first.plusDays(step);
      double charged = day.getDayOfMonth() == 5 ? 250 : 0;
      rows.add(row(day, 14 + 2 * random.nextDouble() + charged));
    }
    QuantileForecast next = forecast(read(rows), 45);
    for (int step = 0; step < 45; step++) {
      boolean due = first.plusDays(380L + step).getDayOfMonth() == 5;
      assertThat(next.mean(step)).isBetween(due ? 200.0 : 12.0, due ? 300.0 : 19.0);
    }
    assertThat(next.explanation().components())
        .anyMatch(part -> part.toString().contains("day 5 of the month"));
  }

  @Test
  void anEventIsLearnedFromLessThanAYearOfWeeks() throws IOException {
    SplittableRandom random = new SplittableRandom(23);
    LocalDate first = LocalDate.of(2024, 1, 8);
    List<String> rows = new ArrayList<>();
    List<CalendarEvent> drops = new ArrayList<>();
    for (int week = 0; week < 44; week++) {
      boolean drop = week % 6 == 3 || week == 43;
      rows.add(row(first.plusWeeks(week), 300 + 8 * random.nextDouble() + (drop ? 120 : 0)));
      if (drop) {
        drops.add(new CalendarEvent(first.plusWeeks(week).plusDays(3), "drop"));
      }
    }
    drops.add(new CalendarEvent(first.plusWeeks(45).plusDays(3), "drop"));
    List<QuantileForecast> answers = new ArrayList<>();
    ForecastRequest request = ForecastRequest.of(4).withCalendar(new SpecialDays(List.of(), drops));
    SeriesService.forecast(read(rows), request, call(), answers::add);
    assertThat(answers.getFirst().mean(1)).isBetween(390.0, 450.0);
    assertThat(answers.getFirst().mean(0)).isBetween(285.0, 345.0);
  }

  @Test
  void weekendsThatWereNeverSeenAreUnknown() throws IOException {
    LocalDate first = LocalDate.of(2024, 1, 1);
    List<String> rows = new ArrayList<>();
    for (int day = 0; day < 14 * 7; day++) {
      if (day % 7 < 5) {
        rows.add(row(first.plusDays(day), 50 + day % 7));
      }
    }
    // The last value is a Friday's.
    QuantileForecast next = forecast(read(rows), 7);
    assertThat(next.known(0)).isFalse();
    assertThat(next.known(1)).isFalse();
    assertThat(next.mean(0)).isNaN();
    assertThat(next.mean(2)).isBetween(45.0, 55.0);
    assertThat(next.known(6)).isTrue();
  }

  @Test
  void oneValueACalendarMonthIsAMonthlySeries() throws IOException {
    List<String> thirtieth = new ArrayList<>();
    List<String> lastFriday = new ArrayList<>();
    for (int month = 0; month < 20; month++) {
      LocalDate last =
          LocalDate.of(2022, 3, 1).plusMonths(month).with(TemporalAdjusters.lastDayOfMonth());
      LocalDate day = last.getDayOfMonth() > 30 ? last.withDayOfMonth(30) : last;
      thirtieth.add(row(day, month));
      LocalDate friday = last.with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
      lastFriday.add(row(friday, month));
    }
    for (List<String> rows : List.of(thirtieth, lastFriday)) {
      TimedSeries series = read(rows).getFirst();
      assertThat(series.dates().orElseThrow().width()).isEqualTo(Period.ofMonths(1));
      assertThat(series.series().length()).isEqualTo(20);
    }
    // A month that is left out is missing; days that are even stay days.
    thirtieth.remove(7);
    assertThat(read(thirtieth).getFirst().series().missing()).isEqualTo(1);
    List<String> weeks = new ArrayList<>();
    for (int week = 0; week < 10; week++) {
      weeks.add(row(LocalDate.of(2022, 3, 1).plusDays(35L * week), week));
    }
    assertThat(read(weeks).getFirst().dates().orElseThrow().width()).isEqualTo(Duration.ofDays(35));
  }
}
