package io.tiktoktoe.revenue.pattern;

import io.tiktoktoe.revenue.cells.LocalSeries;
import io.tiktoktoe.revenue.insight.DailyComponents;
import io.tiktoktoe.revenue.insight.DailyDecomposition;
import io.tiktoktoe.revenue.insight.IncomeTrend;
import io.tiktoktoe.series.Decomposition;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.series.Stl;
import io.tiktoktoe.series.StlOptions;
import io.tiktoktoe.series.Trend;
import io.tiktoktoe.series.TrendOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Seasonal decomposition and trend estimation of daily net income. */
public final class Directions {

  private static final int WEEK = 7;
  public static final double SMOOTHING = 0.1;

  private Directions() {}

  /** Daily net income taken apart with a weekly season, robust against single days. */
  public static DailyDecomposition decompose(LocalSeries days) {
    return switch (Stl.decompose(days.series(), StlOptions.defaults(WEEK).withRobust(true))) {
      case Decomposition.TooShort tooShort -> DailyDecomposition.NONE;
      case Decomposition.PhaseNeverObserved never -> DailyDecomposition.NONE;
      case Decomposition.Parts parts -> components(days, parts);
    };
  }

  private static DailyDecomposition components(LocalSeries days, Decomposition.Parts parts) {
    double[] trend = parts.trend();
    double[] season = parts.seasonal();
    double[] remainder = parts.remainder();
    List<DailyComponents> components = new ArrayList<>(parts.length());
    for (int step = 0; step < parts.length(); step++) {
      LocalDate day = days.firstDay().plusDays(step);
      components.add(
          new DailyComponents(
              day, days.series().value(step), trend[step], season[step], remainder[step]));
    }
    return new DailyDecomposition(
        components, strength(season, remainder), strength(trend, remainder));
  }

  /** 1 - variance of the remainder / variance of component + remainder, at least 0. */
  private static double strength(double[] component, double[] remainder) {
    double[] both = new double[component.length];
    for (int at = 0; at < both.length; at++) {
      both[at] = component[at] + remainder[at];
    }
    double whole = variance(both);
    return whole == 0 ? 0 : Math.max(0, 1 - variance(remainder) / whole);
  }

  private static double variance(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return squares / values.length;
  }

  /**
   * Where daily net income is heading, its weekly season removed.
   *
   * @param comparisonEnd the last step before the period
   */
  public static Optional<IncomeTrend> trend(
      LocalSeries days, DailyDecomposition decomposition, int comparisonEnd) {
    double[] adjusted = days.series().toArray();
    List<DailyComponents> components = decomposition.days();
    for (int step = 0; step < components.size(); step++) {
      adjusted[step] -= components.get(step).season();
    }
    Series series = Series.of(days.series().id(), adjusted);
    return switch (Trend.of(series, TrendOptions.defaults().withSmoothing(SMOOTHING))) {
      case Trend.TooShort tooShort -> Optional.empty();
      case Trend.Fitted fitted ->
          Optional.of(
              new IncomeTrend(
                  fitted.level(),
                  fitted.levelInterval(),
                  fitted.slopePerDay(),
                  fitted.slopeInterval(),
                  comparisonEnd >= 0
                      && comparisonEnd < series.length()
                      && fitted.changedSince(comparisonEnd).significant(),
                  SMOOTHING));
    };
  }
}
