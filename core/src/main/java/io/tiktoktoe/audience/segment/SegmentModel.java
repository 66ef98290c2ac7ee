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
   * @param log whether f is log(1 + value), for a value not below 0; else the value itself
   * @param middle what is taken off
   * @param spread what it is divided by, above 0
   * @param usual f of the median, which stands in for missing values
   */
  public record ScaledFeature(
      String feature, boolean log, double middle, double spread, double usual) {

    public ScaledFeature {
      if (!(spread > 0)) {
        throw new IllegalArgumentException(
            "spread (%s) of %s must be above 0. Use 1 for a constant.".formatted(spread, feature));
      }
    }

    /** The scaled value; a value below 0 counts as 0 where logarithms are taken. */
    public double scaled(double value) {
      double told = log ? Math.log1p(Math.max(0, value)) : value;
      return ((Double.isNaN(value) ? usual : told) - middle) / spread;
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
