package io.tiktoktoe.cli.report;

import io.tiktoktoe.service.text.Wording;
import io.tiktoktoe.stats.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/** AmountText of one currency for people: ledger figures exact, estimates without false digits. */
final class AmountText {

  /** From this many major units on, an estimate is shown without minor units. */
  private static final int WHOLE_FROM = 100;

  private final Currency currency;
  private final Look look;

  AmountText(Currency currency, Look look) {
    this.currency = currency;
    this.look = look;
  }

  /** Sentences with amounts of this currency. */
  Wording words() {
    return Wording.in(currency);
  }

  String code() {
    return currency.getCurrencyCode();
  }

  /** Exact, such as {@code 12,345.60}. */
  public String exact(long minorUnits) {
    int digits = currency.getDefaultFractionDigits();
    return grouped(BigDecimal.valueOf(minorUnits, digits), digits);
  }

  /** Exact with a sign, such as {@code +1,200.00}. */
  String exactChange(long minorUnits) {
    return (minorUnits > 0 ? "+" : "") + exact(minorUnits);
  }

  /** An estimate; {@code -} when it is not a number. */
  public String about(double minorUnits) {
    if (!Double.isFinite(minorUnits)) {
      return "-";
    }
    int digits = currency.getDefaultFractionDigits();
    BigDecimal major = BigDecimal.valueOf(minorUnits).movePointLeft(digits);
    return grouped(major, major.abs().doubleValue() >= WHOLE_FROM ? 0 : digits);
  }

  /** An estimated change with its sign. */
  String aboutChange(double minorUnits) {
    return (minorUnits > 0 ? "+" : "") + about(minorUnits);
  }

  /** Both ends of an interval. */
  String range(Interval interval) {
    return about(interval.lo()) + " " + look.either("–", "to") + " " + about(interval.hi());
  }

  /** A change against a base in percent, such as {@code +12%}; {@code -} without a base. */
  String percentChange(double now, double before) {
    if (!(before > 0) || !Double.isFinite(now)) {
      return "-";
    }
    double change = (now - before) / before;
    return look.signed(String.format(Locale.ROOT, "%+.1f%%", 100 * change), change);
  }

  /** A share in percent; {@code -} when it is not a number. */
  static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f%%", 100 * share) : "-";
  }

  /** A count, grouped by thousands. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String grouped(BigDecimal major, int digits) {
    BigDecimal rounded = major.setScale(digits, RoundingMode.HALF_EVEN);
    return String.format(Locale.ROOT, "%,." + digits + "f", rounded);
  }
}
