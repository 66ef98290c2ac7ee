package io.tiktoktoe.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.simulation.CreatorEconomy;
import io.tiktoktoe.simulation.Truth;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.model.WorldTruth;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.work.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the simulated economy through a file into the store: the books must equal the truth. */
class SimulatedEconomyTest {

  private static final EconomyOptions BADLY_DELIVERED =
      EconomyOptions.defaults()
          .withCreators(10)
          .withMonths(5)
          .withTargetEvents(20_000)
          .withDelivery(0.2, 0.1, 0.1);

  private static final String BOOKS =
      """
      SELECT c.name || ' ' || r.stream || ' ' || m.code AS account,
        CAST(sum(r.gross) AS VARCHAR) || ' ' || CAST(sum(r.fee) AS VARCHAR) || ' '
          || CAST(sum(r.tax) AS VARCHAR) || ' ' || CAST(sum(r.refunds) AS VARCHAR) || ' '
          || CAST(sum(r.chargebacks) AS VARCHAR) || ' ' || CAST(sum(r.sales) AS VARCHAR) AS sums
      FROM revenue_rollup AS r
      JOIN creator AS c ON c.creator = r.creator
      JOIN currency AS m ON m.currency = r.currency
      WHERE r.stream IS NOT NULL
      GROUP BY ALL
      """;

  private static final String COSTS =
      """
      SELECT c.name AS account, CAST(sum(r.costs) AS VARCHAR) AS sums
      FROM revenue_rollup AS r
      JOIN creator AS c ON c.creator = r.creator
      WHERE r.costs <> 0
      GROUP BY ALL
      """;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"events.parquet", "events.ndjson.gz"})
  void booksEqualTheTruthToTheMinorUnit(String name) throws Exception {
    Path file = directory.resolve(name);
    Truth truth = new Truth();
    try (EventFiles events = EventFiles.create(file)) {
      CreatorEconomy.of(BADLY_DELIVERED).run(events, truth, Progress.SILENT);
      events.finish();
    }
    TruthRecord.Delivery delivery = truth.all(TruthRecord.Delivery.class).getFirst();
    StoreOptions options = StoreOptions.defaults();
    try (Reading reading = Connectors.open(file, ReadOptions.defaults());
        Store store =
            Store.open(directory.resolve("store.db"), options.withReadable(reading.files()))) {
      IngestReport first = ingest(store, reading);
      assertThat(first.rejected()).as("rejects: %s", first.examples()).isZero();
      assertThat(first.conflicts()).isZero();
      assertThat(first.duplicates()).isEqualTo(delivery.duplicates());
      assertThat(books(store)).isEqualTo(trueBooks(truth));
      assertThat(query(store, COSTS)).isEqualTo(trueCosts(truth));

      IngestReport second = ingest(store, reading);
      assertThat(second.accepted()).isZero();
      assertThat(books(store)).isEqualTo(trueBooks(truth));
    }
  }

  private static IngestReport ingest(Store store, Reading reading) {
    Instant after = Instant.parse("2026-01-01T00:00:00Z");
    return store.events().ingest(reading.relation(), IngestOptions.of("simulated", after));
  }

  private static Map<String, String> trueCosts(Truth truth) {
    Map<String, Long> sums = new TreeMap<>();
    for (WorldTruth.Expense one : truth.all(WorldTruth.Expense.class)) {
      sums.merge(one.creator(), one.minor(), Long::sum);
    }
    Map<String, String> costs = new TreeMap<>();
    sums.forEach((creator, sum) -> costs.put(creator, Long.toString(sum)));
    return costs;
  }

  private static Map<String, String> books(Store store) {
    return query(store, BOOKS);
  }

  private static Map<String, String> query(Store store, String text) {
    Map<String, String> books = new TreeMap<>();
    store.engine().query(Sql.of(text), row -> books.put(row.text("account"), row.text("sums")));
    return books;
  }

  private static Map<String, String> trueBooks(Truth truth) {
    Map<String, long[]> accounts = new TreeMap<>();
    for (TruthRecord.Ledger row : truth.all(TruthRecord.Ledger.class)) {
      String account =
          row.creator() + " " + row.stream().label() + " " + row.currency().getCurrencyCode();
      long[] sums = accounts.computeIfAbsent(account, absent -> new long[6]);
      sums[0] += row.gross();
      sums[1] += row.fee();
      sums[2] += row.tax();
      sums[3] += row.refunds();
      sums[4] += row.chargebacks();
      sums[5] += row.count();
    }
    Map<String, String> books = new TreeMap<>();
    accounts.forEach(
        (account, sums) ->
            books.put(
                account,
                "%d %d %d %d %d %d"
                    .formatted(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5])));
    return books;
  }
}
