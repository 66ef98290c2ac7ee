package io.tiktoktoe.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.privacy.ledger.Charge;
import io.tiktoktoe.privacy.ledger.LedgerEntry;
import io.tiktoktoe.store.model.LedgerStatement;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that charges and keeps is killed with signal 9 between the two, over and over on one
 * ledger: nothing that was acknowledged is lost. {@code -Dkills=20} for the long run.
 */
class KilledLedgerTest {

  private static final int KILLS = Integer.getInteger("kills", 4);

  @TempDir Path folder;

  @Test
  void whatWasAcknowledgedStands() throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(7);
    List<String> said = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      said.addAll(run(3 + random.nextInt(20)));
      assertStands(said);
    }
    assertThat(said).hasSizeGreaterThan(3 * KILLS);
  }

  /** Lines that a victim said before it was killed. */
  private List<String> run(int lines) throws IOException, InterruptedException {
    Process victim =
        Child.start(
            LedgerVictim.class,
            folder.resolve("a.duckdb").toString(),
            folder.resolve("home").toString());
    List<String> said = new ArrayList<>();
    try (BufferedReader out = victim.inputReader(StandardCharsets.UTF_8)) {
      while (said.size() < lines) {
        said.add(String.valueOf(out.readLine()));
      }
      victim.destroyForcibly();
    }
    assertThat(victim.waitFor(300, TimeUnit.SECONDS)).isTrue();
    assertThat(said).hasSizeGreaterThanOrEqualTo(lines);
    return said;
  }

  private void assertStands(List<String> said) {
    PrivacyLedger ledger =
        PrivacyLedger.beside(
            folder.resolve("a.duckdb"), folder.resolve("home"), InstantSource.system());
    LedgerStatement statement = ledger.statement();
    assertThat(statement.fault()).isEmpty();
    List<LedgerEntry> entries = statement.accounts().getFirst().counting();
    for (String line : said) {
      String key = line.substring(line.indexOf(' ') + 1);
      LedgerEntry entry =
          entries.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
      if (line.startsWith("kept")) {
        assertThat(entry.answered()).isPresent();
        assertThat(ledger.charge(LedgerVictim.ACCOUNT, key, "about", LedgerVictim.PRICE))
            .isInstanceOf(Charge.Answered.class);
      }
    }
    // A retry of what was charged and not kept costs nothing more.
    long spent = statement.accounts().getFirst().spent().microEpsilon();
    String last = entries.getLast().key();
    ledger.charge(LedgerVictim.ACCOUNT, last, "about", LedgerVictim.PRICE);
    assertThat(ledger.statement().accounts().getFirst().spent().microEpsilon()).isEqualTo(spent);
  }
}
