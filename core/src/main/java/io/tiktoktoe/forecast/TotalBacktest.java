package io.tiktoktoe.forecast;

import java.util.List;
import java.util.Optional;

/**
 * How the sum of the series' forecasts did on the past. Bands of the total come from joint futures,
 * which are not drawn for past origins: its coverage is not known and said so by NaN.
 */
final class TotalBacktest {

  private TotalBacktest() {}

  static Backtest of(List<SeriesOutcome> outcomes) {
    List<Blend> blends =
        outcomes.stream().map(SeriesOutcome::blend).flatMap(Optional::stream).toList();
    if (blends.size() != outcomes.size() || !alike(blends)) {
      return Backtest.NONE;
    }
    Lookback first = blends.getFirst().lookback();
    double[] observed = new double[first.history().length()];
    for (Blend blend : blends) {
      Prepared history = blend.lookback().history();
      for (int t = 0; t < observed.length; t++) {
        observed[t] += history.scale() * history.observed()[t];
      }
    }
    int from = first.origins().length / 2;
    Scoreboard board =
        new Scoreboard(
            Scoreboard.naiveError(observed, first.origins()[0], first.history().period()));
    for (int o = from; o < first.origins().length; o++) {
      board.origin();
      add(board, blends, o, observed);
    }
    Backtest found = board.result();
    return new Backtest(
        found.origins(),
        found.steps(),
        found.mase(),
        found.seasonalNaiveMase(),
        Double.NaN,
        Double.NaN,
        Double.NaN);
  }

  private static boolean alike(List<Blend> blends) {
    Lookback first = blends.getFirst().lookback();
    return blends.stream()
        .map(Blend::lookback)
        .allMatch(
            one ->
                one.history().length() == first.history().length()
                    && java.util.Arrays.equals(one.origins(), first.origins()));
  }

  private static void add(Scoreboard board, List<Blend> blends, int origin, double[] observed) {
    Lookback first = blends.getFirst().lookback();
    double[] sum = new double[first.reach()];
    double[] naive = new double[first.reach()];
    for (Blend blend : blends) {
      double scale = blend.lookback().history().scale();
      double[] medians = blend.past(origin);
      for (int h = 0; h < sum.length; h++) {
        sum[h] += scale * medians[h];
        naive[h] += scale * blend.lookback().naive(origin, h);
      }
    }
    double[] grid = new double[QuantileGrid.SIZE];
    for (int h = 0; h < sum.length; h++) {
      int step = first.origins()[origin] + h;
      java.util.Arrays.fill(grid, sum[h]);
      board.add(step < observed.length ? observed[step] : Double.NaN, grid, 0, naive[h]);
    }
  }
}
