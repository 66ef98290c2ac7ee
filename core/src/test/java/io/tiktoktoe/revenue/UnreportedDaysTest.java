package io.tiktoktoe.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UnreportedDaysTest {

  @Test
  void newestDaysOfADailyStreamWithoutIncomeAreUnknown() {
    double[] days = new double[100];
    Arrays.fill(days, 0, 98, 500);
    double[] known = UnreportedDays.unknown(days);
    assertThat(Arrays.copyOf(known, 98)).containsOnly(500);
    assertThat(known[98]).isNaN();
    assertThat(known[99]).isNaN();
  }

  @Test
  void aStreamThatHasStoppedIsZero() {
    double[] days = new double[100];
    Arrays.fill(days, 0, 90, 500);
    assertThat(UnreportedDays.unknown(days)).isEqualTo(days);
  }

  @Test
  void rareIncomeAndFreeWeekendsSayNothing() {
    double[] rare = new double[100];
    for (int day = 0; day < 100; day += 9) {
      rare[day] = 500;
    }
    assertThat(UnreportedDays.unknown(rare)).isEqualTo(rare);
    double[] weekdays = new double[98];
    for (int day = 0; day < 98; day++) {
      weekdays[day] = day % 7 < 5 ? 500 : 0;
    }
    assertThat(UnreportedDays.unknown(weekdays)).isEqualTo(weekdays);
  }
}
