package io.tiktoktoe.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.event.ExchangeRates;
import io.tiktoktoe.event.Money;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.model.WorldKind;
import io.tiktoktoe.work.Progress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CreatorEconomyTest {

  private static final EconomyOptions SMALL =
      EconomyOptions.defaults()
          .withWorld(WorldKind.KIND)
          .withCreators(25)
          .withMonths(LocalDate.of(2025, 9, 1), 8)
          .withTargetEvents(60_000);

  /** What one run delivered and told. */
  private record Run(List<Event> events, Truth truth) {
    static Run of(EconomyOptions options) {
      List<Event> events = new ArrayList<>();
      Truth truth = new Truth();
      CreatorEconomy.of(options).run(events::add, truth, Progress.SILENT);
      return new Run(events, truth);
    }

    TruthRecord.Delivery delivery() {
      return truth.all(TruthRecord.Delivery.class).getFirst();
    }
  }

  private static final Run RUN = Run.of(SMALL);

  @Test
  void equalOptionsGiveEqualEventsAndTruth() {
    Run again = Run.of(SMALL);

    assertThat(again.events).isEqualTo(RUN.events);
    assertThat(again.truth.all(TruthRecord.class)).isEqualTo(RUN.truth.all(TruthRecord.class));
  }

  @Test
  void anotherSeedGivesAnotherEconomy() {
    Run other = Run.of(SMALL.withSeed(8));

    assertThat(other.events).isNotEqualTo(RUN.events);
    assertThat(other.truth.all(TruthRecord.Creator.class))
        .doesNotContainAnyElementsOf(RUN.truth.all(TruthRecord.Creator.class));
  }

  @Test
  void everyKindOfEventOccurs() {
    Set<EventType> seen = EnumSet.noneOf(EventType.class);
    RUN.events.forEach(event -> seen.add(event.type()));

    // Nobody in this economy reports what an account costs, what others charge, what was decided,
    // who is the same or which campaigns are planned.
    Set<EventType> notYet =
        EnumSet.of(
            EventType.COST,
            EventType.PRICE_OBSERVED,
            EventType.DECISION_TAKEN,
            EventType.IDENTITY_LINKED,
            EventType.IDENTITY_UNLINKED,
            EventType.CAMPAIGN_PLANNED);
    assertThat(seen).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(notYet)));
  }

  @Test
  void sumsOfTruthEqualTheDistinctEventsToTheMinorUnit() {
    assertThat(Recount.ofEvents(RUN.events, RUN.truth))
        .isNotEmpty()
        .isEqualTo(Recount.ofTruth(RUN.truth));
  }

  @Test
  void truthHoldsForPerfectAndForTerribleDelivery() {
    EconomyOptions few = SMALL.withMonths(3).withTargetEvents(15_000);
    Run perfect = Run.of(few.withDelivery(0, 0, 0));
    Run terrible = Run.of(few.withDelivery(0.5, 0.4, 0.4));

    assertThat(Recount.ofEvents(perfect.events, perfect.truth))
        .isEqualTo(Recount.ofTruth(perfect.truth));
    assertThat(Recount.ofEvents(terrible.events, terrible.truth))
        .as("what happened does not depend on how it is delivered")
        .isEqualTo(Recount.ofTruth(perfect.truth));
    assertThat(perfect.delivery().duplicates()).isZero();
  }

  @Test
  void idsRepeatOnlyWithTheSameBodyOrALaterState() {
    Map<String, Event> byId = new HashMap<>();
    for (Event event : RUN.events) {
      String key = event.context().source() + "/" + event.context().id();
      Event before = byId.putIfAbsent(key, event);
      if (before != null && !before.equals(event)) {
        assertThat(event).isInstanceOf(Event.AdRevenue.class);
        assertThat(event.context()).isEqualTo(before.context());
      }
    }
    assertThat((long) byId.size()).isEqualTo(RUN.delivery().distinct());
  }

  @Test
  void deliveryCountsAreThoseOfTheStream() {
    assertThat((long) RUN.events.size()).isEqualTo(RUN.delivery().deliveries());
  }

  @Test
  void flawsOfDeliveryHaveTheirShares() {
    TruthRecord.Delivery delivery = RUN.delivery();
    double n = delivery.distinct();
    double z = 4.41717; // falsely rejects once in 10^5 for each share

    assertThat(delivery.duplicates() / n).isCloseTo(0.02, within(z * Math.sqrt(0.02 * 0.98 / n)));
    assertThat(delivery.late() / n).isCloseTo(0.03, within(z * Math.sqrt(0.03 * 0.97 / n)));
    double outOfOrder = 0.97 * 0.05;
    assertThat(delivery.outOfOrder() / n)
        .isCloseTo(outOfOrder, within(z * Math.sqrt(outOfOrder * (1 - outOfOrder) / n)));
  }

  @Test
  void perfectDeliveryIsInOrderOfTimeButForReports() {
    Run perfect = Run.of(SMALL.withMonths(2).withTargetEvents(10_000).withDelivery(0, 0, 0));

    assertThat(
            perfect.events.stream()
                .filter(event -> event.type() != EventType.AD_REVENUE)
                .map(event -> event.context().time())
                .toList())
        .isSorted();
  }

  @Test
  void nothingHappensOutsideTheCreatorsDays() {
    Map<String, TruthRecord.Creator> creators = creators(RUN);
    for (Event event : RUN.events) {
      TruthRecord.Creator creator = creators.get(event.context().creator());
      if (creator != null) {
        LocalDate day = LocalDate.ofInstant(event.context().time(), creator.zone());
        assertThat(day).isBetween(SMALL.start(), SMALL.end().minusDays(1));
      }
    }
  }

  @Test
  void sizesAreHeavyTailed() {
    List<Double> sizes =
        Run.of(
                EconomyOptions.defaults()
                    .withWorld(WorldKind.KIND)
                    .withMonths(1)
                    .withTargetEvents(20_000))
            .truth
            .all(TruthRecord.Creator.class)
            .stream()
            .map(TruthRecord.Creator::size)
            .sorted()
            .toList();

    double top = sizes.subList(190, 200).stream().mapToDouble(Double::doubleValue).sum();
    // Pareto 1.1 cut at 300: the first 5% hold 40 to 75% of the audience in nearly all seeds.
    assertThat(top).isBetween(0.35, 0.8);
  }

  @Test
  void targetIsReachedWithinAQuarter() {
    for (long target : new long[] {20_000, 60_000, 200_000}) {
      long[] count = {0};
      EconomyOptions options =
          EconomyOptions.defaults()
              .withWorld(WorldKind.KIND)
              .withCreators(60)
              .withMonths(6)
              .withTargetEvents(target);
      CreatorEconomy.of(options).run(event -> count[0]++, Progress.SILENT);

      assertThat((double) count[0]).isCloseTo(target, within(0.25 * target));
    }
  }

  @Test
  void everyCurrencyOfThePaymentsHasRates() {
    ExchangeRates rates = ExchangeRates.of(CreatorEconomy.of(SMALL).exchangeRates());
    RUN.truth
        .all(TruthRecord.Ledger.class)
        .forEach(
            row ->
                assertThat(rates.rate(row.currency(), Money.currency("USD"), row.day()).signum())
                    .isPositive());
  }

  @Test
  void currenciesThatAreNotWantedAreNotUsed() {
    Run dollars = Run.of(SMALL.withMonths(1).withTargetEvents(5_000).withCurrencies(List.of()));

    assertThat(dollars.truth.all(TruthRecord.Ledger.class))
        .isNotEmpty()
        .allMatch(row -> row.currency().getCurrencyCode().equals("USD"));
  }

  @Test
  void progressCancels() {
    CreatorEconomy economy = CreatorEconomy.of(SMALL);

    assertThatThrownBy(
            () ->
                economy.run(
                    event -> {},
                    (step, done, total) -> {
                      if (done == 3) {
                        throw new CancellationException("enough");
                      }
                    }))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void wrongOptionsSayWhatIsWrong() {
    EconomyOptions options = EconomyOptions.defaults();

    assertThatThrownBy(() -> options.withCreators(0)).hasMessageContaining("creators (0)");
    assertThatThrownBy(() -> options.withDelivery(Double.NaN, 0, 0))
        .hasMessageContaining("duplicateShare (NaN)");
    assertThatThrownBy(() -> options.withCurrencies(List.of("XYZ"))).hasMessageContaining("XYZ");
    assertThatThrownBy(() -> CreatorEconomy.of(options.withCurrencies(List.of("ISK"))))
        .hasMessageContaining("ISK")
        .hasMessageContaining("Use some of");
  }

  private static Map<String, TruthRecord.Creator> creators(Run run) {
    Map<String, TruthRecord.Creator> creators = new HashMap<>();
    run.truth.all(TruthRecord.Creator.class).forEach(one -> creators.put(one.creator(), one));
    return creators;
  }
}
