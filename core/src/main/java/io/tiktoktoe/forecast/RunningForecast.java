package io.tiktoktoe.forecast;

import io.tiktoktoe.forecast.band.AdaptiveBands;
import io.tiktoktoe.forecast.blend.Blend;
import io.tiktoktoe.forecast.blend.Lookback;
import io.tiktoktoe.forecast.boosting.BoostingMember;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.forecast.future.SeriesOutcome;
import io.tiktoktoe.forecast.member.Bank;
import io.tiktoktoe.forecast.member.FittedExpert;
import io.tiktoktoe.forecast.member.Prepared;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.LiveCoverage;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.work.Parallel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Online forecasting of one series (filtering without refitting): each new value moves the states
 * of the members, the forecast and the width of its bands, while all that was estimated
 * (parameters, weights, the shape of errors) stays. Immutable: {@link #observe} answers with the
 * next one, and values given at once or one by one lead to the same answer.
 *
 * <p>Memory: the history, about 10 kB for outcomes awaited, and what was fitted. Histories too
 * short or too sparse for the ensemble are forecast anew with every value, which is cheap; when
 * they have become long enough, one value costs a whole fit.
 */
public final class RunningForecast {

  /** Share of the fitted history after which parameters are worth estimating anew. */
  private static final int NEW_SHARE = 4;

  private final Source source;
  private final State state;
  private final int observed;

  private RunningForecast(Source source, State state, int observed) {
    this.source = source;
    this.state = state;
    this.observed = observed;
  }

  /**
   * Where a forecast comes from.
   *
   * @param seriesId the series' name
   * @param owner under which name boosting knows the series, so that it is not its own teacher
   * @param options steps, sign and periods
   * @param boosting gradient boosting over many series, when they were enough
   * @param refit forecasts all values anew
   */
  record Source(
      String seriesId,
      String owner,
      BatchOptions options,
      Optional<BoostingMember> boosting,
      Function<double[], FittedSeries> refit) {

    /** A series of a batch. */
    static Source of(Series series, BatchOptions options, long seed, Learned learned) {
      return new Source(
          series.id(),
          series.id(),
          options,
          learned.boosting(),
          values -> {
            Prepared history = SeriesForecaster.prepare(values, options);
            return learned.forecast(series.id(), history, options, seed, new Bank());
          });
    }
  }

  private sealed interface State {
    FittedSeries fitted();
  }

  /** Too short or sparse: made anew from the values. */
  private record Anew(double[] values, FittedSeries fitted) implements State {}

  /** The ensemble, followed. */
  private record Followed(
      List<FittedExpert> experts,
      Prepared history,
      SeriesOutcome outcome,
      Blend blend,
      AdaptiveBands bands)
      implements State {

    @Override
    public FittedSeries fitted() {
      return new FittedSeries(outcome, Optional.of(blend));
    }
  }

  static RunningForecast start(Source source, Series series, FittedSeries fitted) {
    return new RunningForecast(source, state(source, series.toArray(), fitted), 0);
  }

  /** Many series that do not belong together. */
  static List<RunningForecast> start(List<Series> series, BatchOptions options) {
    if (series.isEmpty()) {
      return List.of();
    }
    BatchForecaster batch = new BatchForecaster(series, options);
    Learned learned = batch.learn();
    return Parallel.map(
        "forecasting",
        series.size(),
        options.threads(),
        options.progress(),
        at -> {
          Series one = series.get(at);
          Source source = Source.of(one, options, options.seed() + at, learned);
          return start(source, one, batch.fitted(at, learned));
        });
  }

  private static State state(Source source, double[] values, FittedSeries fitted) {
    if (fitted.blend().isEmpty()) {
      return new Anew(values, fitted);
    }
    BatchOptions options = source.options();
    Blend blend = fitted.blend().get();
    Lookback lookback = blend.lookback();
    Prepared history = lookback.history();
    double[] filled = history.filled();
    List<FittedExpert> experts =
        lookback.fitted().stream().map(one -> one.after(filled, filled.length)).toList();
    double[] quantiles = quantiles(blend, history);
    AdaptiveBands bands =
        AdaptiveBands.start(options.steps()).remember(history.length(), quantiles, quantiles);
    return new Followed(experts, history, fitted.outcome(), blend, bands);
  }

  private static double[] quantiles(Blend blend, Prepared history) {
    return blend.quantiles(history.length(), blend.now());
  }

  /**
   * The forecast after these values, oldest first. Costs about a twentieth of a whole forecast for
   * each; see {@code docs/methods/forecast-online.md}.
   *
   * @param values what came, in the unit of the series; NaN where it is missing
   * @throws IllegalArgumentException if a value is infinite
   */
  public RunningForecast observe(double... values) {
    RunningForecast next = this;
    for (double value : values) {
      if (Double.isInfinite(value)) {
        throw new IllegalArgumentException(
            "value (%s) of series %s must be finite. Give NaN where it is missing."
                .formatted(value, source.seriesId()));
      }
      State state =
          switch (next.state) {
            case Anew anew -> anew(anew, value);
            case Followed followed -> follow(followed, value);
          };
      next = new RunningForecast(source, state, next.observed + 1);
    }
    return next;
  }

  private State anew(Anew before, double value) {
    int length = before.values().length;
    double[] values = Arrays.copyOf(before.values(), length + 1);
    values[length] = value;
    return state(source, values, source.refit().apply(values));
  }

  private Followed follow(Followed before, double value) {
    double scaled = value / before.history().scale();
    Prepared history = longer(before.history(), scaled);
    double[] filled = history.filled();
    List<FittedExpert> experts =
        before.experts().stream().map(one -> one.after(filled, filled.length)).toList();
    Blend blend = moved(before, experts, history);
    double[] learned = quantiles(blend, history);
    AdaptiveBands seen = before.bands().see(before.history().length(), scaled);
    double[] shown = seen.adapt(learned, history.nonNegative());
    Marginals marginals =
        history.rare().beside(FlatHistory.insteadOf(shown, history), 0).times(history.scale());
    SeriesOutcome outcome =
        new SeriesOutcome(
            before.outcome().basis(),
            before.outcome().members(),
            before.outcome().backtest(),
            Explanations.of(history, marginals.mean()),
            marginals);
    return new Followed(
        experts, history, outcome, blend, seen.remember(history.length(), learned, shown));
  }

  /** The combination with the members' forecasts from the end of the longer history. */
  private Blend moved(Followed before, List<FittedExpert> experts, Prepared history) {
    Lookback lookback = before.blend().lookback();
    int steps = source.options().steps();
    double[][] now = new double[lookback.members()][];
    for (int m = 0; m < experts.size(); m++) {
      now[m] = Lookback.now(experts.get(m), history, lookback.reach(), steps);
    }
    if (experts.size() < now.length) {
      Lookback others =
          lookback.first(experts.size()).after(history, Arrays.copyOf(now, experts.size()));
      now[experts.size()] = source.boosting().orElseThrow().now(source.owner(), others);
    }
    return before.blend().after(lookback.after(history, now));
  }

  /**
   * A missing value is filled from the season before; what has been filled is never filled anew.
   */
  private Prepared longer(Prepared history, double scaled) {
    int length = history.length();
    double[] observedValues = Arrays.copyOf(history.observed(), length + 1);
    double[] filled = Arrays.copyOf(history.filled(), length + 1);
    observedValues[length] = scaled;
    boolean missing = Double.isNaN(scaled);
    filled[length] = missing ? filled[Math.max(0, length - history.period())] : scaled;
    boolean refund = scaled < 0 && source.options().sign() == BatchOptions.Sign.AS_HISTORY;
    return new Prepared(
        history.scale(),
        observedValues,
        filled,
        history.periods(),
        history.longSeason(),
        history.nonNegative() && !refund,
        history.rare(),
        history.nextDay().map(day -> day.plusDays(1)));
  }

  /** What comes next, as far as before: step 1 follows the newest value. */
  public QuantileForecast forecast() {
    return SeriesForecaster.answer(source.seriesId(), state.fitted().outcome());
  }

  FittedSeries fitted() {
    return state.fitted();
  }

  /** How many values came since the fit. */
  public int observed() {
    return observed;
  }

  /** How often the bands shown since the fit have held, by lead; empty without the ensemble. */
  public List<LiveCoverage> held() {
    return switch (state) {
      case Anew _ -> List.of();
      case Followed followed -> followed.bands().held();
    };
  }

  /**
   * Whether a whole forecast is worth its cost: values worth a quarter of the fitted history came,
   * or bands are twice as wide or half as wide as they were learned.
   */
  public boolean refitDue() {
    return switch (state) {
      case Anew _ -> false;
      case Followed followed ->
          observed * NEW_SHARE > followed.history().length() - observed
              || followed.bands().outOfDate();
    };
  }
}
