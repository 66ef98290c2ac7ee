package io.tiktoktoe.audience.segment;

import io.tiktoktoe.stats.cluster.Linkage;
import java.util.OptionalInt;

/**
 * How to segment.
 *
 * @param segments how many; found when empty
 * @param most that are looked for when the number is found, from 1 to 30
 * @param scaling of the features
 * @param linkage of the clustering; beyond {@link #EXACT_ROWS} fans only Ward's
 * @param threads that work together; the answer does not hang on it
 */
public record SegmentOptions(
    OptionalInt segments, int most, Scaling scaling, Linkage linkage, int threads) {

  /** More rows than these are clustered by way of weighted micro-clusters. */
  public static final int EXACT_ROWS = 20_000;

  private static final int MOST = 30;

  public SegmentOptions {
    if (segments.isPresent() && segments.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "segments (%d) must be at least 1. Use auto to have the number found."
              .formatted(segments.getAsInt()));
    }
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException(
          "most (%d) must be from 1 to %d: nobody tells more apart.".formatted(most, MOST));
    }
  }

  /** Ward's on robustly scaled features, the number found among 1 to 10, one thread. */
  public static SegmentOptions defaults() {
    return new SegmentOptions(OptionalInt.empty(), 10, Scaling.ROBUST, Linkage.WARD, 1);
  }

  /** So many segments. */
  public SegmentOptions withSegments(int count) {
    return new SegmentOptions(OptionalInt.of(count), most, scaling, linkage, threads);
  }

  /** At most so many when the number is found. */
  public SegmentOptions withMost(int count) {
    return new SegmentOptions(segments, count, scaling, linkage, threads);
  }

  /** Another scaling. */
  public SegmentOptions withScaling(Scaling other) {
    return new SegmentOptions(segments, most, other, linkage, threads);
  }

  /** Another linkage. */
  public SegmentOptions withLinkage(Linkage other) {
    return new SegmentOptions(segments, most, scaling, other, threads);
  }

  /** So many threads. */
  public SegmentOptions withThreads(int count) {
    return new SegmentOptions(segments, most, scaling, linkage, count);
  }
}
