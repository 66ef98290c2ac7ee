package io.tiktoktoe.forecast;

import java.util.function.ToDoubleFunction;

/**
 * Minimises a function of a few variables inside a box by the simplex of Nelder and Mead 1965;
 * points outside the box are moved to its border. Written here because a fit of 5 microseconds an
 * evaluation is dominated by the bookkeeping of the general optimisers.
 */
final class NelderMead {

  private final ToDoubleFunction<double[]> function;
  private final double[] low;
  private final double[] high;
  private final int dimension;
  private final double[][] points;
  private final double[] heights;

  private NelderMead(ToDoubleFunction<double[]> function, double[] low, double[] high) {
    this.function = function;
    this.low = low;
    this.high = high;
    this.dimension = low.length;
    this.points = new double[dimension + 1][];
    this.heights = new double[dimension + 1];
  }

  /**
   * The best of the points visited.
   *
   * @param start a point in the box
   * @param evaluations most calls of the function, plus one simplex
   */
  static double[] minimise(
      ToDoubleFunction<double[]> function,
      double[] start,
      double[] low,
      double[] high,
      int evaluations) {
    NelderMead search = new NelderMead(function, low, high);
    search.begin(start);
    search.run(evaluations);
    return search.points[0];
  }

  private void begin(double[] start) {
    for (int i = 0; i <= dimension; i++) {
      double[] point = start.clone();
      if (i > 0) {
        double range = high[i - 1] - low[i - 1];
        double step = 0.2 * range;
        point[i - 1] += point[i - 1] + step > high[i - 1] ? -step : step;
      }
      points[i] = clip(point);
      heights[i] = height(points[i]);
    }
    sort();
  }

  private void run(int evaluations) {
    int used = 0;
    while (used < evaluations && heights[dimension] - heights[0] > 1e-9 * Math.abs(heights[0])) {
      double[] centre = centre();
      double[] reflected = along(centre, -1);
      double height = height(reflected);
      used++;
      if (height < heights[0]) {
        double[] expanded = along(centre, -2);
        double further = height(expanded);
        used++;
        replace(further < height ? expanded : reflected, Math.min(further, height));
      } else if (height < heights[dimension - 1]) {
        replace(reflected, height);
      } else {
        double[] contracted = along(centre, height < heights[dimension] ? -0.5 : 0.5);
        double nearer = height(contracted);
        used++;
        if (nearer < Math.min(height, heights[dimension])) {
          replace(contracted, nearer);
        } else {
          used += shrink();
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

  private int shrink() {
    for (int i = 1; i <= dimension; i++) {
      for (int d = 0; d < dimension; d++) {
        points[i][d] = points[0][d] + 0.5 * (points[i][d] - points[0][d]);
      }
      heights[i] = height(points[i]);
    }
    return dimension;
  }

  private void replace(double[] point, double height) {
    points[dimension] = point;
    heights[dimension] = height;
  }

  private double height(double[] point) {
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
