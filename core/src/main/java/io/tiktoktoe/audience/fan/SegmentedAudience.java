package io.tiktoktoe.audience.fan;

import io.tiktoktoe.audience.insight.AudienceOptions;
import io.tiktoktoe.audience.insight.AudienceSegments;
import io.tiktoktoe.audience.segment.SegmentUpdate;
import io.tiktoktoe.audience.segment.Segmentation;
import io.tiktoktoe.audience.segment.Segments;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Groups an audience: segments of an earlier day carried on, or made for the first time. */
public final class SegmentedAudience {

  private SegmentedAudience() {}

  /**
   * The segments of an audience that has fans; the same audiences and seed give the same.
   *
   * @param before the audience of an earlier day, empty for segments made anew
   */
  public static SegmentUpdate of(
      AudienceSegments audience, Optional<AudienceSegments> before, AudienceOptions options) {
    SplittableRandom random = new SplittableRandom(options.seed());
    SplittableRandom first = random.split();
    Optional<Segments> earlier =
        before
            .filter(one -> one.fans().size() >= options.segments().segments().orElse(1))
            .map(
                one ->
                    Segmentation.of(
                        SegmentFeatures.of(one.fans(), Engagement.of(one.fans())),
                        options.segments(),
                        first,
                        options.progress()));
    int[] carried =
        earlier
            .map(segments -> carried(segments, before.orElseThrow(), audience))
            .orElse(new int[audience.fans().size()]);
    return Segmentation.next(
        SegmentFeatures.of(audience.fans(), Engagement.of(audience.fans())),
        earlier.map(Segments::model),
        carried,
        options.segments(),
        random.split(),
        options.progress());
  }

  /** The segment that each of today's fans had; 0 for who was not there. */
  private static int[] carried(
      Segments earlier, AudienceSegments before, AudienceSegments audience) {
    long[] ids = before.fans().ids();
    Map<Long, Integer> numbers = HashMap.newHashMap(ids.length);
    for (int fan = 0; fan < ids.length; fan++) {
      numbers.put(ids[fan], earlier.numbers()[fan]);
    }
    int[] carried = new int[audience.fans().size()];
    for (int fan = 0; fan < carried.length; fan++) {
      carried[fan] = numbers.getOrDefault(audience.fans().ids()[fan], 0);
    }
    return carried;
  }
}
