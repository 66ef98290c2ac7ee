package io.tiktoktoe.stats;

import java.util.Arrays;

/**
 * Minimisation of a smooth function with its gradient: the quasi-Newton method of Broyden,
 * Fletcher, Goldfarb and Shanno (1970), with the bisecting line search for the weak Wolfe
 * conditions of Lewis and Overton, "Nonsmooth optimization via quasi-Newton methods" (2013). For
 * some ten variables; it finds a local minimum. Where the function is not a number or infinite, a
 * step is shortened.
 */
public final class Bfgs {

  /** Share of the promised decrease that a step must bring. */
  private static final double DECREASE = 1e-4;

  /** Share of the slope that may be left after a step. */
  private static final double CURVATURE = 0.9;

  /** Longest step of a variable: in logarithms, twentyfold. */
  private static final double LONGEST = 3;

  private static final int MAX_ITERATIONS = 300;
  private static final int MAX_HALVINGS = 40;

  private Bfgs() {}

  /** A function with its gradient. */
  @FunctionalInterface
  public interface Smooth {
    /**
     * The value at {@code point}, whose gradient is written to {@code gradient}.
     *
     * @param point neither to be kept nor changed
     */
    double at(double[] point, double[] gradient);
  }

  /**
   * Where a search ended.
   *
   * @param point the minimum
   * @param value the function there
   * @param inverseHessian what the search learned of the curvature, roughly the inverse of the
   *     matrix of second derivatives
   * @param converged whether nothing more was to be gained; otherwise the steps ran out
   */
  public record Minimum(
      double[] point, double value, double[][] inverseHessian, boolean converged) {}

  /** From {@code start} until less than {@code tolerance} of the value can be gained. */
  public static Minimum minimise(Smooth function, double[] start, double tolerance) {
    double[][] identity = new double[start.length][start.length];
    for (int i = 0; i < start.length; i++) {
      identity[i][i] = 1;
    }
    return new Search(function, start, identity, tolerance, false).run();
  }

  /** The same on from where a search of a function much like this one ended. */
  public static Minimum minimise(Smooth function, Minimum before, double tolerance) {
    double[][] curvature =
        Arrays.stream(before.inverseHessian()).map(double[]::clone).toArray(double[][]::new);
    return new Search(function, before.point(), curvature, tolerance, true).run();
  }

  /** One search. */
  private static final class Search {
    private final Smooth function;
    private final double tolerance;
    private final double[][] inverse;
    private double[] point;
    private double[] gradient;
    private double value;
    private boolean scaled;

    Search(Smooth function, double[] start, double[][] inverse, double tolerance, boolean scaled) {
      this.function = function;
      this.tolerance = tolerance;
      this.inverse = inverse;
      this.point = start.clone();
      this.gradient = new double[start.length];
      this.value = function.at(point, gradient);
      this.scaled = scaled;
    }

    Minimum run() {
      for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
        double[] direction = direction();
        double slope = dot(gradient, direction);
        if (slope >= 0 || !Double.isFinite(slope)) {
          if (!reset()) {
            break;
          }
          continue;
        }
        if (-slope / 2 < tolerance) {
          return new Minimum(point, value, inverse, true);
        }
        if (!step(direction, slope) && !reset()) {
          break;
        }
      }
      return new Minimum(point, value, inverse, false);
    }

    private boolean fresh;

    /** Forgets the curvature; false when that was done just before. */
    private boolean reset() {
      if (fresh) {
        return false;
      }
      for (int i = 0; i < inverse.length; i++) {
        Arrays.fill(inverse[i], 0);
        inverse[i][i] = 1;
      }
      scaled = false;
      fresh = true;
      return true;
    }

    private double[] direction() {
      double[] direction = new double[point.length];
      double longest = 0;
      for (int i = 0; i < direction.length; i++) {
        direction[i] = -dot(inverse[i], gradient);
        longest = Math.max(longest, Math.abs(direction[i]));
      }
      double most = scaled ? LONGEST : Math.min(LONGEST, 1);
      if (longest > most) {
        for (int i = 0; i < direction.length; i++) {
          direction[i] *= most / longest;
        }
      }
      return direction;
    }

    /** Walks along the direction; false when no step helps. */
    private boolean step(double[] direction, double slope) {
      double low = 0;
      double high = Double.POSITIVE_INFINITY;
      double length = 1;
      double[] next = new double[point.length];
      double[] slopes = new double[point.length];
      for (int halving = 0; halving < MAX_HALVINGS; halving++) {
        for (int i = 0; i < next.length; i++) {
          next[i] = point[i] + length * direction[i];
        }
        double there = function.at(next, slopes);
        if (!(there <= value + DECREASE * length * slope)) {
          high = length;
        } else if (dot(slopes, direction) < CURVATURE * slope && length < LONGEST) {
          low = length;
        } else {
          move(next, slopes, there);
          return true;
        }
        length = Double.isInfinite(high) ? 2 * length : (low + high) / 2;
      }
      return false;
    }

    private void move(double[] next, double[] slopes, double there) {
      double[] s = new double[point.length];
      double[] y = new double[point.length];
      for (int i = 0; i < s.length; i++) {
        s[i] = next[i] - point[i];
        y[i] = slopes[i] - gradient[i];
      }
      double curvature = dot(s, y);
      if (curvature > 1e-14 * Math.sqrt(dot(s, s) * dot(y, y))) {
        update(s, y, curvature);
        fresh = false;
      }
      point = next.clone();
      gradient = slopes.clone();
      value = there;
    }

    private void update(double[] s, double[] y, double curvature) {
      int n = s.length;
      if (!scaled) {
        double scale = curvature / dot(y, y);
        for (int i = 0; i < n; i++) {
          inverse[i][i] = scale;
        }
        scaled = true;
      }
      double[] hy = new double[n];
      for (int i = 0; i < n; i++) {
        hy[i] = dot(inverse[i], y);
      }
      double factor = (1 + dot(y, hy) / curvature) / curvature;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          inverse[i][j] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / curvature;
        }
      }
    }

    private static double dot(double[] a, double[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i] * b[i];
      }
      return sum;
    }
  }
}
