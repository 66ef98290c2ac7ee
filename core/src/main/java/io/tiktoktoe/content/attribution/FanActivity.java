package io.tiktoktoe.content.attribution;

/**
 * A fan's activity level over time: touches within a week about a moment beside the fan's usual
 * week, shrunk to 1. What a fan does anyway goes with it, so that a busy week is not taken for an
 * effect of what was watched in it (time-varying confounding).
 */
final class FanActivity {

  private static final long HALF_WEEK = 302_400;
  private static final double WEEK = 604_800;
  private static final double PRIOR = 1.5;

  private final Touches touches;
  private final double[] usual;

  FanActivity(Touches touches, long endSeconds) {
    this.touches = touches;
    this.usual = new double[touches.fans()];
    for (int fan = 0; fan < usual.length; fan++) {
      int count = touches.first(fan + 1) - touches.first(fan);
      usual[fan] = count == 0 ? 0 : count / weeks(fan, endSeconds);
    }
  }

  /** Weeks from a fan's first touch to the end, at least one. */
  private double weeks(int fan, long endSeconds) {
    return Math.max(1, (endSeconds - touches.seconds(touches.first(fan))) / WEEK);
  }

  /** The level at a time. */
  double at(int fan, long seconds) {
    int near =
        touches.firstFrom(fan, seconds + HALF_WEEK) - touches.firstFrom(fan, seconds - HALF_WEEK);
    return (PRIOR + near) / (PRIOR + usual[fan]);
  }

  /** The level of a week without any touch. */
  double idle(int fan) {
    return PRIOR / (PRIOR + usual[fan]);
  }

  /** By how much one touch raises the level of its week. */
  double perTouch(int fan) {
    return 1 / (PRIOR + usual[fan]);
  }
}
