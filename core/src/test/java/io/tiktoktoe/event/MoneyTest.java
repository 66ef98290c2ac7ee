package io.tiktoktoe.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  private static final Currency USD = Currency.getInstance("USD");

  @ParameterizedTest
  @CsvSource({
    "12.50, USD, 1250",
    "0.1, USD, 10",
    "-3, EUR, -300",
    "1500, JPY, 1500",
    "1.234, KWD, 1234",
    "1e2, USD, 10000",
    "10.000, USD, 1000",
    "92233720368547758.07, USD, 9223372036854775807"
  })
  void decimalTextBecomesMinorUnits(String text, String code, long minor) {
    assertThat(Money.parse(text, Money.currency(code))).isEqualTo(Money.ofMinor(minor, code));
  }

  @ParameterizedTest
  @CsvSource({"1.001, USD", "0.5, JPY", "1.2345, KWD"})
  void moreDecimalsThanTheCurrencyHasAreRefused(String text, String code) {
    assertThatThrownBy(() -> Money.parse(text, Money.currency(code)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text)
        .hasMessageContaining(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "twelve", "NaN", "Infinity", "1,5", "0x10", "1e999999999"})
  void whatIsNoAmountIsRefused(String text) {
    assertThatThrownBy(() -> Money.parse(text, USD)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNumberWithAMillionDigitsIsRefusedWithoutReadingIt() {
    String digits = "9".repeat(1_000_000);
    assertThatThrownBy(() -> Money.parse(digits, USD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1000000 characters");
  }

  @Test
  void anAmountBeyond64BitsIsRefused() {
    assertThatThrownBy(() -> Money.parse("92233720368547758.08", USD))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void anUnknownCurrencyIsNamed() {
    assertThatThrownBy(() -> Money.currency("ZZZ")).hasMessageContaining("currency (ZZZ)");
  }

  @Test
  void goldHasNoMinorUnitAndIsRefused() {
    assertThatThrownBy(() -> Money.ofMinor(1, "XAU")).hasMessageContaining("XAU");
  }

  @Test
  void twoCurrenciesAreNeverAdded() {
    assertThatThrownBy(() -> Money.ofMinor(1, "USD").plus(Money.ofMinor(1, "EUR")))
        .hasMessageContaining("different currencies");
  }

  @Test
  void sumsThatOverflowThrow() {
    Money most = Money.ofMinor(Long.MAX_VALUE, "USD");
    assertThatThrownBy(() -> most.plus(Money.ofMinor(1, "USD")))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.ofMinor(Long.MIN_VALUE, "USD").negated())
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void tenMillionTenCentsAreExactlyAMillionDollars() {
    Money sum = Money.zero(USD);
    Money tenCents = Money.parse("0.1", USD);
    for (int i = 0; i < 10_000_000; i++) {
      sum = sum.plus(tenCents);
    }
    assertThat(sum).isEqualTo(Money.parse("1000000", USD));
  }

  @Test
  void textReadsBack() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    for (String code : new String[] {"USD", "JPY", "KWD"}) {
      for (int i = 0; i < 1_000; i++) {
        Money money = Money.ofMinor(random.nextLong(), code);
        assertThat(Money.parse(money.toDecimal().toPlainString(), money.currency()))
            .isEqualTo(money);
      }
    }
  }
}
