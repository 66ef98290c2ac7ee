package io.tiktoktoe.audience.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.event.Decision;
import io.tiktoktoe.work.Progress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrategyPlannerTest {

  private static final StrategyConstraints MEANS = StrategyConstraints.ofBudget(20_000);

  private static EngagementStrategy plan(StrategyConstraints means, StrategyOptions options) {
    Uplifts uplifts = Uplifts.priors(ActionCatalogue.usual(100), TrialWorld.SEGMENTS);
    return StrategyPlanner.plan(
        TrialWorld.SEGMENTS, ActionCatalogue.usual(100), uplifts, means, options, Progress.SILENT);
  }

  private static double total(EngagementStrategy strategy, Goal goal) {
    return strategy.expected().get(goal.ordinal()).mean();
  }

  @Test
  void keepsWithinTheMeansAndSaysWhatTheyAreWorth() {
    EngagementStrategy strategy =
        plan(MEANS.withHours(6).withContacts(5_000), StrategyOptions.defaults());
    assertThat(strategy.certified()).isTrue();
    assertThat(strategy.plan()).isNotEmpty();
    assertThat(strategy.means())
        .extracting(EngagementStrategy.Means::limit)
        .containsExactly("budget", "hours", "contacts");
    assertThat(strategy.means()).allMatch(one -> one.used() <= one.bound() * (1 + 1e-12));
    assertThat(strategy.advice())
        .filteredOn(StrategyAdvice.WorthOfMore.class::isInstance)
        .as("something holds the plan back")
        .isNotEmpty();
    assertThat(total(strategy, Goal.RETENTION)).isPositive();
    assertThat(strategy.expected()).allMatch(one -> one.lower() <= one.mean());
    assertThat(strategy.expected())
        .as("nothing was tried")
        .allMatch(one -> one.footing() == Uplift.Footing.PRIOR);
    assertThat(strategy.front()).hasSizeGreaterThan(1);
  }

  @Test
  void prioritiesDecide() {
    StrategyOptions strict = StrategyOptions.defaults().withTolerance(0);
    EngagementStrategy keeping = plan(MEANS.withHours(6), strict);
    EngagementStrategy growing =
        plan(
            MEANS.withHours(6),
            strict.withPriorities(List.of(Goal.GROWTH, Goal.MONETIZATION, Goal.RETENTION)));
    assertThat(total(keeping, Goal.RETENTION)).isGreaterThan(total(growing, Goal.RETENTION));
    assertThat(total(growing, Goal.GROWTH)).isGreaterThan(total(keeping, Goal.GROWTH));
  }

  @Test
  void everySegmentGetsItsShare() {
    EngagementStrategy strategy = plan(MEANS.withLeastShare(0.2), StrategyOptions.defaults());
    assertThat(strategy.means())
        .filteredOn(one -> one.limit().equals("share:all"))
        .singleElement()
        .satisfies(one -> assertThat(one.used()).isGreaterThanOrEqualTo(0.2 * 6_500));
  }

  @Test
  void saysWhatToRelaxAndTheRemedyWorks() {
    StrategyConstraints tooMuch =
        StrategyConstraints.ofBudget(1_000).withFloors(Map.of(Goal.RETENTION, 60.0));
    EngagementStrategy none = plan(tooMuch, StrategyOptions.defaults());
    assertThat(none.plan()).isEmpty();
    StrategyAdvice.RelaxAlone budget =
        none.advice().stream()
            .filter(StrategyAdvice.RelaxAlone.class::isInstance)
            .map(StrategyAdvice.RelaxAlone.class::cast)
            .filter(one -> one.limit().equals("budget"))
            .findFirst()
            .orElseThrow();
    StrategyConstraints enough =
        StrategyConstraints.ofBudget(budget.needed()).withFloors(Map.of(Goal.RETENTION, 60.0));
    assertThat(plan(enough, StrategyOptions.defaults()).plan()).isNotEmpty();
    StrategyConstraints almost =
        StrategyConstraints.ofBudget(0.99 * budget.needed())
            .withFloors(Map.of(Goal.RETENTION, 60.0));
    assertThat(plan(almost, StrategyOptions.defaults()).plan()).isEmpty();
  }

  @Test
  void doesNothingWhereNothingHelpsForSure() {
    EngagementStrategy strategy = plan(MEANS, StrategyOptions.defaults().withConfidence(0.999));
    assertThat(strategy.plan()).isEmpty();
    assertThat(strategy.advice()).contains(new StrategyAdvice.NothingWorthDoing(0.999));
    assertThat(plan(StrategyConstraints.ofBudget(0), StrategyOptions.defaults()).plan()).isEmpty();
  }

  @Test
  void theRiskIsLimited() {
    EngagementStrategy strategy = plan(MEANS.withMostLoss(0), StrategyOptions.defaults());
    assertThat(strategy.plan())
        .allMatch(one -> one.expected().get(1).lower() >= one.cost() * (1 - 1e-9));
  }

  @Test
  void noSegmentsNoPlan() {
    EngagementStrategy strategy =
        StrategyPlanner.plan(
            List.of(),
            ActionCatalogue.usual(100),
            Uplifts.priors(ActionCatalogue.usual(100), List.of()),
            MEANS,
            StrategyOptions.defaults(),
            Progress.SILENT);
    assertThat(strategy.plan()).isEmpty();
    assertThat(strategy.certified()).isTrue();
  }

  @Test
  void aPlanBecomesDecisions() {
    EngagementStrategy strategy = plan(MEANS, StrategyOptions.defaults());
    List<Decision> decisions = PlanScoring.decisions(strategy, "creator");
    assertThat(decisions).hasSizeGreaterThanOrEqualTo(strategy.plan().size());
    assertThat(decisions.getFirst().segment()).isEqualTo(strategy.plan().getFirst().segment());
    assertThat(decisions).extracting(Decision::measure).contains("retention");
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> new TargetSegment("a", "a", 0, 0.1, 1, 0))
        .hasMessageContaining("fans (0.0) of a must be above 0");
    assertThatThrownBy(() -> StrategyConstraints.ofBudget(Double.NaN))
        .hasMessageContaining("budget (NaN) must be at least 0");
    assertThatThrownBy(
            () -> StrategyOptions.defaults().withPriorities(List.of(Goal.GROWTH, Goal.GROWTH)))
        .hasMessageContaining("must name retention, monetization and growth once each");
    assertThatThrownBy(() -> ActionCatalogue.usual(1).with(TrialWorld.action("none", Map.of())))
        .hasMessageContaining("name other than none");
  }
}
