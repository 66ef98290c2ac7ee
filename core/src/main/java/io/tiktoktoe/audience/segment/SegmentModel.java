package io.tiktoktoe.audience.segment;

import java.util.List;

/**
 * The cluster model of segments: how features are scaled and where each segment's centre lies. Kept
 * from one day to the next, it gives every fan the segment of the nearest centre.
 *
 * @param columns how each feature is scaled, in the order of the table
 * @param centres of the segments in scaled features
 */
public record SegmentModel(List<ScaledFeature> columns, List<Centre> centres) {

  public SegmentModel {
    columns = List.copyOf(columns);
    centres = List.copyOf(centres);
    for (Centre centre : centres) {
      if (centre.place().size() != columns.size()) {
        throw new IllegalArgumentException(
            "centre of segment %d has %d values for %d features. Give one for each."
                .formatted(centre.number(), centre.place().size(), columns.size()));
      }
    }
  }

  /**
   * How one feature is scaled: (f(value) - middle) / spread.
   *
   * @param feature its name
   * @param log whether f is log(1 + value); else the value itself
   * @param middle the median of f
   * @param spread the interquartile range of f, above 0; where it is none the standard deviation,
   *     and 1 where that is none either
   */
  public record ScaledFeature(String feature, boolean log, double middle, double spread) {

    public ScaledFeature {
      if (!(spread > 0)) {
        throw new IllegalArgumentException(
            "spread (%s) of %s must be above 0. Use 1 for a constant.".formatted(spread, feature));
      }
    }

    /** The scaled value; 0, the median, where it is missing. */
    public double scaled(double value) {
      if (Double.isNaN(value)) {
        return 0;
      }
      return ((log ? Math.log1p(value) : value) - middle) / spread;
    }
  }

  /**
   * Where a segment lies.
   *
   * @param number of the segment
   * @param place mean of its fans' scaled features
   */
  public record Centre(int number, List<Double> place) {

    public Centre {
      place = List.copyOf(place);
    }
  }
}
