package io.tiktoktoe.forecast.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SaleGapsTest {

  @Test
  void aMonthlyPaymentIsDueOnceAMonth() {
    LocalDate start = LocalDate.parse("2025-01-20");
    double[] days = new double[375];
    Arrays.setAll(days, day -> start.plusDays(day).getDayOfMonth() == 15 ? 10 : 0);
    SaleGaps gaps = SaleGaps.of(days, days.length);
    assertThat(gaps.weight()).isGreaterThan(0.95);
    double[] ahead = gaps.ahead(60);
    assertThat(Arrays.stream(ahead).sum()).isCloseTo(2, within(0.35));
    // 30 January: the next one is 16 days ahead, give or take two.
    assertThat(Arrays.stream(ahead, 13, 19).sum()).isGreaterThan(0.7);
    assertThat(Arrays.stream(ahead, 0, 12).sum()).isLessThan(0.2);
  }

  @Test
  void chanceAndClustersAreNotRegular() {
    SplittableRandom random = new SplittableRandom(1);
    double[] chance = new double[700];
    Arrays.setAll(chance, _ -> random.nextInt(20) == 0 ? 10 : 0);
    assertThat(SaleGaps.of(chance, chance.length).weight()).isLessThan(0.2);
    double[] clusters = new double[700];
    Arrays.setAll(clusters, day -> day % 350 < 14 ? 10 : 0);
    assertThat(SaleGaps.of(clusters, clusters.length).weight()).isZero();
  }

  @Test
  void whatIsLongOverdueIsNotDue() {
    double[] days = new double[400];
    for (int day = 0; day < 300; day += 30) {
      days[day] = 10;
    }
    assertThat(SaleGaps.of(days, days.length).weight()).isZero();
    assertThat(SaleGaps.of(days, 285).weight()).isGreaterThan(0.9);
  }
}
