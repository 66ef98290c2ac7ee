package io.tiktoktoe.stats;

import java.util.function.ToDoubleFunction;

/**
 * Minimises a function of a few variables inside a box by the simplex of Nelder and Mead 1965;
 * points outside the box are moved to its border. Written here because a fit of 5 microseconds an
 * evaluation is dominated by the bookkeeping of the general optimisers.
 */
public final class NelderMead {

  /** Length of the first simplex's edges, as a share of the box. */
  private static final double WIDE = 0.2;

  /** The same when the search starts at the minimum of a function much like this one. */
  private static final double NEAR = 0.05;

  /** Difference of the simplex's values, relative to the best, at which nothing more is gained. */
  private static final double CLOSE = 3e-5;

  private final double[] low;
  private final double[] high;
  private final int evaluations;
  private final int dimension;
  private final double[][] points;
  private final double[] heights;
  private double[] start;
  private double edge = WIDE;

  /**
   * A search in a box.
   *
   * @param start a point in the box
   * @param evaluations most calls of the function, plus one simplex
   */
  public NelderMead(double[] start, double[] low, double[] high, int evaluations) {
    this.start = start;
    this.low = low;
    this.high = high;
    this.evaluations = evaluations;
    this.dimension = low.length;
    this.points = new double[dimension + 1][];
    this.heights = new double[dimension + 1];
  }

  /** The best of the points visited. The next search starts there, with smaller steps. */
  public double[] minimise(ToDoubleFunction<double[]> function) {
    begin(function);
    run(function);
    start = points[0].clone();
    edge = NEAR;
    return points[0];
  }

  private void begin(ToDoubleFunction<double[]> function) {
    for (int i = 0; i <= dimension; i++) {
      double[] point = start.clone();
      if (i > 0) {
        double step = edge * (high[i - 1] - low[i - 1]);
        point[i - 1] += point[i - 1] + step > high[i - 1] ? -step : step;
      }
      points[i] = clip(point);
      heights[i] = height(function, points[i]);
    }
    sort();
  }

  private void run(ToDoubleFunction<double[]> function) {
    int used = 0;
    while (used < evaluations && heights[dimension] - heights[0] > CLOSE * Math.abs(heights[0])) {
      double[] centre = centre();
      double[] reflected = along(centre, -1);
      double height = height(function, reflected);
      used++;
      if (height < heights[0]) {
        double[] expanded = along(centre, -2);
        double further = height(function, expanded);
        used++;
        replace(further < height ? expanded : reflected, Math.min(further, height));
      } else if (height < heights[dimension - 1]) {
        replace(reflected, height);
      } else {
        double[] contracted = along(centre, height < heights[dimension] ? -0.5 : 0.5);
        double nearer = height(function, contracted);
        used++;
        if (nearer < Math.min(height, heights[dimension])) {
          replace(contracted, nearer);
        } else {
          used += shrink(function);
        }
      }
      sort();
    }
  }

  private double[] centre() {
    double[] centre = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      for (int d = 0; d < dimension; d++) {
        centre[d] += points[i][d] / dimension;
      }
    }
    return centre;
  }

  private double[] along(double[] centre, double factor) {
    double[] point = new double[dimension];
    for (int d = 0; d < dimension; d++) {
      point[d] = centre[d] + factor * (points[dimension][d] - centre[d]);
    }
    return clip(point);
  }

  private int shrink(ToDoubleFunction<double[]> function) {
    for (int i = 1; i <= dimension; i++) {
      for (int d = 0; d < dimension; d++) {
        points[i][d] = points[0][d] + 0.5 * (points[i][d] - points[0][d]);
      }
      heights[i] = height(function, points[i]);
    }
    return dimension;
  }

  private void replace(double[] point, double height) {
    points[dimension] = point;
    heights[dimension] = height;
  }

  private static double height(ToDoubleFunction<double[]> function, double[] point) {
    double height = function.applyAsDouble(point);
    return Double.isNaN(height) ? Double.MAX_VALUE : height;
  }

  private double[] clip(double[] point) {
    for (int d = 0; d < dimension; d++) {
      point[d] = Math.clamp(point[d], low[d], high[d]);
    }
    return point;
  }

  private void sort() {
    for (int i = 1; i <= dimension; i++) {
      double[] point = points[i];
      double height = heights[i];
      int at = i;
      for (; at > 0 && heights[at - 1] > height; at--) {
        points[at] = points[at - 1];
        heights[at] = heights[at - 1];
      }
      points[at] = point;
      heights[at] = height;
    }
  }
}
