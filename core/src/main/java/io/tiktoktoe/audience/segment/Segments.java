package io.tiktoktoe.audience.segment;

import io.tiktoktoe.stats.cluster.ClusterCount;
import io.tiktoktoe.stats.cluster.Dendrogram;
import java.util.List;
import java.util.Optional;

/**
 * Customer segments of an audience.
 *
 * @param numbers the segment of each fan, from 1; shared, change none of them
 * @param segments in ascending order of number
 * @param quality how well they keep fans apart
 * @param count what spoke for how many; empty when the number was given
 * @param dendrogram which fans were joined; beyond {@link SegmentOptions#EXACT_ROWS} which
 *     micro-clusters; empty for one fan
 * @param leafNumbers the segment that each row of the dendrogram went to; shared
 * @param exact whether the dendrogram is of fans
 * @param missing how many values were missing
 * @param model to give fans of another day their segment
 */
public record Segments(
    int[] numbers,
    List<FanSegment> segments,
    SegmentQuality quality,
    Optional<ClusterCount> count,
    Optional<Dendrogram> dendrogram,
    int[] leafNumbers,
    boolean exact,
    long missing,
    SegmentModel model) {

  public Segments {
    segments = List.copyOf(segments);
  }

  /** The same with what led to them. */
  Segments with(
      Optional<ClusterCount> counted, Optional<Dendrogram> tree, int[] ofLeaves, boolean ofFans) {
    return new Segments(
        numbers, segments, quality, counted, tree, ofLeaves, ofFans, missing, model);
  }
}
