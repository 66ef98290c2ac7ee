package io.tiktoktoe.audience.influence;

import io.tiktoktoe.work.Progress;

/** Influence by PageRank: the front door. */
public final class Influence {

  private Influence() {}

  /**
   * PageRank of every node, random jumps going to all alike. A node without a link to follow jumps.
   */
  public static InfluenceScores of(Links links, InfluenceOptions options, Progress progress) {
    throw new UnsupportedOperationException("in work");
  }

  /**
   * Personalised PageRank: jumps go to nodes in proportion to {@code personalisation}.
   *
   * @param personalisation at least 0, not all 0, such as the revenue of each fan
   */
  public static InfluenceScores of(
      Links links, double[] personalisation, InfluenceOptions options, Progress progress) {
    throw new UnsupportedOperationException("in work");
  }

  /** How scores agree with revenue that came through each node. */
  public static InfluenceCalibration calibration(double[] scores, double[] referredRevenue) {
    throw new UnsupportedOperationException("in work");
  }
}
