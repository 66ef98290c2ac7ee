package io.tiktoktoe.series.anomaly;

/**
 * Tells news from repetition on either side: a fall after a peak is no repetition of it. What has
 * no side of its own, as an unusual course, is news only where it is news on both.
 */
final class SidedNovelty {

  private final Novelty above;
  private final Novelty below;

  /** Compares with the last share {@code quiet} of all steps so far. */
  SidedNovelty(double quiet) {
    above = new Novelty(quiet);
    below = new Novelty(quiet);
  }

  /**
   * Whether {@code score} is news; O(1) on average.
   *
   * @param side positive above what was expected, negative below, 0 without a side
   */
  boolean isNews(double score, double side) {
    boolean up = above.isNews(side < 0 ? 0 : score);
    boolean down = below.isNews(side > 0 ? 0 : score);
    return (side < 0 || up) && (side > 0 || down);
  }
}
