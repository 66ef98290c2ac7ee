package io.tiktoktoe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tiktoktoe.stage.StageRelation;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreOptions;
import io.tiktoktoe.store.model.Target;
import io.tiktoktoe.work.Cancellation;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that would run for hours end soon after a request, and leave the store as it was. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class CancelledStatementsTest {

  /** So many numbers take hours to hash. */
  private static final String ENDLESS =
      "SELECT count(*) AS n FROM range(1000000000000000) AS r(i) WHERE hash(i) = 0";

  private static final long DISTINCT = CrashVictim.BATCH_ROWS * 4L / 5;

  @TempDir Path folder;

  private final Cancellation cancellation = new Cancellation();

  @Test
  void aRunningQueryIsCancelled() {
    Throwable thrown = new AssertionError();
    // A busy machine may not have begun the query when the request comes: it is asked later then.
    for (int millis = 300;
        !(root(thrown) instanceof SQLException) && millis < 30_000;
        millis *= 3) {
      Cancellation one = new Cancellation();
      try (Store store = open("read.duckdb", one)) {
        requestIn(Duration.ofMillis(millis), one);
        thrown = catchThrowable(() -> store.engine().query(Sql.of(ENDLESS), row -> {}));
        assertThat(thrown).isInstanceOf(CancellationException.class);
      }
    }
    assertThat(thrown).hasRootCauseInstanceOf(SQLException.class);
  }

  @Test
  void anExportIsCancelledAndLeavesNoFile() {
    Path file = folder.resolve("out.csv");
    StoreOptions options = options(cancellation).withWritable(List.of(folder.toAbsolutePath()));
    try (Store store = Store.open(folder.resolve("export.duckdb"), options)) {
      requestIn(Duration.ofMillis(300), cancellation);
      assertThatThrownBy(
              () -> store.engine().write(Sql.of(ENDLESS), new Target.File(file, Target.Format.CSV)))
          .isInstanceOf(CancellationException.class);
      assertThat(file).doesNotExist();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anIngestCancelledInTheMiddleOfAStatementIsRolledBackAndCanBeRepeated(boolean seekable) {
    StageRelation next = CrashVictim.relation(2);
    // Counting leaves the amounts out, so that what takes hours is the COPY or the chunk's stage.
    String slow =
        "SELECT * REPLACE (coalesce(amount_text, (%s)::VARCHAR) AS amount_text) FROM (%s)"
            .formatted(ENDLESS, next.select().replace("'0.01'", "nullif('0.01', id)"));
    StageRelation endless =
        seekable
            ? StageRelation.seekable(slow, "endless")
            : StageRelation.sequential(slow, "endless");
    try (Store store = open("write.duckdb", cancellation)) {
      IngestReport first = store.events().ingest(CrashVictim.relation(1), Sample.options());
      assertThat(first.accepted()).isEqualTo(DISTINCT);
      requestIn(Duration.ofMillis(700), cancellation);
      assertThatThrownBy(() -> store.events().ingest(endless, Sample.options()))
          .isInstanceOf(CancellationException.class);
      assertThatThrownBy(() -> store.events().ingest(next, Sample.options()))
          .as("a cancelled store does no more")
          .isInstanceOf(CancellationException.class);
    }
    try (Store store = open("write.duckdb", new Cancellation())) {
      EventLogTest.healthy(store);
      assertThat(store.events().ingest(CrashVictim.relation(1), Sample.options()).accepted())
          .isZero();
      assertThat(store.events().ingest(next, Sample.options()).accepted()).isEqualTo(DISTINCT);
      EventLogTest.healthy(store);
    }
  }

  /** The engine forgets a cancel that comes just before a statement starts. */
  @Test
  void aRequestAtAnyMomentAroundTheStartIsHeard() {
    for (int micros = 0; micros < 3_000; micros += 60) {
      Cancellation one = new Cancellation();
      try (Store store = open("race.duckdb", one)) {
        CompletableFuture<Void> query =
            CompletableFuture.runAsync(() -> store.engine().query(Sql.of(ENDLESS), row -> {}));
        LockSupport.parkNanos(1_000L * micros);
        one.request();
        assertThatThrownBy(() -> join(query)).isInstanceOf(CancellationException.class);
      }
    }
  }

  private static void join(CompletableFuture<Void> query) throws Throwable {
    try {
      query.join();
    } catch (CompletionException e) {
      throw e.getCause();
    }
  }

  private static Throwable root(Throwable thrown) {
    return thrown.getCause() == null ? thrown : root(thrown.getCause());
  }

  private static void requestIn(Duration delay, Cancellation one) {
    CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
        .execute(one::request);
  }

  private Store open(String name, Cancellation by) {
    return Store.open(folder.resolve(name), options(by));
  }

  private static StoreOptions options(Cancellation by) {
    return StoreOptions.defaults().withMemoryMegabytes(256).withCancellation(by);
  }
}
