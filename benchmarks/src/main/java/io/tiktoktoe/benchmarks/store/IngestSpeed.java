package io.tiktoktoe.benchmarks.store;

import io.tiktoktoe.connect.Connectors;
import io.tiktoktoe.connect.Reading;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * Files to events and rollups with dedupe, beside the engine's own loading of the same file into a
 * table of the same columns without dedupe, validation or rollup, in one run.
 *
 * <p>Usage: {@code IngestSpeed [EVENTS [FOLDER]]}; 5,000,000 events unless said otherwise.
 */
public final class IngestSpeed {

  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  private IngestSpeed() {}

  /** Runs it and prints a table. */
  public static void main(String[] arguments) throws Exception {
    long events = arguments.length > 0 ? Long.parseLong(arguments[0]) : 5_000_000;
    Path folder =
        arguments.length > 1
            ? Files.createDirectories(Path.of(arguments[1]).toAbsolutePath())
            : Files.createTempDirectory("ingest-speed");
    Path parquet = folder.resolve("events-" + events + ".parquet");
    Path ndjson = folder.resolve("events-" + events + ".ndjson");
    NativeFiles.write(NativeFiles.economy(events), parquet, ndjson);
    System.out.printf(
        Locale.ROOT,
        "Parquet %,d MB, NDJSON %,d MB%n",
        Files.size(parquet) >> 20,
        Files.size(ndjson) >> 20);
    Cost plain = plain(folder, parquet);
    System.out.println(plain.line("engine's own INSERT ... SELECT read_parquet"));
    Cost columns = ingest(folder, parquet, "Parquet -> events + rollup, dedupe");
    Cost lines = ingest(folder, ndjson, "NDJSON -> events + rollup, dedupe");
    System.out.printf(
        Locale.ROOT,
        "Ingest runs at %.2f (Parquet, goal 0.60) and %.2f (NDJSON) of the engine's own loading%n",
        plain.cpuSeconds() / columns.cpuSeconds(),
        plain.cpuSeconds() / lines.cpuSeconds());
  }

  /**
   * The same hashing and typing into the same table, and nothing else, by the engine as it comes:
   * without the store's settings but for the threads.
   */
  private static Cost plain(Path folder, Path parquet) throws Exception {
    Path file = folder.resolve("plain.duckdb");
    delete(file);
    Store.open(file, options(folder)).close();
    Properties properties = new Properties();
    properties.setProperty("threads", Integer.toString(options(folder).threads()));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, properties);
        Statement statement = connection.createStatement()) {
      // The small dimensions must be there, as they are for the log after its first chunk.
      statement.execute(
          "INSERT INTO audience SELECT row_number() OVER (), * FROM (SELECT DISTINCT source,"
              + " country, age_band, gender, device FROM read_parquet('"
              + parquet
              + "'))");
      Cost cost =
          Cost.of(
              () -> statement.executeLargeUpdate("INSERT INTO events " + PLAIN.formatted(parquet)));
      statement.execute("CHECKPOINT");
      System.out.printf(Locale.ROOT, "  file %,d MB%n", Files.size(file) >> 20);
      return cost;
    }
  }

  private static final String PLAIN =
      """
      SELECT md5_number('0123456789012345678901e:' || r.source || chr(31) || r.id)::UUID AS id,
        1 AS chunk, CAST(r.time AS TIMESTAMP) AS time, r.type::event_type AS type,
        CASE WHEN r.type = 'tip' THEN 'tips' WHEN r.type = 'merch.order' THEN 'merchandise'
          WHEN r.type IN ('subscription.started', 'subscription.renewed') THEN 'subscriptions'
          WHEN r.type IN ('ad.revenue', 'brand.deal') THEN 'advertising' END::revenue_stream
          AS stream,
        (md5_number('0123456789012345678901c:' || creator) & 9223372036854775807::UHUGEINT)::BIGINT
          AS creator,
        (md5_number('0123456789012345678901f:' || fan) & 9223372036854775807::UHUGEINT)::BIGINT
          AS fan,
        (md5_number('0123456789012345678901o:' || content) & 9223372036854775807::UHUGEINT)::BIGINT
          AS content,
        (md5_number('0123456789012345678901p:' || product) & 9223372036854775807::UHUGEINT)::BIGINT
          AS product,
        p.audience::INTEGER AS audience, amount_minor AS amount, fee_minor AS fee, tax_minor AS tax,
        c.currency, quantity, state::event_state AS state,
        md5_number('0123456789012345678901e:' || r.source || chr(31) || refers_to)::UUID
          AS refers_to,
        NULL::BOOLEAN AS gifted, NULL::BOOLEAN AS won, watch_ms, duration_ms,
        CAST(completed AS BOOLEAN) AS completed, value, attributes, NULL::INTEGER AS superseded,
        "interval" AS billing_interval, CAST(paid_until AS TIMESTAMP) AS paid_until, trial,
        NULL::BIGINT AS other_fan, NULL::BIGINT AS undone_fee, NULL::BIGINT AS undone_tax
      FROM read_parquet('%s') AS r
      LEFT JOIN currency AS c ON c.code = r.currency
      LEFT JOIN audience AS p ON p.source = r.source
        AND p.country IS NOT DISTINCT FROM r.country
        AND p.age_band IS NOT DISTINCT FROM r.age_band
        AND p.gender IS NOT DISTINCT FROM r.gender
        AND p.device IS NOT DISTINCT FROM r.device
      """;

  private static Cost ingest(Path folder, Path events, String name) throws Exception {
    Path file = folder.resolve("ingest.duckdb");
    delete(file);
    try (Store store = Store.open(file, options(folder))) {
      IngestReport[] report = new IngestReport[1];
      Cost first = Cost.of(() -> rows(report, store, events, "first"));
      System.out.println(first.line(name));
      System.out.println("  " + report[0]);
      Cost second = Cost.of(() -> rows(report, store, events, "second"));
      System.out.println(second.line("  the same file again"));
      System.out.println("  " + report[0]);
      if (report[0].accepted() != 0) {
        throw new IllegalStateException("The second ingest added events: " + report[0]);
      }
      long before = size(store, file);
      Cost compact =
          Cost.of(
              () -> {
                store.events().compact();
                return report[0].rows();
              });
      System.out.println(compact.line("  compaction"));
      System.out.printf(
          Locale.ROOT, "  file %,d MB, compacted %,d MB%n", before, size(store, file));
      return first;
    }
  }

  /** Reads and ingests as the product does, the look at the file included. */
  private static long rows(IngestReport[] report, Store store, Path events, String batch) {
    try (Reading reading = Connectors.open(events, ReadOptions.defaults())) {
      report[0] = store.events().ingest(reading.relation(), IngestOptions.of(batch, NOW));
      return report[0].rows();
    }
  }

  /** Megabytes in use, which freed blocks are not. */
  private static long size(Store store, Path file) {
    long[] blocks = new long[1];
    store
        .engine()
        .query(
            Sql.of("SELECT used_blocks * block_size AS n FROM pragma_database_size()"),
            row -> blocks[0] = row.number("n"));
    return blocks[0] >> 20;
  }

  private static StoreOptions options(Path folder) {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    return StoreOptions.defaults()
        .withReadable(List.of(folder.toAbsolutePath(), temporary.toAbsolutePath()));
  }

  static void delete(Path store) throws IOException {
    Files.deleteIfExists(store);
    Files.deleteIfExists(store.resolveSibling(store.getFileName() + ".wal"));
  }
}
