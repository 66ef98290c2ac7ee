package io.tiktoktoe.event;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Dated exchange rates. A rate holds from its day until the next one, at most {@value
 * #MAX_AGE_DAYS} days, so weekends and holidays are bridged and a forgotten currency is not. The
 * inverse of a pair is used when only that is known, and one currency in between when neither is:
 * lists of rates have one base currency. Immutable.
 */
public final class ExchangeRates {

  /** Days for which a rate stays valid after its own day. */
  public static final int MAX_AGE_DAYS = 10;

  /** Digits kept when a pair is inverted; far below a minor unit of any 64-bit amount. */
  private static final int INVERSE_DIGITS = 24;

  private static final ExchangeRates NONE = new ExchangeRates(Map.of());

  private final Map<Pair, NavigableMap<LocalDate, BigDecimal>> rates;

  /** Every currency that has a rate, by code. */
  private final List<Currency> currencies;

  private ExchangeRates(Map<Pair, NavigableMap<LocalDate, BigDecimal>> rates) {
    this.rates = rates;
    this.currencies =
        rates.keySet().stream()
            .flatMap(pair -> Stream.of(pair.from(), pair.to()))
            .distinct()
            .sorted(Comparator.comparing(Currency::getCurrencyCode))
            .toList();
  }

  /** One unit of {@code from} is worth {@code rate} units of {@code to} on {@code day}. */
  public record Rate(LocalDate day, Currency from, Currency to, BigDecimal rate) {
    public Rate {
      if (rate.signum() <= 0) {
        throw new IllegalArgumentException(
            "rate (%s) %s to %s must be above 0.".formatted(rate, from, to));
      }
    }
  }

  private record Pair(Currency from, Currency to) {}

  /** No rates: only amounts of one currency can be added. */
  public static ExchangeRates none() {
    return NONE;
  }

  /** These rates; of two for the same pair and day the later in the collection counts. */
  public static ExchangeRates of(Collection<Rate> rates) {
    Map<Pair, NavigableMap<LocalDate, BigDecimal>> byPair = new HashMap<>();
    for (Rate rate : rates) {
      byPair
          .computeIfAbsent(new Pair(rate.from(), rate.to()), pair -> new TreeMap<>())
          .put(rate.day(), rate.rate());
    }
    return new ExchangeRates(byPair);
  }

  /**
   * Converts at the rate of {@code day}, rounding half to even to the target's minor unit.
   *
   * @throws MissingRateException if no rate of the last {@value #MAX_AGE_DAYS} days is known
   */
  public Money convert(Money money, Currency target, LocalDate day) {
    return convert(money, target, rate(money.currency(), target, day));
  }

  /** Converts at a known rate, rounding half to even to the target's minor unit. */
  public static Money convert(Money money, Currency target, BigDecimal rate) {
    if (money.currency().equals(target)) {
      return money;
    }
    BigDecimal converted =
        money
            .toDecimal()
            .multiply(rate)
            .movePointRight(target.getDefaultFractionDigits())
            .setScale(0, RoundingMode.HALF_EVEN);
    return new Money(converted.longValueExact(), target);
  }

  /**
   * What one unit of {@code from} is worth in {@code to} on {@code day}.
   *
   * @throws MissingRateException if no rate of the last {@value #MAX_AGE_DAYS} days is known
   */
  public BigDecimal rate(Currency from, Currency to, LocalDate day) {
    if (from.equals(to)) {
      return BigDecimal.ONE;
    }
    BigDecimal found = found(from, to, day);
    if (found.signum() > 0) {
      return found;
    }
    throw new MissingRateException(from, to, day);
  }

  /** The rate, through another currency if need be, or zero without one. */
  private BigDecimal found(Currency from, Currency to, LocalDate day) {
    BigDecimal known = directOrInverse(from, to, day);
    if (known.signum() > 0) {
      return known;
    }
    for (Currency between : currencies) {
      BigDecimal first = directOrInverse(from, between, day);
      BigDecimal second = directOrInverse(between, to, day);
      if (first.signum() > 0 && second.signum() > 0) {
        return first.multiply(second);
      }
    }
    return BigDecimal.ZERO;
  }

  /** Whether {@link #rate} knows one. */
  public boolean knows(Currency from, Currency to, LocalDate day) {
    return from.equals(to) || found(from, to, day).signum() > 0;
  }

  /** The pair's own rate or the inverse of its opposite, or zero if neither holds on the day. */
  private BigDecimal directOrInverse(Currency from, Currency to, LocalDate day) {
    BigDecimal direct = latest(new Pair(from, to), day);
    if (direct.signum() > 0) {
      return direct;
    }
    BigDecimal inverse = latest(new Pair(to, from), day);
    return inverse.signum() > 0
        ? BigDecimal.ONE.divide(inverse, INVERSE_DIGITS, RoundingMode.HALF_EVEN)
        : BigDecimal.ZERO;
  }

  /** The rate that holds on {@code day}, or zero if none does. */
  private BigDecimal latest(Pair pair, LocalDate day) {
    NavigableMap<LocalDate, BigDecimal> dated = rates.get(pair);
    if (dated == null) {
      return BigDecimal.ZERO;
    }
    Map.Entry<LocalDate, BigDecimal> entry = dated.floorEntry(day);
    return entry == null || entry.getKey().plusDays(MAX_AGE_DAYS).isBefore(day)
        ? BigDecimal.ZERO
        : entry.getValue();
  }
}
