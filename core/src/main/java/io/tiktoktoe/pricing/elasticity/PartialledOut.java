package io.tiktoktoe.pricing.elasticity;

import java.util.ArrayList;
import java.util.List;

/**
 * What is left of a column when others and the levels of units are taken out by weighted least
 * squares (Frisch and Waugh 1933, Lovell 1963). Columns that others explain are left out. O(rows
 * columns²).
 */
final class PartialledOut {

  /** A column of which no more than this share is left says nothing of its own. */
  static final double NOTHING_LEFT = 1e-9;

  private final DemandRows rows;
  private final double[] weights;
  private final double[] unitWeights;
  private final List<double[]> basis = new ArrayList<>();

  /**
   * Prepares to take out all other columns of a product.
   *
   * @param weights of the rows, above 0
   */
  PartialledOut(DemandRows rows, double[] weights) {
    this.rows = rows;
    this.weights = weights;
    this.unitWeights = new double[rows.unitCount()];
    for (int row = 0; row < rows.rows(); row++) {
      unitWeights[unit(row)] += weights[row];
    }
    for (double[] column : rows.others()) {
      takeOut(centred(column));
    }
  }

  /** The same with further columns taken out, which are centred already. */
  PartialledOut with(double[]... further) {
    PartialledOut more = new PartialledOut(rows, weights);
    for (double[] column : further) {
      more.takeOut(column.clone());
    }
    return more;
  }

  private void takeOut(double[] centred) {
    double before = squares(centred);
    double[] left = withoutBasis(centred);
    double after = squares(left);
    if (after > NOTHING_LEFT * before && after > 0) {
      double length = Math.sqrt(after);
      for (int row = 0; row < left.length; row++) {
        left[row] /= length;
      }
      basis.add(left);
    }
  }

  /** All units together when they have no levels of their own. */
  private int unit(int row) {
    return rows.hasUnitEffects() ? rows.units()[row] : 0;
  }

  /** The column less its unit's mean, times the roots of the weights. */
  double[] centred(double[] column) {
    double[] means = new double[rows.unitCount()];
    for (int row = 0; row < column.length; row++) {
      means[unit(row)] += weights[row] * column[row] / unitWeights[unit(row)];
    }
    double[] centred = new double[column.length];
    for (int row = 0; row < column.length; row++) {
      centred[row] = Math.sqrt(weights[row]) * (column[row] - means[unit(row)]);
    }
    return centred;
  }

  /** What is left of the column, times the roots of the weights. */
  double[] of(double[] column) {
    return withoutBasis(centred(column));
  }

  private double[] withoutBasis(double[] centred) {
    double[] left = centred;
    // Twice: what rounding left of a nearly explained column is taken out by the second pass.
    for (int pass = 0; pass < 2; pass++) {
      for (double[] direction : basis) {
        double along = product(direction, left);
        for (int row = 0; row < left.length; row++) {
          left[row] -= along * direction[row];
        }
      }
    }
    return left;
  }

  /**
   * How far each row pulls the fit to itself when this column, of which only {@code left} is left,
   * is fitted too: its leverage, from 0 to 1.
   */
  double[] leverage(double[] left) {
    double[] leverage = new double[left.length];
    double squares = squares(left);
    for (int row = 0; row < left.length; row++) {
      leverage[row] = weights[row] / unitWeights[unit(row)] + left[row] * left[row] / squares;
      for (double[] direction : basis) {
        leverage[row] += direction[row] * direction[row];
      }
    }
    return leverage;
  }

  /** How many parameters are fitted: columns that say something, and levels. */
  int parameters() {
    return basis.size() + (rows.hasUnitEffects() ? rows.unitCount() : 1);
  }

  static double squares(double[] values) {
    return product(values, values);
  }

  static double product(double[] one, double[] other) {
    double sum = 0;
    for (int at = 0; at < one.length; at++) {
      sum += one[at] * other[at];
    }
    return sum;
  }
}
