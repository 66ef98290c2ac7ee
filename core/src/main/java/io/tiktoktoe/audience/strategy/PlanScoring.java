package io.tiktoktoe.audience.strategy;

import io.tiktoktoe.audience.strategy.EngagementStrategy.Expected;
import io.tiktoktoe.audience.strategy.EngagementStrategy.PlannedAction;
import io.tiktoktoe.event.Decision;
import io.tiktoktoe.stats.Interval;
import io.tiktoktoe.stats.WelchDifference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns a plan into decisions, and scores decisions when their outcomes are there. */
public final class PlanScoring {

  private PlanScoring() {}

  /**
   * The plan as the content of {@code decision.taken} events: one a segment and goal on which
   * something is expected; the goal's label is the measure.
   *
   * @param by who decided, such as {@code creator} or {@code policy}
   */
  public static List<Decision> decisions(EngagementStrategy strategy, String by) {
    List<Decision> decisions = new ArrayList<>();
    for (PlannedAction one : strategy.plan()) {
      for (Expected expected : one.expected()) {
        if (expected.mean() != 0) {
          decisions.add(
              Decision.of(one.action())
                  .advised(one.action())
                  .by(by)
                  .forSegment(one.segment())
                  .expecting(expected.mean(), expected.goal().label()));
        }
      }
    }
    return decisions;
  }

  /**
   * What an action brought by a doubly robust estimate: what its fans did, against those of the
   * same segment without it.
   *
   * @param decided whose segment, action and expected effect are scored
   * @param goal what is counted
   * @param trials what happened; rows of other segments and actions are left out
   * @param segment the segment's index in the trials
   * @param action the action's index in the trials
   * @param confidence of the interval
   * @return empty where fewer than eight fans were with the action, or without any
   */
  public static Optional<PlanScore> doublyRobust(
      Decision decided,
      Goal goal,
      UpliftTrials trials,
      int segment,
      int action,
      long seed,
      double confidence) {
    if (!trials.outcomes().containsKey(goal)
        || !TreatmentEffect.isPossible(trials, segment, action)) {
      return Optional.empty();
    }
    TreatmentEffect.Estimate one = TreatmentEffect.of(trials, goal, segment, action, seed);
    Interval each = Interval.normal(one.effect(), one.deviation(), confidence);
    return Optional.of(
        new PlanScore(
            nonNull(decided.segment()),
            decided.chosen(),
            goal,
            expected(decided),
            one.treated() * one.effect(),
            each.times(one.treated()),
            PlanScore.Method.DOUBLY_ROBUST,
            one.treated(),
            one.holdout()));
  }

  /**
   * What an action brought by difference in differences: the change of those with it, less the
   * change of those without. Right where both would have changed alike, so that who was chosen may
   * differ in what they did before.
   *
   * @param before outcome of each fan in days before the decision, as many as after it
   * @param after outcome of each fan after it
   * @param acted whether the fan got the action
   * @return empty where fewer than eight fans were with the action, or without
   */
  public static Optional<PlanScore> differences(
      Decision decided,
      Goal goal,
      double[] before,
      double[] after,
      boolean[] acted,
      double confidence) {
    double[] with = changes(before, after, acted, true);
    double[] without = changes(before, after, acted, false);
    if (with.length < TreatmentEffect.LEAST_ROWS || without.length < TreatmentEffect.LEAST_ROWS) {
      return Optional.empty();
    }
    double usual = mean(with) - mean(without);
    WelchDifference effect =
        WelchDifference.of(with, without, confidence)
            .orElseGet(() -> new WelchDifference(usual, new Interval(usual, usual, confidence)));
    return Optional.of(
        new PlanScore(
            nonNull(decided.segment()),
            decided.chosen(),
            goal,
            expected(decided),
            with.length * effect.difference(),
            effect.interval().times(with.length),
            PlanScore.Method.DIFFERENCE_IN_DIFFERENCES,
            with.length,
            without.length));
  }

  private static double[] changes(double[] before, double[] after, boolean[] acted, boolean which) {
    return IntStream.range(0, acted.length)
        .filter(fan -> acted[fan] == which)
        .mapToDouble(fan -> after[fan] - before[fan])
        .toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static String nonNull(@Nullable String segment) {
    return segment == null ? "" : segment;
  }

  private static double expected(Decision decided) {
    Double expected = decided.expected();
    return expected == null ? Double.NaN : expected;
  }
}
