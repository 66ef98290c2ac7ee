package io.tiktoktoe.forecast.sparse;

import io.tiktoktoe.forecast.band.Spread;
import io.tiktoktoe.forecast.blend.Scoreboard;
import io.tiktoktoe.forecast.blend.Sparsity;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.forecast.future.SeriesOutcome;
import io.tiktoktoe.forecast.member.Prepared;
import io.tiktoktoe.outlook.Backtest;
import io.tiktoktoe.outlook.Forecast;
import io.tiktoktoe.outlook.QuantileGrid;
import java.util.Arrays;

/**
 * A hurdle model of intermittent demand: a {@linkplain SaleChance chance} of a sale at each step
 * and a {@linkplain SaleSizes size}.
 */
public final class SparseHistory {

  /** A phase that sold in none of so many seasons does not sell. */
  private static final int DEAD_SEASONS = 8;

  private SparseHistory() {}

  private static DueModel model(Prepared history, int end) {
    return DueModel.of(
        Arrays.copyOf(history.observed(), end),
        history.period(),
        longest(history),
        history.nextDay().map(day -> day.minusDays(history.length())));
  }

  /** The longest season, as far as it is longer than the shortest. */
  private static int longest(Prepared history) {
    int longest = history.longSeason();
    for (int season : history.periods()) {
      longest = season > history.period() ? Math.max(longest, season) : longest;
    }
    return longest;
  }

  /**
   * Whether sales are too rare for a level: at the phases of the season that sell at all, so that
   * weekends without sales do not make weekdays rare.
   */
  public static boolean suits(Prepared history) {
    if (!history.nonNegative()) {
      return false;
    }
    int[] known = new int[history.period()];
    int[] sales = new int[history.period()];
    double[] observed = history.observed();
    for (int t = 0; t < observed.length; t++) {
      if (!Double.isNaN(observed[t])) {
        known[t % known.length]++;
        sales[t % known.length] += observed[t] > 0 ? 1 : 0;
      }
    }
    int all = 0;
    int sold = 0;
    for (int phase = 0; phase < known.length; phase++) {
      boolean dead = sales[phase] == 0 && known[phase] >= DEAD_SEASONS;
      all += dead ? 0 : known[phase];
      sold += sales[phase];
    }
    return sold == 0 || all >= Sparsity.INTERVAL * sold;
  }

  /**
   * The forecast.
   *
   * @param look how many steps ahead the backtest looks
   */
  public static SeriesOutcome forecast(Prepared history, int look, int steps, long seed) {
    Marginals marginals = model(history, history.length()).marginals(steps, seed);
    SeriesOutcome plain =
        SeriesOutcome.simple(
            Forecast.Basis.SPARSE_HISTORY,
            "hurdle",
            history.rare().beside(marginals, seed).times(history.scale()));
    return new SeriesOutcome(
        plain.basis(),
        plain.members(),
        backtest(history, look),
        plain.explanation(),
        plain.marginals());
  }

  /** From five origins in the last half, against repeating the season. */
  private static Backtest backtest(Prepared history, int steps) {
    double[] observed = history.observed();
    int half = observed.length / 2;
    if (half < Prepared.FULL_HISTORY) {
      return Backtest.NONE;
    }
    int period = history.period();
    Scoreboard board = new Scoreboard(Spread.naiveError(observed, half, period));
    for (int i = 0; i < 5; i++) {
      int origin = half + (observed.length - 1 - half) * i / 5;
      int ahead = Math.min(steps, observed.length - origin);
      double[] quantiles = model(history, origin).marginals(ahead, 0).quantiles();
      board.origin();
      for (int h = 0; h < ahead; h++) {
        double naive = observed[origin - period + h % period];
        board.add(observed[origin + h], quantiles, h * QuantileGrid.SIZE, naive);
      }
    }
    return board.result();
  }
}
