package io.tiktoktoe.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.model.WorldKind;
import io.tiktoktoe.simulation.model.WorldTruth;
import io.tiktoktoe.work.Progress;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the hard world has and the kind one has not; the ranges are in simulation.Realism. */
class HardWorldTest {

  private static final EconomyOptions OPTIONS =
      EconomyOptions.defaults()
          .withCreators(40)
          .withMonths(LocalDate.of(2025, 3, 1), 14)
          .withTargetEvents(150_000);

  private static final List<Event> EVENTS = new ArrayList<>();
  private static final Truth TRUTH = new Truth();

  static {
    CreatorEconomy.of(OPTIONS).run(EVENTS::add, TRUTH, Progress.SILENT);
  }

  private static <T extends Event> List<T> all(Class<T> kind) {
    return EVENTS.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void theFirstDaysAudienceIsTold() {
    Set<String> first =
        TRUTH.all(TruthRecord.Creator.class).stream()
            .filter(one -> one.began().equals(OPTIONS.start()))
            .map(TruthRecord.Creator::creator)
            .collect(Collectors.toSet());
    Map<String, Long> early =
        TRUTH.all(TruthRecord.Fan.class).stream()
            .filter(fan -> first.contains(fan.creator()))
            .filter(fan -> fan.joined().isBefore(OPTIONS.start()))
            .collect(Collectors.groupingBy(TruthRecord.Fan::creator, Collectors.counting()));
    Map<String, Long> told =
        TRUTH.all(WorldTruth.Level.class).stream()
            .filter(level -> level.day().equals(OPTIONS.start()) && level.audience() > 0)
            .collect(Collectors.toMap(WorldTruth.Level::creator, level -> (long) level.audience()));
    assertThat(told).isEqualTo(early);
  }

  @Test
  void whoIsGoneForGoodDoesNotSubscribeAgain() {
    Map<String, LocalDate> left = new HashMap<>();
    TRUTH.all(TruthRecord.Fan.class).stream()
        .filter(fan -> fan.left() != null)
        .forEach(fan -> left.put(fan.creator() + fan.fan(), fan.left()));
    List<TruthRecord.Movement> back =
        TRUTH.all(TruthRecord.Movement.class).stream()
            .filter(one -> one.cause().equals("return"))
            .toList();
    assertThat(back)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            one ->
                assertThat(left.getOrDefault(one.creator() + one.fan(), LocalDate.MAX))
                    .isAfter(one.day()));
  }

  @Test
  void wavesOfGiftsAreAsLargeAsWasPaidFor() {
    Map<String, Long> waves =
        EVENTS.stream()
            .filter(event -> event.context().attributes().containsKey("gifted_by"))
            .collect(
                Collectors.groupingBy(
                    event ->
                        event.context().creator()
                            + event.context().attributes().get("gifted_by")
                            + event.context().time().getEpochSecond() / 10,
                    Collectors.mapping(event -> event.context().id(), Collectors.toSet())))
            .entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, wave -> (long) wave.getValue().size()));
    assertThat(waves.values()).contains(5L, 10L, 20L);
  }

  @Test
  void everyKindOfEventAndOfTruthOccurs() {
    Set<EventType> seen = EnumSet.noneOf(EventType.class);
    EVENTS.forEach(event -> seen.add(event.type()));
    // Campaigns stand in the truth: nobody here tells them before.
    assertThat(seen).isEqualTo(EnumSet.complementOf(EnumSet.of(EventType.CAMPAIGN_PLANNED)));

    Set<Class<?>> kinds = new HashSet<>();
    TRUTH.all(TruthRecord.class).forEach(fact -> kinds.add(fact.getClass()));
    List<Class<?>> expected = new ArrayList<>(List.of(WorldTruth.class.getPermittedSubclasses()));
    expected.remove(WorldTruth.ContentValue.class);
    assertThat(kinds).containsAll(expected);
  }

  @Test
  void theLedgerIsTheEvents() {
    assertThat(Recount.ofEvents(EVENTS, TRUTH)).isNotEmpty().isEqualTo(Recount.ofTruth(TRUTH));
  }

  @Test
  void aFanIsToldOnceForEachCreator() {
    Set<String> pairs = new HashSet<>();
    for (TruthRecord.Fan fan : TRUTH.all(TruthRecord.Fan.class)) {
      assertThat(pairs.add(fan.creator() + " " + fan.fan())).isTrue();
    }
    assertThat(pairs).hasSizeGreaterThan(1_000);
  }

  @Test
  void everyTipIsOfAFanWhomTheTruthKnows() {
    Set<String> pairs = new HashSet<>();
    TRUTH.all(TruthRecord.Fan.class).forEach(fan -> pairs.add(fan.creator() + " " + fan.fan()));

    assertThat(all(Event.Tip.class))
        .allMatch(tip -> pairs.contains(tip.context().creator() + " " + tip.context().fan()));
  }

  @Test
  void otherIdsAreThoseOfTheTruth() {
    Map<String, String> others = new HashMap<>();
    TRUTH
        .all(WorldTruth.Identity.class)
        .forEach(one -> others.put(one.otherFan(), one.fan() + " " + one.source()));

    assertThat(all(Event.IdentityLink.class))
        .isNotEmpty()
        .allMatch(
            link ->
                (link.context().fan() + " " + link.otherSource())
                    .equals(others.get(link.otherFan())));
  }

  @Test
  void tipsFollowAMenu() {
    List<Long> cents =
        all(Event.Tip.class).stream()
            .filter(tip -> tip.payment().gross().currency().getCurrencyCode().equals("USD"))
            .map(tip -> tip.payment().gross().minorUnits())
            .toList();
    double fives = cents.stream().filter(cent -> cent % 500 == 0).count();

    // The seed is fixed. In larger economies the share is .95 to .97 (simulation.Realism).
    assertThat(fives / cents.size()).isGreaterThan(0.85);
  }

  @Test
  void plansTrialsPausesAndRisesOccur() {
    List<Event.SubscriptionStarted> starts = all(Event.SubscriptionStarted.class);
    assertThat(starts).anyMatch(one -> Period.ofYears(1).equals(one.term().interval()));
    assertThat(starts)
        .filteredOn(one -> one.term().trial())
        .isNotEmpty()
        .allMatch(one -> one.payment().gross().minorUnits() == 0);
    Set<String> causes =
        TRUTH.all(TruthRecord.Movement.class).stream()
            .filter(one -> one.kind() == SubscriptionMovement.Kind.CHURN)
            .map(TruthRecord.Movement::cause)
            .collect(Collectors.toSet());
    assertThat(causes).contains("voluntary", "payment_failed", "gift_expired", "disengaged");
  }

  @Test
  void levelsRiseAndFall() {
    Map<String, List<Double>> levels =
        TRUTH.all(WorldTruth.Level.class).stream()
            .filter(one -> one.factor() > 0)
            .collect(
                Collectors.groupingBy(
                    WorldTruth.Level::creator,
                    Collectors.mapping(WorldTruth.Level::factor, Collectors.toList())));
    double spread =
        levels.values().stream()
            .filter(of -> of.size() > 40)
            .mapToDouble(of -> Math.abs(Math.log(of.get(39) / of.get(0))))
            .average()
            .orElseThrow();

    assertThat(spread).isBetween(0.3, 2.5);
  }

  @Test
  void perfectDeliveryHasNoLags() {
    Truth truth = new Truth();
    EconomyOptions few = OPTIONS.withCreators(5).withMonths(2).withTargetEvents(3_000);
    CreatorEconomy.of(few.withDelivery(0, 0, 0)).run(event -> {}, truth, Progress.SILENT);
    assertThat(truth.all(TruthRecord.Delivery.class).getFirst().lagging()).isZero();

    Truth usual = new Truth();
    CreatorEconomy.of(few).run(event -> {}, usual, Progress.SILENT);
    TruthRecord.Delivery delivery = usual.all(TruthRecord.Delivery.class).getFirst();
    assertThat(delivery.lagging() / (double) delivery.distinct()).isGreaterThan(0.1);
  }

  @Test
  void contentsAreStillWatchedAfterAQuarter() {
    Map<String, TruthRecord.Content> contents = new HashMap<>();
    TRUTH.all(TruthRecord.Content.class).forEach(one -> contents.put(one.content(), one));
    double all = 0;
    double late = 0;
    for (Event.Interaction one : all(Event.Interaction.class)) {
      TruthRecord.Content content = contents.get(String.valueOf(one.context().content()));
      if (one.kind() == EventType.VIEW && content != null && content.type().equals("video")) {
        all += one.behaviour().count();
        Duration age = Duration.between(content.published(), one.context().time());
        late += age.toDays() >= 90 ? one.behaviour().count() : 0;
      }
    }
    // Young videos have no late views yet: the share is below that of old ones.
    assertThat(late / all).isCloseTo(0.12, within(0.09));
  }

  @Test
  void kindAndHardAreToldApart() {
    EconomyOptions few = OPTIONS.withCreators(3).withMonths(1).withTargetEvents(500);
    Truth kind = new Truth();
    CreatorEconomy.of(few.withWorld(WorldKind.KIND)).run(event -> {}, kind, Progress.SILENT);

    assertThat(kind.all(WorldTruth.Shock.class)).isEmpty();
    assertThat(kind.all(WorldTruth.Expense.class)).isEmpty();
    assertThat(WorldKind.of("kind")).isEqualTo(WorldKind.KIND);
  }
}
