package io.tiktoktoe.service.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.pipeline.insight.WindowTotals;
import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.BudgetLedger;
import io.tiktoktoe.privacy.ledger.Charge;
import io.tiktoktoe.privacy.ledger.Price;
import io.tiktoktoe.privacy.ledger.StepCharge;
import io.tiktoktoe.privacy.ledger.StreamLedger;
import io.tiktoktoe.privacy.ledger.StreamStep;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.privacy.PlatformRequest;
import io.tiktoktoe.service.model.privacy.WindowAnswer;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoreOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows of a stream from a real store. */
class PlatformWindowsTest {

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

  private static WindowAnswer windows(
      PlatformService service, PlatformRequest request, Instant now) {
    return service.windows(
        request, PlatformCrowds.DAY, PlatformRequest.USUAL_LATENESS, Call.at(now));
  }

  @Test
  void windowsAreReleasedByTheClockAndWhatComesLateCountsInTheNext() {
    PlatformService service = PlatformService.of(store, new GenerousLedger());
    append("one", PlatformCrowds.crowd("a", 400, 0, 9));
    // Nothing is over, whatever has come of later days.
    append("two", PlatformCrowds.crowd("b", 300, 1, 3));
    assertThat(windows(service, PlatformCrowds.CLEAR, PlatformCrowds.day(1, 0)).windows())
        .isEmpty();

    WindowAnswer first = windows(service, PlatformCrowds.CLEAR, PlatformCrowds.day(1, 1));
    assertThat(first.windows()).hasSize(1);
    assertThat(people(first, 0)).isCloseTo(400, within(40.0));

    // 500 of the first day come when it was released.
    append("three", PlatformCrowds.crowd("c", 500, 0, 12));
    WindowAnswer second = windows(service, PlatformCrowds.CLEAR, PlatformCrowds.day(2, 2));
    assertThat(second.windows()).hasSize(2);
    assertThat(second.windows().getFirst().people()).isEqualTo(first.windows().getFirst().people());
    assertThat(second.windows().getFirst().repeated()).isTrue();
    assertThat(people(second, 1)).isCloseTo(800, within(40.0));
    assertThat(second.open()).isEqualTo(PlatformCrowds.day(2, 0));
    assertThat(second.closesAt()).isEqualTo(PlatformCrowds.day(3, 1));

    assertThat(people(windows(service, PlatformCrowds.CLEAR, PlatformCrowds.day(3, 1)), 2))
        .isCloseTo(0, within(40.0));
  }

  /** Which commit closed a window was told by events once: this one would have left 500 out. */
  @Test
  void onePersonAheadOfEverybodyMovesNobodyElseToAnotherWindow() {
    append("one", PlatformCrowds.crowd("a", 400, 0, 9));
    append(
        "hostile",
        List.of(PlatformCrowds.view("ahead", "mallory", "ada", PlatformCrowds.day(1, 5))),
        PlatformCrowds.day(0, 12));
    append(
        "far",
        List.of(PlatformCrowds.view("far", "mallory", "ada", PlatformCrowds.day(1_500, 0))),
        PlatformCrowds.day(0, 13));
    append("two", PlatformCrowds.crowd("c", 500, 0, 12));
    append("three", PlatformCrowds.crowd("b", 300, 1, 3));

    WindowAnswer answer =
        windows(
            PlatformService.of(store, new GenerousLedger()),
            PlatformCrowds.CLEAR,
            PlatformCrowds.day(2, 2));

    assertThat(answer.windows()).hasSize(2);
    assertThat(people(answer, 0)).isCloseTo(900, within(40.0));
    assertThat(people(answer, 1)).isCloseTo(301, within(40.0));
  }

  @Test
  void aStreamBeginsWithTheNewestWindowWhateverEventsThereAre() {
    PlatformService service = PlatformService.of(store, new GenerousLedger());
    PlatformRequest request = PlatformCrowds.USUAL.withBudget(100, 1e-6);
    append("old", PlatformCrowds.crowd("a", 400, -700, 9));
    append("newer", PlatformCrowds.crowd("b", 300, 0, 9));

    WindowAnswer first = windows(service, request, PlatformCrowds.day(1, 1));
    WindowAnswer second = windows(service, request, PlatformCrowds.day(3, 1));
    WindowAnswer before =
        windows(
            service,
            request.withDays(PlatformCrowds.FIRST.minusDays(2), PlatformCrowds.FIRST),
            PlatformCrowds.day(3, 1));

    assertThat(first.windows()).hasSize(1);
    assertThat(people(first, 0)).isCloseTo(300, within(40.0));
    assertThat(second.windows())
        .extracting(WindowTotals::repeated)
        .containsExactly(true, false, false);
    assertThat(before.windows()).hasSize(3);
    assertThat(before.windows().getLast().repeated()).isTrue();
    PlatformRequest old =
        request.withDays(PlatformCrowds.FIRST.minusDays(701), PlatformCrowds.FIRST.minusDays(699));
    assertThat(windows(service, old, PlatformCrowds.day(3, 1)).windows())
        .extracting(one -> Math.round(one.people().value() / 100))
        .containsExactly(0L, 4L, 0L);
    assertThat(
            service
                .windows(
                    request,
                    PlatformCrowds.DAY,
                    Duration.ofHours(30),
                    Call.at(PlatformCrowds.day(4, 1)))
                .open())
        .isEqualTo(PlatformCrowds.day(2, 0));
  }

  @Test
  void aStreamOfAnOlderProgramGoesOnFromWhereItBegan() {
    GenerousLedger ledger = new GenerousLedger();
    PlatformService service = PlatformService.of(store, ledger);
    PlatformRequest request = PlatformCrowds.USUAL.withBudget(100, 1e-6);
    append("one", PlatformCrowds.crowd("a", 400, 0, 9));
    WindowAnswer before = windows(service, request, PlatformCrowds.day(1, 1));
    ledger.makeOlder();

    WindowAnswer after = windows(service, request, PlatformCrowds.day(2, 1));

    assertThat(after.windows()).extracting(WindowTotals::repeated).containsExactly(true, false);
    assertThat(after.windows().getFirst().people()).isEqualTo(before.windows().getFirst().people());
    assertThat(people(after, 1)).isCloseTo(0, within(40.0));
  }

  @Test
  void aWindowThatIsDrawnAgainIsReadAgain() {
    append("one", PlatformCrowds.crowd("a", 400, 0, 9));
    GenerousLedger ledger = new GenerousLedger();
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
        windows(
            PlatformService.of(store, new Both(ledger, rival)),
            PlatformCrowds.CLEAR,
            PlatformCrowds.day(1, 1));

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
    append("one", PlatformCrowds.crowd("a", 400, 0, 9));
    append("two", PlatformCrowds.crowd("b", 300, 1, 3));
    PlatformService service = PlatformService.of(store, new GenerousLedger());
    service.platform(PlatformCrowds.in("USD"), PlatformCrowds.CALL);
    windows(service, PlatformCrowds.in("USD"), PlatformCrowds.NOW);

    assertThat(
            service
                .platform(PlatformCrowds.in("USD"), PlatformCrowds.CALL)
                .insights()
                .privacy()
                .repeated())
        .isTrue();
    assertThat(
            service
                .platform(PlatformCrowds.in("EUR"), PlatformCrowds.CALL)
                .insights()
                .privacy()
                .repeated())
        .isFalse();
    assertThat(windows(service, PlatformCrowds.in("EUR"), PlatformCrowds.NOW).windows())
        .isNotEmpty()
        .noneMatch(WindowTotals::repeated);
  }

  private static double people(WindowAnswer answer, int window) {
    return answer.windows().get(window).people().value();
  }
}
