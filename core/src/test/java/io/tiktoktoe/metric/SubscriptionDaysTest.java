package io.tiktoktoe.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.metric.SubscriptionMovement.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionDaysTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-02-01");

  private static SubscriptionMovement movement(int day, Kind kind, long count, long gifted) {
    return new SubscriptionMovement(FIRST.plusDays(day), kind, count, gifted, 0);
  }

  @Test
  void theDayOfComingAndGoingCountsHalfAndGiftsAreApart() {
    List<SubscriptionMovement> history =
        List.of(
            movement(-40, Kind.NEW, 10, 4),
            movement(3, Kind.NEW, 2, 1),
            movement(5, Kind.CHURN, 3, 2),
            movement(6, Kind.CONVERSION, 1, 0),
            movement(7, Kind.EXPANSION, 5, 0),
            movement(12, Kind.CHURN, 6, 0));
    SubscriptionDays days = SubscriptionDays.between(history, FIRST, FIRST.plusDays(9));
    assertThat(days.churns()).isEqualTo(1);
    assertThat(days.exposure()).isEqualTo(6 * 10 + 6.5 - 4.5 + 3.5);
    assertThat(days.rate(30)).isEqualTo(30 / 65.5);
    assertThat(SubscriptionDays.between(List.of(), FIRST, FIRST).rate(30)).isNaN();
  }

  @Test
  void partsOfATimeAddUpToTheWhole() {
    List<SubscriptionMovement> history =
        List.of(movement(0, Kind.NEW, 9, 0), movement(7, Kind.CHURN, 2, 0));
    double whole = SubscriptionDays.between(history, FIRST, FIRST.plusDays(29)).exposure();
    double parts =
        SubscriptionDays.between(history, FIRST, FIRST.plusDays(6)).exposure()
            + SubscriptionDays.between(history, FIRST.plusDays(7), FIRST.plusDays(29)).exposure();
    assertThat(parts).isEqualTo(whole);
  }
}
