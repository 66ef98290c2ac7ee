package io.tiktoktoe.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.audience.AudienceValueOptimizer;
import io.tiktoktoe.audience.insight.AudienceInsights;
import io.tiktoktoe.audience.insight.AudienceSegments;
import io.tiktoktoe.audience.insight.FanCount;
import io.tiktoktoe.audience.insight.LeavingOutlook;
import io.tiktoktoe.event.Behaviour;
import io.tiktoktoe.event.Event;
import io.tiktoktoe.event.EventBuilder;
import io.tiktoktoe.event.EventType;
import io.tiktoktoe.event.Payment;
import io.tiktoktoe.service.audience.AudienceService;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.audience.AudienceRequest;
import io.tiktoktoe.store.Erasure;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.StoreOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audiences that break averages: nobody, one fan, all alike, refunds alone, joined, erased. */
class HostileAudienceTest {

  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
  private static final LocalDate LAST = LocalDate.parse("2026-06-30");
  private static final CreatorProfile ADA =
      new CreatorProfile("ada", ZoneOffset.UTC, Currency.getInstance("USD"));

  @TempDir Path folder;

  private final List<Event> events = new ArrayList<>();

  private Path file() {
    return folder.resolve("fans.duckdb");
  }

  private void add(EventBuilder event, String fan, int day) {
    String id = "e" + events.size();
    events.add(
        event
            .from("site", id)
            .at(START.plusSeconds(86_400L * day))
            .creator("ada")
            .fan(fan)
            .build());
  }

  private void tip(String fan, int day, String amount) {
    add(Event.tip(Payment.of(amount, "USD")), fan, day);
  }

  private void view(String fan, int day) {
    add(Event.interaction(EventType.VIEW, Behaviour.ONCE), fan, day);
  }

  private Store stored() {
    Store store = Store.open(file(), StoreOptions.defaults());
    store.events().append(events, IngestOptions.of("test", NOW));
    return store;
  }

  private static AudienceInsights analysed(Store store) {
    return AudienceService.of(store).audience(AudienceRequest.of("ada").asOf(LAST), Call.at(NOW));
  }

  private static AudienceSegments read(Store store, LocalDate through) {
    return store.audience(source -> AudienceValueOptimizer.audience(source, ADA, through));
  }

  /** Lets data reach to the last day, by an advertiser whom nobody is. */
  private void lastDay() {
    events.add(
        Event.adRevenue(Payment.of("1", "USD"))
            .from("site", "last")
            .at(NOW.minusSeconds(1))
            .creator("ada")
            .build());
  }

  @Test
  void nobodyWithANameIsAClearAnswer() {
    lastDay();
    try (Store store = stored()) {
      AudienceInsights insights = analysed(store);
      assertThat(insights.size().fans()).isZero();
      assertThat(insights.size().nobodyNet()).isEqualTo(100);
      assertThat(insights.segments()).isEmpty();
      assertThat(insights.leavers()).isEmpty();
      assertThat(insights.leaving().method()).isEqualTo(LeavingOutlook.Method.NONE);
      assertThat(insights.strategy().plan()).isEmpty();
      assertThat(insights.value().lifetimeValue()).isZero();
    }
  }

  @Test
  void oneFanIsOneSegment() {
    tip("zoe", 3, "5");
    lastDay();
    try (Store store = stored()) {
      AudienceInsights insights = analysed(store);
      assertThat(insights.segments()).hasSize(1);
      assertThat(insights.segments().getFirst().fans()).isEqualTo(1);
      assertThat(insights.segments().getFirst().valueInterval().contains(0.5)).isTrue();
      assertThat(insights.size().net()).isEqualTo(500);
    }
  }

  @Test
  void fiveFansAreAnalysed() {
    for (int fan = 0; fan < 5; fan++) {
      for (int day = fan; day < 170; day += 10 * (fan + 1)) {
        tip("fan" + fan, day, "3");
      }
    }
    lastDay();
    try (Store store = stored()) {
      AudienceInsights insights = analysed(store);
      assertThat(insights.segments().stream().mapToInt(one -> one.fans()).sum()).isEqualTo(5);
      assertThat(insights.value().lifetimeValue()).isPositive().isFinite();
    }
  }

  @Test
  void fansAllAlikeAreOneSegment() {
    for (int fan = 0; fan < 60; fan++) {
      tip("fan" + fan, 100, "5");
      view("fan" + fan, 130);
    }
    lastDay();
    try (Store store = stored()) {
      AudienceInsights insights = analysed(store);
      assertThat(insights.segments()).hasSize(1);
      assertThat(insights.segments().getFirst().traits()).isEmpty();
      assertThat(insights.segments().getFirst().value()).isBetween(0.49, 0.51);
    }
  }

  @Test
  void aRefundWithoutASaleIsNegativeSpendAndNoPurchase() {
    tip("ben", 5, "10");
    add(Event.refund(Payment.of("30", "USD"), "never-seen"), "zoe", 6);
    lastDay();
    try (Store store = stored()) {
      AudienceSegments audience = read(store, LAST);
      assertThat(audience.fans().size()).isEqualTo(2);
      assertThat(audience.fans().total(FanCount.NET)).isEqualTo(-2_000);
      assertThat(audience.fans().total(FanCount.PURCHASE_DAYS)).isEqualTo(1);
      assertThat(analysed(store).segments()).isNotEmpty();
    }
  }

  @Test
  void theSameEventTwiceCountsOnce() {
    tip("zoe", 5, "10");
    lastDay();
    try (Store store = stored()) {
      store.events().append(events, IngestOptions.of("again", NOW));
      assertThat(read(store, LAST).fans().total(FanCount.SALES)).isEqualTo(1);
    }
  }

  @Test
  void linkedIdsAreOneFanUntilTheyAreUnlinked() {
    tip("zoe", 5, "10");
    tip("zoe-on-shop", 7, "20");
    add(Event.linked("zoe-on-shop", "site"), "zoe", 20);
    add(Event.unlinked("zoe", "site"), "zoe-on-shop", 40);
    lastDay();
    try (Store store = stored()) {
      AudienceSegments joined = read(store, LocalDate.parse("2026-01-25"));
      assertThat(joined.fans().size()).isEqualTo(1);
      assertThat(joined.fans().count(FanCount.ACCOUNTS, 0)).isEqualTo(2);
      assertThat(joined.fans().count(FanCount.NET, 0)).isEqualTo(3_000);
      assertThat(joined.fans().count(FanCount.PURCHASE_DAYS, 0)).isEqualTo(2);
      assertThat(read(store, LAST).fans().size()).isEqualTo(2);
    }
  }

  @Test
  void aDayInThePastKnowsNothingOfWhatCameLater() {
    tip("zoe", 5, "10");
    LocalDate day = LocalDate.parse("2026-01-20");
    AudienceSegments then;
    try (Store store = stored()) {
      then = read(store, day);
    }
    tip("zoe", 60, "100");
    tip("new", 61, "7");
    lastDay();
    try (Store store = stored()) {
      AudienceSegments now = read(store, day);
      assertThat(now.fans().size()).isEqualTo(then.fans().size());
      assertThat(now.fans().counts()).isDeepEqualTo(then.fans().counts());
      assertThat(now.fans().days()).isDeepEqualTo(then.fans().days());
    }
  }

  @Test
  void anErasedFanIsGoneFromEveryAnswerAndFit() {
    for (int fan = 0; fan < 8; fan++) {
      for (int day = 0; day < 170; day += 17 + fan) {
        tip("fan" + fan, day, "5");
      }
    }
    lastDay();
    long net;
    try (Store store = stored()) {
      net = analysed(store).size().net();
    }
    Erasure.erase(
        file(),
        StoreOptions.defaults(),
        new Erasure.Request("fan3", Optional.empty(), Optional.empty()),
        NOW);
    try (Store store = Store.open(file(), StoreOptions.defaults())) {
      AudienceInsights insights = analysed(store);
      assertThat(insights.size().fans()).isEqualTo(7);
      assertThat(insights.size().net()).isLessThan(net);
      assertThat(insights.size().net() + insights.size().nobodyNet()).isEqualTo(net + 100);
      assertThat(insights.toString()).doesNotContain("fan3");
      assertThat(insights.value().models()).allMatch(model -> model.customers() <= 7);
    }
  }

  @Test
  void aFanWithVeryManyEventsIsOneFan() {
    for (int i = 0; i < 20_000; i++) {
      view("zoe", i % 150);
    }
    view("ben", 140);
    lastDay();
    try (Store store = stored()) {
      AudienceSegments audience = read(store, LAST);
      assertThat(audience.fans().size()).isEqualTo(2);
      assertThat(audience.fans().total(FanCount.VIEWS)).isEqualTo(20_001);
      assertThat(audience.fans().total(FanCount.ACTIVE_DAYS)).isEqualTo(151);
      assertThat(analysed(store).segments()).isNotEmpty();
    }
  }

  @Test
  void daysWithoutDataAreRefusedWithTheRemedy() {
    tip("zoe", 5, "10");
    lastDay();
    try (Store store = stored()) {
      AudienceService service = AudienceService.of(store);
      AudienceRequest later = AudienceRequest.of("ada").asOf(LAST.plusDays(9));
      AudienceRequest earlier = AudienceRequest.of("ada").asOf(LocalDate.parse("2020-01-01"));
      assertThatThrownBy(() -> service.audience(later, Call.at(NOW)))
          .isInstanceOf(ServiceException.UnusableInput.class)
          .hasMessageContaining("Choose an earlier day");
      assertThatThrownBy(() -> service.audience(earlier, Call.at(NOW)))
          .isInstanceOf(ServiceException.UnusableInput.class)
          .hasMessageContaining("Choose a later day");
    }
  }
}
