package io.tiktoktoe.audience.strategy;

import io.tiktoktoe.work.Progress;
import java.util.List;

/**
 * Plans engagement: a robust multi-objective allocation of actions to segments, chosen by the lower
 * bounds of their uplifts so that the luckiest estimate does not win (winner's curse).
 */
public final class StrategyPlanner {

  private StrategyPlanner() {}

  /** The strategy for these segments within these constraints. */
  public static EngagementStrategy plan(
      List<TargetSegment> segments,
      ActionCatalogue catalogue,
      Uplifts uplifts,
      StrategyConstraints constraints,
      StrategyOptions options,
      Progress progress) {
    throw new UnsupportedOperationException("not built yet");
  }
}
