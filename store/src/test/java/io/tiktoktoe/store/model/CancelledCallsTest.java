package io.tiktoktoe.store.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.stage.StageRelation;
import io.tiktoktoe.store.EventLogTest;
import io.tiktoktoe.store.Sample;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.work.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One call is cancelled, the store goes on. */
class CancelledCallsTest {

  private static final int CALLS = 1_000;

  /** So many numbers take hours to hash. */
  private static final String ENDLESS =
      "SELECT count(*) AS n FROM range(1000000000000000) AS r(i) WHERE hash(i) = 0";

  @TempDir Path folder;

  @Test
  void ofAThousandCallsEverySecondIsCancelledAndNothingLeaks() throws IOException {
    Path out = folder.resolve("out.csv");
    try (Store store = Sample.open(folder);
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor()) {
      EventLogTest.ingest(store, new Sample().tip("t0", "2026-01-01 10:00:00", "alice", "1.00"));
      long before = openFiles();
      for (int i = 0; i < CALLS; i++) {
        Cancellation call = new Cancellation();
        int number = i;
        if (i % 2 == 0) {
          later.schedule(call::request, i % 7 * 300, TimeUnit.MICROSECONDS);
          assertThatThrownBy(() -> call.during(() -> endless(store, out, number)))
              .as("call %d", number)
              .isInstanceOf(CancellationException.class);
        } else {
          assertThat(call.during(() -> store.events().count())).isEqualTo(1 + i / 50);
          if (i % 50 == 49) {
            Sample sample = new Sample().tip("t" + i, "2026-01-01 10:00:00", "alice", "1.00");
            call.during(() -> store.events().ingest(sample.relation(), Sample.options()));
          }
        }
      }
      assertThat(openFiles()).as("open files").isLessThanOrEqualTo(before + 5);
      assertThat(out).doesNotExist();
      try (Stream<Path> spool = Files.list(store.spool())) {
        assertThat(spool.map(path -> path.getFileName().toString()))
            .allMatch(name -> name.equals("memory") || name.startsWith("."));
      }
      EventLogTest.healthy(store);
      assertThat(store.events().count()).isEqualTo(1 + CALLS / 50);
    }
  }

  /** A query, an export, or an ingest without end. */
  private static long endless(Store store, Path out, int number) {
    return switch (number % 3) {
      case 0 -> store.engine().rows(Sql.of(ENDLESS), row -> row.number("n")).getFirst();
      case 1 -> store.engine().write(Sql.of(ENDLESS), new Target.File(out, Target.Format.CSV));
      default -> {
        StageRelation next = new Sample().tip("x", "2026-01-01 10:00:00", "bob", "9").relation();
        String slow =
            "SELECT * REPLACE (coalesce(product, (%s)::VARCHAR) AS product) FROM (%s)"
                .formatted(ENDLESS, next.select());
        yield store
            .events()
            .ingest(StageRelation.seekable(slow, "endless"), Sample.options())
            .accepted();
      }
    };
  }

  @Test
  void aPartOfTheWorkHearsWhatStopsTheWhole() {
    try (Store store = Sample.open(folder);
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor()) {
      Cancellation whole = new Cancellation();
      Cancellation part = new Cancellation();
      later.schedule(whole::request, 100, TimeUnit.MILLISECONDS);
      assertThatThrownBy(() -> whole.during(() -> part.during(() -> endless(store, folder, 0))))
          .isInstanceOf(CancellationException.class);
      assertThat(store.events().count()).isZero();
    }
  }

  private static long openFiles() throws IOException {
    Path descriptors = Path.of("/proc/self/fd");
    if (!Files.isDirectory(descriptors)) {
      return 0;
    }
    try (Stream<Path> open = Files.list(descriptors)) {
      return open.count();
    }
  }
}
