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
import io.tiktoktoe.pipeline.insight.WindowTotals;
import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.BudgetLedger;
import io.tiktoktoe.privacy.ledger.Charge;
import io.tiktoktoe.privacy.ledger.Price;
import io.tiktoktoe.privacy.ledger.StepCharge;
import io.tiktoktoe.privacy.ledger.StreamLedger;
import io.tiktoktoe.privacy.ledger.StreamStep;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.privacy.PlatformAnswer;
import io.tiktoktoe.service.model.privacy.PlatformRequest;
import io.tiktoktoe.service.model.privacy.WindowAnswer;
import io.tiktoktoe.store.PrivacyLedger;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoreOptions;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases about a platform from a real store. */
class PlatformServiceTest {

  private static final Instant NOW = Instant.parse("2026-09-05T12:00:00Z");

  private static final Call CALL = Call.at(NOW);

  private static final LocalDate FIRST = LocalDate.parse("2026-08-01");

  private static final Duration DAY = Duration.ofDays(1);

  /** Noise of about one person: what is released is nearly what is true. */
  private static final PlatformRequest USUAL =
      PlatformRequest.usual().withCurrency(Money.currency("USD"));

  private static final PlatformRequest CLEAR =
      USUAL.withDays(FIRST, LocalDate.parse("2026-08-30")).withBudget(100, 1e-6);

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

  /** Grants everything. */
  private static final class Generous implements BudgetLedger, StreamLedger {

    private final Map<String, byte[]> answers = new HashMap<>();

    @Override
    public Charge charge(BudgetAccount account, String key, String about, Price price) {
      byte[] known = answers.get(key);
      return known == null ? new Charge.Granted() : new Charge.Answered(known);
    }

    @Override
    public byte[] keep(BudgetAccount account, String key, byte[] answer) {
      answers.put(key, answer);
      return answer;
    }

    private final List<byte[]> steps = new ArrayList<>();

    @Override
    public StepCharge charge(BudgetAccount account, StreamStep step) {
      byte[] known = answers.get(step.key());
      return known == null
          ? new StepCharge.Granted(
              steps.size(), steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast()))
          : new StepCharge.Otherwise(new Charge.Answered(known));
    }

    @Override
    public List<byte[]> answers(BudgetAccount account, String stream) {
      return List.copyOf(steps);
    }

    @Override
    public Optional<byte[]> keep(
        BudgetAccount account, StreamStep step, long number, byte[] answer) {
      steps.add(answer);
      return Optional.of(keep(account, step.key(), answer));
    }
  }

  private void append(String batch, List<Event> events) {
    append(batch, events, NOW);
  }

  private void append(String batch, List<Event> events, Instant recorded) {
    store.events().append(events, IngestOptions.of(batch, recorded));
  }

  private static Event view(String id, String fan, String creator, Instant time) {
    return Event.interaction(EventType.VIEW, new Behaviour(60_000, 120_000, true, 1))
        .from("youtube", id)
        .at(time)
        .creator(creator)
        .fan(fan)
        .build();
  }

  private static Instant day(int day, int hour) {
    return FIRST.plusDays(day).atTime(hour, 0).toInstant(ZoneOffset.UTC);
  }

  private static List<Event> crowd(String name, int size, int day, int hour) {
    List<Event> events = new ArrayList<>();
    for (int at = 0; at < size; at++) {
      events.add(view(name + at, name + "-fan" + at, "ada", day(day, hour).plusSeconds(at)));
    }
    return events;
  }

  private static WindowAnswer windows(PlatformService service, PlatformRequest request, Instant now) {
    return service.windows(request, DAY, PlatformRequest.USUAL_LATENESS, Call.at(now));
  }

  @Test
  void windowsAreReleasedByTheClockAndWhatComesLateCountsInTheNext() {
    PlatformService service = PlatformService.of(store, new Generous());
    append("one", crowd("a", 400, 0, 9));
    // Nothing is over, whatever has come of later days.
    append("two", crowd("b", 300, 1, 3));
    assertThat(windows(service, CLEAR, day(1, 0)).windows()).isEmpty();

    WindowAnswer first = windows(service, CLEAR, day(1, 1));
    assertThat(first.windows()).hasSize(1);
    assertThat(people(first, 0)).isCloseTo(400, within(40.0));

    // 500 of the first day come when it was released.
    append("three", crowd("c", 500, 0, 12));
    WindowAnswer second = windows(service, CLEAR, day(2, 2));
    assertThat(second.windows()).hasSize(2);
    assertThat(second.windows().getFirst().people()).isEqualTo(first.windows().getFirst().people());
    assertThat(second.windows().getFirst().repeated()).isTrue();
    assertThat(people(second, 1)).isCloseTo(800, within(40.0));
    assertThat(second.open()).isEqualTo(day(2, 0));
    assertThat(second.closesAt()).isEqualTo(day(3, 1));

    assertThat(people(windows(service, CLEAR, day(3, 1)), 2)).isCloseTo(0, within(40.0));
  }

  /** Which commit closed a window was told by events once: this one would have left 500 out. */
  @Test
  void onePersonAheadOfEverybodyMovesNobodyElseToAnotherWindow() {
    append("one", crowd("a", 400, 0, 9));
    append("hostile", List.of(view("ahead", "mallory", "ada", day(1, 5))), day(0, 12));
    append("far", List.of(view("far", "mallory", "ada", day(1_500, 0))), day(0, 13));
    append("two", crowd("c", 500, 0, 12));
    append("three", crowd("b", 300, 1, 3));

    WindowAnswer answer = windows(PlatformService.of(store, new Generous()), CLEAR, day(2, 2));

    assertThat(answer.windows()).hasSize(2);
    assertThat(people(answer, 0)).isCloseTo(900, within(40.0));
    assertThat(people(answer, 1)).isCloseTo(301, within(40.0));
  }

  @Test
  void aStreamBeginsWithTheNewestWindowWhateverEventsThereAre() {
    PlatformService service = PlatformService.of(store, new Generous());
    PlatformRequest request = USUAL.withBudget(100, 1e-6);
    append("old", crowd("a", 400, -700, 9));
    append("newer", crowd("b", 300, 0, 9));

    WindowAnswer first = windows(service, request, day(1, 1));
    WindowAnswer second = windows(service, request, day(3, 1));
    WindowAnswer before = windows(service, request.withDays(FIRST.minusDays(2), FIRST), day(3, 1));

    assertThat(first.windows()).hasSize(1);
    assertThat(people(first, 0)).isCloseTo(300, within(40.0));
    assertThat(second.windows()).extracting(WindowTotals::repeated).containsExactly(true, false, false);
    assertThat(before.windows()).hasSize(3);
    assertThat(before.windows().getLast().repeated()).isTrue();
    PlatformRequest old = request.withDays(FIRST.minusDays(701), FIRST.minusDays(699));
    assertThat(windows(service, old, day(3, 1)).windows())
        .extracting(one -> Math.round(one.people().value() / 100))
        .containsExactly(0L, 4L, 0L);
    assertThat(
            service
                .windows(request, DAY, Duration.ofHours(30), Call.at(day(4, 1)))
                .open())
        .isEqualTo(day(2, 0));
  }

  @Test
  void aWindowThatIsDrawnAgainIsReadAgain() {
    append("one", crowd("a", 400, 0, 9));
    Generous ledger = new Generous();
    StreamLedger rival =
        new StreamLedger() {
          private boolean once;

          @Override
          public StepCharge charge(BudgetAccount account, StreamStep step) {
            return ledger.charge(account, step);
          }

          @Override
          public List<byte[]> answers(BudgetAccount account, String stream) {
            return ledger.answers(account, stream);
          }

          @Override
          public Optional<byte[]> keep(
              BudgetAccount account, StreamStep step, long number, byte[] answer) {
            Optional<byte[]> kept =
                once ? ledger.keep(account, step, number, answer) : Optional.empty();
            once = true;
            return kept;
          }
        };

    WindowAnswer answer =
        windows(PlatformService.of(store, new Both(ledger, rival)), CLEAR, day(1, 1));

    assertThat(people(answer, 0)).isCloseTo(400, within(40.0));
  }

  /** Two ledgers in one. */
  private record Both(BudgetLedger budgets, StreamLedger streams)
      implements BudgetLedger, StreamLedger {

    @Override
    public Charge charge(BudgetAccount account, String key, String about, Price price) {
      return budgets.charge(account, key, about, price);
    }

    @Override
    public byte[] keep(BudgetAccount account, String key, byte[] answer) {
      return budgets.keep(account, key, answer);
    }

    @Override
    public StepCharge charge(BudgetAccount account, StreamStep step) {
      return streams.charge(account, step);
    }

    @Override
    public List<byte[]> answers(BudgetAccount account, String stream) {
      return streams.answers(account, stream);
    }

    @Override
    public Optional<byte[]> keep(
        BudgetAccount account, StreamStep step, long number, byte[] answer) {
      return streams.keep(account, step, number, answer);
    }
  }

  @Test
  void amountsInAnotherCurrencyAreAnotherQuestion() {
    append("one", crowd("a", 400, 0, 9));
    append("two", crowd("b", 300, 1, 3));
    PlatformService service = PlatformService.of(store, new Generous());
    service.platform(in("USD"), CALL);
    windows(service, in("USD"), NOW);

    assertThat(service.platform(in("USD"), CALL).insights().privacy().repeated()).isTrue();
    assertThat(service.platform(in("EUR"), CALL).insights().privacy().repeated()).isFalse();
    assertThat(windows(service, in("EUR"), NOW).windows())
        .isNotEmpty()
        .noneMatch(WindowTotals::repeated);
  }

  private static PlatformRequest in(String currency) {
    return CLEAR.withCurrency(Money.currency(currency));
  }

  private static double people(WindowAnswer answer, int window) {
    return answer.windows().get(window).people().value();
  }

  @Test
  void accountsThatWereLinkedAreOnePersonAndWhoWasErasedIsNone() {
    List<Event> events = crowd("a", 200, 3, 9);
    for (int at = 1; at < 100; at++) {
      events.add(
          Event.linked("a-fan" + at, "youtube")
              .from("youtube", "link" + at)
              .at(day(4, 1))
              .creator("ada")
              .fan("a-fan0")
              .build());
    }
    append("all", events);

    PlatformAnswer answer = PlatformService.of(store, new Generous()).platform(CLEAR, CALL);

    assertThat(answer.insights().behavior().people().value()).isCloseTo(101, within(3.0));
  }

  @Test
  void oneWithTwentyThousandViewsOfTenThousandCreatorsCountsOnceInEachTable() {
    List<Event> events = new ArrayList<>();
    for (int at = 0; at < 20_000; at++) {
      events.add(view("v" + at, "heavy", "creator" + at % 10_000, day(0, 0).plusSeconds(60L * at)));
    }
    append("heavy", events);

    PlatformAnswer answer = PlatformService.of(store, new Generous()).platform(CLEAR, CALL);

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
        PlatformService.of(store, new Generous()).platform(USUAL, CALL);

    assertThat(answer.sentences()).isEmpty();
    assertThat(answer.insights().behavior().engagement().viewingHours()).hasSize(24);
    assertThat(answer.insights().behavior().preferences().creatorPreferences()).isEmpty();
    assertThat(answer.insights().privacy().outside()).containsExactly("health", "technical");
  }

  @Test
  void aBudgetThatIsUsedUpSaysWhenItComesBackAndWhatIsFree() {
    PrivacyLedger ledger =
        PrivacyLedger.beside(store.file(), folder.resolve("witness"), InstantSource.fixed(NOW));
    PlatformService service = PlatformService.of(store, ledger);
    PlatformRequest request =
        USUAL.withDays(FIRST, LocalDate.parse("2026-08-30"));
    PlatformAnswer first = service.platform(request, CALL);

    assertThatThrownBy(
            () -> service.platform(request.withDays(FIRST, LocalDate.parse("2026-08-29")), CALL))
        .isInstanceOf(ServiceException.NothingThere.class)
        .hasMessageContaining("insight")
        .hasMessageContaining("comes back at 2026-10-05")
        .hasMessageEndingWith("released before (free) with its epsilon and delta.");
    assertThat(service.platform(request, CALL).insights().behavior())
        .isEqualTo(first.insights().behavior());
    // Another purpose is no other budget.
    assertThatThrownBy(() -> service.platform(request.withPurpose("partners"), CALL))
        .hasMessageContaining("partners")
        .hasMessageContaining("0.0 is left");
  }

  @Test
  void aSourceThatOnePersonAloneHasIsNeitherNamedNorMakesAnotherQuestion() {
    append("all", crowd("a", 50, 3, 9));
    PlatformService service =
        PlatformService.of(
            store,
            PrivacyLedger.beside(
                store.file(), folder.resolve("witness"), InstantSource.fixed(NOW)));
    PlatformRequest request =
        USUAL.withDays(FIRST, LocalDate.parse("2026-08-30"));
    PlatformAnswer before = service.platform(request, CALL);

    append(
        "one",
        List.of(
            Event.interaction(EventType.VIEW, new Behaviour(60_000, 120_000, true, 1))
                .from("zoes-diary", "z1")
                .at(day(4, 9))
                .creator("zoe")
                .fan("zoe")
                .build()));
    PlatformAnswer again = service.platform(request, CALL);
    PlatformAnswer fresh =
        PlatformService.of(store, new Generous()).platform(request.withPurpose("partners"), CALL);

    assertThat(again.insights().privacy().repeated()).isTrue();
    assertThat(again.insights().content()).isEqualTo(before.insights().content());
    assertThat(fresh.insights().content().platforms())
        .extracting(NoisyNumber::label)
        .contains("youtube", "other")
        .doesNotContain("zoes-diary");
    PlatformAnswer clear = PlatformService.of(store, new Generous()).platform(CLEAR, CALL);
    assertThat(clear.insights().content().platforms())
        .filteredOn(one -> one.label().equals("youtube"))
        .allSatisfy(one -> assertThat(one.value()).isCloseTo(50, within(4.0)));
  }

  @Test
  void aPaymentWithoutARateStopsNoReleaseAndNamesStayWhenABatchIsTakenBack() {
    List<Event> events = crowd("a", 300, 3, 9);
    events.add(
        Event.tip(Payment.of("500", "XAF"))
            .from("youtube", "paid")
            .at(day(4, 9))
            .creator("ada")
            .fan("zoe")
            .build());
    append("all", events);
    PlatformService service = PlatformService.of(store, new Generous());

    PlatformAnswer told = service.platform(in("USD"), CALL);
    store.events().undo("all", NOW);
    PlatformAnswer again = service.platform(in("USD"), CALL);

    assertThat(told.insights().monetization().unpriced().value()).isCloseTo(1, within(4.0));
    assertThat(told.insights().behavior().preferences().creatorPreferences())
        .extracting(NoisyNumber::label)
        .containsExactly("ada");
    assertThat(again.insights().behavior()).isEqualTo(told.insights().behavior());
  }

  @Test
  void aPeriodThatIsNotOverIsRefusedBeforeAnythingIsCharged() {
    PlatformService service = PlatformService.of(store, new Generous());
    PlatformRequest request = USUAL;

    assertThatThrownBy(
            () ->
                service.platform(
                    request.withDays(LocalDate.parse("2027-01-01"), LocalDate.parse("2027-01-31")),
                    CALL))
        .hasMessageContaining("is not over")
        .hasMessageContaining("2026-09-04");
    for (double epsilon : new double[] {0, -1, Double.NaN, Double.MIN_VALUE}) {
      assertThatThrownBy(() -> service.platform(request.withBudget(epsilon, 1e-6), CALL))
          .isInstanceOf(ServiceException.BadRequest.class)
          .hasMessageContaining("epsilon " + epsilon);
    }
  }

  /** One person's event, however far ahead or behind, chooses neither days nor currency. */
  @Test
  void daysAndCurrencyThatNobodyNamedAreThoseOfTheClockAndOfTheSettings() {
    append("all", crowd("a", 20, 3, 9), day(-40, 0));
    append("far", List.of(view("far", "mallory", "ada", day(-900, 0))), day(34, 0));
    append("paid", List.of(tip("t1", "EUR", day(5, 0)), tip("t2", "EUR", day(6, 0))), day(34, 0));
    PlatformService service = PlatformService.of(store, new Generous());

    assertThatThrownBy(() -> service.platform(PlatformRequest.usual(), CALL))
        .hasMessageContaining("Which currency?");
    ExchangeRates.Rate rate =
        new ExchangeRates.Rate(
            FIRST, Money.currency("JPY"), Money.currency("USD"), BigDecimal.valueOf(0.007));
    store.settings().addRates(List.of(rate));
    PlatformAnswer unset = service.platform(PlatformRequest.usual(), CALL);
    store.settings().setProfile(new CreatorProfile("ada", ZoneOffset.UTC, Money.currency("JPY")));
    PlatformAnswer set = service.platform(PlatformRequest.usual(), CALL);

    assertThat(unset.insights().period().from()).isEqualTo(Instant.parse("2026-08-06T00:00:00Z"));
    assertThat(unset.insights().period().to()).isEqualTo(Instant.parse("2026-09-05T00:00:00Z"));
    assertThat(unset.currency()).isEqualTo(Money.currency("USD"));
    assertThat(set.currency()).isEqualTo(Money.currency("JPY"));
  }

  private static Event tip(String id, String currency, Instant time) {
    return Event.tip(Payment.of("500", currency))
        .from("youtube", id)
        .at(time)
        .creator("ada")
        .fan("payer")
        .build();
  }

  @Test
  void aStoreThatWasFedAtOnceIsAskedForItsDaysBeforeAnythingIsCharged() {
    append("all", crowd("a", 20, 3, 9));
    PrivacyLedger ledger =
        PrivacyLedger.beside(store.file(), folder.resolve("witness"), InstantSource.fixed(NOW));

    assertThatThrownBy(
            () -> PlatformService.of(store, ledger).platform(USUAL, CALL))
        .isInstanceOf(ServiceException.BadRequest.class)
        .hasMessageContaining("2026-08-06 to 2026-09-04")
        .hasMessageContaining("fed from 2026-09-05");
    assertThatThrownBy(() -> PeerService.of(store, ledger).release(Optional.empty(), CALL))
        .hasMessageContaining("2026-08-01 to 2026-08-31");
    assertThat(ledger.statement().accounts()).isEmpty();
  }

  @Test
  void aBenchmarkIsReleasedOnceAndLookedUpWithoutACharge() {
    append("july", crowd("a", 20, -10, 9));
    append("august", crowd("b", 1, 3, 9));
    PrivacyLedger ledger =
        PrivacyLedger.beside(store.file(), folder.resolve("witness"), InstantSource.fixed(NOW));
    PeerService peers = PeerService.of(store, ledger);

    assertThat(peers.newest(CALL)).isEmpty();
    assertThat(ledger.statement().accounts()).isEmpty();
    PeerBenchmark released = peers.release(Optional.of(LocalDate.parse("2026-08-30")), CALL);
    assertThat(released.period().day(released.period().from())).isEqualTo("2026-07-01");
    assertThat(peers.newest(CALL).orElseThrow().groups()).isEqualTo(released.groups());
    assertThat(ledger.statement().accounts()).hasSize(1);
    // Another share of the budget hides nothing.
    for (double share : new double[] {0.3, 0.05}) {
      ledger.share(new BudgetAccount("store", "benchmarks"), share);
      assertThat(peers.newest(CALL).orElseThrow().groups()).isEqualTo(released.groups());
    }
    // One creator with 20 fans: noise drowns them, and nothing is said.
    assertThat(peers.standing("ada", CALL)).isEmpty();
  }
}
