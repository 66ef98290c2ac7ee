package io.tiktoktoe.forecast;

import io.tiktoktoe.metric.Progress;
import io.tiktoktoe.series.Series;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Many independent series: first learns from an even sample of them, then forecasts each. */
final class BatchForecaster {

  /** Most series from which common weights and calibration are learned. */
  private static final int SAMPLE = 400;

  /** Most values that the sample's forecasts of the past may take, 400 MB. */
  private static final long SAMPLE_VALUES = 50_000_000;

  private final BatchOptions options;

  BatchForecaster(BatchOptions options) {
    this.options = options;
  }

  /** What a sample of the series teaches about all. */
  private record Learned(Pool pool, Optional<BoostingMember> boosting) {}

  /** Finishes the outcome of the series at an index. */
  @FunctionalInterface
  private interface Finish {
    SeriesOutcome apply(int at, SeriesOutcome outcome);
  }

  private List<QuantileForecast> forecast(List<Series> series, Finish finish) {
    Learned learned = learn(series);
    return inParallel(
        "forecasting",
        series.size(),
        at -> answer(series.get(at).id(), finish.apply(at, outcome(series.get(at), at, learned))));
  }

  /** Each history without its known effects, which are added to its forecast. */
  List<QuantileForecast> forecast(List<HistoricalMetrics> histories, PredictionContext context) {
    List<EstimatedEffects> effects =
        inParallel(
            "estimating effects",
            histories.size(),
            at -> {
              HistoricalMetrics one = histories.get(at);
              return KnownEffects.of(one, context)
                  .estimate(
                      one.series().getFirst().toArray(), one.granularity().periods().getFirst());
            });
    List<Series> calm = new ArrayList<>();
    for (int at = 0; at < histories.size(); at++) {
      HistoricalMetrics one = histories.get(at);
      Series series = one.series().getFirst();
      double[] without = effects.get(at).without(series.toArray(), one.nonNegative());
      calm.add(Series.of(series.id(), without));
    }
    return forecast(
        calm,
        (at, outcome) ->
            effects.get(at).add(outcome, histories.get(at).nonNegative(), options.seed() + at));
  }

  List<RunningForecast> follow(List<Series> series) {
    Learned learned = learn(series);
    return inParallel(
        "forecasting",
        series.size(),
        at -> {
          Series one = series.get(at);
          RunningForecast.Source source =
              new RunningForecast.Source(
                  one.id(), options, options.seed() + at, learned.pool(), learned.boosting());
          return RunningForecast.start(source, one, outcome(one, at, learned));
        });
  }

  private Learned learn(List<Series> series) {
    List<BoostingMember.Sampled> sample = sample(series);
    // Widths are learned once all members are there: they are the costly part.
    Pool others = Pool.weights(sample.stream().map(BoostingMember.Sampled::lookback).toList());
    Optional<BoostingMember> boosting =
        options.members().test(BoostingMember.NAME)
            ? BoostingMember.train(sample, others, options.seed())
            : Optional.empty();
    List<Lookback> complete =
        sample.stream()
            .map(
                one ->
                    boosting
                        .map(member -> member.add(one.id(), one.lookback()))
                        .orElse(one.lookback()))
            .toList();
    return new Learned(Pool.learn(complete), boosting);
  }

  private List<BoostingMember.Sampled> sample(List<Series> series) {
    int most = (int) Math.clamp(SAMPLE_VALUES / (300L * options.steps()), 20, SAMPLE);
    int count = Math.min(series.size(), most);
    List<List<BoostingMember.Sampled>> found =
        inParallel(
            "learning from a sample",
            count,
            i -> {
              Series one = series.get((int) ((long) i * series.size() / count));
              Prepared history = prepare(one);
              return SeriesForecaster.usable(history) && SeriesForecaster.full(history)
                  ? List.of(
                      new BoostingMember.Sampled(
                          one.id(), Lookback.of(history, options.steps(), options.members())))
                  : List.of();
            });
    return found.stream().flatMap(List::stream).toList();
  }

  private Prepared prepare(Series one) {
    return prepare(one.toArray(), options);
  }

  static Prepared prepare(double[] values, BatchOptions options) {
    boolean nonNegative =
        switch (options.sign()) {
          case NON_NEGATIVE -> true;
          case ANY -> false;
          case AS_HISTORY -> neverNegative(values);
        };
    return Prepared.of(values, options.periods(), nonNegative);
  }

  private static boolean neverNegative(double[] values) {
    for (double value : values) {
      if (value < 0) {
        return false;
      }
    }
    return true;
  }

  private SeriesOutcome outcome(Series series, int at, Learned learned) {
    return outcome(
        series.id(),
        prepare(series),
        options,
        options.seed() + at,
        learned.pool(),
        learned.boosting());
  }

  static SeriesOutcome outcome(
      String id,
      Prepared history,
      BatchOptions options,
      long seed,
      Pool pool,
      Optional<BoostingMember> boosting) {
    if (!SeriesForecaster.usable(history) || !SeriesForecaster.full(history)) {
      return SeriesForecaster.simple(history, options.steps(), seed);
    }
    Lookback others = Lookback.of(history, options.steps(), options.members());
    Lookback all = boosting.map(member -> member.add(id, others)).orElse(others);
    return SeriesForecaster.combined(all, pool);
  }

  static QuantileForecast answer(String id, SeriesOutcome outcome) {
    return new QuantileForecast(
        id,
        outcome.basis(),
        outcome.members(),
        outcome.backtest(),
        outcome.explained().explanation(),
        outcome.marginals().mean(),
        outcome.marginals().quantiles());
  }

  /** Results in order, whatever the number of threads. */
  private <T> List<T> inParallel(String what, int count, IntFunction<T> work) {
    return Parallel.map(what, count, options.threads(), options.progress(), work);
  }

  static List<QuantileForecast> forecast(List<Series> series, BatchOptions options) {
    Progress progress = options.progress();
    progress.report("forecasting", 0, series.size());
    if (series.isEmpty()) {
      return Collections.emptyList();
    }
    return new ArrayList<>(new BatchForecaster(options).forecast(series, (at, outcome) -> outcome));
  }
}
