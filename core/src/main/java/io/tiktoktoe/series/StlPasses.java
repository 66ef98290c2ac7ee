package io.tiktoktoe.series;

import java.util.Arrays;

/**
 * The passes of STL over one series and the work arrays they share, as the {@code stl} routine of
 * the authors' Fortran.
 */
final class StlPasses {

  /** Remainders below and above these shares of six median remainders get full and no weight. */
  private static final double NEAR = .001;

  private static final double FAR = .999;

  private final int n;
  private final StlPlan plan;
  private final Loess seasonalLoess;
  private final Loess trendLoess;
  private final Loess lowpassLoess;

  private final double[] trend;
  private final double[] seasonal;
  private final double[] weights;
  private final double[] work;
  private final double[] extended;
  private final double[] averaged;
  private final double[] phaseValues;
  private final double[] phaseWeights;
  private final double[] phaseFit;

  StlPasses(int n, StlPlan plan) {
    this.n = n;
    this.plan = plan;
    int seasons = (n - 1) / plan.period() + 1;
    this.seasonalLoess = new Loess(plan.seasonal(), seasons);
    this.trendLoess = new Loess(plan.trend(), n);
    this.lowpassLoess = new Loess(plan.lowpass(), n);
    this.trend = new double[n];
    this.seasonal = new double[n];
    this.weights = new double[n];
    this.work = new double[n + 2 * plan.period()];
    this.extended = new double[n + 2 * plan.period()];
    this.averaged = new double[n + 2 * plan.period()];
    this.phaseValues = new double[seasons];
    this.phaseWeights = new double[seasons];
    this.phaseFit = new double[seasons + 2];
  }

  double[] trend() {
    return trend;
  }

  double[] seasonal() {
    return seasonal;
  }

  double[] weights() {
    return weights;
  }

  /** Decomposes {@code observed}; NaN marks missing values. */
  void run(double[] observed) {
    double[] values = observed.clone();
    boolean[] missing = missing(values);
    boolean gaps = Gaps.fill(values, plan.period());
    boolean weighted = gaps;
    fillWeights(missing);
    Arrays.fill(trend, 0);
    for (int pass = 0; pass <= plan.outer(); pass++) {
      for (int i = 0; i < plan.inner(); i++) {
        updateSeason(values, weighted);
        updateTrend(values, weighted);
      }
      if (pass < plan.outer()) {
        updateWeights(values, missing, gaps);
        weighted = true;
      }
    }
    if (plan.periodic()) {
      averagePhases();
    }
  }

  private static boolean[] missing(double[] values) {
    boolean[] missing = new boolean[values.length];
    for (int step = 0; step < values.length; step++) {
      missing[step] = Double.isNaN(values[step]);
    }
    return missing;
  }

  private void fillWeights(boolean[] missing) {
    for (int step = 0; step < n; step++) {
      weights[step] = missing[step] ? 0 : 1;
    }
  }

  private void updateSeason(double[] values, boolean weighted) {
    for (int step = 0; step < n; step++) {
      work[step] = values[step] - trend[step];
    }
    smoothPhases(weighted);
    int period = plan.period();
    MovingAverage.of(extended, n + 2 * period, period, averaged);
    MovingAverage.of(averaged, n + period + 1, period, work);
    MovingAverage.of(work, n + 2, 3, averaged);
    lowpassLoess.smooth(averaged, n, weights, false, work, 0);
    for (int step = 0; step < n; step++) {
      seasonal[step] = extended[period + step] - work[step];
    }
  }

  private void updateTrend(double[] values, boolean weighted) {
    for (int step = 0; step < n; step++) {
      work[step] = values[step] - seasonal[step];
    }
    trendLoess.smooth(work, n, weights, weighted, trend, 0);
  }

  /** Smooths each phase over the seasons, with one season more at either end. */
  private void smoothPhases(boolean weighted) {
    int period = plan.period();
    int window = plan.seasonal().window();
    for (int phase = 0; phase < period; phase++) {
      int count = (n - 1 - phase) / period + 1;
      for (int i = 0, step = phase; i < count; i++, step += period) {
        phaseValues[i] = work[step];
      }
      if (weighted) {
        for (int i = 0, step = phase; i < count; i++, step += period) {
          phaseWeights[i] = weights[step];
        }
      }
      seasonalLoess.smooth(phaseValues, count, phaseWeights, weighted, phaseFit, 1);
      double before = seasonalLoess.fit(-1, 0, phaseValues, count, phaseWeights, weighted);
      int left = Math.max(0, count - window);
      double after = seasonalLoess.fit(count, left, phaseValues, count, phaseWeights, weighted);
      phaseFit[0] = Double.isNaN(before) ? phaseFit[1] : before;
      phaseFit[count + 1] = Double.isNaN(after) ? phaseFit[count] : after;
      for (int i = 0, step = phase; i < count + 2; i++, step += period) {
        extended[step] = phaseFit[i];
      }
    }
  }

  private void updateWeights(double[] values, boolean[] missing, boolean gaps) {
    double[] sizes = work;
    int known = 0;
    for (int step = 0; step < n; step++) {
      double size = Math.abs(values[step] - trend[step] - seasonal[step]);
      weights[step] = size;
      if (!gaps || !missing[step]) {
        sizes[known++] = size;
      }
    }
    double six = PartialSort.sixMedians(sizes, known);
    double near = NEAR * six;
    double far = FAR * six;
    double perSix = 1 / six;
    for (int step = 0; step < n; step++) {
      double size = weights[step];
      double ratio = size * perSix;
      double rest = 1 - ratio * ratio;
      double weight = size > far ? 0 : rest * rest;
      weights[step] = size <= near ? 1 : weight;
    }
    if (gaps) {
      for (int step = 0; step < n; step++) {
        weights[step] = missing[step] ? 0 : weights[step];
      }
    }
  }

  /** A periodic season is the mean of each phase over all seasons, as R's stl has it. */
  private void averagePhases() {
    int period = plan.period();
    double[] means = new double[period];
    for (int phase = 0; phase < period; phase++) {
      int count = 0;
      for (int step = phase; step < n; step += period) {
        means[phase] += seasonal[step];
        count++;
      }
      means[phase] /= count;
    }
    Arrays.setAll(seasonal, step -> means[step % period]);
  }
}
