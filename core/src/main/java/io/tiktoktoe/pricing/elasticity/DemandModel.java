package io.tiktoktoe.pricing.elasticity;

import io.tiktoktoe.pricing.insight.DemandHistory;
import io.tiktoktoe.pricing.insight.ElasticityOptions;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Demand at other prices (mixed-effects log-log regression): levels of units as they are, slopes of
 * all columns shrunk a little, the own price's slope of each unit drawn from a distribution whose
 * spread the data tell (empirical Bayes). Newer rows count for more: the oldest for half. O(rows
 * columns²).
 */
public final class DemandModel {

  /** Prior of every slope, as a share of what the data say: slopes tell the future less well. */
  private static final double SHRINK = .05;

  private static final double WEIGHT_OF_OLDEST = .5;

  /** What a quantity of 0 counts as. */
  private static final double LESS_THAN_ONE = .5;

  private final DemandRows rows;
  private final double[] weights;
  private final double[] unitWeights;
  private final double[][] columns;
  private final double[] slopes;
  private final double[] levels;
  private final double[] ownSlopes;
  private final double typicalLevel;

  private DemandModel(DemandRows rows) {
    this.rows = rows;
    this.weights = weights(rows);
    this.unitWeights = new double[rows.unitCount()];
    for (int row = 0; row < rows.rows(); row++) {
      unitWeights[rows.units()[row]] += weights[row];
    }
    this.columns = new double[rows.others().length + 1][];
    columns[0] = rows.logPrice();
    System.arraycopy(rows.others(), 0, columns, 1, rows.others().length);
    double[] demand = Arrays.stream(rows.quantity()).map(DemandModel::log).toArray();
    double[][] means = new double[columns.length][];
    double[][] centred = new double[columns.length][];
    for (int column = 0; column < columns.length; column++) {
      means[column] = unitMeans(columns[column]);
      centred[column] = centred(columns[column], means[column]);
    }
    double[] demandMeans = unitMeans(demand);
    double[] left = centred(demand, demandMeans);
    this.slopes = ridge(centred, left);
    for (int row = 0; row < left.length; row++) {
      for (int column = 0; column < slopes.length; column++) {
        left[row] -= slopes[column] * centred[column][row];
      }
    }
    this.ownSlopes = ownSlopes(centred[0], left);
    this.levels = new double[rows.unitCount()];
    double sum = 0;
    for (int unit = 0; unit < levels.length; unit++) {
      levels[unit] = demandMeans[unit] - ownSlopes[unit] * means[0][unit];
      for (int column = 0; column < slopes.length; column++) {
        levels[unit] -= slopes[column] * means[column][unit];
      }
      sum += unitWeights[unit] > 0 ? levels[unit] : 0;
    }
    this.typicalLevel = sum / Arrays.stream(unitWeights).filter(weight -> weight > 0).count();
  }

  /**
   * Expected logarithmic quantities of the rows whose quantity is not known, NaN for the others:
   * learned from those whose quantity is.
   */
  public static double[] logQuantities(DemandHistory history, ElasticityOptions options) {
    DemandDesign design = new DemandDesign(history, options, true);
    double[] expected = new double[history.rows()];
    Arrays.fill(expected, Double.NaN);
    for (String product : design.products()) {
      DemandRows rows = design.of(product);
      int[] places = design.usableRows(product);
      if (Arrays.stream(rows.quantity()).allMatch(Double::isNaN)) {
        continue;
      }
      DemandModel model = new DemandModel(rows);
      for (int row = 0; row < places.length; row++) {
        if (Double.isNaN(rows.quantity()[row])) {
          expected[places[row]] = model.at(row);
        }
      }
    }
    return expected;
  }

  private double at(int row) {
    int unit = rows.units()[row];
    boolean known = unitWeights[unit] > 0;
    double own = slopes[0] + (known ? ownSlopes[unit] : 0);
    double expected = (known ? levels[unit] : typicalLevel) + own * columns[0][row];
    for (int column = 1; column < slopes.length; column++) {
      expected += slopes[column] * columns[column][row];
    }
    return expected;
  }

  /** Of a row whose quantity is not known, which weighs nothing, anything. */
  private static double log(double quantity) {
    return Double.isNaN(quantity) ? 0 : Math.log(quantity > 0 ? quantity : LESS_THAN_ONE);
  }

  private static double[] weights(DemandRows rows) {
    double first = Double.POSITIVE_INFINITY;
    double last = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < rows.rows(); row++) {
      if (!Double.isNaN(rows.quantity()[row])) {
        first = Math.min(first, rows.periods()[row]);
        last = Math.max(last, rows.periods()[row]);
      }
    }
    double span = Math.max(1e-12, last - first);
    double[] weights = new double[rows.rows()];
    for (int row = 0; row < weights.length; row++) {
      weights[row] =
          Double.isNaN(rows.quantity()[row])
              ? 0
              : Math.pow(WEIGHT_OF_OLDEST, (last - rows.periods()[row]) / span);
    }
    return weights;
  }

  private double[] unitMeans(double[] column) {
    double[] sums = new double[rows.unitCount()];
    for (int row = 0; row < column.length; row++) {
      sums[rows.units()[row]] += weights[row] * column[row];
    }
    for (int unit = 0; unit < sums.length; unit++) {
      sums[unit] /= unitWeights[unit] > 0 ? unitWeights[unit] : 1;
    }
    return sums;
  }

  private double[] centred(double[] column, double[] means) {
    double[] centred = new double[column.length];
    for (int row = 0; row < column.length; row++) {
      centred[row] = column[row] - means[rows.units()[row]];
    }
    return centred;
  }

  private double[] ridge(double[][] centred, double[] demand) {
    int size = centred.length;
    DMatrixRMaj normal = new DMatrixRMaj(size, size);
    DMatrixRMaj right = new DMatrixRMaj(size, 1);
    for (int one = 0; one < size; one++) {
      right.data[one] = weighted(centred[one], demand);
      for (int other = 0; other < size; other++) {
        normal.data[one * size + other] = weighted(centred[one], centred[other]);
      }
      double square = normal.data[one * size + one];
      normal.data[one * size + one] += SHRINK * square + 1e-9;
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(size);
    DMatrixRMaj slopes = new DMatrixRMaj(size, 1);
    if (solver.setA(normal)) {
      solver.solve(right, slopes);
    }
    return slopes.data;
  }

  private double weighted(double[] one, double[] other) {
    double sum = 0;
    for (int row = 0; row < one.length; row++) {
      sum += weights[row] * one[row] * other[row];
    }
    return sum;
  }

  /** How each unit's slope differs from the common one, shrunk by what is chance. */
  private double[] ownSlopes(double[] price, double[] left) {
    int units = rows.unitCount();
    double[] squares = new double[units];
    double[] products = new double[units];
    double[] weighted = new double[units];
    double residual = 0;
    double total = 0;
    for (int row = 0; row < price.length; row++) {
      int unit = rows.units()[row];
      squares[unit] += weights[row] * price[row] * price[row];
      products[unit] += weights[row] * price[row] * left[row];
      weighted[unit] += weights[row] * weights[row] * price[row] * price[row];
      residual += weights[row] * left[row] * left[row];
      total += weights[row];
    }
    double noise = residual / total;
    double[] raw = new double[units];
    double[] variance = new double[units];
    double mean = 0;
    int telling = 0;
    for (int unit = 0; unit < units; unit++) {
      if (squares[unit] > 1e-12 * price.length) {
        raw[unit] = products[unit] / squares[unit];
        variance[unit] = noise * weighted[unit] / (squares[unit] * squares[unit]);
        mean += raw[unit];
        telling++;
      }
    }
    double spread = 0;
    for (int unit = 0; unit < units && telling > 1; unit++) {
      if (variance[unit] > 0) {
        double away = raw[unit] - mean / telling;
        spread += (away * away - variance[unit]) / telling;
      }
    }
    double[] shrunk = new double[units];
    for (int unit = 0; unit < units; unit++) {
      shrunk[unit] =
          spread > 0 && variance[unit] > 0 ? raw[unit] * spread / (spread + variance[unit]) : 0;
    }
    return shrunk;
  }
}
