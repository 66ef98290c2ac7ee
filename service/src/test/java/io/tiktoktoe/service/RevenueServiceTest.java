package io.tiktoktoe.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.calendar.WholeDays;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.revenue.insight.Completeness;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.RevenueRequest;
import io.tiktoktoe.service.model.RiskAnswer;
import io.tiktoktoe.service.model.RiskRequest;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.SpecialDays;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.StoreOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revenue and risk as a library's user or a server asks for them. */
class RevenueServiceTest {

  @TempDir static Path directory;

  private static Store store;
  private static String creator;

  @BeforeAll
  static void open() throws IOException {
    store = SmallStore.in(directory);
    creator = store.settings().creators().getFirst();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void whatIsLeftOutTakesItsDefault() {
    RevenueInsights insights =
        RevenueService.of(store).revenue(RevenueRequest.of(creator), Call.at(SmallStore.NOW));
    assertThat(insights.creator()).isEqualTo(store.settings().profileOrGuess(creator));
    assertThat(insights.period().days())
        .hasSize(30)
        .endsWith(WholeDays.last(insights.provenance().dataThrough(), insights.creator().zone()));
    assertThat(insights.provenance().seed()).isZero();
  }

  @Test
  void aPeriodWithoutDataIsNoWrongUsage() {
    RevenueService service = RevenueService.of(store);
    Call call = Call.at(SmallStore.NOW);
    LocalDate last = service.revenue(RevenueRequest.of(creator), call).period().days().getLast();
    assertThatThrownBy(() -> service.revenue(days("2026-10-01", Optional.empty()), call))
        .isInstanceOf(ServiceException.UnusableInput.class)
        .hasMessage(
            "from (2026-10-01) is after %s, the last day that has data. Choose an earlier day, or"
                + " name the last day with to.",
            last);
    assertThatThrownBy(() -> service.revenue(days("2030-01-01", Optional.of("2030-01-31")), call))
        .isInstanceOf(ServiceException.UnusableInput.class)
        .hasMessage(
            "The period from (2030-01-01) to to (2030-01-31) lies ahead: data reach to %s. Choose"
                + " one that has begun.",
            last);
    assertThat(
            service
                .revenue(days("2020-01-01", Optional.of("2020-01-31")), call)
                .completeness()
                .status())
        .isEqualTo(Completeness.Status.BEFORE_DATA);
  }

  private static RevenueRequest days(String from, Optional<String> to) {
    return new RevenueRequest(
        Optional.of(creator),
        Optional.of(LocalDate.parse(from)),
        to.map(LocalDate::parse),
        Optional.empty(),
        Optional.empty(),
        new SpecialDays(List.of(), List.of()),
        0);
  }

  @Test
  void zoneCurrencyAndDaysAreThoseAskedFor() {
    RevenueRequest request =
        new RevenueRequest(
            Optional.of(creator),
            Optional.of(LocalDate.of(2026, 8, 1)),
            Optional.of(LocalDate.of(2026, 8, 7)),
            Optional.of(ZoneId.of("Asia/Kathmandu")),
            Optional.of(Money.currency("GBP")),
            new SpecialDays(List.of("DE"), List.of()),
            3);
    RiskAnswer answer =
        RevenueService.of(store).risk(RiskRequest.of(request), Call.at(SmallStore.NOW));
    assertThat(answer.creator().zone()).isEqualTo(ZoneId.of("Asia/Kathmandu"));
    assertThat(answer.creator().currency()).isEqualTo(Money.currency("GBP"));
    assertThat(answer.period().days()).hasSize(7).startsWith(LocalDate.of(2026, 8, 1));
    assertThat(answer.provenance().seed()).isEqualTo(3);
  }

  @Test
  void unknownCreatorsAreAnErrorThatNamesThoseAlike() {
    String shouted = creator.toUpperCase(java.util.Locale.ROOT) + "X";
    assertThatThrownBy(
            () ->
                RevenueService.of(store)
                    .revenue(RevenueRequest.of(shouted), Call.at(SmallStore.NOW)))
        .isInstanceOfSatisfying(
            ServiceException.UnknownCreator.class,
            e -> {
              assertThat(e.creator()).isEqualTo(shouted);
              assertThat(e.alike()).contains(creator);
            })
        .hasMessageContaining("creator %s has no events in ".formatted(shouted))
        .hasMessageContaining("such as ");
  }

  @Test
  void fieldsOfTheRequestAreNamedAsWhoAskedNamesThem() {
    RevenueRequest swapped =
        RevenueRequest.of(creator).withDays(LocalDate.of(2026, 8, 2), LocalDate.of(2026, 8, 1));
    assertThatThrownBy(() -> RevenueService.of(store).revenue(swapped, Call.at(SmallStore.NOW)))
        .isInstanceOfSatisfying(
            ServiceException.BadRequest.class,
            e -> {
              assertThat(e.field()).isEqualTo("from");
              assertThat(e).hasMessageStartingWith("from (2026-08-02) is after to (2026-08-01).");
              assertThat(e.message(field -> "--" + field))
                  .startsWith("--from (2026-08-02) is after --to (2026-08-01).");
            });
    RevenueRequest unnamed =
        new RevenueRequest(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            SpecialDays.NONE,
            0);
    assertThatThrownBy(() -> RevenueService.of(store).revenue(unnamed, Call.at(SmallStore.NOW)))
        .isInstanceOf(ServiceException.BadRequest.class)
        .hasMessageStartingWith("creator is missing; the store has ");
  }

  @Test
  void countriesWithoutHolidaysAreNamed() {
    SpecialDays nowhere = new SpecialDays(List.of("XX"), List.of());
    RevenueRequest request =
        new RevenueRequest(
            Optional.of(creator),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            nowhere,
            0);
    assertThatThrownBy(() -> RevenueService.of(store).revenue(request, Call.at(SmallStore.NOW)))
        .isInstanceOf(ServiceException.BadRequest.class)
        .hasMessageStartingWith("country: ")
        .hasMessageContaining("XX");
  }

  @Test
  void anEmptyStoreHasNothingToAnswerFrom(@TempDir Path other) {
    try (Store empty = Store.open(other.resolve("empty.duckdb"), StoreOptions.defaults())) {
      assertThatThrownBy(
              () ->
                  RevenueService.of(empty)
                      .risk(RiskRequest.of(RevenueRequest.of("ada")), Call.at(SmallStore.NOW)))
          .isInstanceOf(ServiceException.NothingThere.class)
          .hasMessageEndingWith("has no events. Ingest some first.");
    }
  }
}
