package io.tiktoktoe.service.experiment;

import static io.tiktoktoe.service.experiment.PriceTests.NOW;
import static io.tiktoktoe.service.experiment.PriceTests.offer;
import static io.tiktoktoe.service.experiment.PriceTests.outcome;
import static io.tiktoktoe.service.experiment.PriceTests.request;
import static io.tiktoktoe.service.experiment.PriceTests.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.event.Event;
import io.tiktoktoe.pricing.insight.OfferTerms;
import io.tiktoktoe.pricing.insight.PolicyOutcome;
import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.experiment.AssignedOffer;
import io.tiktoktoe.service.model.experiment.ExperimentPlan;
import io.tiktoktoe.service.model.experiment.ExperimentReport;
import io.tiktoktoe.service.model.experiment.ExperimentRequest;
import io.tiktoktoe.service.model.experiment.ExperimentSettings;
import io.tiktoktoe.service.model.experiment.OutcomeRow;
import io.tiktoktoe.service.model.experiment.RollbackAnswer;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.StoreOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Price tests from the plan to the end, and what is done to them. */
class ExperimentServiceTest {

  private static final Instant LATER = NOW.plus(Duration.ofDays(2));

  @TempDir Path folder;

  private Store store;
  private ExperimentService service;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("s.duckdb"), StoreOptions.defaults());
    service = ExperimentService.of(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void reopen() {
    store.close();
    open();
  }

  private ExperimentPlan make(String name) {
    return service.create(request(name, "club"), Call.at(NOW));
  }

  /** Shows prices to so many persons, a minute apart; each arm's share of them buys. */
  private void visit(String test, int persons, Map<String, Double> shares, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ExperimentRun run = service.open(test);
    for (int person = 0; person < persons; person++) {
      Instant now = NOW.plusSeconds(60L * person);
      String fan = "fan-" + seed + "-" + person;
      AssignedOffer offer = run.assign(fan, now);
      if (random.nextDouble() < shares.getOrDefault(offer.arm(), 0.0)) {
        String amount = "%.2f".formatted(.9 * offer.price());
        assertThat(run.record(outcome("o-" + fan, fan, "purchase", amount), now)).isTrue();
      }
    }
    store.experiments().fold();
  }

  private ExperimentReport show(String name, Instant now) {
    return service.show(name, Call.at(now));
  }

  @Test
  void thePlanSaysHowLongAndRefusesWhatCannotBeDecided() {
    ExperimentPlan plan = make("spring");
    assertThat(plan.personsPerArm()).isGreaterThan(plan.personsPerArmOnce());
    assertThat(plan.days()).isCloseTo(3.0 * plan.personsPerArm() / 2_000 + 1 / 24.0, within(.01));
    assertThat(plan.smallestEffect()).isLessThan(.2);
    ExperimentSettings few =
        new ExperimentSettings(1, .1, .1, .05, .1, 30, 1, 0, Duration.ZERO, 0, 20, .04, .1);
    assertThatThrownBy(
            () ->
                service.create(
                    request("slow", "other", request("slow", "other").offers(), few), Call.at(NOW)))
        .isInstanceOf(ServiceException.BadRequest.class)
        .hasMessageContaining("days at traffic (20.0 a day)")
        .hasMessageMatching("(?s).*Give effect [0-9.]+, fewer arms.*");
    // The remedy works when followed.
    double effect = effectOf("slow", few);
    ExperimentSettings wider =
        new ExperimentSettings(1, .1, .1, .05, .1, 30, 1, 0, Duration.ZERO, 0, 20, .04, effect);
    assertThat(
            service
                .create(
                    request("slow", "other", request("slow", "other").offers(), wider),
                    Call.at(NOW))
                .days())
        .isLessThanOrEqualTo(180);
  }

  private double effectOf(String name, ExperimentSettings settings) {
    try {
      service.create(
          request(name, "other", request(name, "other").offers(), settings), Call.at(NOW));
      throw new AssertionError("was not refused");
    } catch (ServiceException.BadRequest e) {
      String said = String.valueOf(e.getMessage());
      return Double.parseDouble(said.replaceAll("(?s).*Give effect ([0-9.]+),.*", "$1"));
    }
  }

  @Test
  void pricesOutsideLimitsFreeArmsAndASecondTestOfAProductAreRefused() {
    make("spring");
    assertThatThrownBy(() -> make("summer"))
        .hasMessageContaining("product (club) is in the price test spring, which is running");
    assertThatThrownBy(() -> service.create(request("spring", "other"), Call.at(NOW)))
        .hasMessageContaining("name (spring) is a price test of");
    assertThatThrownBy(() -> service.create(with(offer("free", "0")), Call.at(NOW)))
        .hasMessageContaining("arm free has price 0: a free offer brings nothing")
        .hasMessageContaining("trial");
    assertThatThrownBy(() -> service.create(with(offer("far", "9")), Call.at(NOW)))
        .hasMessageContaining("arm far has price 9.0, 80% from that of today");
    assertThatThrownBy(() -> service.create(with(offer("odd", "5.001")), Call.at(NOW)))
        .hasMessageContaining("more decimals");
    service.stop("spring", Optional.empty(), Call.at(NOW));
    assertThat(make("summer").made()).isTrue();
  }

  private static ExperimentRequest with(ExperimentRequest.Offer other) {
    return request("x", "x", List.of(offer("low", "4"), offer("today", "5"), other), settings());
  }

  @Test
  void aFanKeepsItsPriceThroughRestartsThreadsAndLinkedAccounts() throws InterruptedException {
    make("spring");
    Map<String, String> told = new ConcurrentHashMap<>();
    List<Thread> threads = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      int first = thread * 20;
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int fan = first; fan < first + 100; fan++) {
                      String name = "fan-" + fan;
                      String arm = service.open("spring").assign(name, NOW).arm();
                      String before = told.putIfAbsent(name, arm);
                      if (before != null && !before.equals(arm)) {
                        told.put("two prices", name);
                      }
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(told).hasSize(240).doesNotContainKey("two prices");
    Event link =
        Event.linked("mia-on-twitch", "twitch")
            .from("ko-fi", "l1")
            .at(NOW.minusSeconds(9))
            .creator("ada")
            .fan("fan-7")
            .build();
    Event seen =
        Event.linked("fan-7", "ko-fi")
            .from("twitch", "l2")
            .at(NOW.minusSeconds(8))
            .creator("ada")
            .fan("mia-on-twitch")
            .build();
    store.events().append(List.of(link, seen), IngestOptions.of("links", NOW));
    reopen();
    told.forEach(
        (fan, arm) ->
            assertThat(service.open("spring").assign(fan, NOW))
                .satisfies(offer -> assertThat(offer.arm()).isEqualTo(arm))
                .satisfies(offer -> assertThat(offer.state()).isEqualTo(AssignedOffer.State.KEPT)));
    assertThat(service.open("spring").assign("mia-on-twitch", NOW).arm())
        .isEqualTo(told.get("fan-7"));
    assertThat(service.audit("spring").holds()).isTrue();
    assertThat(service.audit("spring").persons()).isEqualTo(240);
  }

  @Test
  void anAuditFindsAChangedLog() {
    make("spring");
    visit("spring", 60, Map.of("today", .2), 1);
    assertThat(service.audit("spring").holds()).isTrue();
    assertThat(service.audit("spring").steps()).isGreaterThan(2);
    // An outcome that never was makes the posteriors behind it others.
    service.open("spring").record(outcome("late", "fan-1-0", "purchase", "4.50"), NOW);
    store.experiments().fold();
    assertThat(service.audit("spring").holds()).isTrue();
    assertThat(
            new ExperimentAuditing(
                service.open("spring").look(ExperimentState::fresh),
                service.open("spring").seed() + 1))
        .satisfies(
            auditing -> {
              store.experiments().read(1, auditing::take);
              assertThat(service.open("spring").look(auditing::found).differing()).isGreaterThan(2);
            });
  }

  @Test
  void fourteenAgainstTwentyTwoPayersIsNotYetAndALargeDifferenceIsTold() {
    service.create(
        request("few", "a", List.of(offer("today", "5"), offer("high", "6")), control(0)),
        Call.at(NOW));
    visit("few", 400, Map.of("today", .07, "high", .11), 3);
    ExperimentReport few = show("few", LATER);
    assertThat(few.verdict()).isEqualTo("not_yet");
    assertThat(few.arms()).allMatch(arm -> arm.hi() - arm.lo() > .3);
    service.create(
        request("much", "b", List.of(offer("today", "5"), offer("high", "6")), control(0)),
        Call.at(NOW));
    visit("much", 2_500, Map.of("today", .2, "high", .5), 4);
    ExperimentReport much = show("much", LATER);
    assertThat(much.verdict()).as(much.toString()).isEqualTo("better");
    assertThat(much.best()).contains("high");
    ExperimentReport.ArmReport high = much.arms().get(1);
    assertThat(high.contribution()).isCloseTo(.5 * 5.4, within(.2));
    assertThat(high.lo()).isLessThan(.5 * 5.4);
    assertThat(high.chanceOfBest()).isGreaterThan(.95);
    PolicyOutcome always =
        much.policies().stream()
            .filter(one -> one.policy().equals("always high"))
            .findFirst()
            .orElseThrow();
    assertThat(always.values())
        .hasSize(4)
        .allSatisfy(value -> assertThat(value.value()).isCloseTo(.5 * 5.4, within(.25)));
    RollbackAnswer end = service.stop("much", Optional.empty(), Call.at(LATER));
    assertThat(end.charged()).isEqualTo("high");
  }

  private static ExperimentSettings control(int arm) {
    return new ExperimentSettings(
        arm, .1, .1, .05, .1, 30, 1, 0, Duration.ofHours(1), 0, 2_000, .2, .2);
  }

  @Test
  void outcomesCountOnceLateOnesAreCreditedAndNobodyBringsLessThanNothing() {
    make("spring");
    ExperimentRun run = service.open("spring");
    String arm = run.assign("zoe", NOW).arm();
    assertThat(run.record(outcome("1", "zoe", "purchase", "4.50"), NOW)).isTrue();
    assertThat(run.record(outcome("1", "zoe", "purchase", "4.50"), NOW)).isFalse();
    assertThatThrownBy(() -> run.record(outcome("1", "zoe", "purchase", "4.51"), NOW))
        .hasMessageContaining("id (1) was recorded with another fan, kind or amount");
    ExperimentReport before = show("spring", LATER);
    assertThat(brings(before, arm)).isGreaterThan(3);
    // Weeks after it counts already.
    assertThat(run.record(outcome("2", "zoe", "refund", "2.50"), LATER)).isTrue();
    assertThat(brings(show("spring", LATER), arm)).isCloseTo(2, within(1e-9));
    assertThat(run.record(outcome("3", "zoe", "refund", "50"), LATER)).isTrue();
    ExperimentReport after = show("spring", LATER);
    assertThat(brings(after, arm)).isZero();
    assertThat(after.oddities().overRefunded()).isEqualTo(1);
    reopen();
    assertThat(show("spring", LATER).arms()).isEqualTo(after.arms());
    assertThat(service.audit("spring").holds()).isTrue();
  }

  private static double brings(ExperimentReport report, String arm) {
    return report.arms().stream()
        .filter(one -> one.arm().equals(arm))
        .mapToDouble(ExperimentReport.ArmReport::contribution)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aBotThatBuysTenThousandTimesCountsAsOneSaleAndIsNamed() {
    make("spring");
    visit("spring", 100, Map.of("low", .2, "today", .2, "high", .2), 5);
    ExperimentRun run = service.open("spring");
    String arm = run.assign("bot", NOW.plusSeconds(7_000)).arm();
    for (int sale = 0; sale < 10_000; sale++) {
      run.record(outcome("bot-" + sale, "bot", "purchase", "1"), NOW.plusSeconds(7_000));
    }
    ExperimentReport report = show("spring", LATER);
    assertThat(report.verdict()).isEqualTo("not_yet");
    assertThat(report.oddities().mostOutcomes()).isEqualTo(10_000);
    ExperimentReport.ArmReport hit =
        report.arms().stream().filter(one -> one.arm().equals(arm)).findFirst().orElseThrow();
    assertThat(hit.capped()).isEqualTo(1);
    assertThat(hit.contribution()).isLessThan(.9 * hit.price());
  }

  @Test
  void renewalsThatAreExpectedCountUntilTheSubscriberLeaves() {
    ExperimentSettings six =
        new ExperimentSettings(0, .1, .1, .05, .1, 30, 2, 6, Duration.ofHours(1), 0, 2_000, .2, .2);
    List<ExperimentRequest.Offer> offers =
        List.of(
            new ExperimentRequest.Offer("now", "5", new OfferTerms(0, 30, 0, "")),
            new ExperimentRequest.Offer("trial", "5", new OfferTerms(14, 0, .1, "gold")));
    ExperimentPlan plan = service.create(request("sub", "s", offers, six), Call.at(NOW));
    assertThat(plan.arms().get(0).contribution()).isCloseTo(31.5, within(1e-9));
    ExperimentRun run = service.open("sub");
    String arm = run.assign("zoe", NOW).arm();
    run.record(outcome("1", "zoe", "purchase", "4.50"), NOW);
    assertThat(brings(show("sub", LATER), arm)).isCloseTo(31.5, within(1e-9));
    run.record(outcome("2", "zoe", "renewal", "4.50"), LATER);
    assertThat(brings(show("sub", LATER), arm)).isCloseTo(31.5, within(1e-9));
    run.record(outcome("3", "zoe", "churn", ""), LATER);
    assertThat(brings(show("sub", LATER), arm)).isCloseTo(9, within(1e-9));
  }

  @Test
  void wrongOutcomesAreRefusedWithNameValueAndRemedy() {
    make("spring");
    ExperimentRun run = service.open("spring");
    run.assign("zoe", NOW);
    assertThatThrownBy(() -> run.record(outcome("1", "ben", "purchase", "4"), NOW))
        .hasMessageContaining("fan (ben) was never shown an arm of spring");
    assertThatThrownBy(() -> run.record(outcome("1", "zoe", "gift", "4"), NOW))
        .hasMessageContaining("kind (gift) must be purchase, renewal, refund or churn");
    assertThatThrownBy(() -> run.record(outcome("1", "zoe", "purchase", "-4"), NOW))
        .hasMessageContaining("amount (-4) must be from 0");
    assertThatThrownBy(
            () ->
                run.record(
                    new OutcomeRow(
                        "1", "zoe", "purchase", "4", Optional.of("EUR"), Optional.empty()),
                    NOW))
        .hasMessageContaining("currency (EUR) is not that of the test, USD");
    assertThatThrownBy(
            () ->
                run.record(
                    new OutcomeRow(
                        "1",
                        "zoe",
                        "purchase",
                        "4",
                        Optional.empty(),
                        Optional.of("2020-01-01T00:00:00Z")),
                    NOW))
        .hasMessageContaining("is before the fan was shown an arm");
    assertThatThrownBy(() -> run.assign(" ", NOW)).hasMessageContaining("fan is empty");
    assertThatThrownBy(() -> service.open("winter"))
        .isInstanceOf(ServiceException.NothingThere.class)
        .hasMessageContaining("no price test winter. There are: spring");
    assertThat(show("spring", NOW).arms()).allMatch(arm -> arm.bought() == 0);
  }

  @Test
  void aRemovedArmIsShownToNobodyNewAndStaysWithWhoHasIt() {
    make("spring");
    visit("spring", 60, Map.of(), 6);
    Map<String, String> before = new ConcurrentHashMap<>();
    for (int fan = 0; fan < 60; fan++) {
      before.put("fan-6-" + fan, service.open("spring").assign("fan-6-" + fan, NOW).arm());
    }
    assertThat(before).containsValue("high");
    service.remove("spring", "high", Call.at(NOW.plusSeconds(4_000)));
    assertThatThrownBy(() -> service.remove("spring", "today", Call.at(NOW)))
        .hasMessageContaining("arm (today) is charged today");
    reopen();
    before.forEach(
        (fan, arm) ->
            assertThat(service.open("spring").assign(fan, NOW).arm()).as(fan).isEqualTo(arm));
    for (int fan = 0; fan < 100; fan++) {
      AssignedOffer offer = service.open("spring").assign("new-" + fan, NOW);
      assertThat(offer.arm()).isNotEqualTo("high");
      assertThat(offer.propensity()).isGreaterThanOrEqualTo(.01);
    }
    assertThat(show("spring", LATER).arms().get(2).removed()).isTrue();
    assertThat(service.audit("spring").holds()).isTrue();
  }

  @Test
  void aClockThatGoesBackChangesNoPriceAndLosesNothing() {
    make("spring");
    visit("spring", 200, Map.of("today", .3), 7);
    ExperimentReport before = show("spring", LATER);
    ExperimentRun run = service.open("spring");
    Instant past = NOW.minus(Duration.ofDays(400));
    for (int fan = 0; fan < 30; fan++) {
      assertThat(run.assign("past-" + fan, past).state()).isEqualTo(AssignedOffer.State.DRAWN);
    }
    assertThat(run.record(outcome("p", "past-1", "purchase", "4"), past)).isTrue();
    ExperimentReport after = show("spring", past);
    assertThat(after.settled()).isEqualTo(before.settled());
    assertThat(after.persons()).isEqualTo(230);
    assertThat(after.asOf()).isAfter(past);
    store.experiments().fold();
    assertThat(service.audit("spring").holds()).isTrue();
  }

  @Test
  void aBudgetOfLossEndsTheLosersShare() {
    ExperimentSettings tight =
        new ExperimentSettings(
            1, .1, .1, .05, 1, 10_000, 1, 0, Duration.ofMinutes(1), 20, 2_000, .2, .2);
    service.create(request("tight", "t", request("t", "t").offers(), tight), Call.at(NOW));
    visit("tight", 400, Map.of("today", .5), 8);
    ExperimentReport report = show("tight", LATER);
    assertThat(report.arms().stream().map(ExperimentReport.ArmReport::removed))
        .containsExactly(true, false, true);
    assertThat(report.estimatedLoss()).isGreaterThan(5).isLessThan(100);
    service.assign("tight", List.of("one-more"), Call.at(LATER));
    assertThat(decisions())
        .anyMatch(text -> text.contains("removed high") && text.contains("policy"));
  }

  private List<String> decisions() {
    return store
        .engine()
        .rows(
            Sql.of("SELECT attributes FROM events WHERE type = 'decision.taken' ORDER BY time"),
            row -> row.required("attributes"));
  }

  @Test
  void whoBoughtKeepsThePriceAfterARollbackAndInTheNextTest() {
    make("spring");
    visit("spring", 80, Map.of("high", .5, "low", .5), 9);
    RollbackAnswer answer = service.rollBack("spring", Call.at(LATER));
    assertThat(answer.charged()).isEqualTo("today");
    RollbackAnswer.Promise high = answer.promises().get(2);
    assertThat(high.keep()).isPositive();
    assertThat(high.fans()).hasSize((int) high.keep());
    String buyer = high.fans().getFirst();
    AssignedOffer kept = service.open("spring").assign(buyer, LATER);
    assertThat(kept.arm()).isEqualTo("high");
    assertThat(kept.state()).isEqualTo(AssignedOffer.State.PROMISED);
    assertThat(service.open("spring").assign("stranger", LATER).arm()).isEqualTo("today");
    make("summer");
    AssignedOffer next = service.open("summer").assign(buyer, LATER);
    assertThat(next.price()).isEqualTo(6);
    assertThat(next.state()).isEqualTo(AssignedOffer.State.PROMISED);
    assertThat(show("summer", LATER).persons()).isZero();
    assertThat(decisions())
        .anyMatch(text -> text.contains("price test start"))
        .anyMatch(text -> text.contains("price test rolled_back today"));
    assertThatThrownBy(() -> service.stop("spring", Optional.empty(), Call.at(LATER)))
        .hasMessageContaining("price test spring is over");
  }

  @Test
  void oneObservationSaysNothing() {
    make("spring");
    ExperimentRun run = service.open("spring");
    run.assign("zoe", NOW);
    run.record(outcome("1", "zoe", "purchase", "4.50"), NOW);
    ExperimentReport report = show("spring", LATER);
    assertThat(report.verdict()).isEqualTo("not_yet");
    assertThat(report.arms())
        .allMatch(arm -> arm.hi() - arm.lo() > .5)
        .allMatch(arm -> arm.chanceOfBest() > 0 && arm.chanceOfBest() < 1);
    assertThat(report.policies()).allMatch(policy -> policy.values().isEmpty());
  }
}
