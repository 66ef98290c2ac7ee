package io.tiktoktoe.service.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.service.model.experiment.ExperimentAudit;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that runs price tests; {@code -Dkills=20 -Dexperiments=100 -Dthreads=64} for the
 * long run.
 */
class ExperimentKillTest {

  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final int TESTS = Integer.getInteger("experiments", 4);
  private static final int THREADS = Integer.getInteger("threads", 8);

  @TempDir Path folder;

  /** Which arm each fan was told, by test and fan; and outcomes that were acknowledged. */
  private final Map<String, String> arms = new HashMap<>();

  private final Set<String> outcomes = new HashSet<>();

  @Test
  void killedAtAnyMomentNoFanSeesTwoPricesAndTheLogGivesThePosteriorAgain()
      throws IOException, InterruptedException {
    Path file = folder.resolve("tests.duckdb");
    SplittableRandom random = new SplittableRandom(20);
    long entries = 0;
    int most = 900;
    for (int kill = 0; kill < KILLS || little() && kill < 10 * KILLS; kill++) {
      runUntilKilled(file, kill, 300 + random.nextInt(most));
      entries = verify(file);
      if (kill >= KILLS) {
        // A slow machine needs longer for as much.
        most += most / 2;
      }
    }
    System.out.printf(
        "%d tests, %d threads, %d kills: %,d answers to fans, %,d outcomes, %,d entries%n",
        TESTS, THREADS, KILLS, arms.size(), outcomes.size(), entries);
    // Without progress the kills would have proved nothing.
    assertThat(little()).isFalse();
    assertThat(new HashSet<>(arms.values())).hasSize(3);
  }

  private boolean little() {
    return arms.size() <= 200 || outcomes.size() <= 20;
  }

  private void runUntilKilled(Path file, int seed, int millis)
      throws IOException, InterruptedException {
    Process victim =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path", "")),
                ExperimentVictim.class.getName(),
                file.toString(),
                Integer.toString(TESTS),
                Integer.toString(THREADS),
                Integer.toString(seed))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
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
                    victim.toHandle().destroyForcibly();
                  });
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        heard(line);
      }
      killer.join();
    }
    assertThat(victim.waitFor(300, TimeUnit.SECONDS)).isTrue();
  }

  private void heard(String line) {
    String[] words = line.split(" ");
    if (words.length == 4) {
      String before = arms.putIfAbsent(words[1] + " " + words[2], words[3]);
      if (before != null) {
        assertThat(words[3]).as(line).isEqualTo(before);
      }
    } else if (words.length == 3) {
      outcomes.add(words[1] + " " + words[2]);
    }
  }

  private long verify(Path file) {
    long entries = 0;
    try (Store store = Store.open(file, StoreOptions.defaults().withMemoryMegabytes(256))) {
      ExperimentService service = ExperimentService.of(store);
      for (int test = 0; test < TESTS; test++) {
        ExperimentAudit audit = service.audit("t" + test);
        assertThat(audit.holds()).as(audit.toString()).isTrue();
        entries += audit.entries();
      }
      arms.forEach(
          (who, arm) -> {
            String[] words = who.split(" ");
            assertThat(service.open(words[0]).assign(words[1], PriceTests.NOW))
                .as(who)
                .satisfies(offer -> assertThat(offer.arm()).isEqualTo(arm))
                .satisfies(offer -> assertThat(offer.propensity()).isGreaterThanOrEqualTo(.01));
          });
      for (String outcome : outcomes) {
        String[] words = outcome.split(" ");
        String fan = words[1].substring(0, words[1].lastIndexOf('-'));
        boolean fresh =
            service
                .open(words[0])
                .record(PriceTests.outcome(words[1], fan, "purchase", "4.50"), PriceTests.NOW);
        assertThat(fresh).as(outcome).isFalse();
      }
    }
    return entries;
  }
}
