package io.tiktoktoe.series;

import java.util.Arrays;

/**
 * Locally weighted regression of degree 0 or 1 on a regular grid, as the {@code ess} and {@code
 * est} routines of the STL authors' Fortran.
 *
 * <p>Tricube weights depend on distance only. Away from the ends they are the same for every point,
 * so they are computed once: without point weights the fit there is a fixed symmetric filter (the
 * slope cancels), with point weights five sums, which the compiler vectorizes over neighbouring
 * points.
 */
final class Loess {

  /** Below this share of the bandwidth the Fortran gives full weight, above the second none. */
  private static final double NEAR = .001;

  private static final double FAR = .999;

  /** A slope is fitted when the points' spread exceeds this share of the series' length. */
  private static final double LEAST_SPREAD = .001;

  /** Points fitted together: five arrays of this length stay in the first-level cache. */
  private static final int BLOCK = 256;

  private final int window;
  private final int half;
  private final int degree;
  private final int jump;

  /** Weights at distance 0..half for points with a full window on both sides. */
  private final double[] kernel;

  /** The same, scaled so that both sides together sum to 1. */
  private final double[] filter;

  /** Weights of a full window by offset from its first point; row r fits at offset r - 1. */
  private final double[][] edge;

  private final double[] product;
  private final double[][] sums = new double[5][BLOCK];

  Loess(StlOptions.Smoother smoother, int maxLength) {
    this.window = smoother.window();
    this.half = (window - 1) / 2;
    this.degree = smoother.degree();
    this.jump = smoother.jump();
    this.product = new double[maxLength];
    boolean fullWindows = window <= maxLength;
    this.kernel = fullWindows ? kernel(half) : new double[0];
    this.filter = fullWindows ? normalized(kernel) : new double[0];
    this.edge = fullWindows ? edges(window, half) : new double[0][];
  }

  /**
   * Smooths {@code y[0..n)} into {@code out[offset..offset+n)}; {@code weights} count only if
   * {@code weighted}.
   */
  void smooth(double[] y, int n, double[] weights, boolean weighted, double[] out, int offset) {
    if (n < 2) {
      out[offset] = y[0];
      return;
    }
    int step = Math.min(jump, n - 1);
    if (window >= n || step > 1) {
      fitEvery(step, y, n, weights, weighted, out, offset);
    } else {
      for (int x = 0; x < half; x++) {
        fitOr(y[x], x, 0, y, n, weights, weighted, out, offset + x);
        int mirrored = n - 1 - x;
        fitOr(y[mirrored], mirrored, n - window, y, n, weights, weighted, out, offset + mirrored);
      }
      if (weighted) {
        weightedInterior(y, n, weights, out, offset);
      } else {
        filterInterior(y, n, out, offset);
      }
    }
    if (step > 1) {
      interpolate(step, n, out, offset);
    }
  }

  /**
   * The fit at {@code x}, which may lie one step outside {@code y[0..n)}, from the window that
   * starts at {@code left}; NaN when no point in it has weight.
   */
  double fit(int x, int left, double[] y, int n, double[] weights, boolean weighted) {
    int count = Math.min(window, n);
    int position = x - left;
    if (count == window && position < half && position >= -1) {
      return fitEdge(edge[position + 1], position, left, 1, y, n, weights, weighted);
    }
    if (count == window && position > half && position <= window) {
      int mirrored = window - 1 - position;
      return fitEdge(edge[mirrored + 1], mirrored, left + window - 1, -1, y, n, weights, weighted);
    }
    return fitAnywhere(x, left, count, y, n, weights, weighted);
  }

  private void fitEvery(
      int step, double[] y, int n, double[] weights, boolean weighted, double[] out, int offset) {
    int left = 0;
    int last = 0;
    for (int x = 0; x < n; x += step) {
      left = Math.clamp(x - half, 0, Math.max(0, n - window));
      if (window < n && x - left == half) {
        double fitted = weighted ? weightedAt(x, y, n, weights) : filteredAt(x, y);
        out[offset + x] = Double.isNaN(fitted) ? y[x] : fitted;
      } else {
        fitOr(y[x], x, left, y, n, weights, weighted, out, offset + x);
      }
      last = x;
    }
    if (last != n - 1) {
      // The Fortran keeps the last window here, even when it does not reach the end.
      fitOr(y[n - 1], n - 1, left, y, n, weights, weighted, out, offset + n - 1);
    }
  }

  private void fitOr(
      double otherwise,
      int x,
      int left,
      double[] y,
      int n,
      double[] weights,
      boolean weighted,
      double[] out,
      int at) {
    double fitted = fit(x, left, y, n, weights, weighted);
    out[at] = Double.isNaN(fitted) ? otherwise : fitted;
  }

  private static void interpolate(int step, int n, double[] out, int offset) {
    int from = 0;
    while (from < n - 1) {
      int to = Math.min(from + step, n - 1);
      double slope = (out[offset + to] - out[offset + from]) / (to - from);
      for (int x = from + 1; x < to; x++) {
        out[offset + x] = out[offset + from] + slope * (x - from);
      }
      from = to;
    }
  }

  private void filterInterior(double[] y, int n, double[] out, int offset) {
    int from = half;
    int count = n - 2 * half;
    int at = offset + half;
    double center = filter[0];
    for (int i = 0; i < count; i++) {
      out[at + i] = center * y[from + i];
    }
    // The weight at distance half is zero by FAR.
    for (int d = 1; d < half; d++) {
      double k = filter[d];
      int before = from - d;
      int after = from + d;
      for (int i = 0; i < count; i++) {
        out[at + i] += k * (y[before + i] + y[after + i]);
      }
    }
  }

  private double filteredAt(int x, double[] y) {
    double sum = filter[0] * y[x];
    for (int d = 1; d < half; d++) {
      sum += filter[d] * (y[x - d] + y[x + d]);
    }
    return sum;
  }

  private void weightedInterior(double[] y, int n, double[] weights, double[] out, int offset) {
    for (int i = 0; i < n; i++) {
      product[i] = weights[i] * y[i];
    }
    for (int from = half; from < n - half; from += BLOCK) {
      int count = Math.min(BLOCK, n - half - from);
      sumLevels(from, count, weights);
      if (degree == 1) {
        sumSlopes(from, count, weights);
      }
      for (int i = 0; i < count; i++) {
        double fitted = degree == 1 ? line(i, n) : sums[1][i] / sums[0][i];
        out[offset + from + i] = sums[0][i] > 0 ? fitted : y[from + i];
      }
    }
  }

  private void sumLevels(int from, int count, double[] weights) {
    double[] weight = sums[0];
    double[] value = sums[1];
    for (int i = 0; i < count; i++) {
      weight[i] = weights[from + i];
      value[i] = product[from + i];
    }
    for (int d = 1; d < half; d++) {
      double k = kernel[d];
      int before = from - d;
      int after = from + d;
      for (int i = 0; i < count; i++) {
        weight[i] += k * (weights[before + i] + weights[after + i]);
      }
      for (int i = 0; i < count; i++) {
        value[i] += k * (product[before + i] + product[after + i]);
      }
    }
  }

  private void sumSlopes(int from, int count, double[] weights) {
    double[] first = sums[2];
    double[] second = sums[3];
    double[] cross = sums[4];
    Arrays.fill(first, 0, count, 0);
    Arrays.fill(second, 0, count, 0);
    Arrays.fill(cross, 0, count, 0);
    for (int d = 1; d < half; d++) {
      double k = kernel[d] * d;
      double kd = k * d;
      int before = from - d;
      int after = from + d;
      for (int i = 0; i < count; i++) {
        first[i] += k * (weights[after + i] - weights[before + i]);
      }
      for (int i = 0; i < count; i++) {
        second[i] += kd * (weights[after + i] + weights[before + i]);
      }
      for (int i = 0; i < count; i++) {
        cross[i] += k * (product[after + i] - product[before + i]);
      }
    }
  }

  private double line(int i, int n) {
    return line(sums[0][i], sums[2][i], sums[3][i], sums[1][i], sums[4][i], n);
  }

  private double weightedAt(int x, double[] y, int n, double[] weights) {
    double s0 = weights[x];
    double s1 = 0;
    double s2 = 0;
    double t0 = weights[x] * y[x];
    double t1 = 0;
    for (int d = 1; d < half; d++) {
      double k = kernel[d];
      double kd = k * d;
      double before = weights[x - d];
      double after = weights[x + d];
      double valueBefore = before * y[x - d];
      double valueAfter = after * y[x + d];
      s0 += k * (before + after);
      s1 += kd * (after - before);
      s2 += kd * d * (after + before);
      t0 += k * (valueAfter + valueBefore);
      t1 += kd * (valueAfter - valueBefore);
    }
    return line(s0, s1, s2, t0, t1, n);
  }

  /** The weights in {@code row} run from point {@code start} in direction {@code sign}. */
  private double fitEdge(
      double[] row,
      int position,
      int start,
      int sign,
      double[] y,
      int n,
      double[] weights,
      boolean weighted) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double t0 = 0;
    double t1 = 0;
    for (int j = 0; j < row.length; j++) {
      int at = start + sign * j;
      double w = weighted ? row[j] * weights[at] : row[j];
      double wd = w * (j - position);
      s0 += w;
      s1 += wd;
      s2 += wd * (j - position);
      t0 += w * y[at];
      t1 += wd * y[at];
    }
    return line(s0, s1, s2, t0, t1, n);
  }

  private double fitAnywhere(
      int x, int left, int count, double[] y, int n, double[] weights, boolean weighted) {
    double h = Math.max(x - left, left + count - 1 - x);
    if (window > n) {
      h += (window - n) / 2;
    }
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double t0 = 0;
    double t1 = 0;
    for (int at = left; at < left + count; at++) {
      double tricube = tricube(Math.abs(at - x), h);
      double w = weighted ? tricube * weights[at] : tricube;
      double wd = w * (at - x);
      s0 += w;
      s1 += wd;
      s2 += wd * (at - x);
      t0 += w * y[at];
      t1 += wd * y[at];
    }
    return line(s0, s1, s2, t0, t1, n);
  }

  /** The weighted line's value at distance 0, from sums of w, wd, wdd, wy, wdy. */
  private double line(double s0, double s1, double s2, double t0, double t1, int n) {
    if (!(s0 > 0)) {
      return Double.NaN;
    }
    double mean = t0 / s0;
    if (degree == 0) {
      return mean;
    }
    double center = s1 / s0;
    double variance = s2 / s0 - center * center;
    double least = LEAST_SPREAD * (n - 1);
    return variance > least * least ? mean - center / variance * (t1 / s0 - center * mean) : mean;
  }

  private static double tricube(double distance, double h) {
    if (distance > FAR * h) {
      return 0;
    }
    if (distance <= NEAR * h) {
      return 1;
    }
    double ratio = distance / h;
    double rest = 1 - ratio * ratio * ratio;
    return rest * rest * rest;
  }

  private static double[] kernel(int half) {
    double[] weights = new double[half + 1];
    for (int d = 0; d <= half; d++) {
      weights[d] = tricube(d, half);
    }
    return weights;
  }

  private static double[] normalized(double[] kernel) {
    double sum = kernel[0];
    for (int d = 1; d < kernel.length; d++) {
      sum += 2 * kernel[d];
    }
    double[] scaled = new double[kernel.length];
    for (int d = 0; d < kernel.length; d++) {
      scaled[d] = kernel[d] / sum;
    }
    return scaled;
  }

  private static double[][] edges(int window, int half) {
    double[][] rows = new double[half + 1][window];
    for (int row = 0; row <= half; row++) {
      int position = row - 1;
      double h = window - 1 - position;
      for (int j = 0; j < window; j++) {
        rows[row][j] = tricube(Math.abs(j - position), h);
      }
    }
    return rows;
  }
}
