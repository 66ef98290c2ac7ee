package io.tiktoktoe.forecast;

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
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.QuantileGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Forecasts one series by the route that suits it. */
public final class SeriesForecaster {

  /** Members below this weight are not named. */
  private static final double NAMED = 0.005;

  private SeriesForecaster() {}

  /** Whether the full methods suit this history. */
  static boolean full(Prepared history) {
    return Lookback.possible(history) && !SparseHistory.suits(history);
  }

  /** Whether there is enough for a method that looks back. */
  static boolean usable(Prepared history) {
    return known(history) >= Prepared.FULL_HISTORY;
  }

  private static int known(Prepared history) {
    int known = 0;
    for (double value : history.observed()) {
      known += Double.isNaN(value) ? 0 : 1;
    }
    return known;
  }

  /** By the full methods when they suit, else by a simple one. */
  public static SeriesOutcome forecast(
      Prepared history, Pool pool, int steps, long seed, Predicate<String> members) {
    return usable(history) && full(history)
        ? combined(Lookback.of(history, steps, members), pool)
        : simple(history, steps, steps, seed);
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
    if (known < Prepared.FULL_HISTORY) {
      SeriesOutcome simple =
          ShortHistory.forecast(history.observed(), history.nonNegative(), steps);
      return SeriesOutcome.simple(
          simple.basis(),
          simple.members().getFirst().name(),
          simple.marginals().times(history.scale()));
    }
    return SparseHistory.forecast(history, look, steps, seed);
  }

  /** From the members' forecasts. */
  static SeriesOutcome combined(Lookback lookback, Pool pool) {
    Prepared history = lookback.history();
    Blend blend = Blend.of(lookback, pool);
    double[] medians = blend.now();
    double[] quantiles = blend.quantiles(history.length(), medians);
    Marginals marginals =
        Marginals.of(quantiles, history.nonNegative(), Dependence.NONE).times(history.scale());
    return new SeriesOutcome(
        history.length() < 2 * Math.max(7, history.period())
            ? Forecast.Basis.SHORT_HISTORY
            : Forecast.Basis.HISTORY,
        members(lookback, blend.averageWeights()),
        backtest(lookback, pool),
        Explanations.of(history, marginals.mean()),
        marginals,
        Optional.of(blend));
  }

  private static Marginals nothing() {
    return Marginals.of(new double[0], true, Dependence.NONE);
  }

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
        new Scoreboard(Scoreboard.naiveError(history.observed(), origins[0], history.period()));
    for (int o = middle; o < origins.length; o++) {
      board.origin();
      double[] quantiles = blend.quantiles(origins[o], blend.past(o));
      for (int h = 0; h < lookback.reach(); h++) {
        board.add(lookback.actual(o, h), quantiles, h * QuantileGrid.SIZE, lookback.naive(o, h));
      }
    }
    return board.result();
  }
}
