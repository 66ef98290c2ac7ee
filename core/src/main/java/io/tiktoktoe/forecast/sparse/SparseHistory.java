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

/**
 * A hurdle model of intermittent demand: a chance of a sale at each step and a Gamma-distributed
 * size. The chance follows Teunter, Syntetos, Babai 2011, so that it fades when sales stop; it
 * differs by phase of the season as far as the counts show. Sizes have the mean and variance seen,
 * shrunk towards a coefficient of variation of 1.
 */
public final class SparseHistory {

  private static final double[] RATES = {0.005, 0.015, 0.05, 0.15};

  /** Sales' worth of prior belief that all phases sell alike. */
  private static final double PHASE_PRIOR = 4;

  private final double[] observed;
  private final int period;
  private double chance;
  private double evidence;
  private final SaleSizes sizes;
  private final double[] relative;
  private final double[] chances;

  private SparseHistory(double[] observed, int end, int period) {
    this.observed = observed;
    this.period = period;
    this.relative = new double[period];
    this.chances = new double[end + 1];
    double rate = bestRate(end);
    follow(rate, end);
    this.sizes = SaleSizes.of(observed, end);
    phases(end);
  }

  /** Whether sales are too rare for a level. */
  public static boolean suits(Prepared history) {
    if (!history.nonNegative()) {
      return false;
    }
    int sales = 0;
    int known = 0;
    for (double value : history.observed()) {
      if (!Double.isNaN(value)) {
        known++;
        sales += value > 0 ? 1 : 0;
      }
    }
    return known >= Sparsity.INTERVAL * sales;
  }

  /**
   * The forecast.
   *
   * @param look how many steps ahead the backtest looks
   */
  public static SeriesOutcome forecast(Prepared history, int look, int steps, long seed) {
    double[] observed = history.observed();
    SparseHistory model = new SparseHistory(observed, observed.length, history.period());
    SeriesOutcome plain =
        SeriesOutcome.simple(
            Forecast.Basis.SPARSE_HISTORY,
            "hurdle",
            model.marginals(steps, seed).times(history.scale()));
    return new SeriesOutcome(
        plain.basis(),
        plain.members(),
        backtest(history, look),
        plain.explanation(),
        plain.marginals());
  }

  /** The rate under which the sales seen were most likely. */
  private double bestRate(int end) {
    double best = Double.NEGATIVE_INFINITY;
    double bestRate = RATES[0];
    for (double rate : RATES) {
      double p = startChance(end);
      double log = 0;
      for (int t = 0; t < end; t++) {
        if (!Double.isNaN(observed[t])) {
          boolean sold = observed[t] > 0;
          log += Math.log(Math.max(1e-9, sold ? p : 1 - p));
          p += rate * ((sold ? 1 : 0) - p);
        }
      }
      if (log > best) {
        best = log;
        bestRate = rate;
      }
    }
    return bestRate;
  }

  private double startChance(int end) {
    int sales = 0;
    int known = 0;
    for (int t = 0; t < end; t++) {
      if (!Double.isNaN(observed[t])) {
        known++;
        sales += observed[t] > 0 ? 1 : 0;
      }
    }
    return (sales + 0.5) / (known + 1.0);
  }

  private void follow(double rate, int end) {
    chance = startChance(end);
    int known = 0;
    for (int t = 0; t < end; t++) {
      chances[t] = chance;
      if (!Double.isNaN(observed[t])) {
        known++;
        chance += rate * ((observed[t] > 0 ? 1 : 0) - chance);
      }
    }
    chances[end] = chance;
    evidence = Math.min(known, (2 - rate) / rate);
  }

  private void phases(int end) {
    double average = startChance(end);
    double[] sales = new double[period];
    double[] counts = new double[period];
    for (int t = 0; t < end; t++) {
      if (!Double.isNaN(observed[t])) {
        counts[t % period]++;
        sales[t % period] += observed[t] > 0 ? 1 : 0;
      }
    }
    for (int phase = 0; phase < period; phase++) {
      relative[phase] = (sales[phase] + PHASE_PRIOR) / (counts[phase] * average + PHASE_PRIOR);
    }
  }

  private Marginals marginals(int steps, long seed) {
    double[] quantiles = new double[steps * QuantileGrid.SIZE];
    double[] mean = new double[steps];
    double[][] byPhase = new double[period][];
    for (int h = 0; h < steps; h++) {
      int phase = (observed.length + h) % period;
      double[] known = byPhase[phase];
      if (known == null) {
        known = quantiles(chance(phase));
        byPhase[phase] = known;
      }
      System.arraycopy(known, 0, quantiles, h * QuantileGrid.SIZE, QuantileGrid.SIZE);
      mean[h] = chance(phase) * sizes.mean();
    }
    return new Marginals(
        quantiles,
        mean,
        new SparseFutures(observed, chances, relative, sizes, evidence, seed),
        Dependence.NONE);
  }

  private double chance(int phase) {
    return Math.min(0.999, chance * relative[phase]);
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
      SparseHistory model = new SparseHistory(observed, origin, period);
      double[][] byPhase = new double[period][];
      board.origin();
      for (int h = 0; h < steps && origin + h < observed.length; h++) {
        int phase = (origin + h) % period;
        if (h < period) {
          byPhase[phase] = model.quantiles(model.chance(phase));
        }
        double[] quantiles = byPhase[phase];
        double naive = observed[origin - period + h % period];
        board.add(observed[origin + h], quantiles, 0, naive);
      }
    }
    return board.result();
  }
}
