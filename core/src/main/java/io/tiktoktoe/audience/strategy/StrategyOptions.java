package io.tiktoktoe.audience.strategy;

import io.tiktoktoe.stats.Interval;
import java.util.EnumSet;
import java.util.List;

/**
 * What a creator aims at, and how sure it must be.
 *
 * @param priorities the goals, most important first, each once
 * @param tolerance share of the best of a goal that those after it may take, in [0, 1)
 * @param confidence of the interval whose lower end a plan is chosen by, in (0, 1)
 * @param frontPoints about how many plans of the Pareto front are offered, at least 2
 * @param holdout share of each segment that is left out by chance so that the effect can be told,
 *     in [0, 0.5]
 */
public record StrategyOptions(
    List<Goal> priorities, double tolerance, double confidence, int frontPoints, double holdout) {

  public StrategyOptions {
    if (priorities.size() != 3 || EnumSet.copyOf(priorities).size() != 3) {
      throw new IllegalArgumentException(
          "priorities (%s) must name retention, monetization and growth once each."
              .formatted(priorities));
    }
    if (!(tolerance >= 0 && tolerance < 1)) {
      throw new IllegalArgumentException(
          "tolerance (%s) must be at least 0 and below 1.".formatted(tolerance));
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence (%s) must lie between 0 and 1, both excluded.".formatted(confidence));
    }
    if (frontPoints < 2) {
      throw new IllegalArgumentException(
          "frontPoints (%d) must be at least 2.".formatted(frontPoints));
    }
    if (!(holdout >= 0 && holdout <= 0.5)) {
      throw new IllegalArgumentException(
          "holdout (%s) must be a share from 0 to 0.5.".formatted(holdout));
    }
    priorities = List.copyOf(priorities);
  }

  /**
   * Retention, then monetization, then growth; a twentieth may be given up; lower end of 68%; a
   * twentieth is held out.
   */
  public static StrategyOptions defaults() {
    return new StrategyOptions(List.of(Goal.values()), 0.05, Interval.NARROW, 12, 0.05);
  }

  /** The same with these priorities. */
  public StrategyOptions withPriorities(List<Goal> first) {
    return new StrategyOptions(first, tolerance, confidence, frontPoints, holdout);
  }

  /** The same with this share that may be given up. */
  public StrategyOptions withTolerance(double share) {
    return new StrategyOptions(priorities, share, confidence, frontPoints, holdout);
  }

  /** The same with this confidence. */
  public StrategyOptions withConfidence(double level) {
    return new StrategyOptions(priorities, tolerance, level, frontPoints, holdout);
  }

  /** The same with about so many plans on the front. */
  public StrategyOptions withFrontPoints(int points) {
    return new StrategyOptions(priorities, tolerance, confidence, points, holdout);
  }

  /** The same with this share left out. */
  public StrategyOptions withHoldout(double share) {
    return new StrategyOptions(priorities, tolerance, confidence, frontPoints, share);
  }
}
