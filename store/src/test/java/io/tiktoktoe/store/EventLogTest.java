package io.tiktoktoe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.stage.StageRelation;
import io.tiktoktoe.store.engine.StoreFailures;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.store.model.Reject;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class EventLogTest {

  @TempDir Path folder;

  @Test
  void validRowsAreStoredAndFoldedIntoTheRollup() {
    try (Store store = Sample.open(folder)) {
      IngestReport report =
          ingest(
              store,
              new Sample()
                  .tip("1", "2026-01-05 10:03:00", "alice", "12.50")
                  .tip("2", "2026-01-05 10:07:00", "alice", "0.1")
                  .tip("3", "2026-01-05 10:16:00", "bob", "3"));
      assertThat(report.accepted()).isEqualTo(3);
      assertThat(report.rejected()).isZero();
      assertThat(
              store
                  .engine()
                  .rows(
                      Sql.of("SELECT creator, gross, sales FROM revenue_15min ORDER BY creator"),
                      row ->
                          row.required("creator")
                              + row.number("gross")
                              + "/"
                              + row.number("sales")))
          .containsExactly("alice1260/2", "bob300/1");
      healthy(store);
    }
  }

  @Test
  void reliability12DuplicatesCountOnceWithinAndAcrossBatchesAndRestarts() {
    Sample twice =
        new Sample()
            .tip("1", "2025-01-05 10:03:00", "alice", "12.50")
            .tip("1", "2025-01-05 10:03:00", "alice", "12.50")
            .tip("2", "2025-01-05 10:03:00", "alice", "12.50");
    try (Store store = Sample.open(folder)) {
      IngestReport report = ingest(store, twice);
      assertThat(report.accepted()).isEqualTo(2);
      assertThat(report.duplicates()).isEqualTo(1);
      assertThat(ingest(store, twice).duplicates()).isEqualTo(3);
    }
    try (Store store = Sample.open(folder)) {
      IngestReport later =
          store
              .events()
              .ingest(
                  twice.relation(),
                  IngestOptions.of("later", Sample.NOW.plus(Duration.ofDays(400))));
      assertThat(later.accepted()).isZero();
      assertThat(later.duplicates()).isEqualTo(3);
      assertThat(gross(store, "alice")).isEqualTo(2500);
      healthy(store);
    }
  }

  @Test
  void reliability12DuplicatesInLaterChunksOfOneBatchCountOnce() {
    try (Store store = Sample.open(folder)) {
      IngestReport report =
          store
              .events()
              .ingest(
                  new Sample()
                      .tip("1", "2026-01-05 10:03:00", "alice", "1")
                      .tip("2", "2026-01-05 10:03:00", "alice", "1")
                      .tip("1", "2026-01-05 10:03:00", "alice", "1")
                      .tip("3", "2026-01-05 10:03:00", "alice", "1")
                      .tip("2", "2026-01-05 10:03:00", "alice", "9")
                      .relation(),
                  Sample.options(),
                  2);
      assertThat(report.accepted()).isEqualTo(3);
      assertThat(report.duplicates()).isEqualTo(1);
      assertThat(report.conflicts()).isEqualTo(1);
      healthy(store);
    }
  }

  @Test
  void reliability13SameIdWithOtherAmountIsAConflictAndTheFirstIsKept() {
    try (Store store = Sample.open(folder)) {
      IngestReport report =
          ingest(
              store,
              new Sample()
                  .tip("1", "2026-01-05 10:03:00", "alice", "12.50")
                  .tip("1", "2026-01-05 10:03:00", "alice", "13.50")
                  .tip("1", "2026-01-05 10:03:01", "alice", "12.50"));
      assertThat(report.accepted()).isEqualTo(1);
      assertThat(report.conflicts()).isEqualTo(2);
      assertThat(report.examples()).hasSize(2).allMatch(reject -> reject.field().equals("id"));
      assertThat(
              ingest(store, new Sample().tip("1", "2026-01-05 10:03:00", "bob", "12.50"))
                  .conflicts())
          .isEqualTo(1);
      assertThat(gross(store, "alice")).isEqualTo(1250);
      healthy(store);
    }
  }

  @Test
  void reliability13LateEventLandsInItsOwnHourAndIsNotedAsARevision() {
    try (Store store = Sample.open(folder)) {
      ingest(store, new Sample().tip("1", "2026-02-20 10:00:00", "alice", "1"));
      IngestReport late =
          ingest(
              store,
              new Sample()
                  .tip("2", "2025-11-20 10:20:00", "alice", "2")
                  .tip("3", "2026-02-20 09:00:00", "alice", "3")
                  .tip("4", "2025-11-20 10:20:00", "never seen before", "4"));
      assertThat(late.revisions()).isEqualTo(1);
      assertThat(
              store
                  .engine()
                  .rows(
                      Sql.of("SELECT creator, day, stream, gross_change FROM revisions"),
                      row ->
                          row.required("creator")
                              + row.day("day")
                              + row.required("stream")
                              + row.number("gross_change")))
          .containsExactly("alice2025-11-20tips200");
      assertThat(
              store
                  .engine()
                  .rows(
                      Sql.of("SELECT bucket FROM revenue_15min WHERE gross = 200"),
                      row -> row.instant("bucket").toString()))
          .containsExactly("2025-11-20T10:15:00Z");
    }
  }

  @Test
  void lateEventsThatMoveNoMoneyReviseNothing() {
    try (Store store = Sample.open(folder)) {
      ingest(store, new Sample().tip("1", "2026-02-20 10:00:00", "alice", "1"));
      Sample late = new Sample().tip("2", "2025-11-20 10:20:00", "alice", "2");
      for (String type : List.of("price.exposure", "subscription.payment_failed")) {
        late.row(
            "id",
            type,
            "source",
            "twitch",
            "time",
            "2025-11-20 11:00:00",
            "type",
            type,
            "creator",
            "alice",
            "amount_text",
            "9.99",
            "currency",
            "USD",
            "product",
            "gold");
      }
      assertThat(ingest(store, late).accepted()).isEqualTo(3);
      assertThat(
              store
                  .engine()
                  .rows(
                      Sql.of("SELECT sum(gross_change) AS g, sum(net_change) AS n FROM revisions"),
                      row -> row.number("g") + " " + row.number("n")))
          .containsExactly("200 200");
    }
  }

  @Test
  void reliability14ImpossibleTimesAreRejectedWithReasonAndTheRestIsStored() {
    try (Store store = Sample.open(folder)) {
      IngestReport report =
          store
              .events()
              .ingest(
                  new Sample()
                      .tip("1", "9999-01-01 00:00:00", "alice", "1")
                      .tip("2", "1970-01-01 00:00:00", "alice", "1")
                      .tip("3", "2026-03-01 02:00:00", "alice", "1")
                      .tip("4", "2026-02-28 23:00:00", "alice", "1")
                      .relation(),
                  Sample.options().withAhead(Duration.ofHours(1)));
      assertThat(report.accepted()).isEqualTo(1);
      assertThat(report.rejected()).isEqualTo(3);
      assertThat(report.examples())
          .extracting(Reject::line, Reject::field)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(1L, "time"),
              org.assertj.core.groups.Tuple.tuple(2L, "time"),
              org.assertj.core.groups.Tuple.tuple(3L, "time"));
      IngestReport replayed =
          store
              .events()
              .replayRejects(
                  "test", IngestOptions.of("replay", Sample.NOW.plus(Duration.ofHours(3))));
      assertThat(replayed.accepted()).isEqualTo(1);
      assertThat(replayed.rejected()).isEqualTo(2);
      assertThat(store.events().replayRejects("test", IngestOptions.of("again", Sample.NOW)).rows())
          .isZero();
      healthy(store);
    }
  }

  @Test
  void reliability14OneBadRowOfTenThousandLeavesTheOthers() {
    try (Store store = Sample.open(folder)) {
      String select =
          """
          SELECT i AS line, 'id' || i AS id, 'twitch' AS source,
            TIMESTAMP '2026-01-01' + INTERVAL 1 MINUTE * i AS time, NULL::VARCHAR AS time_text,
            'tip' AS type, 'alice' AS creator, NULL::VARCHAR AS fan, NULL::VARCHAR AS content,
            NULL::VARCHAR AS product, CASE WHEN i = 7 THEN 'twelve' ELSE '1.10' END AS amount_text,
            NULL::BIGINT AS amount_minor, 'EUR' AS currency, NULL::VARCHAR AS fee_text,
            NULL::BIGINT AS fee_minor, NULL::VARCHAR AS tax_text, NULL::BIGINT AS tax_minor,
            NULL::BIGINT AS quantity, NULL::VARCHAR AS refers_to, NULL::VARCHAR AS state,
            NULL::VARCHAR AS country, NULL::VARCHAR AS age_band, NULL::VARCHAR AS gender,
            NULL::VARCHAR AS device, NULL::BIGINT AS watch_ms, NULL::BIGINT AS duration_ms,
            NULL::BOOLEAN AS completed, NULL::DOUBLE AS value, NULL AS billing_interval,
            NULL AS paid_until, NULL AS trial, NULL AS other_fan, NULL::VARCHAR AS attributes,
            'line ' || i AS raw, NULL::VARCHAR AS error_field, NULL::VARCHAR AS error_value,
            NULL::VARCHAR AS error_reason
          FROM range(1, 10001) AS r(i)
          """;
      IngestReport report =
          store.events().ingest(StageRelation.sequential(select, "ten"), Sample.options());
      assertThat(report.accepted()).isEqualTo(9_999);
      assertThat(report.examples())
          .singleElement()
          .satisfies(
              reject -> {
                assertThat(reject.line()).isEqualTo(7);
                assertThat(reject.field()).isEqualTo("amount");
                assertThat(reject.value()).isEqualTo("twelve");
                assertThat(reject.reason()).contains("not a decimal number");
              });
      assertThat(store.engine().rows(Sql.of("SELECT raw FROM rejects"), row -> row.required("raw")))
          .containsExactly("line 7");
      assertThat(gross(store, "alice")).isEqualTo(9_999 * 110);
      IngestReport again =
          store.events().ingest(StageRelation.sequential(select, "ten"), Sample.options());
      assertThat(again.duplicates()).isEqualTo(9_999);
      assertThat(
              store
                  .engine()
                  .rows(Sql.of("SELECT count(*) AS n FROM rejects"), row -> row.number("n")))
          .containsExactly(1L);
    }
  }

  @Test
  void cancelingBetweenChunksKeepsWhatIsCommitted() {
    try (Store store = Sample.open(folder)) {
      IngestOptions canceling =
          Sample.options()
              .withProgress(
                  (step, done, total) -> {
                    if (done >= 2) {
                      throw new java.util.concurrent.CancellationException("stop");
                    }
                  });
      Sample sample =
          new Sample()
              .tip("1", "2026-01-05 10:03:00", "alice", "1")
              .tip("2", "2026-01-05 10:03:00", "alice", "1")
              .tip("3", "2026-01-05 10:03:00", "alice", "1");
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> store.events().ingest(sample.relation(), canceling, 2))
          .isInstanceOf(java.util.concurrent.CancellationException.class);
      assertThat(gross(store, "alice")).isEqualTo(200);
      assertThat(ingest(store, sample).accepted()).isEqualTo(1);
      healthy(store);
    }
  }

  /** What private releases take for known of a store must not tell whether a line is there. */
  @Test
  void partsOfAFileAndItsCommitsFollowFromNoRow() {
    String all =
        new Sample()
            .tip("1", "2026-01-05 10:03:00", "alice", "1")
            .tip("2", "2026-01-05 10:03:00", "alice", "1")
            .tip("3", "2026-01-05 10:03:00", "alice", "1")
            .relation()
            .select();
    try (Store store = Sample.open(folder)) {
      for (String left : List.of("line > 1", "false")) {
        StageRelation relation =
            StageRelation.seekable("SELECT * FROM (" + all + ") WHERE " + left, "left");
        store.events().ingest(relation, Sample.options(), 2);
      }
      assertThat(
              store
                  .engine()
                  .rows(
                      Sql.of("SELECT accepted FROM chunk ORDER BY chunk"),
                      row -> row.number("accepted")))
          .containsExactly(1L, 1L, 0L);
      healthy(store);
    }
  }

  public static IngestReport ingest(Store store, Sample sample) {
    return store.events().ingest(sample.relation(), Sample.options());
  }

  public static long gross(Store store, String creator) {
    return store
        .engine()
        .rows(
            Sql.of(
                "SELECT coalesce(sum(gross), 0) AS n FROM revenue_15min WHERE creator = ?",
                creator),
            row -> row.number("n"))
        .getFirst();
  }

  public static void healthy(Store store) {
    assertThat(store.doctor().examine(Sample.NOW))
        .filteredOn(finding -> finding.severity() == Doctor.Severity.PROBLEM)
        // Samples in many currencies come without rates.
        .filteredOn(finding -> !finding.check().equals("rates"))
        .isEmpty();
  }

  @Test
  void whatIsToldOfAnUnreadableFileIsItsFirstError() {
    // Each reading of it fails with another text.
    StageRelation failing =
        StageRelation.sequential(
            "SELECT * FROM (%s) WHERE error('torn ' || uuid()) IS NULL"
                .formatted(
                    new Sample().tip("1", "2026-01-05 10:03:00", "ada", "1").relation().select()),
            "torn");
    try (Store store = Sample.open(folder)) {
      assertThatThrownBy(() -> store.events().ingest(failing, Sample.options()))
          .isInstanceOf(StoreException.BadInput.class)
          .satisfies(
              e ->
                  assertThat(e)
                      .hasMessageContaining(StoreFailures.detail((SQLException) e.getCause())));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "+4915155500, 48",
    "+491515550004, 48",
    "491515550004, 48",
    "10000000001, 48",
    "00491515550004, 48",
    "10000000000, 0",
    "491515550004.00, 0",
    "+491515550, 0"
  })
  void aTelephoneNumberIsNoAmount(String amount, int fault) {
    try (Store store = Sample.open(folder)) {
      IngestReport report =
          store
              .events()
              .ingest(
                  new Sample().tip("1", "2026-01-05 10:03:00", "ada", amount).relation(),
                  Sample.options());
      assertThat(report.rejected()).isEqualTo(fault == 0 ? 0 : 1);
      assertThat(report.reasons().keySet())
          .allMatch(reason -> reason.contains("looks like a telephone number or an id"));
      assertThat(
              store
                  .engine()
                  .rows(
                      Sql.of("SELECT concat(value, raw, stage) AS kept FROM rejects"),
                      row -> row.required("kept")))
          .noneMatch(kept -> kept.contains("4915155500") || kept.contains("491515550004"));
    }
  }
}
