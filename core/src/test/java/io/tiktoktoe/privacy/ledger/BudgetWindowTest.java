package io.tiktoktoe.privacy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetWindowTest {

  private static final BudgetAccount ACCOUNT = new BudgetAccount("stage", "partners");
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private static LedgerEntry entry(int day, long micro) {
    return new LedgerEntry(
        ACCOUNT,
        "k" + day,
        "about",
        "me",
        new Price(micro, 0),
        START.plus(Duration.ofDays(day)),
        Optional.empty());
  }

  @Test
  void pricesAreRoundedUpToMicroUnits() {
    assertThat(Price.of(new PrivacyBudget(0.1, 1e-6))).isEqualTo(new Price(100_000, 1_000_000));
    assertThat(Price.of(new PrivacyBudget(0.1000001, 1.0000000001e-6)))
        .isEqualTo(new Price(100_001, 1_000_001));
  }

  @Test
  void comesBackAfterThirtyDaysAndNotBefore() {
    BudgetWindow window =
        BudgetWindow.of(ACCOUNT, new Price(100, 10), List.of(entry(0, 60), entry(10, 30)));
    Instant back = START.plus(Duration.ofDays(30));

    assertThat(window.left(back.minusNanos(1))).isEqualTo(new Price(10, 10));
    assertThat(window.left(back)).isEqualTo(new Price(70, 10));
    assertThat(window.fitsAt(new Price(70, 0), START.plus(Duration.ofDays(20)))).contains(back);
    assertThat(window.fitsAt(new Price(71, 0), START.plus(Duration.ofDays(20))))
        .contains(START.plus(Duration.ofDays(40)));
    assertThat(window.fitsAt(new Price(101, 0), START)).isEmpty();
  }

  @Test
  void anAnswerThatCameLateCountsLate() {
    LedgerEntry late = entry(0, 60).answeredAt(START.plus(Duration.ofDays(29)));
    BudgetWindow window = new BudgetWindow(new Price(100, 0), List.of(late));

    assertThat(window.spent(START.plus(Duration.ofDays(31)))).isEqualTo(new Price(60, 0));
  }

  @Test
  void accountsAreApart() {
    BudgetAccount other = new BudgetAccount("stage", "public");

    assertThat(BudgetWindow.of(other, new Price(9, 9), List.of(entry(0, 9))).entries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {0, -0.1, Double.NaN, Double.MIN_VALUE, 1e-320, Double.POSITIVE_INFINITY, 101})
  void epsilonsThatPromiseNothingAreRefused(double epsilon) {
    assertThatThrownBy(() -> new PrivacyBudget(epsilon, 1e-6))
        .hasMessageContaining("epsilon (" + epsilon + ")");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, Double.NaN, Double.MIN_VALUE, 0.1, 1, Double.POSITIVE_INFINITY})
  void deltasThatPromiseNothingAreRefused(double delta) {
    assertThatThrownBy(() -> new PrivacyBudget(0.1, delta))
        .hasMessageContaining("delta (" + delta + ")");
  }
}
