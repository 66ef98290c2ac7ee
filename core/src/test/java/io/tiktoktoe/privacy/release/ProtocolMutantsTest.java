package io.tiktoktoe.privacy.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.BudgetLedger;
import io.tiktoktoe.privacy.ledger.BudgetWindow;
import io.tiktoktoe.privacy.ledger.Charge;
import io.tiktoktoe.privacy.ledger.LedgerEntry;
import io.tiktoktoe.privacy.ledger.Price;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.privacy.question.ContributionBounds;
import io.tiktoktoe.privacy.question.Measure;
import io.tiktoktoe.privacy.question.ReleaseRequest;
import io.tiktoktoe.privacy.question.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Planted faults in how a release is charged, kept and shown, each found by a check. */
class ProtocolMutantsTest {

  private static final ReleaseRequest REQUEST =
      Asked.of(
          0.1,
          1e-6,
          Statistic.of(
              "fans", new Measure.People(), Asked.labels(3), ContributionBounds.people(1)));

  /** Writes down what is done, and in which order. */
  private static final class Watched implements BudgetLedger {

    private final MemoryLedger ledger = new MemoryLedger(PrivacyBudget.USUAL);
    private final List<String> done = new ArrayList<>();
    private String kept = "";

    @Override
    public Charge charge(BudgetAccount account, String key, String about, Price price) {
      Charge charge = ledger.charge(account, key, about, price);
      done.add("charge " + price.microEpsilon() + " " + charge.getClass().getSimpleName());
      return charge;
    }

    @Override
    public byte[] keep(BudgetAccount account, String key, byte[] answer) {
      done.add("keep");
      byte[] stands = ledger.keep(account, key, answer);
      kept = shown(stands);
      return stands;
    }
  }

  /** What a reader sees of an answer's bytes. */
  private static String shown(byte[] bytes) {
    return shown(
        new Publishing(PrivateReleases.plan(REQUEST)).release(NoisyAnswer.of(bytes), false));
  }

  private static String shown(ProtectedRelease release) {
    return release.statistics().getFirst().numbers().toString();
  }

  /** Releases the request and tells what is shown. */
  private interface Releaser {

    String release(BudgetLedger ledger, ContributionSource source);
  }

  private static String product(BudgetLedger ledger, ContributionSource source) {
    ReleaseOutcome outcome = PrivateReleases.chargedTo(ledger).release(REQUEST, source);
    return switch (outcome) {
      case ReleaseOutcome.Released(ProtectedRelease release) -> shown(release);
      case ReleaseOutcome.Refused refused -> "refused";
      case ReleaseOutcome.Blocked blocked -> "blocked";
    };
  }

  /** Charged, read, kept, shown as kept; the second time nothing but the same. */
  private static boolean keepsToTheProtocol(Releaser releaser) {
    Watched ledger = new Watched();
    ContributionSource source =
        statistic -> {
          ledger.done.add("read");
          return new Contributions();
        };
    String first = releaser.release(ledger, source);
    String second = releaser.release(ledger, source);
    return ledger.done.equals(
            List.of("charge 100000 Granted", "read", "keep", "charge 100000 Answered"))
        && first.equals(ledger.kept)
        && second.equals(first);
  }

  private static byte[] draw(ContributionSource source) {
    Spending spending = Spending.of(REQUEST);
    return new NoisyAnswer(
            List.of(
                new Drawing(REQUEST, spending, io.tiktoktoe.privacy.noise.SecureBits.fresh())
                    .draw(0, source.read(REQUEST.statistics().getFirst()))))
        .bytes();
  }

  private static Charge charge(BudgetLedger ledger, String key, Price price) {
    return ledger.charge(Asked.ACCOUNT, key, "about", price);
  }

  record Mutant(String name, Releaser releaser) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static final Price PRICE = Price.of(REQUEST.budget());

  static Stream<Mutant> protocols() {
    return Stream.of(
        new Mutant("the budget is not charged", (ledger, source) -> shown(draw(source))),
        new Mutant(
            "data are read before the charge",
            (ledger, source) -> {
              byte[] drawn = draw(source);
              charge(ledger, "k", PRICE);
              return shown(ledger.keep(Asked.ACCOUNT, "k", drawn));
            }),
        new Mutant(
            "the answer is shown and not kept",
            (ledger, source) -> {
              charge(ledger, "k", PRICE);
              return shown(draw(source));
            }),
        new Mutant(
            "what was drawn is shown, not what was kept",
            (ledger, source) -> {
              charge(ledger, "k", PRICE);
              ledger.keep(Asked.ACCOUNT, "k", draw(source));
              return shown(draw(source));
            }),
        new Mutant(
            "a repeat is drawn anew",
            (ledger, source) -> {
              charge(ledger, "k", PRICE);
              byte[] drawn = draw(source);
              ledger.keep(Asked.ACCOUNT, "k", drawn);
              return shown(drawn);
            }),
        new Mutant(
            "a repeat is another question",
            (ledger, source) -> {
              String key = "" + System.nanoTime();
              return charge(ledger, key, PRICE) instanceof Charge.Granted
                  ? shown(ledger.keep(Asked.ACCOUNT, key, draw(source)))
                  : "refused";
            }),
        new Mutant(
            "half of the price is charged",
            (ledger, source) -> {
              Charge charge = charge(ledger, "k", new Price(50_000, 500_000));
              return charge instanceof Charge.Answered(byte[] bytes)
                  ? shown(bytes)
                  : shown(ledger.keep(Asked.ACCOUNT, "k", draw(source)));
            }),
        new Mutant(
            "a refusal is overlooked",
            (ledger, source) -> {
              Charge charge = charge(ledger, "k", new Price(200_000, 0));
              return charge instanceof Charge.Granted ? "never" : shown(draw(source));
            }));
  }

  @Test
  void theProductKeepsToTheProtocol() {
    assertThat(keepsToTheProtocol(ProtocolMutantsTest::product)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void faultsOfTheProtocolAreFound(Mutant mutant) {
    assertThat(keepsToTheProtocol(mutant.releaser())).as(mutant.name()).isFalse();
  }

  /** Whole units, and never less than the budget. */
  private static boolean pricesFairly(Function<PrivacyBudget, Price> pricing) {
    return Stream.of(0.1, 0.1000001, 1e-5, 0.0999999999, 1.0 / 3)
        .allMatch(
            epsilon -> {
              Price price = pricing.apply(new PrivacyBudget(epsilon, 1e-6));
              return price.microEpsilon() >= epsilon * 1e6 * (1 - 1e-15)
                  && price.microEpsilon() < epsilon * 1e6 + 1
                  && price.picoDelta() == 1_000_000;
            });
  }

  @Test
  void pricesRoundedDownOrToTheNearestAreFound() {
    assertThat(pricesFairly(Price::of)).isTrue();
    assertThat(pricesFairly(one -> new Price((long) (one.epsilon() * 1e6), 1_000_000))).isFalse();
    assertThat(pricesFairly(one -> new Price(Math.round(one.epsilon() * 1e6), 1_000_000)))
        .isFalse();
    assertThat(pricesFairly(one -> new Price(0, 1_000_000))).isFalse();
  }

  /** A charge counts for 30 days from its answer on, to the nanosecond. */
  private static boolean slides(BiFunction<List<LedgerEntry>, Instant, Price> spent) {
    Instant start = Instant.parse("2026-03-01T00:00:00Z");
    Instant late = start.plus(Duration.ofDays(2));
    LedgerEntry entry =
        new LedgerEntry(
            Asked.ACCOUNT, "k", "about", "me", new Price(7, 0), start, Optional.of(late));
    List<LedgerEntry> entries = List.of(entry);
    Instant back = late.plus(Duration.ofDays(30));
    return spent.apply(entries, start).microEpsilon() == 7
        && spent.apply(entries, back.minusNanos(1)).microEpsilon() == 7
        && spent.apply(entries, back).microEpsilon() == 0;
  }

  @Test
  void windowsThatCloseTooEarlyAreFound() {
    Price limit = new Price(100, 0);
    assertThat(slides((entries, now) -> new BudgetWindow(limit, entries).spent(now))).isTrue();
    assertThat(
            slides(
                (entries, now) ->
                    new BudgetWindow(limit, entries).spent(now.plus(Duration.ofDays(1)))))
        .isFalse();
    assertThat(
            slides(
                (entries, now) ->
                    entries.getFirst().charged().plus(BudgetWindow.LENGTH).isAfter(now)
                        ? new Price(7, 0)
                        : Price.NOTHING))
        .isFalse();
    // Calendar months: back on the first.
    assertThat(
            slides(
                (entries, now) ->
                    now.isBefore(Instant.parse("2026-04-01T00:00:00Z"))
                        ? new Price(7, 0)
                        : Price.NOTHING))
        .isFalse();
  }
}
