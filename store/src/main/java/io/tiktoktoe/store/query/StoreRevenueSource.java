package io.tiktoktoe.store.query;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.calendar.Campaign;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.revenue.insight.IncomeCells;
import io.tiktoktoe.revenue.insight.RevenueInputs;
import io.tiktoktoe.revenue.insight.RevenueSource;
import io.tiktoktoe.risk.exposure.RiskFacts;
import io.tiktoktoe.store.model.Engine;
import io.tiktoktoe.store.model.Queries;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Revenue from the metric tables of a store. Thread safe unless it stands on one snapshot. Amounts
 * are converted at the rate of their bucket's or event's day in UTC, each cell by itself, rounding
 * half to even.
 */
public final class StoreRevenueSource implements RevenueSource {

  private final Engine engine;
  private final ToLongFunction<String> ids;
  private final Function<Queries, ExchangeRates> rates;
  private final Dimensions dimensions;
  private final Optional<Queries> snapshot;

  /**
   * A source of which each answer is a snapshot of its own.
   *
   * @param ids the store's keyed hash of a creator's text id
   * @param rates the exchange rates of a snapshot
   */
  public StoreRevenueSource(
      Engine engine, ToLongFunction<String> ids, Function<Queries, ExchangeRates> rates) {
    this(engine, ids, rates, new Dimensions(), Optional.empty());
  }

  private StoreRevenueSource(
      Engine engine,
      ToLongFunction<String> ids,
      Function<Queries, ExchangeRates> rates,
      Dimensions dimensions,
      Optional<Queries> snapshot) {
    this.engine = engine;
    this.ids = ids;
    this.rates = rates;
    this.dimensions = dimensions;
    this.snapshot = snapshot;
  }

  /** Reads that all stand on one snapshot, whatever is written meanwhile. */
  public <T> T snapshot(Function<RevenueSource, T> reading) {
    return read(
        queries ->
            reading.apply(
                new StoreRevenueSource(engine, ids, rates, dimensions, Optional.of(queries))));
  }

  private <T> T read(Function<Queries, T> reading) {
    return snapshot.isPresent() ? reading.apply(snapshot.get()) : engine.snapshot(reading);
  }

  @Override
  public RevenueInputs collect(CreatorProfile creator, DateRange range) {
    return read(queries -> reading(queries, creator).inputs(range));
  }

  @Override
  public IncomeCells income(CreatorProfile creator, DateRange range) {
    return read(queries -> reading(queries, creator).income(range));
  }

  @Override
  public RiskFacts riskFacts(CreatorProfile creator, DateRange recent) {
    return read(
        queries ->
            new RiskReading(
                    queries,
                    dimensions,
                    id(creator),
                    new Conversion(rates.apply(queries), creator.currency()))
                .facts(recent));
  }

  @Override
  public List<Campaign> campaigns(CreatorProfile creator, Instant until) {
    return read(
        queries ->
            new CampaignReading(
                    queries, id(creator), new Conversion(rates.apply(queries), creator.currency()))
                .campaigns(creator.zone(), until));
  }

  @Override
  public Instant dataFrom(CreatorProfile creator) {
    return read(queries -> CreatorReading.coverage(queries, id(creator), creator.zone())).first();
  }

  @Override
  public Instant dataThrough(CreatorProfile creator) {
    return read(queries -> CreatorReading.coverage(queries, id(creator), creator.zone())).newest();
  }

  private CreatorReading reading(Queries queries, CreatorProfile creator) {
    return new CreatorReading(
        queries, dimensions, id(creator), new Conversion(rates.apply(queries), creator.currency()));
  }

  private long id(CreatorProfile creator) {
    return ids.applyAsLong(creator.creator());
  }

  public static LocalDateTime utc(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }
}
