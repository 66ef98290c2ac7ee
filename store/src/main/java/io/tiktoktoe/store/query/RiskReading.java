package io.tiktoktoe.store.query;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.risk.exposure.ContentIncome;
import io.tiktoktoe.risk.exposure.CurrencyRates;
import io.tiktoktoe.risk.exposure.IncomePart;
import io.tiktoktoe.risk.exposure.RiskFacts;
import io.tiktoktoe.store.model.Queries;
import io.tiktoktoe.store.model.ResultRow;
import io.tiktoktoe.store.model.Sql;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what risk exposures are measured on. */
record RiskReading(Queries queries, Dimensions dimensions, long creator, Conversion to) {

  /** Older breaks and rates tell of another time. */
  private static final int YEARS = 3;

  private static final int WEEK = 7;

  /** The days that stand for the present, and the past before their end. */
  RiskFacts facts(DateRange recent) {
    LocalDate end = LocalDate.ofInstant(recent.to(), ZoneOffset.UTC);
    LocalDate from = end.minusYears(YEARS);
    List<IncomePart> parts = parts(recent);
    return new RiskFacts(
        parts,
        contents(recent),
        rates(parts, from, end),
        ShockTracks.read(queries, from, end),
        (int)
            Math.max(
                1, ChronoUnit.DAYS.between(recent.day(recent.from()), recent.day(recent.to()))));
  }

  private List<IncomePart> parts(DateRange recent) {
    List<IncomePart> parts = new ArrayList<>();
    RevenueCells.read(queries, dimensions, creator, recent)
        .values()
        .forEach(cells -> parts.addAll(cells.parts(to.rates(), to.target())));
    return parts;
  }

  private List<ContentIncome> contents(DateRange recent) {
    Map<String, ContentIncome> contents = new TreeMap<>();
    queries.query(
        Sql.file(
            "shared/risk/contents",
            creator,
            StoreRevenueSource.utc(recent.from()),
            StoreRevenueSource.utc(recent.to())),
        row ->
            contents.merge(
                row.required("content"),
                content(row),
                (one, other) ->
                    new ContentIncome(
                        one.content(),
                        one.views() + other.views(),
                        Math.addExact(one.income(), other.income()))));
    List<ContentIncome> all = new ArrayList<>(contents.values());
    all.sort(Comparator.comparingLong(ContentIncome::income).reversed());
    return all;
  }

  private ContentIncome content(ResultRow row) {
    String currency = row.required("currency");
    int day = (int) row.number("day");
    long income =
        currency.isEmpty()
            ? 0
            : to.amount(
                Money.ofMinor(row.number("gross"), currency),
                LocalDate.of(day / 10_000, day / 100 % 100, day % 100)
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC));
    return new ContentIncome(row.required("content"), row.number("views"), income);
  }

  /** Rates a week apart up to the end, back to the first week without one. */
  private List<CurrencyRates> rates(List<IncomePart> parts, LocalDate from, LocalDate end) {
    List<CurrencyRates> all = new ArrayList<>();
    for (String code : parts.stream().map(IncomePart::currency).distinct().sorted().toList()) {
      Currency currency = Currency.getInstance(code);
      List<Double> weekly = new ArrayList<>();
      for (LocalDate day = end;
          !currency.equals(to.target())
              && day.isAfter(from)
              && to.rates().knows(currency, to.target(), day);
          day = day.minusDays(WEEK)) {
        weekly.add(to.rates().rate(currency, to.target(), day).doubleValue());
      }
      Collections.reverse(weekly);
      if (!weekly.isEmpty()) {
        all.add(
            new CurrencyRates(code, weekly.stream().mapToDouble(Double::doubleValue).toArray()));
      }
    }
    return all;
  }
}
