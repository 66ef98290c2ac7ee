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
import io.tiktoktoe.service.model.experiment.ExperimentAudit;
import io.tiktoktoe.service.model.experiment.ExperimentPlan;
import io.tiktoktoe.service.model.experiment.ExperimentReport;
import io.tiktoktoe.service.model.experiment.ExperimentRequest;
import io.tiktoktoe.service.model.experiment.ExperimentSettings;
import io.tiktoktoe.service.model.experiment.RollbackAnswer;
import io.tiktoktoe.store.model.IngestOptions;
import io.tiktoktoe.store.model.Sql;
import io.tiktoktoe.store.model.TestEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Price tests from the plan to the end. */
class ExperimentServiceTest extends PriceTestStore {

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

  /** A log of before an update is no changed log: other chances are right for another rule. */
  @Test
  void anAuditTellsWhatAnotherVersionDrewFromAChangedLog() {
    make("spring");
    visit("spring", 30, Map.of("today", .2), 1);
    ExperimentAuditing auditing =
        new ExperimentAuditing(
            service.open("spring").look(ExperimentState::fresh), service.open("spring").seed());
    store
        .experiments()
        .read(
            1,
            entry ->
                auditing.take(
                    entry.kind() == TestEntry.Kind.STEP
                        ? TestEntry.step(
                            1, entry.number(), entry.time(), entry.step(), 0, ".5,.25,.25")
                        : entry));
    ExperimentAudit found = service.open("spring").look(auditing::found);
    assertThat(found.steps()).isGreaterThan(1);
    assertThat(found.otherRule()).isEqualTo(found.steps());
    assertThat(found.differing()).isZero();
    assertThat(service.audit("spring").otherRule()).isZero();
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
}
