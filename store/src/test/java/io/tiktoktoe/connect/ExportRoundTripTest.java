package io.tiktoktoe.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.connect.file.ReadOptions;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.file.Copies;
import io.tiktoktoe.file.DateHints;
import io.tiktoktoe.revenue.insight.RevenueInputs;
import io.tiktoktoe.simulation.CreatorEconomy;
import io.tiktoktoe.simulation.Truth;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.store.Erasure;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a store exports brings back the same store when it is ingested. */
class ExportRoundTripTest {

  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

  private static final EconomyOptions SMALL =
      EconomyOptions.defaults()
          .withCreators(4)
          .withMonths(3)
          .withTargetEvents(2_000)
          .withDelivery(0.1, 0.1, 0.1);

  /** Everything that an event says, and what the rollups make of all. */
  private static final List<String> SAME =
      List.of(
          "SELECT * EXCLUDE (recorded_in) FROM current_events ORDER BY id",
          "SELECT * FROM revenue_15min ORDER BY ALL",
          "SELECT * FROM audience_15min ORDER BY ALL",
          "SELECT * FROM reversals_without_sale ORDER BY ALL",
          // A refund of an estimate that was settled under another id waits for its fee: the export
          // has no estimate any more.
          "SELECT target, event, type FROM pending_reference WHERE type <> 'ad.revenue'"
              + " AND event IN (SELECT id FROM events WHERE stream IS NULL) ORDER BY ALL",
          "SELECT name, source, min(first), max(newest) FROM coverage JOIN creator USING (creator)"
              + " GROUP BY ALL ORDER BY ALL");

  /** Names and numbers as no table should lose them; corrections; what refers to another. */
  private static final String ODD =
      """
      {"id":"e1","time":"2026-05-01T10:00:00.123456Z","source":"x","type":"tip","creator":"@kit","fan":"=1+1","amount":"5.00","fee":"0.50","currency":"USD","attributes":{"note":"a \\"quoted\\", line"}}
      {"id":"e2","time":"2026-05-01T11:00:00Z","source":"x","type":"tip","creator":"@kit","fan":"'=quoted","amount":"7","currency":"JPY","country":"br"}
      {"id":"e3","time":"2026-05-01T12:00:00Z","source":"x","type":"tip","creator":"@kit","fan":"zoe-who-goes","amount":"9.00","currency":"USD"}
      {"id":"e4","time":"2026-05-01T13:00:00Z","source":"x","type":"tip","creator":"@kit","amount":"1.250","currency":"KWD"}
      {"id":"a1","time":"2026-05-02T00:00:00Z","source":"x","type":"ad.revenue","creator":"@kit","amount":"10.00","currency":"USD","state":"estimated"}
      {"id":"a1","time":"2026-05-02T00:00:00Z","source":"x","type":"ad.revenue","creator":"@kit","amount":"11.00","currency":"USD","state":"final"}
      {"id":"a2","time":"2026-05-03T00:00:00Z","source":"x","type":"ad.revenue","creator":"@kit","amount":"10.00","currency":"USD","state":"estimated"}
      {"id":"r2","time":"2026-05-03T01:00:00Z","source":"x","type":"refund","creator":"@kit","amount":"2.00","currency":"USD","refers_to":"a2"}
      {"id":"r1","time":"2026-05-03T01:00:00Z","source":"x","type":"refund","creator":"@kit","amount":"2.00","currency":"USD","refers_to":"e1"}
      {"id":"r3","time":"2026-05-03T01:00:00Z","source":"x","type":"refund","creator":"@kit","amount":"2.00","currency":"USD","refers_to":"not-come-yet"}
      {"id":"c1","time":"2026-05-03T01:00:00Z","source":"x","type":"chargeback","creator":"@kit","amount":"5.00","currency":"USD","refers_to":"e1","attributes":{"won":"true"}}
      {"id":"s1","time":"2026-05-04T01:00:00Z","source":"x","type":"subscription.started","creator":"@kit","fan":"f","amount":"5.00","currency":"USD","attributes":{"gifted":"true"}}
      {"id":"v1","time":"2026-05-04T01:00:00Z","source":"x","type":"view","creator":"@kit","content":"a,b","quantity":12,"watch_ms":1000,"duration_ms":2000,"completed":false}
      {"id":"h1","time":"2026-05-04T01:00:00Z","source":"x","type":"platform.health","creator":"@kit","value":0.1}
      """;

  /** Replaces the estimate to which a refund refers, in a batch of its own. */
  private static final String LATER =
      """
      {"id":"a2-final","time":"2026-05-03T00:00:00Z","source":"x","type":"ad.revenue","creator":"@kit","amount":"12.00","currency":"USD","state":"final","refers_to":"a2"}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"csv", "ndjson", "parquet"})
  void aSimulatedEconomyComesBack(String ending) throws Exception {
    Path events = folder.resolve("events.ndjson");
    try (EventFiles file = EventFiles.create(events)) {
      CreatorEconomy.of(SMALL).run(file, new Truth(), Progress.SILENT);
      file.finish();
    }
    comesBack(ending, "current_events", events);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "ndjson", "parquet"})
  void theSamplesOfAllFormatsComeBack(String ending) throws Exception {
    comesBack(ending, "current_events", samples());
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "ndjson", "parquet"})
  void oddNamesCorrectionsReferencesAndErasedFansComeBack(String ending) throws Exception {
    Path first = Files.writeString(folder.resolve("odd.ndjson"), ODD);
    Path later = Files.writeString(folder.resolve("later.ndjson"), LATER);
    try (Store old = open("old.duckdb")) {
      ingest(old, first, later);
    }
    Erasure.erase(
        folder.resolve("old.duckdb"),
        StoreOptions.defaults(),
        new Erasure.Request("zoe-who-goes", Optional.empty(), Optional.empty()),
        NOW);
    comesBack(ending, "current_events");
  }

  @Test
  void allVersionsComeBackInTheirOrder() throws Exception {
    Path first = Files.writeString(folder.resolve("odd.ndjson"), ODD);
    Path later = Files.writeString(folder.resolve("later.ndjson"), LATER);
    comesBack("csv", "event_versions", first, later);

    try (Store made = open("new.duckdb")) {
      assertThat(told(made, "SELECT id FROM event_versions WHERE state = 'estimated'")).hasSize(2);
    }
  }

  private void comesBack(String ending, String table, Path... files) throws Exception {
    Path export = folder.resolve("export." + ending);
    try (Store old = open("old.duckdb");
        Store made = open("new.duckdb")) {
      ingest(old, files);
      long rows = old.exporter().export(table, export);

      IngestReport came = ingest(made, export).getFirst();
      assertThat(came.examples()).isEmpty();
      assertThat(came.accepted()).isEqualTo(rows).isPositive();
      for (String query : SAME) {
        assertThat(told(made, query)).as(query).isEqualTo(told(old, query));
      }
      boolean all = table.equals("event_versions");
      assertThat(reports(made, all)).isEqualTo(reports(old, all)).isNotEmpty();

      for (Store store : List.of(made, old)) {
        IngestReport again = ingest(store, export).getFirst();
        assertThat(again.duplicates()).as("again: %s", again).isEqualTo(rows);
      }
    }
  }

  private Store open(String name) throws URISyntaxException {
    return Store.open(
        folder.resolve(name),
        StoreOptions.defaults()
            .withReadable(List.of(folder, folderOfSamples()))
            .withWritable(List.of(folder)));
  }

  private static List<IngestReport> ingest(Store store, Path... files) {
    List<IngestReport> reports = new ArrayList<>();
    ReadOptions options =
        ReadOptions.defaults()
            .withCreator("alice")
            .withCurrency("USD")
            .withDates(DateHints.NONE.withYear(2026))
            .withKey(store.settings()::pseudonymKey)
            .withCopies(new Copies(store::spool, Optional.empty()));
    for (Path file : files) {
      try (Reading reading = Connectors.open(file, options)) {
        reports.add(
            store.events().ingest(reading.relation(), IngestOptions.of(file.toString(), NOW)));
      }
    }
    return reports;
  }

  private static List<String> told(Store store, String query) {
    return store
        .engine()
        .rows(
            Sql.of("SELECT CAST(to_json(r) AS VARCHAR) AS line FROM (" + query + ") AS r"),
            row -> row.required("line"));
  }

  /** What reports are made of, of every creator; how estimates settled only history tells. */
  private static List<Object> reports(Store store, boolean all) {
    List<Object> reports = new ArrayList<>();
    DateRange period =
        DateRange.ofDays(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 12, 31), ZoneOffset.UTC);
    store.settings().addRates(rates(store));
    for (String creator : store.settings().creators()) {
      CreatorProfile profile = new CreatorProfile(creator, ZoneOffset.UTC, Money.currency("USD"));
      RevenueInputs inputs = store.revenue().collect(profile, period);
      reports.add(inputs.movements());
      reports.add(inputs.failed());
      if (all) {
        reports.add(inputs.settlements());
      }
      reports.add(inputs.fans());
    }
    return reports;
  }

  /** Of every day on which something was paid. */
  private static List<ExchangeRates.Rate> rates(Store store) {
    return store
        .engine()
        .rows(
            Sql.of(
                "SELECT DISTINCT CAST(time AS DATE) AS day, currency FROM current_events"
                    + " WHERE currency <> 'USD'"),
            row ->
                new ExchangeRates.Rate(
                    row.day("day"),
                    Money.currency(row.required("currency")),
                    Money.currency("USD"),
                    BigDecimal.TWO));
  }

  private static Path[] samples() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folderOfSamples())) {
      return files.sorted().toArray(Path[]::new);
    }
  }

  private static Path folderOfSamples() throws URISyntaxException {
    return Path.of(
        Optional.ofNullable(ExportRoundTripTest.class.getResource("samples"))
            .orElseThrow()
            .toURI());
  }
}
