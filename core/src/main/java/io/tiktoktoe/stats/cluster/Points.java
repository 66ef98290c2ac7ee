package io.tiktoktoe.stats.cluster;

import java.util.Arrays;

/**
 * A data matrix of weighted rows: where each lies and how many it stands for. Values are shared,
 * not copied: change none of them.
 */
public final class Points {

  private final double[] values;
  private final double[] weights;
  private final int columns;

  private Points(double[] values, double[] weights, int columns) {
    if (columns < 1 || values.length != (long) weights.length * columns) {
      throw new IllegalArgumentException(
          "columns (%d) must be at least 1 and values (%d) be columns for each of %d rows."
              .formatted(columns, values.length, weights.length));
    }
    this.values = values;
    this.weights = weights;
    this.columns = columns;
  }

  /**
   * Rows of weight 1.
   *
   * @param values one row after the other
   * @throws IllegalArgumentException if a value is not finite or a row is not full
   */
  public static Points of(double[] values, int columns) {
    double[] weights = new double[columns < 1 ? 0 : values.length / columns];
    Arrays.fill(weights, 1);
    return weighted(values, columns, weights);
  }

  /**
   * Rows that stand for several.
   *
   * @param weights of the rows, above 0
   * @throws IllegalArgumentException if a value is not finite, a weight not positive, a row not
   *     full
   */
  public static Points weighted(double[] values, int columns, double[] weights) {
    for (int at = 0; at < values.length; at++) {
      if (!Double.isFinite(values[at])) {
        throw new IllegalArgumentException(
            "value (%s) of row %d, column %d is not finite. Leave the row out or fill it in."
                .formatted(values[at], at / columns, at % columns));
      }
    }
    for (double weight : weights) {
      if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("weight (" + weight + ") must be above 0 and finite.");
      }
    }
    return new Points(values, weights, columns);
  }

  /** How many rows. */
  public int rows() {
    return weights.length;
  }

  /** How many columns. */
  public int columns() {
    return columns;
  }

  /** One value. */
  public double value(int row, int column) {
    return values[row * columns + column];
  }

  /** How many a row stands for. */
  public double weight(int row) {
    return weights[row];
  }

  /** The sum of the weights. */
  public double totalWeight() {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    return total;
  }

  /** Some of the rows, in this order; a row may come again. */
  public Points rows(int[] chosen) {
    double[] some = new double[chosen.length * columns];
    double[] theirs = new double[chosen.length];
    for (int at = 0; at < chosen.length; at++) {
      System.arraycopy(values, chosen[at] * columns, some, at * columns, columns);
      theirs[at] = weights[chosen[at]];
    }
    return new Points(some, theirs, columns);
  }

  /** The squared Euclidean distance of two rows. O(columns). */
  double squaredDistance(int one, int other) {
    return squaredDistance(one, values, other * columns);
  }

  /** The squared Euclidean distance of a row from what stands at a place of other values. */
  double squaredDistance(int row, double[] others, int at) {
    double sum = 0;
    int start = row * columns;
    for (int column = 0; column < columns; column++) {
      double difference = values[start + column] - others[at + column];
      sum += difference * difference;
    }
    return sum;
  }

  /** The values, one row after the other; shared. */
  double[] values() {
    return values;
  }
}
