package io.tiktoktoe.forecast.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TypicalLevelTest {

  /** Nine months of 10 a day, then one of 1,000 a day; two weeks before the first income. */
  private static double[] oneLargeMonth() {
    double[] days = new double[14 + 280];
    Arrays.setAll(days, day -> day < 14 ? 0 : day < 14 + 252 ? 10 : 1_000);
    days[100] = Double.NaN;
    return days;
  }

  @Test
  void oneLargeMonthIsOneOfTen() {
    double[] days = oneLargeMonth();
    double average = TypicalLevel.average(days, 14);
    assertThat(average).isCloseTo(109, within(1.0));
    assertThat(TypicalLevel.of(days)).isBetween(10.0, 25.0);
    double[] even = new double[100];
    Arrays.fill(even, 7);
    assertThat(TypicalLevel.of(even)).isCloseTo(7, within(1e-9));
    assertThat(TypicalLevel.of(Arrays.copyOf(even, 20))).as("less than two months").isEqualTo(7);
    assertThat(TypicalLevel.of(new double[60])).isZero();
    assertThat(TypicalLevel.of(new double[0])).isZero();
  }

  @Test
  void forecastsLieAboveOrBelowIt() {
    double[] expected = new double[90];
    Arrays.setAll(expected, step -> step < 7 ? 1_000 : 5);
    double[] above = TypicalLevel.above(oneLargeMonth(), expected);
    assertThat(above[0]).isEqualTo(above[1]).isBetween(1.9, 2.0);
    assertThat(above[2]).isEqualTo(above[3]).isBetween(-1.0, -0.2);
    double[] week = TypicalLevel.above(oneLargeMonth(), Arrays.copyOf(expected, 7));
    assertThat(week).startsWith(above[0], above[1]).endsWith(above[1], above[1]);
    assertThat(TypicalLevel.above(new double[30], new double[90])).containsOnly(0);
  }
}
