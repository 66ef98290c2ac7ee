package io.tiktoktoe.audience.strategy;

import io.tiktoktoe.work.Progress;
import java.util.List;

/**
 * Plans engagement: a robust multi-objective allocation of actions to segments, chosen by the lower
 * bounds of their uplifts so that the luckiest estimate does not win (winner's curse).
 */
public final class StrategyPlanner {

  private StrategyPlanner() {}

  /**
   * The strategy for these segments within these constraints. Of each segment all fans may get an
   * action, or two thirds, or a third, drawn by chance; a holdout is left out so that the effect
   * can be told.
   *
   * @param uplifts of this catalogue and these segments
   */
  public static EngagementStrategy plan(
      List<TargetSegment> segments,
      ActionCatalogue catalogue,
      Uplifts uplifts,
      StrategyConstraints constraints,
      StrategyOptions options,
      Progress progress) {
    PossibleActions candidates =
        PossibleActions.of(segments, catalogue, uplifts, constraints, options);
    return new Planning(candidates, segments, constraints, options, uplifts, progress).strategy();
  }
}
