package io.tiktoktoe.simulation.world;

import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.simulation.draw.Draws;
import io.tiktoktoe.simulation.model.EconomyOptions;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * The currencies of one economy and their dated rates against the US dollar: random walks in the
 * logarithm, 0.4% a day, from values near those of 2025.
 */
public final class Currencies {

  /** Units of one US dollar at the start. */
  private static final Map<String, Double> PER_USD =
      Map.ofEntries(
          Map.entry("USD", 1.0),
          Map.entry("EUR", 0.92),
          Map.entry("GBP", 0.78),
          Map.entry("JPY", 149.0),
          Map.entry("BRL", 5.7),
          Map.entry("KWD", 0.308),
          Map.entry("INR", 86.0),
          Map.entry("AUD", 1.58),
          Map.entry("NPR", 138.0),
          Map.entry("EGP", 50.5),
          Map.entry("MXN", 20.2),
          Map.entry("KRW", 1440.0),
          Map.entry("CAD", 1.43),
          Map.entry("CHF", 0.89));

  /** What is given where an American gives a dollar, major units. */
  private static final Map<String, Double> TIP_UNITS =
      Map.ofEntries(
          Map.entry("JPY", 100.0),
          Map.entry("BRL", 2.0),
          Map.entry("KWD", 1.0),
          Map.entry("INR", 20.0),
          Map.entry("NPR", 20.0),
          Map.entry("EGP", 10.0),
          Map.entry("MXN", 10.0),
          Map.entry("KRW", 1000.0));

  private static final double DAILY_VOLATILITY = 0.004;

  /** Micro US dollars in a US dollar: the unit in which truths of mixed currencies are added. */
  static final double MICROS = 1e6;

  private static final MathContext RATE_DIGITS = new MathContext(7);

  private final List<Currency> currencies = new ArrayList<>();
  private final double[] perUsd;
  private final double[] minorFactor;
  private final long[][] microsPerMinor1000;
  private final List<ExchangeRates.Rate> rates;
  private final int[] ofCountry;

  public Currencies(EconomyOptions options) {
    currencies.add(Money.currency("USD"));
    for (String code : options.currencies()) {
      if (!PER_USD.containsKey(code)) {
        throw new IllegalArgumentException(
            "currency (%s) is not simulated. Use some of %s."
                .formatted(code, new java.util.TreeSet<>(PER_USD.keySet())));
      }
      if (!code.equals("USD")) {
        currencies.add(Money.currency(code));
      }
    }
    int count = currencies.size();
    perUsd = new double[count];
    minorFactor = new double[count];
    microsPerMinor1000 = new long[count][options.days() + 2];
    for (int i = 0; i < count; i++) {
      perUsd[i] = PER_USD.getOrDefault(currencies.get(i).getCurrencyCode(), 1.0);
      minorFactor[i] = Math.pow(10, currencies.get(i).getDefaultFractionDigits());
    }
    rates = walk(options);
    ofCountry = Country.ALL.stream().mapToInt(country -> indexOf(country.currency())).toArray();
  }

  private List<ExchangeRates.Rate> walk(EconomyOptions options) {
    List<ExchangeRates.Rate> all = new ArrayList<>();
    for (int i = 0; i < currencies.size(); i++) {
      Draws draws = Draws.of(options.seed(), "rates", i);
      double value = 1 / perUsd[i];
      // One day before the start, so that fans east of the creator find a rate as well.
      for (int day = -1; day <= options.days(); day++) {
        BigDecimal rate = new BigDecimal(value, RATE_DIGITS);
        microsPerMinor1000[i][day + 1] =
            Math.round(rate.doubleValue() * MICROS * 1000 / minorFactor[i]);
        if (i > 0) {
          all.add(
              new ExchangeRates.Rate(
                  options.start().plusDays(day), currencies.get(i), currencies.get(0), rate));
        }
        value *= i == 0 ? 1 : Math.exp(DAILY_VOLATILITY * draws.normal());
      }
    }
    all.sort(java.util.Comparator.comparing(ExchangeRates.Rate::day));
    return List.copyOf(all);
  }

  /** Dated rates to the US dollar of every other currency, by day. */
  public List<ExchangeRates.Rate> rates() {
    return rates;
  }

  public Currency at(int index) {
    return currencies.get(index);
  }

  public int count() {
    return currencies.size();
  }

  /** The currency in which people of this country pay. */
  public int ofCountry(int country) {
    return ofCountry[country];
  }

  /** The index of the currency, that of USD if it is not used here. */
  public int indexOf(String code) {
    for (int i = 0; i < currencies.size(); i++) {
      if (currencies.get(i).getCurrencyCode().equals(code)) {
        return i;
      }
    }
    return 0;
  }

  /** Minor units of the step in which people of this currency give. */
  public double tipUnit(int currency) {
    String code = currencies.get(currency).getCurrencyCode();
    return TIP_UNITS.getOrDefault(code, 1.0) * minorFactor[currency];
  }

  /** Minor units worth about {@code usd}, at least one. */
  long minor(double usd, int currency) {
    return Math.max(1, Math.round(usd * perUsd[currency] * minorFactor[currency]));
  }

  /** Minor units worth about {@code usd}, rounded the way people choose: 1, 2, 3, 5, 10, 15... */
  public long nice(double usd, int currency) {
    double amount = minor(usd, currency);
    double power = Math.pow(10, Math.floor(Math.log10(amount)));
    double lead = amount / power;
    double step = lead < 2 ? 0.5 : lead < 5 ? 1 : 2.5;
    return Math.max(1, Math.round(Math.max(1, Math.round(lead / step) * step) * power));
  }

  /** What {@code minor} units are worth on simulated day {@code day}, micro US dollars. */
  public long microUsd(long minor, int currency, int day) {
    return minor * microsPerMinor1000[currency][day + 1] / 1000;
  }
}
