package io.tiktoktoe.forecast.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DueDaysTest {
  @Test
  void debug() {
    double[] v = new double[397];
    for (int t = 0; t < 397; t += 14) v[t] = 80;
    Hurdle plain = Hurdle.of(v, 7, 1);
    double[] without = new double[v.length];
    Arrays.setAll(without, plain::past);
    System.out.println(DueDays.find(v, LocalDate.of(2024, 1, 13), without) + " " + Arrays.toString(Arrays.copyOfRange(without, 280, 310)));
    v = new double[1360];
    LocalDate f = LocalDate.of(2021, 1, 10);
    java.util.SplittableRandom r = new java.util.SplittableRandom(1);
    for (int t = 0; t < v.length; t++) {
      LocalDate d = f.plusDays(t);
      v[t] = r.nextDouble() < .08 ? 9 : 0;
      if (d.getMonthValue() == 11 && d.getDayOfWeek().getValue() == 5 && d.getDayOfMonth() >= 22 && d.getDayOfMonth() <= 28) v[t] = 700;
    }
    plain = Hurdle.of(v, 7, 365);
    without = new double[v.length];
    Arrays.setAll(without, plain::past);
    System.out.println(DueDays.find(v, f, without));
    assertThat(1).isEqualTo(2);
  }
}
