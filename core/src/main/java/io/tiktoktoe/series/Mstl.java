package io.tiktoktoe.series;

import java.util.Arrays;

/**
 * Multiple seasonal-trend decomposition: several seasons, trend and remainder of a series by STL
 * for each season in turn, on what the others leave.
 *
 * <p>Source: Bandara, Hyndman, Bergmeir, "MSTL: A Seasonal-Trend Decomposition Algorithm for Time
 * Series with Multiple Seasonal Patterns" (2021), and R's {@code forecast::mstl}, whose results it
 * repeats. Cost: iterations x seasons x one STL.
 */
public final class Mstl {

  private Mstl() {}

  /** Decomposes {@code series}; missing values as in {@link Stl#decompose}. */
  public static Decomposition decompose(Series series, MstlOptions options) {
    int[] periods = options.periods().stream().mapToInt(Integer::intValue).toArray();
    double[] observed = series.toArray();
    for (int period : periods) {
      if (observed.length < 2L * period) {
        return new Decomposition.TooShort(observed.length, 2 * periods[periods.length - 1]);
      }
      int phase = Gaps.neverObservedPhase(observed, period);
      if (phase >= 0) {
        return new Decomposition.PhaseNeverObserved(period, phase);
      }
    }
    return decompose(series, observed, periods, options);
  }

  private static Decomposition decompose(
      Series series, double[] observed, int[] periods, MstlOptions options) {
    StlPasses[] passes = new StlPasses[periods.length];
    for (int i = 0; i < periods.length; i++) {
      StlOptions stl = options.stl().withPeriod(periods[i]);
      int window = options.seasonalWindows().get(i);
      StlPlan plan = StlPlan.of(stl.withSeasonalWindow(window), observed.length);
      passes[i] = new StlPasses(observed.length, plan);
    }
    double[] rest = observed.clone();
    int iterations = periods.length == 1 ? 1 : options.iterations();
    for (int iteration = 0; iteration < iterations; iteration++) {
      for (StlPasses pass : passes) {
        if (iteration > 0) {
          add(rest, pass.seasonal(), 1);
        }
        pass.run(rest);
        add(rest, pass.seasonal(), -1);
      }
    }
    StlPasses last = passes[periods.length - 1];
    double[][] seasonals = Arrays.stream(passes).map(StlPasses::seasonal).toArray(double[][]::new);
    return new Decomposition.Parts(series, last.trend(), periods, seasonals, last.weights());
  }

  private static void add(double[] to, double[] part, double sign) {
    for (int step = 0; step < to.length; step++) {
      to[step] += sign * part[step];
    }
  }
}
