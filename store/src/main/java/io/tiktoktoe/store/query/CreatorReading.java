package io.tiktoktoe.store.query;

import static io.tiktoktoe.store.query.StoreRevenueSource.utc;

import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.MissingRateException;
import io.tiktoktoe.event.RateGap;
import io.tiktoktoe.metric.FanConcentration;
import io.tiktoktoe.metric.ProductSales;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.metric.Settlement;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.revenue.insight.IncomeCells;
import io.tiktoktoe.revenue.insight.RevenueInputs;
import io.tiktoktoe.store.model.Queries;
import io.tiktoktoe.store.model.ResultRow;
import io.tiktoktoe.store.model.Sql;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What one snapshot holds of one creator, in one currency. */
record CreatorReading(Queries queries, Dimensions dimensions, long creator, Conversion to) {

  private static final LocalDateTime LATEST = LocalDateTime.of(9999, 1, 1, 0, 0);

  /** First and newest event of a creator, {@link Instant#MAX} and MIN without any. */
  record Coverage(Instant first, Instant newest) {}

  /** What is covered as seen from a zone: a row that stands for a day covers all of it. */
  static Coverage coverage(Queries queries, long creator, ZoneId zone) {
    return queries
        .rows(
            Sql.file("shared/metrics/coverage", creator, Provenance.OWN_SOURCE),
            row ->
                row.isNull("first")
                    ? new Coverage(Instant.MAX, Instant.MIN)
                    : new Coverage(
                        DayRows.begin(row.instant("first"), zone),
                        DayRows.end(row.instant("newest"), zone)))
        .getFirst();
  }

  IncomeCells income(DateRange range) {
    Coverage coverage = coverage(queries, creator, range.zone());
    DateRange history = IncomeCells.history(range, coverage.first());
    Map<Stream, RevenueCells> read = RevenueCells.read(queries, dimensions, creator, history);
    List<List<RevenueCell>> streams = new ArrayList<>();
    try {
      read.values().forEach(cells -> streams.add(cells.in(to.rates(), to.target())));
    } catch (MissingRateException first) {
      throw allMissing(read.values(), first);
    }
    return new IncomeCells(history, coverage.first(), coverage.newest(), streams);
  }

  /** One rate is missing: whoever adds it wants to know of all others, too. */
  private MissingRateException allMissing(
      Collection<RevenueCells> streams, MissingRateException first) {
    List<RateGap> gaps =
        RateGap.of(
            streams.stream().flatMap(cells -> cells.needs(to.target())).toList(), to.rates());
    return gaps.isEmpty() ? first : new MissingRateException(gaps);
  }

  RevenueInputs inputs(DateRange range) {
    IncomeCells income = income(range);
    DateRange recent = RevenueInputs.recent(income.history());
    Subscriptions subscriptions =
        new Subscriptions(
            queries.rows(
                Sql.file("shared/metrics/subscription_events", creator, LATEST), Happening::of),
            to,
            income.dataThrough());
    return new RevenueInputs(
        income,
        subscriptions.movements(income.history()),
        fans(recent),
        products(recent),
        subscriptions.failures(recent),
        settlements(recent));
  }

  private FanConcentration fans(DateRange period) {
    FanTotals totals = new FanTotals(to, period);
    queries.query(Sql.file("shared/metrics/fan_sales", in(period)), totals::add);
    return totals.concentration();
  }

  /** The creator and the places of {@code shared/metrics/in_period}. */
  private Object[] in(DateRange period) {
    DayRows days = new DayRows(period);
    LocalDateTime from = utc(period.from());
    LocalDateTime to = utc(period.to());
    LocalDateTime first = days.first().atStartOfDay();
    LocalDateTime end = days.end().atStartOfDay();
    return new Object[] {
      creator, from.isBefore(first) ? from : first, to.isAfter(end) ? to : end, first, end, from, to
    };
  }

  private List<ProductSales> products(DateRange period) {
    Map<String, ProductSales> products = new TreeMap<>();
    queries.query(
        Sql.file("shared/metrics/product_sales", in(period)),
        row -> {
          ProductSales one = productSales(row);
          products.merge(one.product() + '\n' + one.stream().ordinal(), one, CreatorReading::sum);
        });
    return List.copyOf(products.values());
  }

  private ProductSales productSales(ResultRow row) {
    boolean reversal = row.flag("reversal");
    long amount = to.amount(row, "amount", "currency", "day");
    long events = row.number("events");
    Stream stream = Stream.valueOf(row.required("stream").toUpperCase(Locale.ROOT));
    return reversal
        ? new ProductSales(
            row.required("product"), stream, 0, 0, events, row.flag("won") ? -amount : amount)
        : new ProductSales(row.required("product"), stream, events, amount, 0, 0);
  }

  private static ProductSales sum(ProductSales a, ProductSales b) {
    return new ProductSales(
        a.product(),
        a.stream(),
        a.sales() + b.sales(),
        Math.addExact(a.gross(), b.gross()),
        a.reversals() + b.reversals(),
        Math.addExact(a.reversed(), b.reversed()));
  }

  private List<Settlement> settlements(DateRange period) {
    Map<String, Settlement> settlements = new TreeMap<>();
    queries.query(
        Sql.file(
            "shared/metrics/settlements", creator, utc(period.from()), utc(period.to()), creator),
        row -> {
          Settlement one =
              new Settlement(
                  period.day(DayRows.counted(row.instant("time"), period.zone())),
                  Stream.valueOf(row.required("stream").toUpperCase(Locale.ROOT)),
                  row.required("source"),
                  to.amount(row, "estimated", "estimated_currency", "time"),
                  to.amount(row, "settled", "settled_currency", "time"));
          settlements.merge(
              one.day() + "\n" + one.stream().ordinal() + '\n' + one.source(),
              one,
              CreatorReading::sum);
        });
    return List.copyOf(settlements.values());
  }

  private static Settlement sum(Settlement a, Settlement b) {
    return new Settlement(
        a.day(),
        a.stream(),
        a.source(),
        Math.addExact(a.estimated(), b.estimated()),
        Math.addExact(a.settled(), b.settled()));
  }
}
