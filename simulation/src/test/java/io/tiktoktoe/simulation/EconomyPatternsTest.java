package io.tiktoktoe.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.event.Assignment;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.metric.SubscriptionMovement;
import io.tiktoktoe.simulation.model.EconomyOptions;
import io.tiktoktoe.simulation.model.TruthRecord;
import io.tiktoktoe.simulation.model.WorldKind;
import io.tiktoktoe.work.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the events look like: the patterns that analyses are to find, against the planted truth. */
class EconomyPatternsTest {

  private static final EconomyOptions OPTIONS =
      EconomyOptions.defaults()
          .withWorld(WorldKind.KIND)
          .withCreators(40)
          .withMonths(LocalDate.of(2025, 8, 1), 9)
          .withTargetEvents(250_000)
          .withDelivery(0, 0, 0);

  private static final List<Event> EVENTS = new ArrayList<>();
  private static final Truth TRUTH = new Truth();

  static {
    CreatorEconomy.of(OPTIONS).run(EVENTS::add, TRUTH, Progress.SILENT);
  }

  private static <T extends Event> List<T> all(Class<T> kind) {
    return EVENTS.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void tipsFollowTheLocalClockOnBothSidesOfTheChangeOfClocks() {
    Map<String, ZoneId> zones =
        TRUTH.all(TruthRecord.Creator.class).stream()
            .filter(
                one -> one.zone().getRules().getTransition(OPTIONS.start().atStartOfDay()) == null)
            .filter(one -> one.zone().getId().startsWith("Europe/"))
            .collect(Collectors.toMap(TruthRecord.Creator::creator, TruthRecord.Creator::zone));
    double summer = evening(zones, LocalDate.of(2025, 9, 1), LocalDate.of(2025, 10, 25));
    double winter = evening(zones, LocalDate.of(2025, 10, 27), LocalDate.of(2026, 1, 10));

    // In UTC the evening would move by an hour and its share by some ten points.
    assertThat(summer).isGreaterThan(0.35);
    assertThat(winter).isCloseTo(summer, within(0.06));
  }

  /** Share of the tips between 18 and 22 o'clock of the creator's zone. */
  private static double evening(Map<String, ZoneId> zones, LocalDate from, LocalDate to) {
    long all = 0;
    long evening = 0;
    for (Event.Tip tip : all(Event.Tip.class)) {
      ZoneId zone = zones.get(tip.context().creator());
      if (zone != null) {
        ZonedDateTime time = tip.context().time().atZone(zone);
        LocalDate day = time.toLocalDate();
        if (!day.isBefore(from) && !day.isAfter(to)) {
          all++;
          evening += time.getHour() >= 18 && time.getHour() < 22 ? 1 : 0;
        }
      }
    }
    assertThat(all).isGreaterThan(300);
    return (double) evening / all;
  }

  @Test
  void reversalsReferToEarlierSalesOfTheSameFanAndNeverExceedThem() {
    Map<String, Event> sales = new HashMap<>();
    EVENTS.forEach(event -> sales.put(event.context().id(), event));
    Map<String, Long> back = new HashMap<>();
    List<Event.Reversal> reversals = all(Event.Reversal.class);
    assertThat(reversals).hasSizeGreaterThan(100);
    for (Event.Reversal reversal : reversals) {
      Event sale = sales.get(reversal.refersTo());
      assertThat(Stream.of(sale.type())).isPresent();
      assertThat(sale.context().time()).isBefore(reversal.context().time());
      assertThat(sale.context().source()).isEqualTo(reversal.context().source());
      assertThat(sale.context().fan()).isEqualTo(reversal.context().fan());
      boolean won = reversal.context().attributes().containsKey("won");
      long minor = reversal.payment().gross().minorUnits();
      back.merge(reversal.refersTo(), won ? -minor : minor, Long::sum);
      assertThat(back.get(reversal.refersTo())).isBetween(0L, gross(sale));
    }
    assertThat(reversals).anyMatch(one -> one.context().attributes().containsKey("won"));
  }

  private static long gross(Event sale) {
    return switch (sale) {
      case Event.Tip e -> e.payment().gross().minorUnits();
      case Event.SubscriptionStarted e -> e.payment().gross().minorUnits();
      case Event.SubscriptionRenewed e -> e.payment().gross().minorUnits();
      case Event.MerchandiseOrder e -> e.payment().gross().minorUnits();
      case Event.BrandDeal e -> e.payment().gross().minorUnits();
      case Event.AdRevenue e -> e.payment().gross().minorUnits();
      default -> 0;
    };
  }

  @Test
  void fewFansGiveMostOfTheTips() {
    Map<String, Double> byFan = new HashMap<>();
    for (Event.Tip tip : all(Event.Tip.class)) {
      if (tip.payment().gross().currency().getCurrencyCode().equals("USD")) {
        byFan.merge(
            String.valueOf(tip.context().fan()),
            tip.payment().gross().minorUnits() / 100.0,
            Double::sum);
      }
    }
    double[] sorted = byFan.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double all = Arrays.stream(sorted).sum();
    double top = Arrays.stream(sorted, sorted.length * 19 / 20, sorted.length).sum();

    assertThat(sorted.length).isGreaterThan(200);
    assertThat(top / all).as("the first 5% of those who tip").isGreaterThan(0.3);
  }

  @Test
  void segmentsDifferInWhatTheyDo() {
    Map<String, Double> tipRates =
        TRUTH.all(TruthRecord.Fan.class).stream()
            .collect(
                Collectors.groupingBy(
                    TruthRecord.Fan::segment,
                    Collectors.averagingDouble(TruthRecord.Fan::tipRate)));

    assertThat(tipRates).containsOnlyKeys("lurker", "casual", "regular", "superfan", "whale");
    assertThat(tipRates.get("superfan")).isGreaterThan(3 * tipRates.get("regular") / 2);
    assertThat(tipRates.get("regular")).isGreaterThan(3 * tipRates.get("casual") / 2);
    assertThat(tipRates.get("casual")).isGreaterThan(3 * tipRates.get("lurker") / 2);
  }

  @Test
  void plantedSpikesAndDropsShowInTheLedger() {
    Map<String, Double> gross = new HashMap<>();
    for (TruthRecord.Ledger row : TRUTH.all(TruthRecord.Ledger.class)) {
      gross.merge(row.creator() + row.stream() + row.day(), (double) row.count(), Double::sum);
    }
    double actual = 0;
    double expected = 0;
    double before = 0;
    for (TruthRecord.Anomaly anomaly : TRUTH.all(TruthRecord.Anomaly.class)) {
      if (anomaly.kind().equals("spike") && anomaly.stream() == Stream.TIPS) {
        String key = anomaly.creator() + anomaly.stream();
        actual += gross.getOrDefault(key + anomaly.from(), 0.0);
        double mean = 0;
        for (int week = 1; week <= 3; week++) {
          mean += gross.getOrDefault(key + anomaly.from().minusWeeks(week), 0.0) / 3;
        }
        before += mean;
        expected += mean * anomaly.factor();
      }
    }
    assertThat(before).isGreaterThan(1);
    // Live days and small counts leave wide room; without the plant the ratio would be about 1.
    assertThat(actual / before).isGreaterThan(0.4 * expected / before);
  }

  @Test
  void shownPricesSellAsOftenAsTheTruthSays() {
    Map<String, double[]> shown = new HashMap<>();
    for (Event.PriceExposure exposure : all(Event.PriceExposure.class)) {
      Assignment assignment = exposure.assignment();
      if (assignment != null) {
        String arm = assignment.arm();
        double[] cell =
            shown.computeIfAbsent(exposure.context().product() + arm, key -> new double[2]);
        cell[0]++;
        cell[1] += exposure.bought() ? 1 : 0;
      }
    }
    Map<String, double[]> pooled = new HashMap<>();
    for (TruthRecord.PriceArm arm : TRUTH.all(TruthRecord.PriceArm.class)) {
      double[] cell = shown.getOrDefault(arm.product() + arm.arm(), new double[2]);
      double[] sums = pooled.computeIfAbsent(arm.arm(), key -> new double[4]);
      sums[0] += cell[0];
      sums[1] += cell[1];
      sums[2] += cell[0] * arm.conversion();
      sums[3] += cell[0] * arm.conversion() * (1 - arm.conversion());
    }
    assertThat(pooled).hasSize(4);
    pooled.forEach(
        (arm, sums) -> {
          assertThat(sums[0]).as("visitors of %s", arm).isGreaterThan(80);
          // Falsely rejects once in 10^5 an arm; sticky arms see other fans than the truth's
          // average over all visitors, which moves the share by a few points.
          assertThat(sums[1] / sums[0])
              .isCloseTo(sums[2] / sums[0], within(0.04 + 4.41717 * Math.sqrt(sums[3]) / sums[0]));
        });
  }

  @Test
  void demandFallsWithThePriceAndElasticitiesAreNegative() {
    assertThat(TRUTH.all(TruthRecord.Product.class))
        .isNotEmpty()
        .allSatisfy(product -> assertThat(product.elasticity()).isNegative().isGreaterThan(-6));
    Map<String, List<TruthRecord.PriceArm>> tests =
        TRUTH.all(TruthRecord.PriceArm.class).stream()
            .collect(Collectors.groupingBy(TruthRecord.PriceArm::product));
    tests
        .values()
        .forEach(
            arms -> {
              for (int i = 1; i < arms.size(); i++) {
                assertThat(arms.get(i).conversion()).isLessThan(arms.get(i - 1).conversion());
              }
            });
  }

  @Test
  void subscriptionsMoveAsTheEventsSay() {
    Map<SubscriptionMovement.Kind, Long> moves =
        TRUTH.all(TruthRecord.Movement.class).stream()
            .collect(Collectors.groupingBy(TruthRecord.Movement::kind, Collectors.counting()));

    // This world has one currency for each creator, and trials are no subscribers.
    assertThat(moves.keySet())
        .isEqualTo(
            EnumSet.complementOf(
                EnumSet.of(
                    SubscriptionMovement.Kind.CONVERSION, SubscriptionMovement.Kind.CURRENCY)));
    assertThat(
            moves.get(SubscriptionMovement.Kind.NEW)
                + moves.get(SubscriptionMovement.Kind.REACTIVATION))
        .isEqualTo(all(Event.SubscriptionStarted.class).size());
    assertThat(moves.get(SubscriptionMovement.Kind.CHURN))
        .isEqualTo(all(Event.SubscriptionCanceled.class).size());
  }

  @Test
  void incidentsLetLittleThrough() {
    TruthRecord.Incident worst = null;
    for (TruthRecord.Incident incident : TRUTH.all(TruthRecord.Incident.class)) {
      boolean watched = Set.of("youtube", "twitch", "tiktok").contains(incident.source());
      if (watched && (worst == null || length(incident) > length(worst))) {
        worst = incident;
      }
    }
    assertThat(worst).isNotNull();
    long during = views(worst.source(), worst.from(), worst.to());
    long before = 0;
    for (int week = 1; week <= 4; week++) {
      before +=
          views(
              worst.source(),
              worst.from().minusSeconds(week * 604_800L),
              worst.to().minusSeconds(week * 604_800L));
    }
    assertThat(before).isGreaterThan(20);
    assertThat(during / (before / 4.0)).isLessThan(worst.reach() + 0.45);
  }

  private static double length(TruthRecord.Incident incident) {
    return (incident.to().getEpochSecond() - incident.from().getEpochSecond())
        * (1 - incident.reach());
  }

  private static long views(String source, Instant from, Instant to) {
    return EVENTS.stream()
        .filter(event -> event.type() == EventType.VIEW && event.context().fan() != null)
        .filter(event -> event.context().source().equals(source))
        .map(event -> event.context().time())
        .filter(time -> !time.isBefore(from) && time.isBefore(to))
        .count();
  }

  @Test
  void tipsNameAContentThatTheFanHadSeen() {
    Set<String> seen = new HashSet<>();
    for (Event event : EVENTS) {
      String key = event.context().fan() + "/" + event.context().content();
      if (event.type() == EventType.VIEW) {
        seen.add(key);
      }
      if (event instanceof Event.MerchandiseOrder && event.context().content() != null) {
        assertThat(seen).contains(key);
      }
    }
    assertThat(seen).hasSizeGreaterThan(1000);
  }

  @Test
  void completionFallsWithDuration() {
    double[] watched = new double[2];
    double[] completed = new double[2];
    for (Event.Interaction view : all(Event.Interaction.class)) {
      if (view.kind() == EventType.VIEW
          && view.behaviour().durationMs() > 0
          && view.context().fan() != null) {
        int length = view.behaviour().durationMs() > 300_000 ? 1 : 0;
        watched[length]++;
        completed[length] += view.behaviour().completed() ? 1 : 0;
      }
    }
    assertThat(completed[0] / watched[0]).isGreaterThan(0.15 + completed[1] / watched[1]);
  }

  @Test
  void somePeopleFollowSeveralCreators() {
    Map<String, Set<String>> creators = new HashMap<>();
    TRUTH
        .all(TruthRecord.Fan.class)
        .forEach(
            fan -> creators.computeIfAbsent(fan.fan(), key -> new HashSet<>()).add(fan.creator()));

    assertThat(creators.values()).anyMatch(of -> of.size() > 1);
    Map<String, String> countries = new HashMap<>();
    for (Event event : EVENTS) {
      String country = event.context().demographics().country();
      if (event.context().fan() != null && country != null) {
        assertThat(countries.merge(event.context().fan(), country, (a, b) -> a)).isEqualTo(country);
      }
    }
  }

  @Test
  void moneyHasTheDigitsOfItsCurrency() {
    Map<String, Long> largest = new HashMap<>();
    for (Event.Tip tip : all(Event.Tip.class)) {
      largest.merge(
          tip.payment().gross().currency().getCurrencyCode(),
          tip.payment().gross().minorUnits(),
          Math::max);
    }
    // Yen have no minor unit: the largest of many tips is thousands, not hundreds of thousands.
    assertThat(largest.get("JPY")).isBetween(1_000L, 3_000_000L);
    assertThat(largest.get("USD")).isBetween(1_000L, 2_000_000L);
  }
}
