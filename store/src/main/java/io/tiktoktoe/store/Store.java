package io.tiktoktoe.store;

import io.tiktoktoe.audience.insight.AudienceSource;
import io.tiktoktoe.content.insight.ContentSource;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.pipeline.insight.AnalyticsStream;
import io.tiktoktoe.pipeline.insight.MarketStream;
import io.tiktoktoe.pricing.portfolio.PricingSource;
import io.tiktoktoe.privacy.ledger.StreamRecord;
import io.tiktoktoe.privacy.release.ContributionSource;
import io.tiktoktoe.privacy.release.WindowSource;
import io.tiktoktoe.revenue.insight.RevenueSource;
import io.tiktoktoe.store.engine.DuckDbEngine;
import io.tiktoktoe.store.engine.Spool;
import io.tiktoktoe.store.engine.StoreFailures;
import io.tiktoktoe.store.engine.StorePlace;
import io.tiktoktoe.store.engine.Writer;
import io.tiktoktoe.store.model.CommitLog;
import io.tiktoktoe.store.model.Engine;
import io.tiktoktoe.store.model.PlatformSlice;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreException;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.store.model.ViewsAndTips;
import io.tiktoktoe.store.query.CreatorTips;
import io.tiktoktoe.store.query.StoreAnalyticsStream;
import io.tiktoktoe.store.query.StoreAudienceSource;
import io.tiktoktoe.store.query.StoreContentSource;
import io.tiktoktoe.store.query.StoreMarketStream;
import io.tiktoktoe.store.query.StorePricingSource;
import io.tiktoktoe.store.query.StoreRevenueSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.Currency;
import java.util.function.Function;

/**
 * The embedded store: one file with the event log, its dimensions and its metric tables, owned by
 * one process at a time. Writes come one after another through {@link #events()}; reads run at the
 * same time on connections of their own. Once open, it can touch no file but those named in its
 * options.
 */
public final class Store implements AutoCloseable {

  private final Path file;
  private final Spool spool;
  private final DuckDbEngine engine;
  private final Writer writer;
  private final String salt;
  private final EventLog events;
  private final Settings settings;
  private final StoreRevenueSource revenue;
  private final ForecastLog forecasts;
  private final LearnedModels models;
  private final ExperimentLog experiments;

  Store(Path file, Spool spool, DuckDbEngine engine, StoreFailures failures, String salt) {
    this.file = file;
    this.spool = spool;
    this.engine = engine;
    this.writer = new Writer(engine, failures, file);
    this.salt = salt;
    this.events = new EventLog(writer, spool, salt);
    this.settings = new Settings(engine, writer, salt);
    this.revenue = new StoreRevenueSource(engine, settings::creatorId, settings::rates);
    this.forecasts = new ForecastLog(writer, settings);
    this.models = new LearnedModels(engine, writer);
    this.experiments = new ExperimentLog(file, engine, writer, salt);
  }

  /**
   * The file that a path names as a store: links are followed.
   *
   * @throws StoreException if no store can be there
   */
  public static Path place(Path file) {
    return StorePlace.of(file);
  }

  /**
   * Opens the store in {@code file}, or makes it when the options allow it.
   *
   * @throws StoreException naming the file, the problem and the remedy
   */
  public static Store open(Path file, StoreOptions options) {
    Path absolute = place(file);
    if (!Files.exists(absolute) && !options.create()) {
      throw new StoreException.Missing(absolute.toString());
    }
    return new StoreOpening(absolute, options).open();
  }

  /**
   * Makes a store anew from a folder that {@link Exporter#backUp} wrote.
   *
   * @throws IllegalArgumentException if {@code file} exists already or the folder is no backup
   */
  public static Store restore(Path backup, Path file, StoreOptions options) {
    Backup.restore(
        backup.toAbsolutePath().normalize(),
        file.toAbsolutePath().normalize(),
        options.cancellation());
    return open(file, options);
  }

  /** The store's file. */
  public Path file() {
    return file;
  }

  /** A folder of the store's own into which it may read and write, emptied at every opening. */
  public Path spool() {
    return spool.folder();
  }

  /** Runs SQL on what is stored. */
  public Engine engine() {
    return engine;
  }

  /** Takes events in. */
  public EventLog events() {
    return events;
  }

  /** Creators' zones and currencies, and exchange rates. */
  public Settings settings() {
    return settings;
  }

  /** What revenue analysis reads; each answer is a snapshot of its own. */
  public RevenueSource revenue() {
    return revenue;
  }

  /**
   * Reads of revenue that all stand on one and the same commit, whatever is ingested meanwhile.
   *
   * @param reading asks one question after the other, on the calling thread
   */
  public <T> T snapshot(Function<RevenueSource, T> reading) {
    return revenue.snapshot(reading);
  }

  /**
   * Reads of audiences that all stand on one and the same commit.
   *
   * @param reading asks one question after the other, on the calling thread
   */
  public <T> T audience(Function<AudienceSource, T> reading) {
    return engine.snapshot(
        queries ->
            reading.apply(
                new StoreAudienceSource(queries, settings::creatorId, settings.rates(queries))));
  }

  /**
   * Reads of prices and demand that all stand on one and the same commit.
   *
   * @param reading asks one question after the other, on the calling thread
   */
  public <T> T pricing(Function<PricingSource, T> reading) {
    return engine.snapshot(
        queries ->
            reading.apply(
                new StorePricingSource(queries, settings::creatorId, settings.rates(queries))));
  }

  /**
   * Reads of a platform that all stand on one and the same commit.
   *
   * @param slice which events
   * @param currency in which amounts are told
   * @param reading asks on the calling thread
   */
  public <T> T platform(
      PlatformSlice slice, Currency currency, Function<AnalyticsStream, T> reading) {
    return engine.snapshot(
        queries ->
            reading.apply(
                new StoreAnalyticsStream(queries, settings.rates(queries), currency, slice)));
  }

  /**
   * Reads of what all creators' fans watched and paid in two periods.
   *
   * @param middle first instant of the later period
   * @param currency in which amounts are told
   * @param reading asks on the calling thread
   */
  public <T> T market(
      DateRange period, Instant middle, Currency currency, Function<MarketStream, T> reading) {
    return engine.snapshot(
        queries ->
            reading.apply(
                new StoreMarketStream(
                    queries,
                    settings.rates(queries),
                    currency,
                    period.from(),
                    middle,
                    period.to())));
  }

  /**
   * What known fans did for one creator: the own side of a peer benchmark.
   *
   * @throws io.tiktoktoe.event.MissingRateException if an amount cannot be converted
   */
  public ViewsAndTips viewsAndTips(String creator, PlatformSlice slice, Currency currency) {
    return engine.snapshot(
        queries ->
            CreatorTips.read(
                queries, settings.creatorId(creator), settings.rates(queries), currency, slice));
  }

  /**
   * Reads of a window of a platform's stream, all on one and the same commit, which is told with
   * what was counted.
   *
   * @param window whose events are counted, with those that came late for windows before
   * @param released windows before
   * @param currency in which amounts are told
   * @param counting asks on the calling thread
   */
  public WindowSource.Snapshot window(
      DateRange window,
      StreamRecord released,
      Currency currency,
      Function<AnalyticsStream, ContributionSource> counting) {
    PlatformSlice slice = new PlatformSlice(window, released);
    return engine.snapshot(
        queries ->
            new WindowSource.Snapshot(
                CommitLog.read(queries).newest(),
                counting.apply(
                    new StoreAnalyticsStream(queries, settings.rates(queries), currency, slice))));
  }

  /** When the store was fed, whatever with. */
  public CommitLog commits() {
    return engine.snapshot(CommitLog::read);
  }

  /**
   * Reads of contents that all stand on one and the same commit.
   *
   * @param reading asks one question after the other, on the calling thread
   */
  public <T> T contents(Function<ContentSource, T> reading) {
    return engine.snapshot(
        queries ->
            reading.apply(
                new StoreContentSource(queries, settings::creatorId, settings.rates(queries))));
  }

  /** Whether anything was taken in that does not bear this batch's name. */
  public boolean holdsOthersThan(String batch) {
    return engine
        .rows(Sql.file("duckdb/settings/other_batches", batch), row -> row.number("others") > 0)
        .getFirst();
  }

  /** Keeps forecasts. */
  public ForecastLog forecasts() {
    return forecasts;
  }

  /** Keeps what was learned from all creators. */
  public LearnedModels models() {
    return models;
  }

  /** Keeps price tests and what happened in them. */
  public ExperimentLog experiments() {
    return experiments;
  }

  /** Writes tables and views to files. */
  public Exporter exporter() {
    return new Exporter(engine);
  }

  /** Looks for what is wrong with the data. */
  public Doctor doctor() {
    return new Doctor(engine, settings::rates);
  }

  /** The one connection that writes. */
  Writer writer() {
    return writer;
  }

  /** The secret of the keyed hashes. */
  public String salt() {
    return salt;
  }

  /** A read connection for this package's tests. */
  Connection connect() {
    return engine.connect();
  }

  @Override
  public void close() {
    try {
      experiments.leave();
    } finally {
      closeAll();
    }
  }

  private void closeAll() {
    events.close();
    try {
      spool.leave(engine.cancellation());
    } finally {
      engine.close();
    }
  }
}
