package io.tiktoktoe.forecast;

import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.forecast.blend.Lookback;
import io.tiktoktoe.forecast.blend.Pool;
import io.tiktoktoe.forecast.blend.PoolLearning;
import io.tiktoktoe.forecast.campaign.JointCampaigns;
import io.tiktoktoe.forecast.effect.EstimatedEffects;
import io.tiktoktoe.forecast.effect.KnownEffects;
import io.tiktoktoe.forecast.future.JointFutures;
import io.tiktoktoe.forecast.future.SeriesOutcome;
import io.tiktoktoe.forecast.level.LevelRisk;
import io.tiktoktoe.forecast.member.Bank;
import io.tiktoktoe.forecast.member.Prepared;
import io.tiktoktoe.forecast.sparse.AlikePrior;
import io.tiktoktoe.forecast.sparse.BeginningStream;
import io.tiktoktoe.outlook.Backtest;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.Granularity;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.outlook.QuantileGrid;
import io.tiktoktoe.outlook.SamplePaths;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Multivariate forecasting: the series of one creator and their total, bottom-up over joint sample
 * paths.
 */
final class JointForecaster {

  /** Last steps, counted from 1, of stretches over which expected sums are those of the futures. */
  private static final int[] MEANS = {1, 7, 30, 90};

  private final HistoricalMetrics history;
  private final PredictionContext context;
  private final LearnedModel learned;
  private final LevelRisk levels;
  private final String owner;
  private final KnownEffects effects;
  private final JointCampaigns campaigns;
  private final Bank bank = new Bank();

  /**
   * The same over all parts of the levels' law where fewer steps are asked: what a level goes back
   * from is the same then, and with it tomorrow, whether a day or a quarter is wanted.
   */
  private final Optional<JointForecaster> farther;

  /**
   * @param learned what all creators taught; of use for days alone
   * @param owner whose series they are, so that boosting is the one trained without them
   */
  JointForecaster(
      HistoricalMetrics history, PredictionContext context, LearnedModel learned, String owner) {
    this(history, context, learned, owner, false);
  }

  /**
   * The same.
   *
   * @param followed whether the series will be followed: effects are laid out for that
   */
  JointForecaster(
      HistoricalMetrics history,
      PredictionContext context,
      LearnedModel learned,
      String owner,
      boolean followed) {
    this.history = history;
    this.context = context;
    // Who never earned anything is no newcomer: nothing says that it ever will.
    boolean borrows = history.granularity() == Granularity.DAY && hasIncome(history);
    this.learned = borrows ? learned : LearnedModel.NONE;
    this.levels = learned.levels();
    this.owner = owner;
    int all = LevelRisk.KNOTS[LevelRisk.KNOTS.length - 1];
    this.farther =
        isIncome() && !followed && context.steps() < all
            ? Optional.of(new JointForecaster(history, context.withSteps(all), learned, owner))
            : Optional.empty();
    this.campaigns = JointCampaigns.of(history, context);
    int more = followed ? RunningPredictions.MOST_STEPS : 0;
    this.effects =
        KnownEffects.of(
            history,
            context.withSteps(Math.min(PredictionContext.MAX_STEPS, context.steps() + more)),
            (values, steps) ->
                SeriesForecaster.driver(history.granularity().periods(), values, steps));
  }

  private static boolean hasIncome(HistoricalMetrics history) {
    return history.series().stream()
        .flatMapToDouble(series -> Arrays.stream(series.toArray()))
        .anyMatch(value -> Math.abs(value) > 0);
  }

  Predictions forecast() {
    List<Calm> calm = calm();
    List<FittedSeries> fitted = new ArrayList<>();
    for (int s = 0; s < calm.size(); s++) {
      fitted.add(add(calm.get(s).effects(), calm.get(s).fitted(), s));
    }
    List<double[]> expected = farther.map(JointForecaster::means).orElseGet(() -> means(fitted));
    return assemble(fitted, expected, backtest(calm), campaigns, 0);
  }

  private List<double[]> means() {
    List<Calm> calm = calm();
    return means(
        IntStream.range(0, calm.size())
            .mapToObj(s -> add(calm.get(s).effects(), calm.get(s).fitted(), s))
            .toList());
  }

  static List<double[]> means(List<FittedSeries> fitted) {
    return fitted.stream().map(one -> one.outcome().marginals().mean()).toList();
  }

  /** The series without known effects. */
  record Calm(double[] values, EstimatedEffects effects, FittedSeries fitted) {}

  List<Calm> calm() {
    List<Calm> calm = new ArrayList<>();
    int count = history.series().size();
    for (int s = 0; s < count; s++) {
      context.progress().report("forecasting", s, count);
      calm.add(calm(history.series().get(s), s));
    }
    context.progress().report("forecasting", count, count);
    return calm;
  }

  /** Ready to follow a series without known effects. */
  RunningForecast follow(Calm calm, int at) {
    Series one = history.series().get(at);
    BatchOptions options =
        BatchOptions.of(context.steps(), history.granularity().periods())
            .withSign(
                history.nonNegative() ? BatchOptions.Sign.NON_NEGATIVE : BatchOptions.Sign.ANY);
    RunningForecast.Source source =
        new RunningForecast.Source(
            one.id(),
            owner,
            options,
            learned.boosting(),
            values -> calm(values, one.id(), seed(at)));
    return RunningForecast.start(source, Series.of(one.id(), calm.values()), calm.fitted());
  }

  JointCampaigns campaigns() {
    return campaigns;
  }

  boolean nonNegative() {
    return history.nonNegative();
  }

  private long seed(int at) {
    return context.seed() + 7919L * at;
  }

  private Calm calm(Series series, int at) {
    double[] values = campaigns.without(at, series.toArray());
    if (known(values) < Prepared.FULL_HISTORY) {
      return new Calm(values, EstimatedEffects.NONE, calm(values, series.id(), seed(at)));
    }
    EstimatedEffects estimated =
        effects.estimate(values, history.granularity().periods().getFirst());
    double[] without = estimated.without(values, history.nonNegative());
    return new Calm(without, estimated, calm(without, series.id(), seed(at)));
  }

  /** What is known of a series that has no special days, or none taken into account. */
  private FittedSeries calm(double[] values, String id, long seed) {
    List<Series> alike = context.alike().getOrDefault(id, learned.alike(id, history.unit()));
    int draws = SamplePaths.countFor(context.paths(), context.steps());
    if (known(values) >= Prepared.FULL_HISTORY && begins(values)) {
      List<double[]> others = history.series().stream().map(Series::toArray).toList();
      return FittedSeries.simple(
          BeginningStream.forecast(known(values), others, context.steps(), draws, seed));
    }
    if (known(values) >= Prepared.FULL_HISTORY || !AlikePrior.possible(alike)) {
      return plain(values, id, seed);
    }
    return FittedSeries.simple(
        AlikePrior.forecast(values, alike, history.nonNegative(), context.steps(), draws, seed));
  }

  /** Whether a creator who earns has a stream that never brought anything. */
  private boolean begins(double[] values) {
    return history.nonNegative()
        && history.unit().currency().isPresent()
        && BeginningStream.possible(
            values, history.series().stream().map(Series::toArray).toList());
  }

  private static int known(double[] values) {
    return (int) Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
  }

  private FittedSeries plain(double[] values, String id, long seed) {
    Prepared prepared = prepared(values, id);
    if (!SeriesForecaster.suitsMembers(prepared)) {
      return FittedSeries.simple(SeriesForecaster.simple(prepared, look(), context.steps(), seed));
    }
    Optional<List<Series>> given = Optional.ofNullable(context.alike().get(id));
    Lookback own = lookback(prepared);
    return given.isPresent()
        ? SeriesForecaster.combined(own, pool(given.get()))
        : SeriesForecaster.combined(
            Learned.boosted(learned.boosting(), owner, own, false), learned.pool());
  }

  /** Seasons stand on the series' own evidence where no others teach how to weigh them. */
  private Prepared prepared(double[] values, String id) {
    List<Integer> periods = history.granularity().periods();
    boolean alone = !learned.pool().learned() && !context.alike().containsKey(id);
    Prepared prepared =
        alone
            ? Prepared.alone(values, periods, history.nonNegative())
            : Prepared.of(values, periods, history.nonNegative());
    return prepared.before(history.nextDay());
  }

  /** The forecast of a series with its known effects. */
  FittedSeries add(EstimatedEffects known, FittedSeries calm, int at) {
    return calm.with(known.add(calm.outcome(), history.nonNegative(), seed(at)).explained());
  }

  Backtest backtest(List<Calm> calm) {
    return TotalBacktest.of(
        calm.stream().map(Calm::values).toList(),
        calm.stream().map(Calm::fitted).toList(),
        history,
        learned.pool(),
        context.seed());
  }

  /**
   * The series' forecasts and their total, {@code later} steps after the history.
   *
   * @param expected by series, over all parts of the levels' law where that is known
   */
  Predictions assemble(
      List<FittedSeries> fitted,
      List<double[]> expected,
      Backtest totalBacktest,
      JointCampaigns now,
      int later) {
    List<FittedSeries> risky = new ArrayList<>();
    for (int s = 0; s < fitted.size(); s++) {
      FittedSeries one = atRisk(fitted.get(s), expected.get(s), s);
      risky.add(one.with(now.add(s, one.outcome())));
    }
    List<JointFutures.Part> parts = risky.stream().map(FittedSeries::part).toList();
    SamplePaths[] paths =
        JointFutures.draw(parts, context.steps(), context.paths(), context.seed());
    List<SeriesOutcome> outcomes = new ArrayList<>();
    JointAnswers answers = new JointAnswers(history.granularity(), context.horizons());
    List<Forecast> forecasts = new ArrayList<>();
    for (int s = 0; s < paths.length; s++) {
      outcomes.add(risky.get(s).outcome().withMeanOf(paths[s], MEANS));
      forecasts.add(answers.of(history.series().get(s).id(), outcomes.get(s), paths[s]));
    }
    return new Predictions(
        history.granularity().plus(history.start(), history.length() + (long) later),
        history.granularity(),
        forecasts,
        answers.total(outcomes, paths, totalBacktest, now),
        history.unit(),
        provenance());
  }

  /** With the risk that the level is not what the history shows; for creators' incomes alone. */
  private FittedSeries atRisk(FittedSeries fitted, double[] expected, int at) {
    // What newcomers borrow varies as much as creators do.
    if (!isIncome() || fitted.outcome().basis() == Forecast.Basis.PRIOR) {
      return fitted;
    }
    double[] past = history.series().get(at).toArray();
    SeriesOutcome calm = fitted.outcome();
    return fitted.with(
        calm.withMarginals(levels.beside(calm.marginals(), expected, past, context.seed(), at)));
  }

  private boolean isIncome() {
    return history.granularity() == Granularity.DAY && history.unit().currency().isPresent();
  }

  /** Cross-learning from similar creators: weights and widths; nothing when they are too few. */
  private Pool pool(List<Series> alike) {
    List<Lookback> lookbacks =
        alike.stream()
            .limit(50)
            .map(
                one ->
                    Prepared.of(
                        one.toArray(), history.granularity().periods(), history.nonNegative()))
            .filter(SeriesForecaster::suitsMembers)
            .map(this::lookback)
            .toList();
    return PoolLearning.learn(lookbacks);
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
            scale * Quantiles.ofSorted(sorted, QuantileGrid.probability(q));
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
