package io.tiktoktoe.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.Charge;
import io.tiktoktoe.privacy.ledger.Price;
import io.tiktoktoe.store.model.LedgerStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivacyLedgerTest {

  private static final BudgetAccount ACCOUNT = new BudgetAccount("stage", "partners of \\ours");
  private static final Price HALF = new Price(50_000, 500_000);

  @TempDir Path folder;

  private Instant now = Instant.parse("2026-03-01T00:00:00Z");

  private PrivacyLedger ledger() {
    return PrivacyLedger.beside(store(), folder.resolve("home"), () -> now);
  }

  private Path store() {
    return folder.resolve("a.duckdb");
  }

  private Path file() {
    return folder.resolve("a.duckdb.ledger");
  }

  private Charge charge(String key) {
    return ledger().charge(ACCOUNT, key, "tips\nof march", HALF);
  }

  @Test
  void chargesKeepsAndAnswersAgainAtNoCost() {
    assertThat(charge("a")).isEqualTo(new Charge.Granted());
    assertThat(ledger().keep(ACCOUNT, "a", "42".getBytes(UTF_8))).asString(UTF_8).isEqualTo("42");

    assertThat(charge("a"))
        .isInstanceOfSatisfying(
            Charge.Answered.class, one -> assertThat(one.bytes()).asString(UTF_8).isEqualTo("42"));
    assertThat(ledger().keep(ACCOUNT, "a", "43".getBytes(UTF_8))).asString(UTF_8).isEqualTo("42");
    LedgerStatement.Account account = ledger().statement().accounts().getFirst();
    assertThat(account.spent()).isEqualTo(HALF);
    assertThat(account.left()).isEqualTo(HALF);
    assertThat(account.account()).isEqualTo(ACCOUNT);
    assertThat(account.counting().getFirst().about()).isEqualTo("tips\nof march");
    assertThat(account.counting().getFirst().by()).isEqualTo(System.getProperty("user.name"));
  }

  @Test
  void overspendingIsRefusedUntilTheBudgetComesBack() {
    charge("a");
    now = now.plus(Duration.ofDays(3));
    charge("b");

    Charge third = charge("c");

    assertThat(third)
        .isInstanceOfSatisfying(
            Charge.Overspent.class,
            one -> {
              assertThat(one.left()).isEqualTo(Price.NOTHING);
              assertThat(one.backAt()).contains(now.plus(Duration.ofDays(27)));
            });
    now = now.plus(Duration.ofDays(27));
    assertThat(charge("c")).isEqualTo(new Charge.Granted());
    assertThat(charge("d")).isInstanceOf(Charge.Overspent.class);
  }

  @Test
  void anotherPurposeIsNoOtherBudgetButAnotherTenantIs() {
    charge("a");
    charge("b");

    assertThat(ledger().charge(new BudgetAccount("stage", "x"), "a", "about", HALF))
        .isInstanceOfSatisfying(
            Charge.Overspent.class, one -> assertThat(one.left()).isEqualTo(Price.NOTHING));
    assertThat(ledger().charge(new BudgetAccount("hall", "x"), "a", "about", HALF))
        .isEqualTo(new Charge.Granted());
    assertThat(ledger().statement().tenants())
        .extracting(LedgerStatement.Tenant::left)
        .containsExactly(Price.NOTHING, HALF);
  }

  @Test
  void anUnfinishedChargeIsNotChargedTwice() {
    charge("a");
    charge("a");

    assertThat(ledger().statement().accounts().getFirst().spent()).isEqualTo(HALF);
  }

  @Test
  void anAnswerAfterItsChargeCameBackIsRefused() {
    charge("a");
    now = now.plus(Duration.ofDays(30));

    assertThatThrownBy(() -> ledger().keep(ACCOUNT, "a", new byte[1]))
        .hasMessageContaining("Ask again");
    assertThatThrownBy(() -> ledger().keep(ACCOUNT, "never", new byte[1]))
        .hasMessageContaining("not charged");
  }

  @Test
  void sixtyFourThreadsGetTheLastBudgetOnce() throws Exception {
    charge("first");
    try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
      List<Callable<Charge>> tries =
          IntStream.range(0, 64).<Callable<Charge>>mapToObj(i -> () -> charge("k" + i)).toList();
      long granted = 0;
      for (Future<Charge> one : threads.invokeAll(tries)) {
        granted += one.get() instanceof Charge.Granted ? 1 : 0;
      }
      assertThat(granted).isEqualTo(1);
    }
    assertThat(ledger().statement().accounts().getFirst().left()).isEqualTo(Price.NOTHING);
  }

  @Test
  void aTruncatedLedgerReleasesNothing() throws IOException {
    charge("a");
    charge("b");
    List<String> lines = Files.readAllLines(file());
    Files.writeString(file(), lines.getFirst() + "\n");

    assertUntrusted("restored from an older backup");
  }

  @Test
  void anEmptiedOrRemovedLedgerReleasesNothing() throws IOException {
    charge("a");
    Files.delete(file());

    assertUntrusted("it has 0 lines");
  }

  @Test
  void aChangedLedgerReleasesNothing() throws IOException {
    charge("a");
    charge("b");
    Files.writeString(file(), Files.readString(file()).replace("50000", "00000"));

    assertUntrusted("line 1 of it does not follow");
  }

  @Test
  void aWholeFolderOfAnOlderBackupReleasesNothing() throws IOException {
    charge("a");
    byte[] ledger = Files.readAllBytes(file());
    byte[] head = Files.readAllBytes(folder.resolve("a.duckdb.ledger.head"));
    charge("b");
    Files.write(file(), ledger);
    Files.write(folder.resolve("a.duckdb.ledger.head"), head);

    assertUntrusted("restored from an older backup");
  }

  @Test
  void lostOrSpoiltWitnessesReleaseNothing() throws IOException {
    charge("a");
    charge("b");
    Path head = folder.resolve("a.duckdb.ledger.head");
    Files.writeString(head, "not a witness");
    assertUntrusted("saw others");
    Files.delete(head);
    try (var homes = Files.list(folder.resolve("home"))) {
      for (Path one : homes.toList()) {
        Files.delete(one);
      }
    }
    assertUntrusted("is gone");
  }

  @Test
  void aClockSetBackReleasesNothingUntilItIsRight() {
    charge("a");
    Instant right = now;
    now = now.minus(Duration.ofDays(40));
    assertUntrusted("Set the clock right");
    now = right.minus(Duration.ofMinutes(1));
    assertThat(charge("b")).isEqualTo(new Charge.Granted());
  }

  @Test
  void renewingClosesAllAccountsForThirtyDays() throws IOException {
    assertThatThrownBy(() -> ledger().renew()).hasMessageContaining("nothing to renew");
    charge("a");
    Files.writeString(file(), "");
    assertUntrusted("privacy ledger --renew");

    Instant back = ledger().renew();

    assertThat(back).isEqualTo(now.plus(Duration.ofDays(30)));
    assertThat(charge("b"))
        .isInstanceOfSatisfying(
            Charge.Overspent.class, one -> assertThat(one.backAt()).contains(back));
    assertThat(ledger().statement().closedUntil()).contains(back);
    now = back;
    assertThat(charge("b")).isEqualTo(new Charge.Granted());
    assertThat(ledger().statement().closedUntil()).isEmpty();
  }

  /** What a kill can leave of a line that was never acknowledged. */
  @Test
  void everyTornLineIsTakenOff() throws IOException {
    charge("a");
    byte[] whole = Files.readAllBytes(file());
    byte[] head = Files.readAllBytes(folder.resolve("a.duckdb.ledger.head"));
    byte[] torn = "charge\t2026-03-01T00:00:00Z\tstage\thälf".getBytes(UTF_8);
    for (int cut = 1; cut <= torn.length; cut += 7) {
      Files.write(file(), whole);
      Files.write(file(), java.util.Arrays.copyOf(torn, cut), StandardOpenOption.APPEND);
      assertThat(ledger().statement().fault()).isEmpty();
      assertThat(Files.readAllBytes(file())).isEqualTo(whole);
    }
    assertThat(Files.readAllBytes(folder.resolve("a.duckdb.ledger.head"))).isEqualTo(head);
  }

  /** The kill came between the line and its witness: the line stands. */
  @Test
  void aLineWithoutItsWitnessCounts() throws IOException {
    charge("a");
    byte[] head = Files.readAllBytes(folder.resolve("a.duckdb.ledger.head"));
    charge("b");
    Files.write(folder.resolve("a.duckdb.ledger.head"), head);

    assertThat(charge("c")).isInstanceOf(Charge.Overspent.class);
  }

  @Test
  void lookingMakesNoFile() {
    assertThat(ledger().statement().accounts()).isEmpty();
    assertThat(file()).doesNotExist();
  }

  @Test
  void pricesOfNothingAreRefused() {
    assertThatThrownBy(() -> ledger().charge(ACCOUNT, "a", "about", Price.NOTHING))
        .hasMessageContaining("at least 1");
  }

  private void assertUntrusted(String reason) {
    assertThat(charge("new"))
        .isInstanceOfSatisfying(
            Charge.Untrusted.class, one -> assertThat(one.reason()).contains(reason));
    assertThat(ledger().statement().fault().orElse("")).contains(reason);
  }
}
