package io.tiktoktoe.revenue.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.revenue.insight.SubscriptionSummary;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionMovementsTest {

  @Test
  void recurringIncomeAddsUp() {
    List<SubscriptionMovement> movements = new ArrayList<>();
    LocalDate may = LocalDate.parse("2026-05-10");
    LocalDate june = LocalDate.parse("2026-06-10");
    movements.add(movement(may, SubscriptionMovement.Kind.NEW, 10, 2, 5_000));
    movements.add(movement(june, SubscriptionMovement.Kind.NEW, 4, 1, 2_000));
    movements.add(movement(june, SubscriptionMovement.Kind.CHURN, 3, 0, -1_500));
    movements.add(movement(june, SubscriptionMovement.Kind.EXPANSION, 1, 0, 300));
    movements.add(movement(june, SubscriptionMovement.Kind.CURRENCY, 5, 0, -100));
    DateRange period =
        DateRange.ofDays(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30), ZoneId.of("UTC"));
    SubscriptionSummary summary = SubscriptionMovements.of(movements, period);
    assertThat(summary.startAmount()).isEqualTo(5_000);
    assertThat(summary.endAmount()).isEqualTo(5_700);
    assertThat(summary.startSubscriptions()).isEqualTo(10);
    assertThat(summary.endSubscriptions()).isEqualTo(11);
    assertThat(summary.of(SubscriptionMovement.Kind.NEW).paid()).isEqualTo(3);
    assertThat(summary.quickRatio()).isCloseTo(2_300 / 1_500.0, within(1e-12));
    // 8 that pay themselves are at risk all 30 days; as many of those come as go on day 10.
    assertThat(summary.churnRate()).isCloseTo(90 / 240.0, within(1e-12));
    assertThat(summary.churnInterval().contains(summary.churnRate())).isTrue();
  }

  private static SubscriptionMovement movement(
      LocalDate day, SubscriptionMovement.Kind kind, long count, long gifted, long amount) {
    return new SubscriptionMovement(day, kind, count, gifted, amount);
  }
}
