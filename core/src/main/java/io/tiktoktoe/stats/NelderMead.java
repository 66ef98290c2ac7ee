package io.tiktoktoe.stats;

import java.util.function.ToDoubleFunction;

/**
 * Minimisation without derivatives inside a box: the simplex search of Nelder and Mead, "A Simplex
 * Method for Function Minimization", The Computer Journal 7 (1965). Points outside the box are
 * moved to its border. For a few variables; finds a local minimum, near enough for smoothing rates
 * and no further. Not for use by two threads at once.
 *
 * <p>A search goes on where one much like it ended, which is what fits of one series from many
 * origins need; docs/decisions/0102 has its evaluations, time and loss beside Hipparchus' simplex.
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
   * @param low the box's lower ends
   * @param high its upper ends, at least the lower ones
   * @param evaluations most calls of the function, plus one simplex
   * @throws IllegalArgumentException if the three differ in length or an end lies below the other
   */
  public NelderMead(double[] start, double[] low, double[] high, int evaluations) {
    if (start.length == 0 || start.length != low.length || start.length != high.length) {
      throw new IllegalArgumentException(
          "start (%d values), low (%d) and high (%d) must be as long as each other, at least 1."
              .formatted(start.length, low.length, high.length));
    }
    for (int d = 0; d < start.length; d++) {
      if (!(low[d] <= high[d])) {
        throw new IllegalArgumentException(
            "low (%s) must be at most high (%s) in variable %d.".formatted(low[d], high[d], d));
      }
    }
    this.start = start.clone();
    this.low = low.clone();
    this.high = high.clone();
    this.evaluations = evaluations;
    this.dimension = low.length;
    this.points = new double[dimension + 1][];
    this.heights = new double[dimension + 1];
  }

  /**
   * The best of the points visited. The next search starts there, with smaller steps.
   *
   * @param function of a point that it must neither keep nor change; NaN counts as very high
   */
  public double[] minimise(ToDoubleFunction<double[]> function) {
    begin(function);
    run(function);
    start = points[0].clone();
    edge = NEAR;
    return start.clone();
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
