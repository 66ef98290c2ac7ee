package io.tiktoktoe.forecast.sparse;

import io.tiktoktoe.forecast.band.Spread;
import io.tiktoktoe.forecast.blend.Scoreboard;
import io.tiktoktoe.forecast.blend.Sparsity;
import io.tiktoktoe.forecast.future.Dependence;
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

  private final double[] observed;
  private final int period;
  private final SaleChance chance;
  private final SaleSizes sizes;
  private final SaleGaps gaps;

  private SparseHistory(Prepared history, int end) {
    this.observed = history.observed();
    this.period = history.period();
    this.chance = SaleChance.of(observed, end, period, longest(history));
    this.sizes = SaleSizes.of(observed, end);
    this.gaps = SaleGaps.of(observed, end);
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
    SparseHistory model = new SparseHistory(history, history.length());
    SeriesOutcome plain =
        SeriesOutcome.simple(
            Forecast.Basis.SPARSE_HISTORY,
            "hurdle",
            history.rare().beside(model.marginals(steps, seed), seed).times(history.scale()));
    return new SeriesOutcome(
        plain.basis(),
        plain.members(),
        backtest(history, look),
        plain.explanation(),
        plain.marginals());
  }

  private Marginals marginals(int steps, long seed) {
    double[] quantiles = new double[steps * QuantileGrid.SIZE];
    double[] mean = new double[steps];
    double[] chances = chances(steps);
    for (int h = 0; h < steps; h++) {
      double p = chances[h];
      System.arraycopy(quantiles(p), 0, quantiles, h * QuantileGrid.SIZE, QuantileGrid.SIZE);
      mean[h] = p * sizes.mean();
    }
    return new Marginals(
        quantiles, mean, new SparseFutures(observed, chance, sizes, gaps, seed), Dependence.NONE);
  }

  /** Chances of a sale at each step ahead. */
  private double[] chances(int steps) {
    double[] due = gaps.weight() > 0 ? gaps.ahead(steps) : new double[steps];
    double[] chances = new double[steps];
    Arrays.setAll(chances, h -> (1 - gaps.weight()) * chance.ahead(h) + gaps.weight() * due[h]);
    return chances;
  }

  private double[] quantiles(double p) {
    double[] quantiles = new double[QuantileGrid.SIZE];
    for (int q = 0; q < quantiles.length; q++) {
      double above = QuantileGrid.probability(q) - (1 - p);
      quantiles[q] = above <= 0 ? 0 : sizes.quantile(above / p);
    }
    return quantiles;
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
      SparseHistory model = new SparseHistory(history, origin);
      board.origin();
      double[] chances = model.chances(steps);
      for (int h = 0; h < steps && origin + h < observed.length; h++) {
        double[] quantiles = model.quantiles(chances[h]);
        double naive = observed[origin - period + h % period];
        board.add(observed[origin + h], quantiles, 0, naive);
      }
    }
    return board.result();
  }
}
