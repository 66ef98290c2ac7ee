package io.tiktoktoe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A process that erases or takes back is killed at moments spread over its work: the store opens,
 * is whole, and as it was before or as it is after. {@code -Dkills=100} for the long run.
 */
class KilledChangeTest {

  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final String FAN = "zinnia-quux-1";

  @TempDir Path folder;

  private Path sound;

  /** What a store says of itself. */
  private record State(long events, long gross, long batches, long fans, long named) {

    static State of(Store store) {
      return store
          .engine()
          .rows(
              Sql.of(
                  "SELECT (SELECT count(*) FROM events) AS events, (SELECT coalesce(sum(gross),"
                      + " 0)::BIGINT FROM revenue_rollup) AS gross, (SELECT count(DISTINCT batch)"
                      + " FROM chunk) AS batches, (SELECT count(*) FROM fan) AS fans, (SELECT"
                      + " count(*) FROM events JOIN fan USING (fan) WHERE name = ?) AS named",
                  FAN),
              row ->
                  new State(
                      row.number("events"),
                      row.number("gross"),
                      row.number("batches"),
                      row.number("fans"),
                      row.number("named")))
          .getFirst();
    }
  }

  @BeforeEach
  void makeStore() {
    sound = folder.resolve("sound.duckdb");
    try (Store store = Store.open(sound, ChangeVictim.OPTIONS)) {
      store.events().ingest(CrashVictim.relation(1), IngestOptions.of("first", Sample.NOW));
      store.events().ingest(CrashVictim.relation(2), IngestOptions.of("second", Sample.NOW));
      Sample fans = new Sample();
      for (int i = 0; i < 20; i++) {
        fans.row(
            "id",
            "f" + i,
            "source",
            "twitch",
            "time",
            "2026-01-05 10:00:00",
            "type",
            "tip",
            "creator",
            "alice",
            "fan",
            FAN,
            "amount_text",
            "5",
            "currency",
            "USD");
      }
      store.events().ingest(fans.relation(), IngestOptions.of("third", Sample.NOW));
    }
  }

  @ParameterizedTest
  @CsvSource({"erase, " + FAN, "undo, second"})
  void theStoreIsAsBeforeOrAsAfter(String change, String name)
      throws IOException, InterruptedException {
    State before = state(sound);
    Path peaceful = copy("peace");
    long millis = run(peaceful, change, name, Long.MAX_VALUE);
    State after = state(peaceful);
    assertThat(after).isNotEqualTo(before);
    SplittableRandom random = new SplittableRandom(change.hashCode());
    int killed = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Path file = copy(change + kill);
      long moment = (long) (millis * (kill + random.nextDouble()) / KILLS);
      killed += run(file, change, name, moment) < 0 ? 1 : 0;
      State found = state(file);
      assertThat(found).as("%s killed after %d ms", change, moment).isIn(before, after);
      again(file, change, name, found.equals(after));
      assertThat(state(file)).isEqualTo(after);
      assertNothingLeft(file);
    }
    // Otherwise nothing was proved.
    assertThat(killed).isPositive();
  }

  /** The same command ends what was cut short; what was done already, it says so. */
  private static void again(Path file, String change, String name, boolean done) {
    try {
      ChangeVictim.change(file, change, name);
    } catch (StoreException.NoSuchFan | IllegalArgumentException e) {
      assertThat(done).as(e.getMessage()).isTrue();
    }
  }

  private static void assertNothingLeft(Path file) throws IOException {
    try (Stream<Path> files = Files.walk(file.getParent())) {
      for (Path one : files.filter(Files::isRegularFile).toList()) {
        assertThat(String.valueOf(one.getFileName())).isIn("s.duckdb", ".tiktoktoe-spool");
        String bytes = new String(Files.readAllBytes(one), StandardCharsets.ISO_8859_1);
        assertThat(bytes.contains(FAN) && file.toString().contains("erase")).isFalse();
      }
    }
  }

  private Path copy(String name) throws IOException {
    Path own = Files.createDirectories(folder.resolve(name)).resolve("s.duckdb");
    return Files.copy(sound, own);
  }

  private static State state(Path file) {
    try (Store store = Store.open(file, ChangeVictim.OPTIONS)) {
      List<Doctor.Finding> findings = store.doctor().examine(Sample.NOW);
      assertThat(findings).noneMatch(finding -> finding.severity() == Doctor.Severity.PROBLEM);
      EventLogTest.healthy(store);
      return State.of(store);
    }
  }

  /** Runs a change and kills it at this moment; how long it took, or -1 if it was killed. */
  private static long run(Path file, String change, String name, long moment)
      throws IOException, InterruptedException {
    Process victim = Child.start(ChangeVictim.class, file.toString(), change, name);
    try (BufferedReader out = victim.inputReader()) {
      assertThat(out.readLine()).isEqualTo("READY");
      long started = System.nanoTime();
      boolean ended = victim.waitFor(Math.min(moment, 60_000), TimeUnit.MILLISECONDS);
      victim.toHandle().destroyForcibly();
      assertThat(victim.waitFor(300, TimeUnit.SECONDS)).isTrue();
      return ended ? (System.nanoTime() - started) / 1_000_000 : -1;
    }
  }

  /** Two names of one file, and its log beside each: the engine's lock is of the file. */
  @Test
  void aSecondNameOfAStoreThatIsOpenIsRefused() throws IOException, InterruptedException {
    Path file = copy("held");
    Path other = Files.createLink(file.resolveSibling("other.duckdb"), file);
    Process holder = Child.start(CrashVictim.class, file.toString(), "10");
    try (BufferedReader out = holder.inputReader()) {
      assertThat(out.readLine()).isEqualTo("READY");
      assertThatThrownBy(() -> Store.open(other, ChangeVictim.OPTIONS))
          .isInstanceOf(StoreException.InUse.class)
          .hasMessageContaining("is in use by another process");
    } finally {
      holder.toHandle().destroyForcibly();
      assertThat(holder.waitFor(300, TimeUnit.SECONDS)).isTrue();
    }
  }
}
