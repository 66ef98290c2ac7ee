package io.tiktoktoe.store.query;

import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.pricing.insight.PriceExposure;
import io.tiktoktoe.pricing.insight.SurveyAnswer;
import io.tiktoktoe.pricing.portfolio.DemandCell;
import io.tiktoktoe.pricing.portfolio.ProductFacts;
import io.tiktoktoe.pricing.portfolio.ProductFacts.SoldOutWeek;
import io.tiktoktoe.pricing.portfolio.RecentSales;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was read of one product so far. */
final class PricedProduct {

  private final String name;
  private final List<DatedCell> cells = new ArrayList<>();

  /** Answers by person: the newest counts. */
  private final Map<String, SurveyAnswer> survey = new TreeMap<>();

  private final Map<String, PriceExposure> asked = new TreeMap<>();

  /** Newest day of each price, of what was observed, shown and sold. */
  private final TreeMap<Double, LocalDate> observed = new TreeMap<>();

  private final TreeMap<Double, LocalDate> shown = new TreeMap<>();
  private final TreeMap<Double, LocalDate> sold = new TreeMap<>();

  /** Whether it was sold out on days on which somebody looked. */
  private final TreeMap<LocalDate, Boolean> stock = new TreeMap<>();

  /** A cell and its day. */
  private record DatedCell(DemandCell cell, LocalDate day) {}

  private String currency = "";
  private LocalDate currencyDay = LocalDate.MIN;
  private boolean recurring;
  double buyers;
  double repeats;
  double gross;
  double fees;
  double taxes;
  double returned;
  double returns;
  double payments;
  double subscribers;
  double ended;

  PricedProduct(String name) {
    this.name = name;
  }

  void recurs() {
    recurring = true;
  }

  /** Notes in which currency it was priced on a day. */
  void pricedIn(String code, LocalDate day) {
    if (!day.isBefore(currencyDay)) {
      currency = code;
      currencyDay = day;
    }
  }

  /** The newest currency in which it was priced; empty before any price. */
  String currency() {
    return currency;
  }

  /**
   * Takes a cell.
   *
   * @param day of the cell
   * @param newest on which its price was told
   */
  void cell(DemandCell cell, LocalDate day, LocalDate newest) {
    cells.add(new DatedCell(cell, day));
    if (!cell.wasShown()) {
      sold.merge(cell.price(), newest, PricedProduct::later);
    } else if (!cell.drawn()) {
      shown.merge(cell.price(), newest, PricedProduct::later);
    }
  }

  void observed(double price, LocalDate day) {
    observed.merge(price, day, PricedProduct::later);
  }

  /** Notes whether it could be had on a day; once sold out on a day counts. */
  void stock(LocalDate day, boolean soldOut) {
    stock.merge(day, soldOut, Boolean::logicalOr);
  }

  /**
   * Days on which it could not be had: from a day on which it was seen sold out until one on which
   * it was seen otherwise, or was sold. Told with the share of the day: one with a sale is half.
   */
  private TreeMap<LocalDate, Double> closed(LocalDate through) {
    TreeMap<LocalDate, Boolean> sales = new TreeMap<>();
    cells.stream()
        .filter(one -> !one.cell.wasShown() && one.cell.bought() > 0)
        .forEach(one -> sales.put(one.day, true));
    TreeMap<LocalDate, Double> closed = new TreeMap<>();
    stock.forEach(
        (day, soldOut) -> {
          LocalDate end = through.plusDays(1);
          end = earlier(end, stock.higherKey(day));
          end = earlier(end, sales.higherKey(day));
          for (LocalDate one = day; soldOut && one.isBefore(end); one = one.plusDays(1)) {
            closed.put(one, sales.containsKey(one) ? .5 : 1);
          }
        });
    return closed;
  }

  private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
    return other == null || one.isBefore(other) ? one : other;
  }

  private static List<SoldOutWeek> weeks(TreeMap<LocalDate, Double> closed) {
    TreeMap<Integer, Double> weeks = new TreeMap<>();
    closed.forEach((day, share) -> weeks.merge(PricingReading.week(day), share / 7, Double::sum));
    return weeks.entrySet().stream()
        .map(one -> new SoldOutWeek(one.getKey(), Math.min(1, one.getValue())))
        .toList();
  }

  /** Who saw a price when there was nothing to be had tells nothing of it. */
  private List<DemandCell> open(TreeMap<LocalDate, Double> closed) {
    return cells.stream()
        .filter(one -> !one.cell.wasShown() || closed.getOrDefault(one.day, 0.0) < 1)
        .map(DatedCell::cell)
        .toList();
  }

  void answered(String person, SurveyAnswer answer) {
    survey.put(person, answer);
  }

  void asked(String person, PriceExposure exposure) {
    asked.put(person + '\n' + exposure.price(), exposure);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** Days of each price as told by what says most: what was observed and shown, else sales. */
  private TreeMap<Double, LocalDate> told() {
    TreeMap<Double, LocalDate> told = new TreeMap<>(shown);
    observed.forEach((price, day) -> told.merge(price, day, PricedProduct::later));
    return told.isEmpty() ? sold : told;
  }

  ProductFacts facts(LocalDate through, int days) {
    TreeMap<Double, LocalDate> told = told();
    double price = Double.NaN;
    LocalDate newest = LocalDate.MIN;
    for (Map.Entry<Double, LocalDate> one : told.entrySet()) {
      if (!one.getValue().isBefore(newest)) {
        newest = one.getValue();
        price = one.getKey();
      }
    }
    LocalDate before = LocalDate.MIN;
    for (Map.Entry<Double, LocalDate> one : told.entrySet()) {
      if (one.getKey() != price) {
        before = later(before, one.getValue());
      }
    }
    long since =
        before.equals(LocalDate.MIN)
            ? 365
            : Math.max(0, through.toEpochDay() - before.toEpochDay());
    TreeMap<LocalDate, Double> closed = closed(through);
    return new ProductFacts(
        name,
        recurring,
        Double.isNaN(price) ? OptionalDouble.empty() : OptionalDouble.of(price),
        (int) Math.min(since, 3650),
        open(closed),
        List.copyOf(survey.values()),
        List.copyOf(asked.values()),
        recent(days),
        weeks(closed));
  }

  private RecentSales recent(int days) {
    return new RecentSales(
        days, buyers, repeats, gross, fees, taxes, returned, returns, payments, subscribers, ended);
  }

  /**
   * Brings prices of all days into one currency at the rate of one day, so that no price moves with
   * an exchange rate. Major units.
   */
  static final class PriceConversion {

    private final ExchangeRates rates;
    private final Currency target;
    private final LocalDate day;
    private final Map<String, Double> factors = new HashMap<>();
    private final TreeSet<String> unknown = new TreeSet<>();

    /**
     * @param day whose rates count
     */
    PriceConversion(ExchangeRates rates, Currency target, LocalDate day) {
      this.rates = rates;
      this.target = target;
      this.day = day;
    }

    /** Major units of the target; NaN when no rate is known, which is then told. */
    double major(double minor, String currency) {
      return minor * factors.computeIfAbsent(currency, this::factor);
    }

    /** Major units of the target for major units. */
    double ofMajor(double major, String currency) {
      int digits = Money.currency(currency).getDefaultFractionDigits();
      return major(major * Math.pow(10, digits), currency);
    }

    private double factor(String code) {
      Currency from = Money.currency(code);
      double unit = BigDecimal.ONE.movePointLeft(from.getDefaultFractionDigits()).doubleValue();
      if (!rates.knows(from, target, day)) {
        unknown.add(code);
        return Double.NaN;
      }
      return unit * rates.rate(from, target, day).doubleValue();
    }

    /** Currencies for which no rate was known. */
    List<String> unknown() {
      return List.copyOf(unknown);
    }
  }
}
