package io.tiktoktoe.store.query;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.Period;
import io.tiktoktoe.metric.FailedPayments;
import io.tiktoktoe.metric.FanConcentration;
import io.tiktoktoe.metric.ProductSales;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.metric.Settlement;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.revenue.insight.RevenueSource;
import io.tiktoktoe.store.model.Engine;
import io.tiktoktoe.store.model.ResultRow;
import io.tiktoktoe.store.model.Sql;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Revenue from the metric tables of a store. Thread safe; every call reads on a connection of its
 * own. Amounts are converted at the rate of their bucket's or event's day in UTC, each cell by
 * itself, rounding half to even.
 */
public final class StoreRevenueSource implements RevenueSource {

  private final Engine engine;
  private final ToLongFunction<String> ids;
  private final Supplier<ExchangeRates> rates;
  private final StreamsTogether streams;

  /**
   * The metric tables behind an engine.
   *
   * @param ids the store's keyed hash of a creator's text id
   * @param rates the exchange rates as they are when asked
   * @param streams cells of all streams, read together
   */
  public StoreRevenueSource(
      Engine engine,
      ToLongFunction<String> ids,
      Supplier<ExchangeRates> rates,
      StreamsTogether streams) {
    this.engine = engine;
    this.ids = ids;
    this.rates = rates;
    this.streams = streams;
  }

  @Override
  public List<RevenueCell> collect(CreatorProfile creator, Period period, Stream stream) {
    return streams
        .of(ids.applyAsLong(creator.creator()), period, stream)
        .in(rates.get(), creator.currency());
  }

  @Override
  public List<SubscriptionMovement> movements(CreatorProfile creator, Period period) {
    return subscriptions(creator).movements(period, dataThrough(creator));
  }

  @Override
  public FailedPayments failedPayments(CreatorProfile creator, Period period) {
    return subscriptions(creator).failures(period);
  }

  private Subscriptions subscriptions(CreatorProfile creator) {
    Conversion to = new Conversion(rates.get(), creator.currency());
    return new Subscriptions(
        engine.rows(
            Sql.file(
                "metrics/subscription_events",
                ids.applyAsLong(creator.creator()),
                LocalDateTime.of(9999, 1, 1, 0, 0)),
            row -> Subscriptions.Happening.of(row, to)));
  }

  @Override
  public FanConcentration fans(CreatorProfile creator, Period period) {
    FanTotals totals = new FanTotals(new Conversion(rates.get(), creator.currency()));
    engine.query(
        Sql.file(
            "metrics/fan_sales",
            ids.applyAsLong(creator.creator()),
            utc(period.from()),
            utc(period.to())),
        totals::add);
    return totals.concentration();
  }

  @Override
  public List<ProductSales> products(CreatorProfile creator, Period period) {
    Conversion to = new Conversion(rates.get(), creator.currency());
    Map<String, ProductSales> products = new TreeMap<>();
    engine.query(
        Sql.file(
            "metrics/product_sales",
            ids.applyAsLong(creator.creator()),
            utc(period.from()),
            utc(period.to())),
        row -> {
          ProductSales one = productSales(row, to);
          products.merge(
              one.product() + '\n' + one.stream().ordinal(), one, StoreRevenueSource::sum);
        });
    return List.copyOf(products.values());
  }

  private static ProductSales productSales(ResultRow row, Conversion to) {
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

  @Override
  public List<Settlement> settlements(CreatorProfile creator, Period period) {
    long id = ids.applyAsLong(creator.creator());
    Conversion to = new Conversion(rates.get(), creator.currency());
    Map<String, Settlement> settlements = new TreeMap<>();
    engine.query(
        Sql.file("metrics/settlements", id, utc(period.from()), utc(period.to()), id),
        row -> {
          Settlement one =
              new Settlement(
                  period.day(row.instant("time")),
                  Stream.valueOf(row.required("stream").toUpperCase(Locale.ROOT)),
                  row.required("source"),
                  to.amount(row, "estimated", "estimated_currency", "time"),
                  to.amount(row, "settled", "settled_currency", "time"));
          settlements.merge(
              one.day() + "\n" + one.stream().ordinal() + '\n' + one.source(),
              one,
              StoreRevenueSource::sum);
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

  @Override
  public Instant dataFrom(CreatorProfile creator) {
    return coverage(creator, "first", Instant.MAX);
  }

  @Override
  public Instant dataThrough(CreatorProfile creator) {
    return coverage(creator, "newest", Instant.MIN);
  }

  private Instant coverage(CreatorProfile creator, String column, Instant otherwise) {
    return engine
        .rows(
            Sql.file("metrics/coverage", ids.applyAsLong(creator.creator())),
            row -> row.isNull(column) ? otherwise : row.instant(column))
        .getFirst();
  }

  public static LocalDateTime utc(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }

  /** Brings amounts into one currency. */
  record Conversion(ExchangeRates rates, java.util.Currency target) {

    /** The amount in {@code column} at the rate of the day of {@code time}, in minor units. */
    long amount(ResultRow row, String column, String currency, String time) {
      Money money = Money.ofMinor(row.number(column), row.required(currency));
      return money.currency().equals(target)
          ? money.minorUnits()
          : rates.convert(money, target, day(row, time)).minorUnits();
    }

    private static java.time.LocalDate day(ResultRow row, String column) {
      return column.equals("day")
          ? row.day(column)
          : LocalDateTime.ofInstant(row.instant(column), ZoneOffset.UTC).toLocalDate();
    }
  }
}
