package io.tiktoktoe.forecast.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.forecast.PredictiveAnalyticsEngine;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.series.MonthDays;
import io.tiktoktoe.series.Series;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Days by their place in the month, each kind with a year of days of its own. */
class MonthCausesTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 9, 10);
  private static final int DAYS = 420;
  private static final int AHEAD = 62;

  private static double[] days(Predicate<LocalDate> special) {
    SplittableRandom random = new SplittableRandom(61);
    double[] values = new double[DAYS];
    for (int step = 0; step < DAYS; step++) {
      LocalDate date = FIRST.plusDays(step);
      values[step] =
          30 + 2 * random.nextDouble() + (date.getDayOfWeek() == DayOfWeek.SUNDAY ? 8 : 0);
      values[step] += special.test(date) ? 200 : 0;
    }
    return values;
  }

  /** Every special day ahead is foreseen, and no other. */
  private static void foreseen(Predicate<LocalDate> special) {
    HistoricalMetrics history =
        new HistoricalMetrics(
            FIRST.atStartOfDay(),
            Granularity.DAY,
            List.of(Series.of("charges", days(special))),
            true);
    List<QuantileForecast> answers = new ArrayList<>();
    BatchOptions options =
        BatchOptions.of(AHEAD, List.of(7)).withMembers(name -> !"network".equals(name));
    PredictiveAnalyticsEngine.forecastEach(List.of(history), List.of(), options, answers::add);
    for (int step = 0; step < AHEAD; step++) {
      LocalDate date = FIRST.plusDays(DAYS + step);
      double mean = answers.getFirst().mean(step);
      if (special.test(date)) {
        assertThat(mean).as("%s", date).isBetween(180.0, 280.0);
      } else {
        assertThat(mean).as("%s", date).isBetween(20.0, 75.0);
      }
    }
  }

  private static int left(LocalDate date) {
    return date.lengthOfMonth() - date.getDayOfMonth();
  }

  private static boolean lastWorkingDay(LocalDate date) {
    int weekday = date.getDayOfWeek().getValue();
    return weekday == 5 && left(date) < 3 || weekday < 5 && left(date) == 0;
  }

  @Test
  void daysBeforeTheEndOfTheMonth() {
    foreseen(date -> left(date) == 3);
  }

  @Test
  void theSecondSaturday() {
    foreseen(
        date ->
            date.getDayOfWeek() == DayOfWeek.SATURDAY
                && date.getDayOfMonth() >= 8
                && date.getDayOfMonth() <= 14);
  }

  @Test
  void theLastFriday() {
    foreseen(date -> date.getDayOfWeek() == DayOfWeek.FRIDAY && left(date) < 7);
  }

  @Test
  void theLastWorkingDay() {
    foreseen(MonthCausesTest::lastWorkingDay);
  }

  @Test
  void whereNothingDiffersNothingIsFound() {
    assertThat(MonthDays.differ(days(date -> false), FIRST)).isFalse();
    double[] spike = days(date -> false);
    spike[200] = 9_000;
    assertThat(MonthDays.differ(spike, FIRST)).isFalse();
  }

  @Test
  void paydaysMoveOffTheWeekend() {
    foreseen(
        date -> {
          LocalDate nominal = date.withDayOfMonth(25);
          int over = nominal.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue();
          return nominal.minusDays(Math.max(0, over)).equals(date);
        });
  }
}
