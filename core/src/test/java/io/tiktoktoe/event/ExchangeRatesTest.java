package io.tiktoktoe.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeRatesTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency JPY = Currency.getInstance("JPY");
  private static final LocalDate FRIDAY = LocalDate.of(2026, 1, 2);

  private final ExchangeRates rates =
      ExchangeRates.of(
          List.of(
              new ExchangeRates.Rate(FRIDAY, EUR, USD, new BigDecimal("1.25")),
              new ExchangeRates.Rate(FRIDAY.plusDays(3), EUR, USD, new BigDecimal("1.20"))));

  @Test
  void theRateOfTheDayConverts() {
    assertThat(rates.convert(Money.ofMinor(1000, "EUR"), USD, FRIDAY))
        .isEqualTo(Money.ofMinor(1250, "USD"));
    assertThat(rates.convert(Money.ofMinor(1000, "EUR"), USD, FRIDAY.plusDays(3)))
        .isEqualTo(Money.ofMinor(1200, "USD"));
  }

  @Test
  void aWeekendUsesFridaysRate() {
    assertThat(rates.rate(EUR, USD, FRIDAY.plusDays(2))).isEqualByComparingTo("1.25");
  }

  @Test
  void theInverseIsUsedWhenOnlyThatIsKnown() {
    assertThat(rates.convert(Money.ofMinor(1250, "USD"), EUR, FRIDAY))
        .isEqualTo(Money.ofMinor(1000, "EUR"));
  }

  @Test
  void halvesRoundToEven() {
    ExchangeRates half =
        ExchangeRates.of(List.of(new ExchangeRates.Rate(FRIDAY, EUR, JPY, new BigDecimal("50"))));
    assertThat(half.convert(Money.ofMinor(1, "EUR"), JPY, FRIDAY).minorUnits()).isEqualTo(0);
    assertThat(half.convert(Money.ofMinor(3, "EUR"), JPY, FRIDAY).minorUnits()).isEqualTo(2);
  }

  @Test
  void oneCurrencyInBetweenIsCrossed() {
    ExchangeRates base =
        ExchangeRates.of(
            List.of(
                new ExchangeRates.Rate(FRIDAY, EUR, USD, new BigDecimal("1.25")),
                new ExchangeRates.Rate(FRIDAY, JPY, USD, new BigDecimal("0.0100"))));
    assertThat(base.convert(Money.ofMinor(1000, "EUR"), JPY, FRIDAY))
        .isEqualTo(Money.ofMinor(1250, "JPY"));
    assertThat(base.convert(Money.ofMinor(1250, "JPY"), EUR, FRIDAY))
        .isEqualTo(Money.ofMinor(1000, "EUR"));
  }

  @Test
  void aMissingRateIsNamed() {
    assertThatThrownBy(() -> rates.rate(USD, JPY, FRIDAY))
        .isInstanceOf(MissingRateException.class)
        .hasMessageContaining("USD to JPY for 2026-01-02");
  }

  @Test
  void aRateThatIsTooOldIsMissing() {
    LocalDate last = FRIDAY.plusDays(3);
    assertThat(rates.rate(EUR, USD, last.plusDays(ExchangeRates.MAX_AGE_DAYS))).isPositive();
    assertThatThrownBy(() -> rates.rate(EUR, USD, last.plusDays(ExchangeRates.MAX_AGE_DAYS + 1)))
        .isInstanceOf(MissingRateException.class);
  }

  @Test
  void theSameCurrencyNeedsNoRate() {
    Money money = Money.ofMinor(7, "KWD");
    assertThat(ExchangeRates.none().convert(money, money.currency(), FRIDAY)).isEqualTo(money);
  }

  @Test
  void aRateMustBePositive() {
    assertThatThrownBy(() -> new ExchangeRates.Rate(FRIDAY, EUR, USD, BigDecimal.ZERO))
        .hasMessageContaining("above 0");
  }
}
