package io.tiktoktoe.forecast;

import io.tiktoktoe.forecast.blend.Lookback;
import io.tiktoktoe.forecast.boosting.BoostingMember;
import io.tiktoktoe.forecast.campaign.CampaignCourses;
import io.tiktoktoe.forecast.campaign.SeriesCampaigns;
import io.tiktoktoe.forecast.effect.EstimatedEffects;
import io.tiktoktoe.forecast.effect.KnownEffects;
import io.tiktoktoe.forecast.future.JointFutures;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.forecast.future.SeriesOutcome;
import io.tiktoktoe.forecast.member.Bank;
import io.tiktoktoe.forecast.member.Prepared;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.PredictionContext;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.outlook.SamplePaths;
import io.tiktoktoe.series.Series;
import io.tiktoktoe.work.Parallel;
import io.tiktoktoe.work.Progress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Global forecasting of many independent series (cross-learning): first learns from an even sample
 * of them, then forecasts each.
 */
final class BatchForecaster {

  /** Most values that the sample's forecasts of the past may take, 400 MB. */
  private static final long SAMPLE_VALUES = 50_000_000;

  /** Fewer series teach each other nothing: their seasons stand on their own evidence. */
  private static final int FEWEST_ALIKE = 20;

  /** Joint futures behind the chance of a goal. */
  private static final int GOAL_PATHS = 2_000;

  private final List<Series> series;
  private final List<Optional<LocalDate>> nextDays;
  private final BatchOptions options;
  private final Bank bank = new Bank();

  /** Looking back at the sample, by place in the list: done once, for learning and forecasting. */
  private final Map<Integer, Lookback> sampled = new HashMap<>();

  BatchForecaster(List<Series> series, BatchOptions options) {
    this(series, Collections.nCopies(series.size(), Optional.empty()), options);
  }

  /**
   * The same where days are known.
   *
   * @param nextDays the day after each series, where its steps are days
   */
  private BatchForecaster(
      List<Series> series, List<Optional<LocalDate>> nextDays, BatchOptions options) {
    this.series = series;
    this.nextDays = nextDays;
    this.options = options;
  }

  /** Finishes the outcome of the series at an index. */
  @FunctionalInterface
  private interface Finish {
    SeriesOutcome apply(int at, SeriesOutcome outcome);
  }

  private void forecast(Finish finish, Consumer<QuantileForecast> sink) {
    Learned learned = learn();
    Parallel.inOrder(
        "forecasting",
        series.size(),
        options.threads(),
        options.progress(),
        at ->
            SeriesForecaster.answer(
                series.get(at).id(), finish.apply(at, fitted(at, learned).outcome())),
        sink);
  }

  /** What a sample of the series teaches about all. */
  Learned learn() {
    List<Integer> places = sample();
    Learning learning =
        Learning.from(
            places.stream()
                .map(at -> new BoostingMember.Sampled(series.get(at).id(), sampled(at)))
                .toList(),
            options);
    for (int i = 0; i < places.size(); i++) {
      sampled.put(places.get(i), learning.sample().get(i));
    }
    return learning.learned();
  }

  private Lookback sampled(int at) {
    return java.util.Objects.requireNonNull(sampled.get(at));
  }

  /** Looks back at the sample; the places of those that suit, ascending. */
  private List<Integer> sample() {
    int most = (int) Math.clamp(SAMPLE_VALUES / (300L * options.steps()), 20, Learning.MOST_SERIES);
    int count = Math.min(series.size(), most);
    List<Optional<Lookback>> found =
        inParallel("learning from a sample", count, i -> lookback(prepare(place(i, count))));
    for (int i = 0; i < count; i++) {
      int at = place(i, count);
      found.get(i).ifPresent(lookback -> sampled.put(at, lookback));
    }
    return IntStream.range(0, count)
        .map(i -> place(i, count))
        .filter(sampled::containsKey)
        .boxed()
        .toList();
  }

  private int place(int i, int count) {
    return Learning.place(i, count, series.size());
  }

  private Optional<Lookback> lookback(Prepared history) {
    return SeriesForecaster.suitsMembers(history)
        ? Optional.of(
            Lookback.of(history, options.steps(), options.steps(), options.members(), bank))
        : Optional.empty();
  }

  private Prepared prepare(int at) {
    double[] values = series.get(at).toArray();
    Prepared prepared =
        series.size() < FEWEST_ALIKE
            ? SeriesForecaster.prepareAlone(values, options)
            : SeriesForecaster.prepare(values, options);
    return prepared.before(nextDays.get(at));
  }

  /** The forecast of the series at an index by what was learned. */
  FittedSeries fitted(int at, Learned learned) {
    Lookback known = sampled.get(at);
    return known != null
        ? SeriesForecaster.combined(known, learned.pool())
        : learned.forecast(series.get(at).id(), prepare(at), options, options.seed() + at, bank);
  }

  /** Results in order, whatever the number of threads. */
  private <T> List<T> inParallel(String what, int count, IntFunction<T> work) {
    return Parallel.map(what, count, options.threads(), options.progress(), work);
  }

  static void forecast(List<Series> series, BatchOptions options, Consumer<QuantileForecast> sink) {
    Progress progress = options.progress();
    progress.report("forecasting", 0, series.size());
    if (!series.isEmpty()) {
      new BatchForecaster(series, options).forecast((at, outcome) -> outcome, sink);
    }
  }

  /** Each history without its known effects, which are added to its forecast. */
  static void forecast(
      List<HistoricalMetrics> histories,
      PredictionContext context,
      BatchOptions options,
      Consumer<QuantileForecast> sink) {
    if (histories.isEmpty()) {
      return;
    }
    List<CampaignCourses> courses =
        histories.stream().map(one -> CampaignCourses.of(one, context)).toList();
    List<SeriesCampaigns> campaigns = new ArrayList<>();
    for (int at = 0; at < histories.size(); at++) {
      double[] values = histories.get(at).series().getFirst().toArray();
      campaigns.add(courses.get(at).of(values));
    }
    List<EstimatedEffects> effects =
        Parallel.map(
            "estimating effects",
            histories.size(),
            options.threads(),
            options.progress(),
            at -> {
              HistoricalMetrics one = histories.get(at);
              List<Integer> periods = one.granularity().periods();
              double[] values = one.series().getFirst().toArray();
              return KnownEffects.of(
                      one,
                      context,
                      (driver, steps) -> SeriesForecaster.driver(periods, driver, steps))
                  .estimate(campaigns.get(at).without(values), periods.getFirst());
            });
    List<Series> calm = new ArrayList<>();
    for (int at = 0; at < histories.size(); at++) {
      HistoricalMetrics one = histories.get(at);
      Series series = one.series().getFirst();
      double[] values = campaigns.get(at).without(series.toArray());
      calm.add(Series.of(series.id(), effects.get(at).without(values, one.nonNegative())));
    }
    List<Optional<LocalDate>> nextDays =
        histories.stream().map(HistoricalMetrics::nextDay).toList();
    new BatchForecaster(calm, nextDays, options)
        .forecast(
            (at, outcome) -> {
              HistoricalMetrics one = histories.get(at);
              long seed = options.seed() + at;
              SeriesOutcome with =
                  campaigns.get(at).add(effects.get(at).add(outcome, one.nonNegative(), seed));
              return withGoals(with, courses.get(at), one.series().getFirst(), seed);
            },
            sink);
  }

  /** How likely the goals are, from joint futures of the series. */
  private static SeriesOutcome withGoals(
      SeriesOutcome outcome, CampaignCourses courses, Series series, long seed) {
    Marginals marginals = outcome.marginals();
    if (!courses.haveGoals() || marginals.steps() == 0) {
      return outcome;
    }
    SamplePaths futures =
        JointFutures.draw(
            List.of(JointFutures.Part.alone(marginals)), marginals.steps(), GOAL_PATHS, seed)[0];
    return outcome.with(
        marginals,
        outcome.explained().explanation().withGoals(courses.goals(List.of(series), futures)));
  }
}
