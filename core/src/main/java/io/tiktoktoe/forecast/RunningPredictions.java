package io.tiktoktoe.forecast;

import io.tiktoktoe.forecast.effect.EstimatedEffects;
import io.tiktoktoe.outlook.Backtest;
import io.tiktoktoe.outlook.LiveCoverage;
import io.tiktoktoe.outlook.Predictions;
import java.util.ArrayList;
import java.util.List;

/**
 * Online forecasting of series that belong together, and of their total, as {@link RunningForecast}
 * does it for one: states move and bands adapt; parameters, weights, effects of special days and
 * dependence between series stay as fitted. A campaign that runs is learned anew with each of its
 * steps. Immutable.
 */
public final class RunningPredictions {

  /** Steps that can be followed; calendar and drivers are laid out so far beyond the forecast. */
  public static final int MOST_STEPS = 92;

  private final JointForecaster fitted;
  private final List<EstimatedEffects> effects;
  private final List<RunningForecast> series;
  private final Backtest total;
  private final List<double[]> observed;

  private RunningPredictions(
      JointForecaster fitted,
      List<EstimatedEffects> effects,
      List<RunningForecast> series,
      Backtest total,
      List<double[]> observed) {
    this.fitted = fitted;
    this.effects = List.copyOf(effects);
    this.series = List.copyOf(series);
    this.total = total;
    this.observed = List.copyOf(observed);
  }

  /** Ready to follow the series. */
  static RunningPredictions start(JointForecaster fitted) {
    List<JointForecaster.Calm> calm = fitted.calm();
    List<RunningForecast> series = new ArrayList<>();
    for (int s = 0; s < calm.size(); s++) {
      series.add(fitted.follow(calm.get(s), s));
    }
    List<EstimatedEffects> effects = calm.stream().map(JointForecaster.Calm::effects).toList();
    return new RunningPredictions(fitted, effects, series, fitted.backtest(calm), List.of());
  }

  /**
   * The predictions after one more step.
   *
   * @param values what came in each series, in their order and unit; NaN where it is missing
   * @throws IllegalArgumentException if there are not as many values as series, or one is infinite
   * @throws IllegalStateException after {@link #MOST_STEPS} steps
   */
  public RunningPredictions observe(double... values) {
    if (values.length != series.size()) {
      throw new IllegalArgumentException(
          "values (%d) must be as many as series (%d). Give NaN for a missing one."
              .formatted(values.length, series.size()));
    }
    if (observed() == MOST_STEPS) {
      throw new IllegalStateException(
          "%d steps were followed, which is the most. Forecast the whole history again."
              .formatted(observed()));
    }
    List<double[]> came = new ArrayList<>(observed);
    came.add(values.clone());
    double[] calm = fitted.campaigns().calm(came);
    List<RunningForecast> moved = new ArrayList<>();
    for (int s = 0; s < values.length; s++) {
      moved.add(
          series
              .get(s)
              .observe(effects.get(s).withoutNext(calm[s], observed(), fitted.nonNegative())));
    }
    return new RunningPredictions(fitted, effects, moved, total, came);
  }

  /**
   * What comes next now. The draw of joint futures costs more than the updates: ask for it when it
   * is needed, not after each value.
   */
  public Predictions predictions() {
    List<FittedSeries> forecasts = new ArrayList<>();
    for (int s = 0; s < series.size(); s++) {
      forecasts.add(fitted.add(effects.get(s).after(observed()), series.get(s).fitted(), s));
    }
    return fitted.assemble(
        forecasts,
        JointForecaster.means(forecasts),
        total,
        fitted.campaigns().after(observed),
        observed());
  }

  /** How many steps came since the fit. */
  public int observed() {
    return observed.size();
  }

  /** How often the bands of each series, without special days, have held since the fit. */
  public List<List<LiveCoverage>> held() {
    return series.stream().map(RunningForecast::held).toList();
  }

  /** Whether a whole forecast is worth its cost for a series. */
  public boolean refitDue() {
    return observed() == MOST_STEPS || series.stream().anyMatch(RunningForecast::refitDue);
  }
}
