package io.tiktoktoe.audience.segment;

import io.tiktoktoe.answer.Message;
import java.util.Locale;

/**
 * What sets a segment apart: a feature whose distribution differs from the other fans'.
 *
 * @param feature its name
 * @param group its dimension
 * @param standing where the segment stands
 * @param median of the segment, in the feature's unit
 * @param medianOfOthers of all fans outside of the segment
 * @param mean of the segment
 * @param meanOfOthers of all fans outside of the segment
 * @param superiority probability that a fan of the segment has a higher value than one of the
 *     others, ties counted half: 0.5 means no difference
 */
public record Trait(
    String feature,
    FeatureGroup group,
    Standing standing,
    double median,
    double medianOfOthers,
    double mean,
    double meanOfOthers,
    double superiority)
    implements Message {

  /** Where a segment stands among all. */
  public enum Standing {
    /** Above every other segment. */
    MOST,
    /** Above most fans. */
    MORE,
    /** Below most fans. */
    LESS,
    /** Below every other segment. */
    LEAST,
    /** Has it where the others have none: their median is zero. */
    ONLY,
    /** Has none: its median is zero where that of the others is not. */
    NONE
  }

  @Override
  public String code() {
    return "segment-" + standing.name().toLowerCase(Locale.ROOT);
  }

  /** How strongly it sets the segment apart, 0 (not at all) to 1. */
  public double strength() {
    return Math.abs(2 * superiority - 1);
  }
}
