package io.tiktoktoe.forecast;

import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.forecast.blend.Lookback;
import io.tiktoktoe.forecast.blend.Pool;
import io.tiktoktoe.forecast.effect.EstimatedEffects;
import io.tiktoktoe.forecast.effect.KnownEffects;
import io.tiktoktoe.forecast.future.JointFutures;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.forecast.future.SeriesOutcome;
import io.tiktoktoe.forecast.member.Bank;
import io.tiktoktoe.forecast.member.Prepared;
import io.tiktoktoe.forecast.sparse.AlikePrior;
import io.tiktoktoe.outlook.Backtest;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.Horizon;
import io.tiktoktoe.outlook.Outlook;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.outlook.QuantileGrid;
import io.tiktoktoe.outlook.SamplePaths;
import io.tiktoktoe.series.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The series of one creator and their total. */
final class JointForecaster {

  private static final String TOTAL = "total";

  private final HistoricalMetrics history;
  private final PredictionContext context;
  private final LearnedModel learned;
  private final String owner;
  private final KnownEffects effects;
  private final Bank bank = new Bank();

  /**
   * @param learned what all creators taught; of use for days alone
   * @param owner whose series they are, so that boosting is the one trained without them
   */
  JointForecaster(
      HistoricalMetrics history, PredictionContext context, LearnedModel learned, String owner) {
    this(history, context, learned, owner, 0);
  }

  private JointForecaster(
      HistoricalMetrics history,
      PredictionContext context,
      LearnedModel learned,
      String owner,
      int followed) {
    this.history = history;
    this.context = context;
    // Who never earned anything is no newcomer: nothing says that it ever will.
    boolean borrows = history.granularity() == Granularity.DAY && hasIncome(history);
    this.learned = borrows ? learned : LearnedModel.NONE;
    this.owner = owner;
    this.effects =
        KnownEffects.of(
            history,
            context.withSteps(Math.min(PredictionContext.MAX_STEPS, context.steps() + followed)));
  }

  private static boolean hasIncome(HistoricalMetrics history) {
    return history.series().stream()
        .flatMapToDouble(series -> Arrays.stream(series.toArray()))
        .anyMatch(value -> Math.abs(value) > 0);
  }

  /** Ready to follow the series. */
  static RunningPredictions follow(HistoricalMetrics history, PredictionContext context) {
    JointForecaster fitted =
        new JointForecaster(history, context, LearnedModel.NONE, "", RunningPredictions.MOST_STEPS);
    List<Calm> calm = fitted.calm();
    List<RunningForecast> series = new ArrayList<>();
    for (int s = 0; s < calm.size(); s++) {
      Series one = history.series().get(s);
      BatchOptions options =
          BatchOptions.of(context.steps(), history.granularity().periods())
              .withSign(
                  history.nonNegative() ? BatchOptions.Sign.NON_NEGATIVE : BatchOptions.Sign.ANY);
      Pool pool = fitted.pool(context.alike().getOrDefault(one.id(), List.of()));
      RunningForecast.Source source =
          new RunningForecast.Source(one.id(), options, fitted.seed(s), pool, Optional.empty());
      Series without = Series.of(one.id(), calm.get(s).values());
      series.add(RunningForecast.start(source, without, calm.get(s).outcome()));
    }
    return new RunningPredictions(
        fitted, calm.stream().map(Calm::effects).toList(), series, fitted.backtest(calm), 0);
  }

  Predictions forecast() {
    List<Calm> calm = calm();
    List<SeriesOutcome> outcomes = new ArrayList<>();
    for (int s = 0; s < calm.size(); s++) {
      outcomes.add(add(calm.get(s).effects(), calm.get(s).outcome(), s));
    }
    return assemble(outcomes, backtest(calm), 0);
  }

  /** The series without known effects. */
  private record Calm(double[] values, EstimatedEffects effects, SeriesOutcome outcome) {}

  private List<Calm> calm() {
    List<Calm> calm = new ArrayList<>();
    int count = history.series().size();
    for (int s = 0; s < count; s++) {
      context.progress().report("forecasting", s, count);
      calm.add(calm(history.series().get(s), s));
    }
    context.progress().report("forecasting", count, count);
    return calm;
  }

  boolean nonNegative() {
    return history.nonNegative();
  }

  private long seed(int at) {
    return context.seed() + 7919L * at;
  }

  private Calm calm(Series series, int at) {
    double[] values = series.toArray();
    List<Series> alike =
        context.alike().getOrDefault(series.id(), learned.alike(series.id(), history.unit()));
    int known = values.length - series.missing();
    if (known < Prepared.FULL_HISTORY && AlikePrior.possible(alike)) {
      int draws = SamplePaths.countFor(context.paths(), context.steps());
      SeriesOutcome borrowed =
          AlikePrior.forecast(
              values, alike, history.nonNegative(), context.steps(), draws, seed(at));
      return new Calm(values, EstimatedEffects.NONE, borrowed);
    }
    if (known < Prepared.FULL_HISTORY) {
      return new Calm(values, EstimatedEffects.NONE, plain(values, series.id(), seed(at)));
    }
    EstimatedEffects estimated =
        effects.estimate(values, history.granularity().periods().getFirst());
    double[] without = estimated.without(values, history.nonNegative());
    return new Calm(without, estimated, plain(without, series.id(), seed(at)));
  }

  private SeriesOutcome plain(double[] values, String id, long seed) {
    Prepared prepared = Prepared.of(values, history.granularity().periods(), history.nonNegative());
    if (!SeriesForecaster.usable(prepared) || !SeriesForecaster.full(prepared)) {
      return SeriesForecaster.simple(prepared, look(), context.steps(), seed);
    }
    Optional<List<Series>> given = Optional.ofNullable(context.alike().get(id));
    Lookback own = lookback(prepared);
    return given.isPresent()
        ? SeriesForecaster.combined(own, pool(given.get()))
        : SeriesForecaster.combined(
            Learning.boosted(learned.boosting(), owner, own, false), learned.pool());
  }

  /** The forecast of a series with its known effects. */
  SeriesOutcome add(EstimatedEffects known, SeriesOutcome calm, int at) {
    return known.add(calm, history.nonNegative(), seed(at)).explained();
  }

  private Backtest backtest(List<Calm> calm) {
    return TotalBacktest.of(
        calm.stream().map(Calm::values).toList(),
        calm.stream().map(Calm::outcome).toList(),
        history,
        learned.pool(),
        context.seed());
  }

  /** The series' forecasts and their total, {@code later} steps after the history. */
  Predictions assemble(List<SeriesOutcome> outcomes, Backtest totalBacktest, int later) {
    SamplePaths[] paths =
        JointFutures.draw(outcomes, context.steps(), context.paths(), context.seed());
    List<Forecast> forecasts = new ArrayList<>();
    for (int s = 0; s < paths.length; s++) {
      forecasts.add(forecast(history.series().get(s).id(), outcomes.get(s), paths[s]));
    }
    return new Predictions(
        history.granularity().plus(history.start(), history.length() + (long) later),
        history.granularity(),
        forecasts,
        total(outcomes, paths, totalBacktest),
        history.unit(),
        provenance());
  }

  /** What creators alike teach about weights and widths; nothing when there are too few. */
  private Pool pool(List<Series> alike) {
    List<Lookback> lookbacks =
        alike.stream()
            .limit(50)
            .map(
                one ->
                    Prepared.of(
                        one.toArray(), history.granularity().periods(), history.nonNegative()))
            .filter(one -> SeriesForecaster.usable(one) && SeriesForecaster.full(one))
            .map(this::lookback)
            .toList();
    return Pool.learn(lookbacks);
  }

  private Lookback lookback(Prepared prepared) {
    return Lookback.of(prepared, look(), context.steps(), name -> true, bank);
  }

  /**
   * How many steps ahead the past is forecast. For days it is the longest horizon of every report,
   * however far ahead is asked: tomorrow's band is the same whether a day or a quarter is wanted.
   */
  private int look() {
    return history.granularity() == Granularity.DAY ? LearnedModel.LOOK : context.steps();
  }

  private Forecast forecast(String id, SeriesOutcome outcome, SamplePaths paths) {
    List<Outlook> steps = new ArrayList<>();
    for (int step = 0; step < outcome.marginals().steps(); step++) {
      steps.add(outcome.marginals().outlook(step));
    }
    return new Forecast(
        id,
        steps,
        horizons(paths, outcome.marginals().mean()),
        outcome.members(),
        outcome.basis(),
        outcome.backtest(),
        outcome.explanation(),
        paths);
  }

  /** Bands of sums come from joint futures, expected sums from the steps' own. */
  private List<Forecast.HorizonOutlook> horizons(SamplePaths paths, double[] mean) {
    List<Forecast.HorizonOutlook> horizons = new ArrayList<>();
    for (Horizon horizon : context.horizons()) {
      int steps = history.granularity().steps(horizon);
      if (steps >= 1 && steps <= paths.steps()) {
        Outlook sum = Marginals.outlook(paths.sums(steps));
        double expected = Arrays.stream(mean, 0, steps).sum();
        horizons.add(new Forecast.HorizonOutlook(horizon, sum.withMean(expected)));
      }
    }
    return horizons;
  }

  private Forecast total(List<SeriesOutcome> outcomes, SamplePaths[] paths, Backtest backtest) {
    Optional<SamplePaths> sum = Optional.empty();
    Forecast.Basis basis = Forecast.Basis.NONE;
    for (int s = 0; s < paths.length; s++) {
      if (paths[s].count() > 0) {
        SamplePaths one = paths[s];
        sum = Optional.of(sum.map(before -> before.plus(one)).orElse(one));
        basis = weaker(basis, outcomes.get(s).basis());
      }
    }
    SamplePaths total = sum.orElseGet(() -> SamplePaths.of(new double[0][]));
    List<Outlook> steps = new ArrayList<>();
    double[] mean = new double[total.steps()];
    for (int step = 0; step < total.steps(); step++) {
      for (SeriesOutcome outcome : outcomes) {
        mean[step] += outcome.marginals().steps() == 0 ? 0 : outcome.marginals().mean()[step];
      }
      steps.add(Marginals.outlook(total.at(step)).withMean(mean[step]));
    }
    return new Forecast(
        TOTAL,
        steps,
        horizons(total, mean),
        List.of(new Forecast.Member("sum of the series", 1)),
        basis,
        backtest,
        Explanations.total(outcomes.stream().map(SeriesOutcome::explanation).toList()),
        total);
  }

  /** A forecast that has joint futures as quantiles by step. */
  static QuantileForecast quantiles(Forecast forecast, String seriesId, double scale) {
    SamplePaths paths = forecast.paths();
    int steps = forecast.steps().size();
    double[] mean = new double[steps];
    double[] quantiles = new double[steps * QuantileGrid.SIZE];
    for (int step = 0; step < steps; step++) {
      double[] sorted = paths.at(step);
      Arrays.sort(sorted);
      mean[step] = scale * forecast.steps().get(step).mean();
      for (int q = 0; q < QuantileGrid.SIZE; q++) {
        quantiles[step * QuantileGrid.SIZE + q] =
            scale * Marginals.quantile(sorted, QuantileGrid.probability(q));
      }
    }
    return new QuantileForecast(
        seriesId,
        forecast.basis(),
        forecast.members(),
        forecast.backtest(),
        forecast.explanation().times(scale),
        mean,
        quantiles);
  }

  /** A total stands on the weakest of what its larger parts stand on: full history wins. */
  private static Forecast.Basis weaker(Forecast.Basis a, Forecast.Basis b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private Provenance provenance() {
    return new Provenance(
        context.dataThrough(),
        "ensemble of additive experts, a Bayesian model and a pre-trained network",
        Map.of(
            "steps", Integer.toString(context.steps()),
            "paths", Integer.toString(context.paths()),
            "learned_from", learned.origin()),
        context.seed(),
        Provenance.VERSION);
  }
}
