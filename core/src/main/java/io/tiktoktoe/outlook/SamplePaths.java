package io.tiktoktoe.outlook;

import java.util.Arrays;

/**
 * Sample paths, a Monte Carlo ensemble of possible futures of one series drawn jointly over all
 * steps: path {@code p} of one stream and path {@code p} of another belong to the same future, so
 * sums over steps and streams keep their dependence. Immutable; one flat array of 8 bytes a value.
 */
public final class SamplePaths {

  /** Most values drawn for one series, 16 MB; beyond it fewer paths are drawn, never under 100. */
  public static final int MAX_VALUES = 2_000_000;

  private final int count;
  private final int steps;
  private final double[] values;

  private SamplePaths(int count, int steps, double[] values) {
    this.count = count;
    this.steps = steps;
    this.values = values;
  }

  /** Paths indexed [path][step], all of the same length; the array is copied. */
  public static SamplePaths of(double[][] paths) {
    int steps = paths.length == 0 ? 0 : paths[0].length;
    double[] values = new double[paths.length * steps];
    for (int path = 0; path < paths.length; path++) {
      if (paths[path].length != steps) {
        throw new IllegalArgumentException(
            "path %d has %d steps, path 0 has %d; all must be equally long."
                .formatted(path, paths[path].length, steps));
      }
      System.arraycopy(paths[path], 0, values, path * steps, steps);
    }
    return new SamplePaths(paths.length, steps, values);
  }

  /** Takes the array, which the caller must not keep: path p, step s at p * steps + s. */
  public static SamplePaths ofOwned(int count, int steps, double[] values) {
    if (values.length != count * steps) {
      throw new IllegalArgumentException(
          "values (%d) must be paths (%d) times steps (%d)."
              .formatted(values.length, count, steps));
    }
    return new SamplePaths(count, steps, values);
  }

  /** How many paths are drawn when this many are wanted. */
  public static int countFor(int wanted, int steps) {
    return Math.clamp(MAX_VALUES / Math.max(1, steps), Math.min(100, wanted), wanted);
  }

  /** How many futures. */
  public int count() {
    return count;
  }

  /** How many steps ahead each reaches. */
  public int steps() {
    return steps;
  }

  /** The value of future {@code path} at {@code step}, both counted from 0. */
  public double value(int path, int step) {
    return values[path * steps + step];
  }

  /** The values of all futures at {@code step}, a new array. */
  public double[] at(int step) {
    double[] column = new double[count];
    for (int path = 0; path < count; path++) {
      column[path] = values[path * steps + step];
    }
    return column;
  }

  /** The sum over the first {@code first} steps of each future. */
  public double[] sums(int first) {
    double[] sums = new double[count];
    for (int path = 0; path < count; path++) {
      double sum = 0;
      for (int step = 0; step < first; step++) {
        sum += values[path * steps + step];
      }
      sums[path] = sum;
    }
    return sums;
  }

  /** Mean over the futures of the sum of steps {@code from} (inclusive) to {@code to}. */
  public double mean(int from, int to) {
    double sum = 0;
    for (int path = 0; path < count; path++) {
      for (int step = from; step < to; step++) {
        sum += values[path * steps + step];
      }
    }
    return sum / count;
  }

  /** Future by future and step by step the sum of both, which must be equally many and long. */
  public SamplePaths plus(SamplePaths other) {
    if (other.count != count || other.steps != steps) {
      throw new IllegalArgumentException(
          "paths (%d x %d and %d x %d) must be equally many and long to be added."
              .formatted(count, steps, other.count, other.steps));
    }
    double[] sum = Arrays.copyOf(values, values.length);
    for (int at = 0; at < sum.length; at++) {
      sum[at] += other.values[at];
    }
    return new SamplePaths(count, steps, sum);
  }
}
