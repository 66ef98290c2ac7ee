package io.tiktoktoe.forecast;

import io.tiktoktoe.forecast.band.Spread;
import io.tiktoktoe.forecast.blend.Blend;
import io.tiktoktoe.forecast.blend.Lookback;
import io.tiktoktoe.forecast.blend.Pool;
import io.tiktoktoe.forecast.blend.Scoreboard;
import io.tiktoktoe.forecast.future.Dependence;
import io.tiktoktoe.forecast.future.JointFutures;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.forecast.member.Prepared;
import io.tiktoktoe.outlook.Backtest;
import io.tiktoktoe.outlook.Explanation;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.HistoricalMetrics;
import io.tiktoktoe.outlook.QuantileGrid;
import io.tiktoktoe.outlook.SamplePaths;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rolling-origin evaluation of the sum of the series' forecasts: joint futures are drawn at past
 * origins with what was known then (bands and dependence from the older half of the origins,
 * checked at the newer half) and their sums compared with what came. Special days and drivers are
 * taken out of both.
 */
final class TotalBacktest {

  /** Futures drawn at each origin. */
  private static final int PATHS = 200;

  private final List<double[]> calm;
  private final List<FittedSeries> fitted;
  private final List<Integer> periods;
  private final boolean nonNegative;
  private final Optional<LocalDate> first;
  private final List<Optional<Blend>> older = new ArrayList<>();

  private TotalBacktest(List<double[]> calm, List<FittedSeries> fitted, HistoricalMetrics history) {
    this.calm = calm;
    this.fitted = fitted;
    this.periods = history.granularity().periods();
    this.nonNegative = history.nonNegative();
    this.first = history.nextDay().map(day -> day.minusDays(history.length()));
  }

  /**
   * The backtest of the total.
   *
   * @param calm values of each series without known effects
   * @param fitted their forecasts
   */
  static Backtest of(
      List<double[]> calm,
      List<FittedSeries> fitted,
      HistoricalMetrics history,
      Pool pool,
      long seed) {
    List<Lookback> lookbacks =
        fitted.stream()
            .map(FittedSeries::blend)
            .flatMap(Optional::stream)
            .map(Blend::lookback)
            .toList();
    boolean young =
        fitted.stream()
            .map(one -> one.outcome().basis())
            .anyMatch(
                basis -> basis == Forecast.Basis.PRIOR || basis == Forecast.Basis.SHORT_HISTORY);
    if (young || lookbacks.isEmpty() || !alike(lookbacks)) {
      return Backtest.NONE;
    }
    return new TotalBacktest(calm, fitted, history).run(lookbacks.getFirst(), pool, seed);
  }

  /** Whether all were looked back at from the same steps, counted from the end. */
  private static boolean alike(List<Lookback> lookbacks) {
    int[] first = beforeEnd(lookbacks.getFirst());
    return lookbacks.stream()
        .allMatch(
            one ->
                Arrays.equals(beforeEnd(one), first)
                    && one.reach() == lookbacks.getFirst().reach());
  }

  private static int[] beforeEnd(Lookback lookback) {
    return Arrays.stream(lookback.origins())
        .map(origin -> lookback.history().length() - origin)
        .toArray();
  }

  private Backtest run(Lookback first, Pool pool, long seed) {
    int[] beforeEnd = beforeEnd(first);
    int middle = beforeEnd.length / 2;
    if (middle < 1) {
      return Backtest.NONE;
    }
    for (FittedSeries one : fitted) {
      older.add(one.blend().map(blend -> older(blend.lookback(), pool, middle)));
    }
    double[] total = total();
    int period = first.history().period();
    Scoreboard board =
        new Scoreboard(Spread.naiveError(total, total.length - beforeEnd[0], period));
    for (int o = middle; o < beforeEnd.length; o++) {
      board.origin();
      add(board, total, o, total.length - beforeEnd[o], first.reach(), period, seed + o);
    }
    return board.result();
  }

  private static Blend older(Lookback lookback, Pool pool, int middle) {
    return Blend.withPooledWeights(lookback, pool, lookback.origins()[middle]);
  }

  private double[] total() {
    double[] total = new double[calm.getFirst().length];
    for (int s = 0; s < calm.size(); s++) {
      if (fitted.get(s).outcome().basis() != Forecast.Basis.NONE) {
        for (int t = 0; t < total.length; t++) {
          total[t] += calm.get(s)[t];
        }
      }
    }
    return total;
  }

  private void add(
      Scoreboard board, double[] total, int o, int origin, int reach, int period, long seed) {
    List<JointFutures.Part> then =
        IntStream.range(0, fitted.size())
            .mapToObj(s -> then(s, o, origin, reach, seed).part())
            .toList();
    double[][] sums = new double[reach][PATHS];
    for (SamplePaths paths : JointFutures.draw(then, reach, PATHS, seed)) {
      for (int path = 0; path < paths.count(); path++) {
        for (int h = 0; h < reach; h++) {
          sums[h][path] += paths.value(path, h);
        }
      }
    }
    double[] grid = new double[QuantileGrid.SIZE];
    for (int h = 0; h < reach && origin + h < total.length; h++) {
      Arrays.sort(sums[h]);
      QuantileGrid.fill(sums[h], grid, 0);
      int season = Math.min(period, origin);
      board.add(total[origin + h], grid, 0, total[origin - season + h % season]);
    }
  }

  /** What would have been forecast for a series at a past origin. */
  private FittedSeries then(int s, int o, int origin, int reach, long seed) {
    FittedSeries now = fitted.get(s);
    if (now.outcome().basis() == Forecast.Basis.NONE) {
      return now;
    }
    if (older.get(s).isEmpty()) {
      Prepared known =
          Prepared.of(Arrays.copyOf(calm.get(s), origin), periods, nonNegative)
              .before(first.map(day -> day.plusDays(origin)));
      return FittedSeries.simple(SeriesForecaster.simple(known, reach, reach, seed));
    }
    Blend blend = older.get(s).get();
    Prepared history = blend.lookback().history();
    double[] quantiles = blend.quantiles(blend.lookback().origins()[o], blend.past(o));
    Marginals marginals =
        history
            .rare()
            .beside(Marginals.of(quantiles, nonNegative, Dependence.NONE), seed)
            .times(history.scale());
    return new FittedSeries(now.outcome().with(marginals, Explanation.NONE), Optional.of(blend));
  }
}
