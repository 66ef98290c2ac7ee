package io.tiktoktoe.service.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.service.model.experiment.ExperimentAudit;
import io.tiktoktoe.store.model.TestEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Long steps of a price test are drawn in the middle of the one before, beside the calls. */
class StepsDrawnAheadTest extends PriceTestStore {

  private static final Map<String, Double> SHARES = Map.of("today", .2, "high", .3, "low", .3);

  private List<TestEntry> steps() {
    List<TestEntry> steps = new ArrayList<>();
    service.open("spring").force();
    store
        .experiments()
        .read(
            1,
            entry -> {
              if (entry.kind() == TestEntry.Kind.STEP) {
                steps.add(entry);
              }
            });
    return steps;
  }

  @Test
  void whatWasDrawnAheadComesAgainFromTheLogAndSurvivesARestart() {
    make("spring");
    visit("spring", 2_600, SHARES, 1);
    ExperimentAudit found = service.audit("spring");
    assertThat(found.holds()).as(found.toString()).isTrue();
    List<TestEntry> steps = steps();
    assertThat(steps.stream().map(TestEntry::arm).distinct())
        .containsExactly(Allocating.RULE, Allocating.AHEAD_RULE);
    assertThat(steps.getLast().arm()).isEqualTo(Allocating.AHEAD_RULE);

    // A restart forgets what was drawn ahead: the next step is drawn from all of the log.
    service = ExperimentService.of(store);
    visit("spring", 2_800, SHARES, 2);
    found = service.audit("spring");
    assertThat(found.holds()).as(found.toString()).isTrue();
    assertThat(steps().get(steps.size()).arm()).isEqualTo(Allocating.RULE);
  }

  @Test
  void anArmRemovedAfterTheMiddleOfAStepIsInNoLaterOne() {
    make("spring");
    visit("spring", 2_600, SHARES, 1);
    int before = steps().size();
    service.open("spring").remove("high", PriceTests.NOW);
    visit("spring", 1, SHARES, 3);
    TestEntry next = steps().get(before);
    assertThat(next.arm()).isEqualTo(Allocating.RULE);
    assertThat(next.detail()).endsWith(",0.0");
    assertThat(service.audit("spring").holds()).isTrue();
  }

  @Test
  void chancesThatWereNotDrawnSoAreFoundOut() {
    make("spring");
    visit("spring", 2_600, SHARES, 1);
    ExperimentRun run = service.open("spring");
    ExperimentAuditing auditing =
        new ExperimentAuditing(run.look(ExperimentState::fresh), run.seed());
    store.experiments().read(1, entry -> auditing.take(changed(entry)));
    ExperimentAudit found = run.look(auditing::found);
    long ahead = steps().stream().filter(one -> one.arm() == Allocating.AHEAD_RULE).count();
    assertThat(ahead).isPositive();
    assertThat(found.differing()).isEqualTo(ahead);
    assertThat(found.otherRule()).isZero();
  }

  /** As if somebody had written other chances over those of a step drawn ahead. */
  private static TestEntry changed(TestEntry entry) {
    return entry.kind() == TestEntry.Kind.STEP && entry.arm() == Allocating.AHEAD_RULE
        ? TestEntry.step(
            1, entry.number(), entry.time(), entry.step(), entry.arm(), ".50001,.25,.24999")
        : entry;
  }
}
