package io.tiktoktoe.store.query;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.Period;
import io.tiktoktoe.revenue.insight.IncomeCells;
import io.tiktoktoe.revenue.insight.RevenueInputs;
import io.tiktoktoe.revenue.insight.RevenueSource;
import io.tiktoktoe.store.Settings;
import io.tiktoktoe.store.engine.Engine;
import io.tiktoktoe.store.engine.Queries;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/**
 * Revenue from the metric tables of a store. Thread safe unless it stands on one snapshot. Amounts
 * are converted at the rate of their bucket's or event's day in UTC, each cell by itself, rounding
 * half to even.
 */
public final class StoreRevenueSource implements RevenueSource {

  private final Engine engine;
  private final Settings settings;
  private final Dimensions dimensions;
  private final Optional<Queries> snapshot;

  /** A source of which each answer is a snapshot of its own. */
  public StoreRevenueSource(Engine engine, Settings settings) {
    this(engine, settings, new Dimensions(), Optional.empty());
  }

  private StoreRevenueSource(
      Engine engine, Settings settings, Dimensions dimensions, Optional<Queries> snapshot) {
    this.engine = engine;
    this.settings = settings;
    this.dimensions = dimensions;
    this.snapshot = snapshot;
  }

  /** Reads that all stand on one snapshot, whatever is written meanwhile. */
  public <T> T snapshot(Function<RevenueSource, T> reading) {
    return read(
        queries ->
            reading.apply(
                new StoreRevenueSource(engine, settings, dimensions, Optional.of(queries))));
  }

  private <T> T read(Function<Queries, T> reading) {
    return snapshot.isPresent() ? reading.apply(snapshot.get()) : engine.snapshot(reading);
  }

  @Override
  public RevenueInputs collect(CreatorProfile creator, Period range) {
    return read(queries -> reading(queries, creator).inputs(range));
  }

  @Override
  public IncomeCells income(CreatorProfile creator, Period range) {
    return read(queries -> reading(queries, creator).income(range));
  }

  @Override
  public Instant dataFrom(CreatorProfile creator) {
    return read(queries -> CreatorReading.coverage(queries, id(creator))).first();
  }

  @Override
  public Instant dataThrough(CreatorProfile creator) {
    return read(queries -> CreatorReading.coverage(queries, id(creator))).newest();
  }

  private CreatorReading reading(Queries queries, CreatorProfile creator) {
    return new CreatorReading(
        queries,
        dimensions,
        id(creator),
        new Conversion(settings.rates(queries), creator.currency()));
  }

  private long id(CreatorProfile creator) {
    return settings.creatorId(creator.creator());
  }

  public static LocalDateTime utc(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }
}
