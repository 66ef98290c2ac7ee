package io.tiktoktoe.forecast.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.forecast.future.JointFutures;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.forecast.member.Prepared;
import io.tiktoktoe.outlook.SamplePaths;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Payments that are due on days of the calendar, among few others. */
class DueDaysTest {

  private static final LocalDate FIRST = LocalDate.of(2023, 2, 7);
  private static final int AHEAD = 70;

  /** {@code amount} on each such day, and tips of 4 on other days as often as told. */
  private static double[] days(int count, Predicate<LocalDate> due, double amount, double tips) {
    SplittableRandom random = new SplittableRandom(11);
    double[] values = new double[count];
    for (int step = 0; step < count; step++) {
      boolean tip = random.nextDouble() < tips;
      values[step] = due.test(FIRST.plusDays(step)) ? amount : tip ? 4 : 0;
    }
    return values;
  }

  private static Marginals forecast(double[] values) {
    Prepared history =
        Prepared.of(values, List.of(7, 365), true)
            .before(Optional.of(FIRST.plusDays(values.length)));
    return SparseHistory.forecast(history, 30, AHEAD, 5).marginals();
  }

  /** Foreseen on the days alone, in steps and in futures. */
  private static void foreseen(double[] values, Predicate<LocalDate> due, double amount) {
    Marginals ahead = forecast(values);
    SamplePaths futures =
        JointFutures.draw(List.of(JointFutures.Part.alone(ahead)), AHEAD, 300, 1)[0];
    int times = 0;
    for (int step = 0; step < AHEAD; step++) {
      LocalDate date = FIRST.plusDays(values.length + step);
      int paid = 0;
      for (double value : futures.at(step)) {
        paid += value > 0.5 * amount ? 1 : 0;
      }
      if (due.test(date)) {
        times++;
        assertThat(ahead.mean()[step]).as("%s", date).isBetween(0.75 * amount, 1.1 * amount);
        assertThat(paid).as("%s", date).isGreaterThan(210);
      } else {
        assertThat(ahead.mean()[step]).as("%s", date).isLessThan(0.05 * amount);
        assertThat(paid).as("%s", date).isLessThan(30);
      }
    }
    assertThat(times).isPositive();
  }

  private static boolean working(LocalDate date) {
    return date.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
  }

  @Test
  void aDayOfEveryMonthIsForeseen() {
    Predicate<LocalDate> rent = date -> date.getDayOfMonth() == 17;
    foreseen(days(430, rent, 900, 0), rent, 900);
    foreseen(days(430, rent, 900, 0.15), rent, 900);
  }

  @Test
  void aPaydayMovesOffTheWeekend() {
    Predicate<LocalDate> payday =
        date -> {
          LocalDate nominal = date.withDayOfMonth(20);
          while (!working(nominal)) {
            nominal = nominal.minusDays(1);
          }
          return nominal.equals(date);
        };
    foreseen(days(500, payday, 700, 0.1), payday, 700);
  }

  @Test
  void theLastDayIsThatOfEachMonth() {
    Predicate<LocalDate> last = date -> date.getDayOfMonth() == date.lengthOfMonth();
    foreseen(days(380, last, 250, 0.1), last, 250);
  }

  @Test
  void fortnightsAndQuartersOfWeeksAreForeseen() {
    Predicate<LocalDate> fortnight = date -> Math.floorMod(date.toEpochDay(), 14) == 5;
    foreseen(days(300, fortnight, 60, 0), fortnight, 60);
    Predicate<LocalDate> retail =
        date -> List.of(0, 28, 63).contains((int) Math.floorMod(date.toEpochDay(), 91L));
    foreseen(days(640, retail, 1_500, 0), retail, 1_500);
  }

  @Test
  void aDayOfTheYearIsForeseenFromItsSize() {
    LocalDate next = FIRST.plusDays(1_100 + 30L);
    Predicate<LocalDate> grant =
        date -> date.getMonth() == next.getMonth() && date.getDayOfMonth() == next.getDayOfMonth();
    double[] values = days(1_100, grant, 5_000, 0.12);
    Marginals ahead = forecast(values);
    assertThat(ahead.mean()[30]).isBetween(3_000.0, 5_200.0);
    assertThat(ahead.mean()[29]).isLessThan(30);
    assertThat(ahead.mean()[31]).isLessThan(30);
  }

  @Test
  void aYearlyFortnightEndsOnItsDay() {
    Predicate<LocalDate> advent = date -> date.getMonthValue() == 12 && date.getDayOfMonth() <= 12;
    int untilItsEnd = (int) (LocalDate.of(2026, 12, 13).toEpochDay() - FIRST.toEpochDay());
    Marginals after = forecast(days(untilItsEnd, advent, 90, 0));
    // A level would go on with 90, and three days of earlier years beside it with 60.
    assertThat(after.mean()[0]).isLessThan(2);
    Marginals before = forecast(days(untilItsEnd - 30, advent, 90, 0));
    assertThat(before.mean()[14]).isLessThan(2);
    assertThat(before.mean()[19]).isBetween(70.0, 91.0);
    assertThat(before.mean()[33]).isLessThan(2);
  }

  @Test
  void whatEndedMonthsAgoIsNotDue() {
    double[] values = days(560, date -> date.getDayOfMonth() == 3, 400, 0);
    for (int step = 380; step < values.length; step++) {
      values[step] = 0;
    }
    assertThat(Arrays.stream(forecast(values).mean()).max().orElseThrow()).isLessThan(100);
  }

  @Test
  void chanceMakesNoRule() {
    int found = 0;
    for (int seed = 0; seed < 30; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] values = new double[500];
      for (int step = 0; step < values.length; step++) {
        values[step] = random.nextDouble() < 0.15 ? Math.exp(random.nextGaussian()) : 0;
      }
      double[] without = new double[values.length];
      Arrays.setAll(without, Hurdle.of(values, 7, 1)::past);
      found +=
          DueDays.find(values, FIRST, without).filter(one -> one.weight() > 0.5).isPresent()
              ? 1
              : 0;
    }
    assertThat(found).isLessThanOrEqualTo(1);
  }
}
