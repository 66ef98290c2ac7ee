package io.tiktoktoe.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a writing process; {@code -Dkills=1000} for the long run. */
class CrashTest {

  private static final int KILLS = Integer.getInteger("kills", 20);

  /** Longest time that the first victim may write before it is killed. */
  private static final int FIRST_MILLIS = 700;

  @TempDir Path folder;

  @Test
  void reliability10KilledAtAnyMomentEveryAcknowledgedBatchIsThereExactlyOnce()
      throws IOException, InterruptedException {
    Path file = folder.resolve("crash.duckdb");
    SplittableRandom random = new SplittableRandom(10);
    int acknowledged = 0;
    int most = FIRST_MILLIS;
    for (int kill = 0; kill < KILLS; kill++) {
      int before = acknowledged;
      acknowledged = writeUntilKilled(file, before + 1, random.nextInt(most));
      verify(file, acknowledged);
      if (acknowledged == before) {
        // A slow machine needs longer for a batch: kills before the first one prove little.
        most += most / 2;
      }
    }
    // Without progress the kills would have proved nothing.
    assertThat(acknowledged).isGreaterThan(KILLS / 2);
  }

  /** Runs a victim from this batch on and gives the last batch that it acknowledged. */
  private static int writeUntilKilled(Path file, int next, int millis)
      throws IOException, InterruptedException {
    Process victim = Child.start(CrashVictim.class, file.toString(), Integer.toString(next));
    int acknowledged = next - 1;
    try (BufferedReader out = victim.inputReader()) {
      assertThat(out.readLine()).isEqualTo("READY");
      Thread killer =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      Thread.sleep(millis);
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                    // Through its handle: Process.destroyForcibly closes the pipe with what is
                    // unread.
                    victim.toHandle().destroyForcibly();
                  });
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        acknowledged = Integer.parseInt(line);
      }
      killer.join();
    }
    assertThat(victim.waitFor(300, TimeUnit.SECONDS)).isTrue();
    return acknowledged;
  }

  private static void verify(Path file, int acknowledged) {
    try (Store store = Store.open(file, StoreOptions.defaults().withMemoryMegabytes(256))) {
      Map<String, Long> stored = new HashMap<>();
      store
          .engine()
          .query(
              Sql.of(
                  "SELECT k.description, count(*) AS n FROM events AS e"
                      + " JOIN chunk AS k ON k.chunk = e.chunk GROUP BY k.description"),
              row -> stored.put(row.required("description"), row.number("n")));
      long distinct = CrashVictim.BATCH_ROWS * 4L / 5;
      for (int batch = 1; batch <= acknowledged; batch++) {
        assertThat(stored).containsEntry("batch " + batch, distinct);
      }
      // The batch that was being written is there whole or not at all.
      assertThat(stored.values()).allMatch(rows -> rows == distinct);
      assertThat(stored.size()).isBetween(acknowledged, acknowledged + 1);
      EventLogTest.healthy(store);
      if (stored.size() > acknowledged) {
        IngestReport again =
            store.events().ingest(CrashVictim.relation(acknowledged + 1), Sample.options());
        assertThat(again.accepted()).isZero();
      }
    }
  }
}
