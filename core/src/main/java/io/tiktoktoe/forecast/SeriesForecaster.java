package io.tiktoktoe.forecast;

import io.tiktoktoe.forecast.band.Spread;
import io.tiktoktoe.forecast.blend.Blend;
import io.tiktoktoe.forecast.blend.Lookback;
import io.tiktoktoe.forecast.blend.Pool;
import io.tiktoktoe.forecast.blend.Scoreboard;
import io.tiktoktoe.forecast.future.Dependence;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.forecast.future.SeriesOutcome;
import io.tiktoktoe.forecast.member.Prepared;
import io.tiktoktoe.forecast.sparse.SparseHistory;
import io.tiktoktoe.outlook.Backtest;
import io.tiktoktoe.outlook.BatchOptions;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.QuantileForecast;
import io.tiktoktoe.outlook.QuantileGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Chooses the forecasting method that suits one series: combined members, intermittent demand, or a
 * short history.
 */
final class SeriesForecaster {

  /** Members below this weight are not named. */
  private static final double NAMED = 0.005;

  private SeriesForecaster() {}

  /** Whether there is enough for members that look back, and often enough something. */
  static boolean suitsMembers(Prepared history) {
    return known(history) >= Prepared.FULL_HISTORY
        && Lookback.possible(history)
        && !SparseHistory.suits(history);
  }

  private static int known(Prepared history) {
    int known = 0;
    for (double value : history.observed()) {
      known += Double.isNaN(value) ? 0 : 1;
    }
    return known;
  }

  /** The history as methods use it. */
  static Prepared prepare(double[] values, BatchOptions options) {
    boolean nonNegative =
        switch (options.sign()) {
          case NON_NEGATIVE -> true;
          case ANY -> false;
          case AS_HISTORY -> neverNegative(values);
        };
    return Prepared.of(values, options.periods(), nonNegative);
  }

  /** The same for a series that no others teach anything. */
  static Prepared prepareAlone(double[] values, BatchOptions options) {
    Prepared together = prepare(values, options);
    return Prepared.alone(values, options.periods(), together.nonNegative());
  }

  private static boolean neverNegative(double[] values) {
    for (double value : values) {
      if (value < 0) {
        return false;
      }
    }
    return true;
  }

  /** By the members when they suit, else by a simple method. */
  static FittedSeries forecast(
      Prepared history, Pool pool, int steps, long seed, Predicate<String> members) {
    return suitsMembers(history)
        ? combined(Lookback.of(history, steps, members), pool)
        : FittedSeries.simple(simple(history, steps, steps, seed));
  }

  /** A covariate by itself, with the quick members alone. */
  static Marginals driver(List<Integer> periods, double[] values, int steps) {
    Prepared history = Prepared.of(values, periods, neverNegative(values));
    return forecast(history, Pool.NONE, steps, 0, name -> !"network".equals(name))
        .outcome()
        .marginals();
  }

  /**
   * By a simple method that suits.
   *
   * @param look how many steps ahead the backtest looks
   */
  static SeriesOutcome simple(Prepared history, int look, int steps, long seed) {
    int known = known(history);
    if (known == 0) {
      return SeriesOutcome.simple(Forecast.Basis.NONE, "none", nothing());
    }
    // A few zeros have no level to be uncertain of, only a chance that something comes.
    if (known < Prepared.FULL_HISTORY && !allZero(history)) {
      SeriesOutcome simple =
          ShortHistory.forecast(history.observed(), history.nonNegative(), steps);
      return SeriesOutcome.simple(
          simple.basis(),
          simple.members().getFirst().name(),
          simple.marginals().times(history.scale()));
    }
    return SparseHistory.forecast(history, look, steps, seed);
  }

  private static boolean allZero(Prepared history) {
    return Arrays.stream(history.observed()).allMatch(value -> value == 0 || Double.isNaN(value));
  }

  /** From the members' forecasts. */
  static FittedSeries combined(Lookback lookback, Pool pool) {
    Prepared history = lookback.history();
    Blend blend = Blend.of(lookback, pool);
    double[] medians = blend.now();
    double[] quantiles = blend.quantiles(history.length(), medians);
    Marginals daily = FlatHistory.insteadOf(quantiles, history);
    Marginals marginals = history.rare().beside(daily, 0).times(history.scale());
    SeriesOutcome outcome =
        new SeriesOutcome(
            history.length() < 2 * Math.max(7, history.period())
                ? Forecast.Basis.SHORT_HISTORY
                : Forecast.Basis.HISTORY,
            members(lookback, blend.averageWeights()),
            backtest(lookback, pool),
            Explanations.of(history, marginals.mean()),
            marginals);
    return new FittedSeries(outcome, Optional.of(blend));
  }

  /** What is told of a series that is forecast among many. */
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

  private static Marginals nothing() {
    return Marginals.of(new double[0], true, Dependence.NONE);
  }

  /** Those that count, then those that failed and do not. */
  private static List<Forecast.Member> members(Lookback lookback, double[] weights) {
    double named = 0;
    for (double weight : weights) {
      named += weight >= NAMED ? weight : 0;
    }
    List<Forecast.Member> members = new ArrayList<>();
    for (int m = 0; m < weights.length; m++) {
      if (weights[m] >= NAMED) {
        members.add(new Forecast.Member(lookback.names().get(m), weights[m] / named));
      }
    }
    lookback.failed().forEach(name -> members.add(new Forecast.Member(name, 0)));
    return members;
  }

  /** Bands made with the older half of the origins, checked at the newer half. */
  private static Backtest backtest(Lookback lookback, Pool pool) {
    int[] origins = lookback.origins();
    int middle = origins.length / 2;
    if (middle < 1) {
      return Backtest.NONE;
    }
    Blend blend = Blend.withPooledWeights(lookback, pool, origins[middle]);
    Prepared history = lookback.history();
    Scoreboard board =
        new Scoreboard(Spread.naiveError(history.observed(), origins[0], history.period()));
    for (int o = middle; o < origins.length; o++) {
      board.origin();
      double[] quantiles = blend.quantiles(origins[o], blend.past(o));
      for (int h = 0; h < lookback.reach(); h++) {
        board.add(lookback.actual(o, h), quantiles, h * QuantileGrid.SIZE, lookback.naive(o, h));
      }
    }
    return board.result().withBetweenWindows(pool.betweenWindows());
  }
}
