package io.tiktoktoe.pricing.elasticity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Cross-fitting of double machine learning (Chernozhukov and others 2018): what smooth functions of
 * the controls foretell of price and demand is taken out, learned on other stretches of time than
 * it is taken from. The learner is ridge regression on each control, its square, hinges at its
 * quartiles, and the controls' products; its strength is that which foretells best. What was
 * foretold of both is then taken out of both by least squares beside the controls themselves, so
 * that a function whose size was learned wrong in a fold leaves no confounding behind. O(folds
 * (rows basis² + basis³)).
 */
final class CrossFitting {

  private static final int FOLDS = 10;

  /** More controls are not multiplied with each other. */
  private static final int MOST_MULTIPLIED = 12;

  private static final double[] HINGES = {-.7, 0, .7};

  private static final double[] STRENGTHS = {1e-3, 1e-2, 1e-1, 1, 10};

  private final PartialledOut plain;
  private final double[][] basis;
  private final int[] folds;

  CrossFitting(DemandRows rows, PartialledOut plain) {
    this.plain = plain;
    this.basis = basis(rows, plain);
    this.folds = folds(rows);
  }

  private static double[][] basis(DemandRows rows, PartialledOut plain) {
    List<double[]> standard = new ArrayList<>();
    for (double[] column : rows.others()) {
      standardised(column).ifPresent(standard::add);
    }
    List<double[]> all = new ArrayList<>(standard);
    for (double[] one : standard) {
      all.add(Arrays.stream(one).map(value -> value * value).toArray());
      for (double hinge : HINGES) {
        all.add(Arrays.stream(one).map(value -> Math.max(0, value - hinge)).toArray());
      }
    }
    for (int one = 0; one < standard.size() && standard.size() <= MOST_MULTIPLIED; one++) {
      for (int other = 0; other < one; other++) {
        double[] product = standard.get(one).clone();
        for (int row = 0; row < product.length; row++) {
          product[row] *= standard.get(other)[row];
        }
        all.add(product);
      }
    }
    List<double[]> scaled = new ArrayList<>();
    for (double[] column : all) {
      standardised(plain.centred(column)).ifPresent(scaled::add);
    }
    return scaled.toArray(new double[0][]);
  }

  private static Optional<double[]> standardised(double[] column) {
    double mean = Arrays.stream(column).average().orElse(0);
    double[] centred = Arrays.stream(column).map(value -> value - mean).toArray();
    double deviation = Math.sqrt(PartialledOut.squares(centred) / column.length);
    return deviation > 1e-12 * (1 + Math.abs(mean))
        ? Optional.of(Arrays.stream(centred).map(value -> value / deviation).toArray())
        : Optional.empty();
  }

  /** Stretches of time, so that neighbours do not tell each other. */
  private static int[] folds(DemandRows rows) {
    double[] periods = Arrays.stream(rows.periods()).distinct().sorted().toArray();
    int[] folds = new int[rows.rows()];
    for (int row = 0; row < folds.length; row++) {
      int place = periods.length >= FOLDS ? Arrays.binarySearch(periods, rows.periods()[row]) : row;
      int places = periods.length >= FOLDS ? periods.length : rows.rows();
      folds[row] = (int) ((long) place * FOLDS / places);
    }
    return folds;
  }

  /** How much larger errors are because the functions were learned: their parameters cost rows. */
  double inflation() {
    double rows = folds.length;
    return Math.sqrt(rows / Math.max(rows / 2, rows - basis.length));
  }

  /** What the controls foretell of a column, centred. */
  double[] foretold(double[] column) {
    double[] centred = plain.centred(column);
    double[] left = residual(centred);
    double[] foretold = new double[left.length];
    for (int row = 0; row < left.length; row++) {
      foretold[row] = centred[row] - left[row];
    }
    return foretold;
  }

  private double[] residual(double[] centred) {
    double[] best = centred;
    double least = PartialledOut.squares(centred);
    for (double strength : STRENGTHS) {
      double[] left = basis.length == 0 ? centred : residual(centred, strength);
      if (PartialledOut.squares(left) < least) {
        least = PartialledOut.squares(left);
        best = left;
      }
    }
    return best;
  }

  private double[] residual(double[] column, double strength) {
    double[] left = column.clone();
    for (int fold = 0; fold < FOLDS; fold++) {
      double[] slopes = ridge(column, fold, strength);
      for (int row = 0; row < left.length; row++) {
        for (int at = 0; folds[row] == fold && at < basis.length; at++) {
          left[row] -= slopes[at] * basis[at][row];
        }
      }
    }
    return left;
  }

  private double[] ridge(double[] column, int without, double strength) {
    int size = basis.length;
    DMatrixRMaj normal = new DMatrixRMaj(size, size);
    DMatrixRMaj right = new DMatrixRMaj(size, 1);
    int used = 0;
    for (int row = 0; row < column.length; row++) {
      if (folds[row] == without) {
        continue;
      }
      used++;
      for (int one = 0; one < size; one++) {
        right.data[one] += basis[one][row] * column[row];
        for (int other = 0; other <= one; other++) {
          normal.data[one * size + other] += basis[one][row] * basis[other][row];
        }
      }
    }
    for (int one = 0; one < size; one++) {
      normal.data[one * size + one] += strength * Math.sqrt(Math.max(1, used)) + 1e-9 * used;
      for (int other = 0; other < one; other++) {
        normal.data[other * size + one] = normal.data[one * size + other];
      }
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(size);
    DMatrixRMaj slopes = new DMatrixRMaj(size, 1);
    if (!solver.setA(normal)) {
      return new double[size];
    }
    solver.solve(right, slopes);
    return slopes.data;
  }
}
