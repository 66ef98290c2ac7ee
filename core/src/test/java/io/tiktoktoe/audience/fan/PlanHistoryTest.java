package io.tiktoktoe.audience.fan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.audience.insight.AudienceOptions;
import io.tiktoktoe.audience.insight.DecisionTrial;
import io.tiktoktoe.audience.insight.PastDecision;
import io.tiktoktoe.audience.insight.PastPlan;
import io.tiktoktoe.audience.strategy.ActionCatalogue;
import io.tiktoktoe.audience.strategy.TargetSegment;
import io.tiktoktoe.audience.strategy.UpliftTrials;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The seed is fixed: nothing is left to chance. */
class PlanHistoryTest {

  private static final LocalDate AS_OF = SimulatedFans.START.plusDays(199);

  private static PastDecision decided(String segment, String measure) {
    return new PastDecision(
        Instant.parse("2025-07-20T00:00:00Z"),
        Map.of(
            PastDecision.AS_OF,
            AS_OF.toString(),
            "chosen",
            "thank",
            "segment",
            segment,
            "expected",
            "3.5",
            "measure",
            measure));
  }

  private static PlanHistory history(PastDecision... decisions) {
    SimulatedFans fans = new SimulatedFans(300, 230, 8);
    DecisionTrial trial =
        new DecisionTrial(
            AS_OF, fans.after(170), fans.after(200), fans.after(230), Optional.empty());
    AudienceOptions two =
        AudienceOptions.defaults()
            .withSegments(AudienceOptions.defaults().segments().withSegments(2));
    return new PlanHistory(List.of(decisions), List.of(trial), two);
  }

  @Test
  void aPlanIsScoredAgainstTheFansForWhomNothingWasDecided() {
    PastPlan plan = history(decided("segment-1", "retention")).plans().getFirst();
    assertThat(plan.chosen()).isEqualTo("thank");
    assertThat(plan.expected()).hasValue(3.5);
    assertThat(plan.score()).isPresent();
    assertThat(plan.score().orElseThrow().fans() + plan.score().orElseThrow().holdout())
        .isEqualTo(300);
    assertThat(plan.score().orElseThrow().interval().contains(0)).isTrue();
  }

  @Test
  void withoutAnyoneLeftAloneNothingCanBeTold() {
    List<PastPlan> plans =
        history(decided("segment-1", "retention"), decided("segment-2", "retention")).plans();
    assertThat(plans).hasSize(2).allMatch(plan -> plan.score().isEmpty());
  }

  /** Three prices raised on one day are three plans that can be told apart. */
  @Test
  void aDecisionAboutAProductNamesIt() {
    PastDecision raised =
        new PastDecision(
            Instant.parse("2025-07-20T00:00:00Z"),
            Map.of("chosen", "raise_price", PastDecision.PRODUCT, "club"));
    assertThat(history(raised).plans().getFirst().product()).contains("club");
    assertThat(history(decided("segment-1", "joy")).plans().getFirst().product()).isEmpty();
  }

  @Test
  void anUnknownMeasureHasNoScore() {
    assertThat(history(decided("segment-1", "joy")).plans().getFirst().score()).isEmpty();
  }

  @Test
  void theFansAreTrialsOfTheirSegments() {
    List<TargetSegment> targets =
        List.of(
            new TargetSegment("segment-1", "segment-1", 200, 0.2, 100, 0),
            new TargetSegment("segment-2", "segment-2", 100, 0.2, 100, 0));
    UpliftTrials trials =
        history(decided("segment-1", "retention"))
            .trials(targets, ActionCatalogue.usual(100).actions())
            .orElseThrow();
    assertThat(trials.rows()).isEqualTo(300);
    for (int row = 0; row < trials.rows(); row++) {
      assertThat(trials.actions()[row] >= 0).isEqualTo(trials.segments()[row] == 0);
    }
  }
}
