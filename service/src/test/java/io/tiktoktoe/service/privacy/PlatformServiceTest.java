package io.tiktoktoe.service.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.pipeline.insight.NoisyNumber;
import io.tiktoktoe.pipeline.insight.PeerBenchmark;
import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.privacy.PlatformAnswer;
import io.tiktoktoe.service.model.privacy.PlatformRequest;
import io.tiktoktoe.store.PrivacyLedger;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoreOptions;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases about a platform from a real store. */
class PlatformServiceTest {

  @TempDir Path folder;

  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("store.duckdb"), StoreOptions.defaults());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void append(String batch, List<Event> events) {
    append(batch, events, PlatformCrowds.NOW);
  }

  private void append(String batch, List<Event> events, Instant recorded) {
    store.events().append(events, IngestOptions.of(batch, recorded));
  }

  @Test
  void accountsThatWereLinkedAreOnePersonAndWhoWasErasedIsNone() {
    List<Event> events = PlatformCrowds.crowd("a", 200, 3, 9);
    for (int at = 1; at < 100; at++) {
      events.add(
          Event.linked("a-fan" + at, "youtube")
              .from("youtube", "link" + at)
              .at(PlatformCrowds.day(4, 1))
              .creator("ada")
              .fan("a-fan0")
              .build());
    }
    append("all", events);

    PlatformAnswer answer =
        PlatformService.of(store, new GenerousLedger())
            .platform(PlatformCrowds.CLEAR, PlatformCrowds.CALL);

    assertThat(answer.insights().behavior().people().value()).isCloseTo(101, within(3.0));
  }

  @Test
  void oneWithTwentyThousandViewsOfTenThousandCreatorsCountsOnceInEachTable() {
    List<Event> events = new ArrayList<>();
    for (int at = 0; at < 20_000; at++) {
      events.add(
          PlatformCrowds.view(
              "v" + at,
              "heavy",
              "creator" + at % 10_000,
              PlatformCrowds.day(0, 0).plusSeconds(60L * at)));
    }
    append("heavy", events);

    PlatformAnswer answer =
        PlatformService.of(store, new GenerousLedger())
            .platform(PlatformCrowds.CLEAR, PlatformCrowds.CALL);

    for (List<NoisyNumber> table :
        List.of(
            answer.insights().behavior().engagement().viewingHours(),
            answer.insights().behavior().retention().userReturns(),
            answer.insights().behavior().retention().loyaltyMetrics())) {
      assertThat(table).allSatisfy(one -> assertThat(one.value()).isCloseTo(0, within(3.0)));
    }
    assertThat(answer.insights().behavior().preferences().creatorPreferences()).hasSizeLessThan(2);
  }

  @Test
  void anEmptyStoreGetsAnAnswerOfTheSameShapeThatTellsNothing() {
    PlatformAnswer answer =
        PlatformService.of(store, new GenerousLedger())
            .platform(PlatformCrowds.USUAL, PlatformCrowds.CALL);

    assertThat(answer.sentences()).isEmpty();
    assertThat(answer.insights().behavior().engagement().viewingHours()).hasSize(24);
    assertThat(answer.insights().behavior().preferences().creatorPreferences()).isEmpty();
    assertThat(answer.insights().privacy().outside()).containsExactly("health", "technical");
  }

  @Test
  void aBudgetThatIsUsedUpSaysWhenItComesBackAndWhatIsFree() {
    PrivacyLedger ledger =
        PrivacyLedger.beside(
            store.file(), folder.resolve("witness"), InstantSource.fixed(PlatformCrowds.NOW));
    PlatformService service = PlatformService.of(store, ledger);
    PlatformRequest request =
        PlatformCrowds.USUAL.withDays(PlatformCrowds.FIRST, LocalDate.parse("2026-08-30"));
    PlatformAnswer first = service.platform(request, PlatformCrowds.CALL);

    assertThatThrownBy(
            () ->
                service.platform(
                    request.withDays(PlatformCrowds.FIRST, LocalDate.parse("2026-08-29")),
                    PlatformCrowds.CALL))
        .isInstanceOf(ServiceException.NothingThere.class)
        .hasMessageContaining("insight")
        .hasMessageContaining("comes back at 2026-10-05")
        .hasMessageEndingWith("released before (free) with its epsilon and delta.");
    assertThat(service.platform(request, PlatformCrowds.CALL).insights().behavior())
        .isEqualTo(first.insights().behavior());
    // Another purpose is no other budget.
    assertThatThrownBy(() -> service.platform(request.withPurpose("partners"), PlatformCrowds.CALL))
        .hasMessageContaining("partners")
        .hasMessageContaining("0.0 is left");
  }

  @Test
  void aSourceThatOnePersonAloneHasIsNeitherNamedNorMakesAnotherQuestion() {
    append("all", PlatformCrowds.crowd("a", 50, 3, 9));
    PlatformService service =
        PlatformService.of(
            store,
            PrivacyLedger.beside(
                store.file(), folder.resolve("witness"), InstantSource.fixed(PlatformCrowds.NOW)));
    PlatformRequest request =
        PlatformCrowds.USUAL.withDays(PlatformCrowds.FIRST, LocalDate.parse("2026-08-30"));
    PlatformAnswer before = service.platform(request, PlatformCrowds.CALL);

    append(
        "one",
        List.of(
            Event.interaction(EventType.VIEW, new Behaviour(60_000, 120_000, true, 1))
                .from("zoes-diary", "z1")
                .at(PlatformCrowds.day(4, 9))
                .creator("zoe")
                .fan("zoe")
                .build()));
    PlatformAnswer again = service.platform(request, PlatformCrowds.CALL);
    PlatformAnswer fresh =
        PlatformService.of(store, new GenerousLedger())
            .platform(request.withPurpose("partners"), PlatformCrowds.CALL);

    assertThat(again.insights().privacy().repeated()).isTrue();
    assertThat(again.insights().content()).isEqualTo(before.insights().content());
    assertThat(fresh.insights().content().platforms())
        .extracting(NoisyNumber::label)
        .contains("youtube", "other")
        .doesNotContain("zoes-diary");
    PlatformAnswer clear =
        PlatformService.of(store, new GenerousLedger())
            .platform(PlatformCrowds.CLEAR, PlatformCrowds.CALL);
    assertThat(clear.insights().content().platforms())
        .filteredOn(one -> one.label().equals("youtube"))
        .allSatisfy(one -> assertThat(one.value()).isCloseTo(50, within(4.0)));
  }

  @Test
  void aPaymentWithoutARateStopsNoReleaseAndNamesStayWhenABatchIsTakenBack() {
    List<Event> events = PlatformCrowds.crowd("a", 300, 3, 9);
    events.add(
        Event.tip(Payment.of("500", "XAF"))
            .from("youtube", "paid")
            .at(PlatformCrowds.day(4, 9))
            .creator("ada")
            .fan("zoe")
            .build());
    append("all", events);
    PlatformService service = PlatformService.of(store, new GenerousLedger());

    PlatformAnswer told = service.platform(PlatformCrowds.in("USD"), PlatformCrowds.CALL);
    store.events().undo("all", PlatformCrowds.NOW);
    PlatformAnswer again = service.platform(PlatformCrowds.in("USD"), PlatformCrowds.CALL);

    assertThat(told.insights().monetization().unpriced().value()).isCloseTo(1, within(4.0));
    assertThat(told.insights().behavior().preferences().creatorPreferences())
        .extracting(NoisyNumber::label)
        .containsExactly("ada");
    assertThat(again.insights().behavior()).isEqualTo(told.insights().behavior());
  }

  @Test
  void aPeriodThatIsNotOverIsRefusedBeforeAnythingIsCharged() {
    PlatformService service = PlatformService.of(store, new GenerousLedger());
    PlatformRequest request = PlatformCrowds.USUAL;

    assertThatThrownBy(
            () ->
                service.platform(
                    request.withDays(LocalDate.parse("2027-01-01"), LocalDate.parse("2027-01-31")),
                    PlatformCrowds.CALL))
        .hasMessageContaining("is not over")
        .hasMessageContaining("2026-09-04");
    for (double epsilon : new double[] {0, -1, Double.NaN, Double.MIN_VALUE}) {
      assertThatThrownBy(
              () -> service.platform(request.withBudget(epsilon, 1e-6), PlatformCrowds.CALL))
          .isInstanceOf(ServiceException.BadRequest.class)
          .hasMessageContaining("epsilon " + epsilon);
    }
  }

  /** One person's event, however far ahead or behind, chooses neither days nor currency. */
  @Test
  void daysAndCurrencyThatNobodyNamedAreThoseOfTheClockAndOfTheSettings() {
    append("all", PlatformCrowds.crowd("a", 20, 3, 9), PlatformCrowds.day(-40, 0));
    append(
        "far",
        List.of(PlatformCrowds.view("far", "mallory", "ada", PlatformCrowds.day(-900, 0))),
        PlatformCrowds.day(34, 0));
    append(
        "paid",
        List.of(
            PlatformCrowds.tip("t1", "EUR", PlatformCrowds.day(5, 0)),
            PlatformCrowds.tip("t2", "EUR", PlatformCrowds.day(6, 0))),
        PlatformCrowds.day(34, 0));
    PlatformService service = PlatformService.of(store, new GenerousLedger());

    assertThatThrownBy(() -> service.platform(PlatformRequest.usual(), PlatformCrowds.CALL))
        .hasMessageContaining("Which currency?");
    ExchangeRates.Rate rate =
        new ExchangeRates.Rate(
            PlatformCrowds.FIRST,
            Money.currency("JPY"),
            Money.currency("USD"),
            BigDecimal.valueOf(0.007));
    store.settings().addRates(List.of(rate));
    PlatformAnswer unset = service.platform(PlatformRequest.usual(), PlatformCrowds.CALL);
    store.settings().setProfile(new CreatorProfile("ada", ZoneOffset.UTC, Money.currency("JPY")));
    PlatformAnswer set = service.platform(PlatformRequest.usual(), PlatformCrowds.CALL);

    assertThat(unset.insights().period().from()).isEqualTo(Instant.parse("2026-08-06T00:00:00Z"));
    assertThat(unset.insights().period().to()).isEqualTo(Instant.parse("2026-09-05T00:00:00Z"));
    assertThat(unset.currency()).isEqualTo(Money.currency("USD"));
    assertThat(set.currency()).isEqualTo(Money.currency("JPY"));
  }

  @Test
  void aStoreThatWasFedAtOnceIsAskedForItsDaysBeforeAnythingIsCharged() {
    append("all", PlatformCrowds.crowd("a", 20, 3, 9));
    PrivacyLedger ledger =
        PrivacyLedger.beside(
            store.file(), folder.resolve("witness"), InstantSource.fixed(PlatformCrowds.NOW));

    assertThatThrownBy(
            () ->
                PlatformService.of(store, ledger)
                    .platform(PlatformCrowds.USUAL, PlatformCrowds.CALL))
        .isInstanceOf(ServiceException.BadRequest.class)
        .hasMessageContaining("2026-08-06 to 2026-09-04")
        .hasMessageContaining("fed from 2026-09-05");
    assertThatThrownBy(
            () -> PeerService.of(store, ledger).release(Optional.empty(), PlatformCrowds.CALL))
        .hasMessageContaining("2026-08-01 to 2026-08-31");
    assertThat(ledger.statement().accounts()).isEmpty();
  }

  @Test
  void aBenchmarkIsReleasedOnceAndLookedUpWithoutACharge() {
    append("july", PlatformCrowds.crowd("a", 20, -10, 9));
    append("august", PlatformCrowds.crowd("b", 1, 3, 9));
    PrivacyLedger ledger =
        PrivacyLedger.beside(
            store.file(), folder.resolve("witness"), InstantSource.fixed(PlatformCrowds.NOW));
    PeerService peers = PeerService.of(store, ledger);

    assertThat(peers.newest(PlatformCrowds.CALL)).isEmpty();
    assertThat(ledger.statement().accounts()).isEmpty();
    PeerBenchmark released =
        peers.release(Optional.of(LocalDate.parse("2026-08-30")), PlatformCrowds.CALL);
    assertThat(released.period().day(released.period().from())).isEqualTo("2026-07-01");
    assertThat(peers.newest(PlatformCrowds.CALL).orElseThrow().groups())
        .isEqualTo(released.groups());
    assertThat(ledger.statement().accounts()).hasSize(1);
    // Another share of the budget hides nothing.
    for (double share : new double[] {0.3, 0.05}) {
      ledger.share(new BudgetAccount("store", "benchmarks"), share);
      assertThat(peers.newest(PlatformCrowds.CALL).orElseThrow().groups())
          .isEqualTo(released.groups());
    }
    // One creator with 20 fans: noise drowns them, and nothing is said.
    assertThat(peers.standing("ada", PlatformCrowds.CALL)).isEmpty();
  }
}
