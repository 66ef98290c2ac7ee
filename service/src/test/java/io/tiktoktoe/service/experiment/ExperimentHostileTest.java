package io.tiktoktoe.service.experiment;

import static io.tiktoktoe.service.experiment.PriceTests.NOW;
import static io.tiktoktoe.service.experiment.PriceTests.offer;
import static io.tiktoktoe.service.experiment.PriceTests.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.service.model.Call;
import io.tiktoktoe.service.model.ServiceException;
import io.tiktoktoe.service.model.experiment.AssignedOffer;
import io.tiktoktoe.service.model.experiment.ExperimentReport;
import io.tiktoktoe.service.model.experiment.OutcomeRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What is done to price tests. */
class ExperimentHostileTest extends PriceTestStore {

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
