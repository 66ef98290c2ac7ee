package io.tiktoktoe.audience.segment;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Segments of another day, told under the numbers of the day before, and what changed.
 *
 * @param segments of today
 * @param outcome whether the segments of before still hold
 * @param known fans that had a segment before
 * @param moved known fans that have another segment now
 * @param drifts of each segment that was there before and still is
 * @param gone numbers of segments that are no more
 * @param made numbers of segments that are new
 * @param misfit how much greater the sum of squares within the segments of before is than within
 *     segments made anew, 0.1 for a tenth; empty when the segments were not compared
 */
public record SegmentUpdate(
    Segments segments,
    Outcome outcome,
    int known,
    int moved,
    List<Drift> drifts,
    List<Integer> gone,
    List<Integer> made,
    OptionalDouble misfit) {

  public SegmentUpdate {
    drifts = List.copyOf(drifts);
    gone = List.copyOf(gone);
    made = List.copyOf(made);
  }

  /** What became of the segments of before. */
  public enum Outcome {
    /** They still fit: only fans whose features changed have moved. */
    KEPT,
    /**
     * They no longer fit the audience and were made anew, with the old numbers where they match.
     */
    MADE_ANEW,
    /** There were none, or of other features: made for the first time. */
    FIRST
  }

  /**
   * How a segment drifted.
   *
   * @param number of the segment
   * @param shift how far its centre moved, as a share of the typical distance of its fans from the
   *     centre
   * @param fansBefore known fans that it had
   * @param stayed of these still in it
   */
  public record Drift(int number, double shift, int fansBefore, int stayed) {}
}
