package io.tiktoktoe.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.Charge;
import io.tiktoktoe.privacy.ledger.Price;
import io.tiktoktoe.privacy.ledger.StepCharge;
import io.tiktoktoe.privacy.ledger.StreamStep;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One budget over all purposes, streams that hold a part of it, and copies of a store. */
class BudgetSharesTest {

  private static final BudgetAccount INSIGHT = new BudgetAccount("stage", "insight");
  private static final BudgetAccount PARTNERS = new BudgetAccount("stage", "partners");
  private static final Price TENTH = new Price(10_000, 100_000);

  @TempDir Path folder;

  private Instant now = Instant.parse("2026-03-01T00:00:00Z");

  private PrivacyLedger ledger() {
    return PrivacyLedger.beside(folder.resolve("a.duckdb"), folder.resolve("home"), () -> now);
  }

  private int granted(BudgetAccount account) {
    int granted = 0;
    while (ledger().charge(account, account.purpose() + granted, "about", TENTH)
        instanceof Charge.Granted) {
      granted++;
    }
    return granted;
  }

  @Test
  void aShareIsKeptForItsPurposeAndIsAllThatItHas() {
    ledger().share(PARTNERS, 0.3);

    assertThat(granted(INSIGHT)).isEqualTo(7);
    assertThat(granted(PARTNERS)).isEqualTo(3);
    assertThat(granted(new BudgetAccount("stage", "anything else"))).isZero();
    assertThat(ledger().limit(PARTNERS)).isEqualTo(new Price(30_000, 300_000));
    assertThat(ledger().statement().tenants().getFirst().left()).isEqualTo(Price.NOTHING);
  }

  @Test
  void sharesThatChangeNeverGiveMoreThanTheWhole() {
    assertThat(granted(INSIGHT)).isEqualTo(10);
    ledger().share(PARTNERS, 1);

    assertThat(ledger().charge(PARTNERS, "a", "about", TENTH))
        .isInstanceOfSatisfying(
            Charge.Overspent.class,
            one -> assertThat(one.backAt()).contains(now.plus(Duration.ofDays(30))));
    now = now.plus(Duration.ofDays(30));
    assertThat(granted(PARTNERS)).isEqualTo(10);
    assertThatThrownBy(() -> ledger().share(INSIGHT, 0.1)).hasMessageContaining("others' shares");
    ledger().share(PARTNERS, 0);
    ledger().share(INSIGHT, 0.1);
    assertThatThrownBy(() -> ledger().share(INSIGHT, Double.NaN)).hasMessageContaining("NaN");
  }

  @Test
  void severalSharesAreGivenTogetherOrNotAtAll() {
    ledger().share(Map.of(INSIGHT, 0.5, PARTNERS, 0.5));

    assertThatThrownBy(() -> ledger().share(Map.of(INSIGHT, 0.2, PARTNERS, 0.9)))
        .hasMessageContaining("others' shares");
    assertThatThrownBy(() -> ledger().share(Map.of(INSIGHT, 0.2, PARTNERS, 1.1)))
        .hasMessageContaining("between 0 and 1");
    assertThat(ledger().limit(INSIGHT)).isEqualTo(new Price(50_000, 500_000));
    assertThat(ledger().limit(PARTNERS)).isEqualTo(new Price(50_000, 500_000));

    // One grows by what the other gives up, in whichever order they are named.
    ledger().share(Map.of(INSIGHT, 0.2, PARTNERS, 0.8));
    assertThat(ledger().limit(PARTNERS)).isEqualTo(new Price(80_000, 800_000));
  }

  private static StreamStep step(int window) {
    return new StreamStep("stream", "w" + window, "days", new Price(100_000, 1_000_000), 3);
  }

  private StepCharge charge(int window) {
    return ledger().charge(INSIGHT, step(window));
  }

  private void release(int window, long number) {
    StepCharge.Granted granted = (StepCharge.Granted) charge(window);
    assertThat(granted.number()).isEqualTo(number);
    assertThat(granted.before().map(bytes -> new String(bytes, UTF_8)))
        .isEqualTo(number == 0 ? Optional.empty() : Optional.of("n" + (number - 1)));
    assertThat(ledger().keep(INSIGHT, step(window), number, ("n" + number).getBytes(UTF_8)))
        .isPresent();
  }

  @Test
  void aStreamHoldsItsPriceUntilThirtyDaysAfterItsNewestAnswer() {
    release(0, 0);
    now = now.plus(Duration.ofDays(29));
    release(1, 1);
    now = now.plus(Duration.ofDays(29));

    assertThat(ledger().charge(PARTNERS, "x", "about", TENTH)).isInstanceOf(Charge.Overspent.class);
    assertThat(ledger().statement().accounts().getFirst().spent())
        .isEqualTo(new Price(100_000, 1_000_000));
    now = now.plus(Duration.ofDays(1));
    assertThat(ledger().charge(PARTNERS, "x", "about", TENTH)).isEqualTo(new Charge.Granted());
    // What another took meanwhile is not there for the stream.
    assertThat(charge(2)).isInstanceOf(StepCharge.Otherwise.class);
  }

  @Test
  void aStreamAnswersNoMoreOftenThanItsPriceIsFor() {
    for (int window = 0; window < 3; window++) {
      release(window, window);
      now = now.plus(Duration.ofDays(1));
    }

    assertThat(charge(3))
        .isInstanceOfSatisfying(
            StepCharge.Otherwise.class,
            one ->
                assertThat(((Charge.Overspent) one.charge()).backAt())
                    .contains(now.plus(Duration.ofDays(27))));
    assertThat(((StepCharge.Otherwise) charge(1)).charge()).isInstanceOf(Charge.Answered.class);
    assertThat(ledger().answers(INSIGHT, "stream"))
        .extracting(answer -> new String(answer, UTF_8))
        .containsExactly("n0", "n1", "n2");
    now = now.minus(Duration.ofDays(2));
    assertThat(((StepCharge.Otherwise) charge(4)).charge())
        .isInstanceOfSatisfying(
            Charge.Untrusted.class,
            one -> assertThat(one.reason()).contains("Set the clock right, or wait"));
    now = now.plus(Duration.ofDays(2));
    now = now.plus(Duration.ofDays(27));
    release(3, 3);
  }

  /** Each step goes on from the one before: of callers at the same time one is kept at a time. */
  @Test
  void stepsAreKeptOneAfterAnother() throws Exception {
    long kept = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> tries =
          IntStream.range(0, 8)
              .<Callable<Boolean>>mapToObj(
                  window ->
                      () ->
                          charge(window) instanceof StepCharge.Granted granted
                              && ledger()
                                  .keep(INSIGHT, step(window), granted.number(), new byte[1])
                                  .isPresent())
              .toList();
      for (Future<Boolean> one : threads.invokeAll(tries)) {
        kept += one.get() ? 1 : 0;
      }
      assertThat(kept).isBetween(1L, 3L);
    }
    // Nothing is lost and nothing doubled: the next number is how many were kept.
    now = now.plus(Duration.ofDays(31));
    long next = ((StepCharge.Granted) charge(9)).number();
    assertThat(next).isEqualTo(kept);
  }

  @Test
  void aCopyOfAStoreHasNoBudgetOfItsOwn() throws IOException {
    Path original = folder.resolve("a.duckdb");
    try (Store store = Store.open(original, StoreOptions.defaults())) {
      assertThat(known(store).charge(INSIGHT, "a", "about", TENTH)).isEqualTo(new Charge.Granted());
    }
    Path copy = folder.resolve("b.duckdb");
    Files.copy(original, copy);

    try (Store store = Store.open(copy, StoreOptions.defaults())) {
      assertThat(known(store).charge(INSIGHT, "a", "about", TENTH))
          .isInstanceOfSatisfying(
              Charge.Untrusted.class,
              one -> assertThat(one.reason()).contains("a copy of the store", "--renew"));
      known(store).renew();
      assertThat(known(store).charge(INSIGHT, "a", "about", TENTH))
          .isInstanceOf(Charge.Overspent.class);
    }
    try (Store store = Store.open(folder.resolve("c.duckdb"), StoreOptions.defaults())) {
      assertThat(known(store).charge(INSIGHT, "a", "about", TENTH)).isEqualTo(new Charge.Granted());
    }
  }

  /** The store's secret is made with it, so a copy has its name before anything was released. */
  @Test
  void ofCopiesMadeBeforeTheFirstReleaseOneAloneHasTheBudget() throws IOException {
    Path original = folder.resolve("a.duckdb");
    Store.open(original, StoreOptions.defaults()).close();
    Path copy = folder.resolve("b.duckdb");
    Files.copy(original, copy);

    try (Store store = Store.open(copy, StoreOptions.defaults())) {
      assertThat(known(store).charge(INSIGHT, "a", "about", TENTH)).isEqualTo(new Charge.Granted());
    }
    try (Store store = Store.open(original, StoreOptions.defaults())) {
      assertThat(known(store).charge(INSIGHT, "a", "about", TENTH))
          .isInstanceOf(Charge.Untrusted.class);
    }
  }

  private PrivacyLedger known(Store store) {
    return PrivacyLedger.beside(store.file(), folder.resolve("home"), () -> now)
        .knownAs(store.settings().identity());
  }
}
