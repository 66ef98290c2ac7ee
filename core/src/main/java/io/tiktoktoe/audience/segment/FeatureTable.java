package io.tiktoktoe.audience.segment;

import java.util.List;

/**
 * Feature matrix: what is known of each fan, one row a fan. Values are shared, not copied: change
 * none of them. A value that is NaN is missing: the column's median stands in for it, so that it
 * pulls the fan nowhere.
 */
public final class FeatureTable {

  private final List<Feature> features;
  private final double[][] columns;

  /**
   * Features of fans.
   *
   * @param features at least one
   * @param columns for each feature the values of all fans, NaN where missing
   * @throws IllegalArgumentException if a value is infinite, or columns are missing or of several
   *     lengths
   */
  public FeatureTable(List<Feature> features, double[][] columns) {
    this.features = List.copyOf(features);
    this.columns = columns;
    if (features.isEmpty() || columns.length != features.size()) {
      throw new IllegalArgumentException(
          "columns (%d) must be one for each of the features (%d), of which there must be one."
              .formatted(columns.length, features.size()));
    }
    for (int feature = 0; feature < columns.length; feature++) {
      require(features.get(feature).name(), columns[feature], columns[0].length);
    }
  }

  private static void require(String name, double[] column, int rows) {
    if (column.length != rows) {
      throw new IllegalArgumentException(
          "feature %s has %d values, the first has %d. Give each fan one."
              .formatted(name, column.length, rows));
    }
    for (int row = 0; row < rows; row++) {
      if (Double.isInfinite(column[row])) {
        throw new IllegalArgumentException(
            "feature %s of row %d (%s) is not finite. Use NaN where it is missing."
                .formatted(name, row, column[row]));
      }
    }
  }

  /** What the columns are. */
  public List<Feature> features() {
    return features;
  }

  /** How many fans. */
  public int rows() {
    return columns[0].length;
  }

  /** The values of one feature; shared. */
  public double[] column(int feature) {
    return columns[feature];
  }

  /** One value; NaN when missing. */
  public double value(int row, int feature) {
    return columns[feature][row];
  }
}
