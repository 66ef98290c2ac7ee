package io.tiktoktoe.pricing.elasticity;

import java.util.List;

/**
 * The design matrix of one product: what is explained, its own logarithmic price, and all else.
 *
 * @param product its name
 * @param logPrice by row
 * @param quantity by row, at least 0
 * @param soldOut by row
 * @param logShown logarithm of the persons who saw the price, by row; 0 where it is not known
 * @param counted whether quantities are counts of persons, so that few of them are chance
 * @param periods by row
 * @param units place of the unit by row, 0 to {@code unitCount - 1}
 * @param unitCount how many units there are
 * @param others other columns: prices of other products first, then controls, season and trend
 * @param crossProducts whose prices the first of {@code others} are
 * @param leftOut rows that could not be used
 * @param allFree whether all rows with a price have the price 0
 */
record DemandRows(
    String product,
    double[] logPrice,
    double[] quantity,
    boolean[] soldOut,
    double[] logShown,
    boolean counted,
    double[] periods,
    int[] units,
    int unitCount,
    double[][] others,
    List<String> crossProducts,
    int leftOut,
    boolean allFree) {

  int rows() {
    return logPrice.length;
  }

  /** Whether units may have levels of their own: each must be seen more than once. */
  boolean hasUnitEffects() {
    return unitCount > 1 && rows() >= 2 * unitCount;
  }

  /** How many parameters a regression has beside the price. */
  int parameters() {
    return others.length + (hasUnitEffects() ? unitCount : 1);
  }

  boolean anySoldOut() {
    for (boolean one : soldOut) {
      if (one) {
        return true;
      }
    }
    return false;
  }

  boolean anyZero() {
    for (double one : quantity) {
      if (one == 0) {
        return true;
      }
    }
    return false;
  }
}
