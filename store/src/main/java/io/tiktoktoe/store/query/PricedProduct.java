package io.tiktoktoe.store.query;

import io.tiktoktoe.pricing.insight.PriceExposure;
import io.tiktoktoe.pricing.insight.SurveyAnswer;
import io.tiktoktoe.pricing.portfolio.DemandCell;
import io.tiktoktoe.pricing.portfolio.ProductFacts;
import io.tiktoktoe.pricing.portfolio.RecentSales;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What was read of one product so far. */
final class PricedProduct {

  private final String name;
  private final List<DemandCell> cells = new ArrayList<>();

  /** Answers by person: the newest counts. */
  private final Map<String, SurveyAnswer> survey = new TreeMap<>();

  private final Map<String, PriceExposure> asked = new TreeMap<>();

  /** Newest day of each price, of what was observed, shown and sold. */
  private final TreeMap<Double, LocalDate> observed = new TreeMap<>();

  private final TreeMap<Double, LocalDate> shown = new TreeMap<>();
  private final TreeMap<Double, LocalDate> sold = new TreeMap<>();

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

  void cell(DemandCell cell, LocalDate newest) {
    cells.add(cell);
    if (!cell.wasShown()) {
      sold.merge(cell.price(), newest, PricedProduct::later);
    } else if (!cell.drawn()) {
      shown.merge(cell.price(), newest, PricedProduct::later);
    }
  }

  void observed(double price, LocalDate day) {
    observed.merge(price, day, PricedProduct::later);
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
        before.equals(LocalDate.MIN) ? 365 : Math.max(0, through.toEpochDay() - before.toEpochDay());
    return new ProductFacts(
        name,
        recurring,
        Double.isNaN(price) ? OptionalDouble.empty() : OptionalDouble.of(price),
        (int) Math.min(since, 3650),
        cells,
        List.copyOf(survey.values()),
        List.copyOf(asked.values()),
        recent(days));
  }

  private RecentSales recent(int days) {
    return new RecentSales(
        days,
        buyers,
        repeats,
        gross,
        fees,
        taxes,
        returned,
        returns,
        payments,
        subscribers,
        ended);
  }
}
