package io.tiktoktoe.forecast;

/**
 * Possible futures of one series drawn jointly over all steps: path {@code p} of one stream and
 * path {@code p} of another belong to the same future, so sums over steps and streams keep their
 * dependence. Immutable.
 */
public final class SamplePaths {

  private final double[][] paths;

  private SamplePaths(double[][] paths) {
    this.paths = paths;
  }

  /** Paths indexed [path][step], all of the same length; the array is copied. */
  public static SamplePaths of(double[][] paths) {
    double[][] copy = new double[paths.length][];
    for (int path = 0; path < paths.length; path++) {
      if (paths[path].length != paths[0].length) {
        throw new IllegalArgumentException(
            "path %d has %d steps, path 0 has %d; all must be equally long."
                .formatted(path, paths[path].length, paths[0].length));
      }
      copy[path] = paths[path].clone();
    }
    return new SamplePaths(copy);
  }

  /** How many futures. */
  public int count() {
    return paths.length;
  }

  /** How many steps ahead each reaches. */
  public int steps() {
    return paths.length == 0 ? 0 : paths[0].length;
  }

  /** The value of future {@code path} at {@code step}, both counted from 0. */
  public double value(int path, int step) {
    return paths[path][step];
  }

  /** The sum over the first {@code steps} steps of each future. */
  public double[] sums(int steps) {
    double[] sums = new double[paths.length];
    for (int path = 0; path < paths.length; path++) {
      double sum = 0;
      for (int step = 0; step < steps; step++) {
        sum += paths[path][step];
      }
      sums[path] = sum;
    }
    return sums;
  }
}
