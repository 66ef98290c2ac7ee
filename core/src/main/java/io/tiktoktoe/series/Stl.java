package io.tiktoktoe.series;

/**
 * Seasonal-trend decomposition by loess: season, trend and remainder of a series.
 *
 * <p>Source: Cleveland, Cleveland, McRae, Terpenning, "STL: A Seasonal-Trend Decomposition
 * Procedure Based on Loess", J. Official Statistics 6 (1990), and the authors' Fortran, whose
 * results it repeats. O(length x windows) per pass. Thread safe: nothing is shared between calls.
 */
public final class Stl {

  private Stl() {}

  /**
   * Decomposes {@code series}. Missing values (NaN) carry no weight; when nothing lies in a window,
   * the straight line between the observed neighbours of the same phase stands in.
   */
  public static Decomposition decompose(Series series, StlOptions options) {
    int period = options.period();
    if (series.length() < 2L * period) {
      return new Decomposition.TooShort(series.length(), 2 * period);
    }
    double[] values = series.toArray();
    int phase = Gaps.neverObservedPhase(values, period);
    if (phase >= 0) {
      return new Decomposition.PhaseNeverObserved(period, phase);
    }
    StlPasses passes = new StlPasses(values.length, StlPlan.of(options, values.length));
    passes.run(values);
    return new Decomposition.Parts(
        series,
        passes.trend(),
        new int[] {period},
        new double[][] {passes.seasonal()},
        passes.weights());
  }
}
