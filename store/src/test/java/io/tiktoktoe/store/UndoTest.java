package io.tiktoktoe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.store.model.UndoReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch that was taken back leaves the store as if it had never come. */
class UndoTest {

  private static final List<String> SAME =
      List.of(
          "SELECT * EXCLUDE (id, refers_to, recorded_in) FROM current_events ORDER BY ALL",
          "SELECT count(*) AS n FROM events",
          "SELECT * FROM revenue_15min ORDER BY ALL",
          "SELECT * FROM audience_15min ORDER BY ALL",
          "SELECT * EXCLUDE (id) FROM reversals_without_sale ORDER BY ALL",
          "SELECT count(*) AS n, type FROM pending_reference GROUP BY type ORDER BY ALL",
          "SELECT name, source, min(first), max(newest), sum(events) FROM coverage"
              + " JOIN creator USING (creator) GROUP BY ALL ORDER BY ALL",
          "SELECT name FROM fan ORDER BY ALL",
          "SELECT name FROM content ORDER BY ALL",
          "SELECT * EXCLUDE (audience) FROM audience ORDER BY ALL",
          "SELECT line, reason, replayed FROM rejected_rows ORDER BY ALL");

  @TempDir private Path folder;

  /** What was there: a sale, two estimates, a reversal that waits. */
  private static Sample first() {
    return new Sample()
        .tip("t1", "2026-01-01 10:00:00", "alice", "5.00")
        .tip("t9", "2026-02-20 10:00:00", "alice", "1.00")
        .row(ad("a1", "estimated", "10.00"))
        .row(ad("a2", "estimated", "20.00"))
        .row(reversal("r1", "refund", "t1"))
        .row(reversal("r2", "refund", "t2"));
  }

  /** What is taken back: it corrects, settles, gives a stream, names somebody new. */
  private static Sample second() {
    return new Sample()
        .tip("t2", "2026-01-02 10:00:00", "alice", "7.00")
        .tip("t3", "2026-01-02 11:00:00", "bob", "8.00")
        .row(ad("a1", "final", "11.00"))
        .row(settling("a2-final", "a2"))
        .row(reversal("c1", "chargeback", "t2"))
        .row(
            "id",
            "v1",
            "source",
            "twitch",
            "time",
            "2026-01-03 10:00:00",
            "type",
            "view",
            "creator",
            "alice",
            "content",
            "film",
            "quantity",
            "9")
        .tip("bad", "2026-01-02 10:00:00", "alice", "-7.00");
  }

  /** What came after it and refers to it, or was refused beside it. */
  private static Sample third() {
    return new Sample()
        .tip("t4", "2026-01-05 10:00:00", "alice", "2.00")
        .tip("t3", "2026-01-02 11:00:00", "bob", "8.00")
        .row(reversal("c2", "chargeback", "c1"))
        .row(reversal("r3", "refund", "t2"))
        .tip("bad2", "2026-01-02 10:00:00", "alice", "-9.00");
  }

  private static String[] ad(String id, String state, String amount) {
    return new String[] {
      "id",
      id,
      "source",
      "youtube",
      "time",
      "2026-01-01 00:00:00",
      "type",
      "ad.revenue",
      "creator",
      "alice",
      "amount_text",
      amount,
      "currency",
      "USD",
      "state",
      state
    };
  }

  private static String[] settling(String id, String estimate) {
    return new String[] {
      "id",
      id,
      "source",
      "youtube",
      "time",
      "2026-01-01 00:00:00",
      "type",
      "ad.revenue",
      "creator",
      "alice",
      "amount_text",
      "21.00",
      "currency",
      "USD",
      "state",
      "final",
      "refers_to",
      estimate
    };
  }

  private static String[] reversal(String id, String type, String of) {
    return new String[] {
      "id",
      id,
      "source",
      "twitch",
      "time",
      "2026-01-04 00:00:00",
      "type",
      type,
      "creator",
      "alice",
      "amount_text",
      "1.00",
      "currency",
      "USD",
      "refers_to",
      of
    };
  }

  @Test
  void totalsEqualThoseOfAStoreThatNeverHadIt() {
    try (Store store = open("a.duckdb");
        Store never = open("b.duckdb")) {
      ingest(store, "one", first());
      ingest(store, "two", second());
      ingest(store, "three", third());
      ingest(never, "one", first());
      ingest(never, "three", third());

      UndoReport report = store.events().undo("two", Sample.NOW);

      assertThat(report.events()).isEqualTo(6);
      assertThat(report.rejects()).isEqualTo(1);
      assertThat(report.revisions()).isPositive();
      assertThat(report.again()).containsExactly("three");
      assertThat(store.doctor().examine(Sample.NOW).toString())
          .contains("The revenue rollup equals", "The audience rollup equals");
      // One of its rows was a duplicate of the batch: it comes back with its file.
      ingest(store, "three", third());
      for (String query : SAME) {
        assertThat(told(store, query)).as(query).isEqualTo(told(never, query));
      }
      assertThat(told(store, "SELECT act, counts FROM audit").toString())
          .contains("undo batch", "\\\"events\\\":6");
    }
  }

  @Test
  void whatItChangedInClosedDaysIsNoted() {
    try (Store store = open("a.duckdb")) {
      ingest(store, "one", first());
      ingest(store, "two", second());
      store.events().undo("two", Sample.NOW);

      assertThat(
              told(
                  store,
                  "SELECT day, gross_change FROM revisions WHERE batch = 'undo of two'"
                      + " AND stream = 'tips' AND gross_change <> 0"))
          .containsExactly("{\"day\":\"2026-01-02\",\"gross_change\":-700}");
      assertThat(told(store, "SELECT batch FROM batches ORDER BY batch"))
          .containsExactly("{\"batch\":\"one\"}", "{\"batch\":\"undo of two\"}");
      assertThat(store.events().batches()).containsExactly("one");
    }
  }

  @Test
  void theOnlyBatchCanGoAndComeAgain() {
    try (Store store = open("a.duckdb")) {
      ingest(store, "one", first());
      List<String> before = told(store, SAME.get(2));
      store.events().undo("one", Sample.NOW);
      assertThat(told(store, "FROM current_events")).isEmpty();
      assertThat(told(store, "FROM fan")).isEmpty();
      ingest(store, "one", first());
      assertThat(told(store, SAME.get(2))).isEqualTo(before).isNotEmpty();
    }
  }

  @Test
  void anUnknownBatchIsNamedWithThoseThatThereAre() {
    try (Store store = open("a.duckdb")) {
      ingest(store, "one", first());
      assertThatThrownBy(() -> store.events().undo("tow", Sample.NOW))
          .hasMessage(
              "batch (tow) is not in the store. Name one of: one (export batches lists all).");
    }
  }

  private Store open(String name) {
    return Store.open(folder.resolve(name), StoreOptions.defaults().withMemoryMegabytes(256));
  }

  private static void ingest(Store store, String batch, Sample sample) {
    store.events().ingest(sample.relation(), IngestOptions.of(batch, Sample.NOW));
  }

  private static List<String> told(Store store, String query) {
    return store
        .engine()
        .rows(
            Sql.of("SELECT CAST(to_json(r) AS VARCHAR) AS line FROM (" + query + ") AS r"),
            row -> row.required("line"));
  }
}
