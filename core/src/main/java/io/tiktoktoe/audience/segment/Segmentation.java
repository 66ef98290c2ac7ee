package io.tiktoktoe.audience.segment;

import io.tiktoktoe.work.Progress;
import java.util.Optional;
import java.util.SplittableRandom;

/** Customer segmentation: the front door. */
public final class Segmentation {

  private Segmentation() {}

  /**
   * Segments of fans.
   *
   * @param random redraws, and micro-clusters of large audiences
   * @throws IllegalArgumentException if there is no fan, or fewer fans than the segments asked for
   */
  public static Segments of(
      FeatureTable fans, SegmentOptions options, SplittableRandom random, Progress progress) {
    throw new UnsupportedOperationException("in work");
  }

  /**
   * Segments of another day, stable: a fan keeps a segment until his features are clearly nearer to
   * another, and the segments stay until they no longer fit.
   *
   * @param before the model of the day before; empty at first
   * @param numbersBefore the segment that each fan had; 0 for a fan who had none
   */
  public static SegmentUpdate next(
      FeatureTable fans,
      Optional<SegmentModel> before,
      int[] numbersBefore,
      SegmentOptions options,
      SplittableRandom random,
      Progress progress) {
    throw new UnsupportedOperationException("in work");
  }
}
