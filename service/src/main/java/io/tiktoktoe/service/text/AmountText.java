package io.tiktoktoe.service.text;

import io.tiktoktoe.stats.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/** Amounts of one currency for people: ledger figures exact, estimates without false digits. */
public final class AmountText {

  /** From this many major units on, an estimate is shown without minor units. */
  private static final int WHOLE_FROM = 100;

  private final Currency currency;
  private final String dash;

  /**
   * Amounts of this currency.
   *
   * @param dash what stands between the ends of an interval: a dash, or a word such as {@code to}
   */
  public AmountText(Currency currency, String dash) {
    this.currency = currency;
    this.dash = dash;
  }

  /** Sentences with amounts of this currency. */
  public Wording words() {
    return Wording.in(currency, dash);
  }

  /** The currency's ISO 4217 code. */
  public String code() {
    return currency.getCurrencyCode();
  }

  /** Minor units of an amount in whole currency units. */
  public double minor(double major) {
    return major * Math.pow(10, currency.getDefaultFractionDigits());
  }

  /** Exact, such as {@code 12,345.60}. */
  public String exact(long minorUnits) {
    int digits = currency.getDefaultFractionDigits();
    return grouped(BigDecimal.valueOf(minorUnits, digits), digits);
  }

  /** Exact with a sign, such as {@code +1,200.00}. */
  public String exactChange(long minorUnits) {
    return (minorUnits > 0 ? "+" : "") + exact(minorUnits);
  }

  /**
   * An estimate that may be of another currency, which then is named: what was said in one is not
   * the same number in another.
   *
   * @param code ISO 4217; empty for this one
   */
  public String inOwn(double minorUnits, String code) {
    return code.isEmpty() || code.equals(code())
        ? about(minorUnits)
        : new AmountText(Currency.getInstance(code), dash).about(minorUnits) + " " + code;
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

  /**
   * A price in whole currency units with the decimals of its currency: none in JPY, three in KWD.
   */
  public String price(double major) {
    if (!Double.isFinite(major)) {
      return "-";
    }
    BigDecimal value = BigDecimal.valueOf(major);
    return grouped(value, currency.getDefaultFractionDigits());
  }

  /** A change of a price with its sign. */
  public String priceChange(double major) {
    return (major > 0 ? "+" : "") + price(major);
  }

  /** An estimated change with its sign. */
  public String aboutChange(double minorUnits) {
    return (minorUnits > 0 ? "+" : "") + about(minorUnits);
  }

  /** Both ends of an interval. */
  public String range(Interval interval) {
    return about(interval.lo()) + " " + dash + " " + about(interval.hi());
  }

  /** A change against a base in percent, such as {@code +12%}; {@code -} without a base. */
  public String percentChange(double now, double before) {
    if (!(before > 0) || !Double.isFinite(now)) {
      return "-";
    }
    return String.format(Locale.ROOT, "%+.1f%%", 100 * ((now - before) / before));
  }

  /** A share in percent; {@code -} when it is not a number. */
  public static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f%%", 100 * share) : "-";
  }

  /** A count, grouped by thousands. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String grouped(BigDecimal major, int digits) {
    BigDecimal rounded = major.setScale(digits, RoundingMode.HALF_EVEN);
    return String.format(Locale.ROOT, "%,." + digits + "f", rounded);
  }
}
