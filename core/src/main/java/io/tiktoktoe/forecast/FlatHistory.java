package io.tiktoktoe.forecast;

import io.tiktoktoe.forecast.future.Dependence;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.forecast.member.Prepared;
import io.tiktoktoe.outlook.QuantileGrid;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mixture distribution of a constant series, the same value but for single exceptions such as an
 * outage: the value goes on, but for a chance of something else at each step (exceptions and a half
 * in the number of values and one, Krichevsky–Trofimov). Something else is an exception that was
 * seen or, half an exception's worth, what the past does not tell. Members would give the value up
 * to the rounding of their sums and nothing else.
 */
final class FlatHistory {

  /** What a change that never came counts for. */
  private static final double UNSEEN = 0.5;

  /** Scale of something unseen relative to the value, a guess, as of short histories. */
  private static final double SPREAD = 0.8;

  /** Equally likely cells that one exception counts for. */
  private static final int CELLS = 64;

  /** Fewer values do not tell an exception from a habit. */
  private static final int FEWEST = 30;

  /** Greatest share of values that are exceptions. */
  private static final double RARE = 0.01;

  private static final TDistribution SHAPE = TDistribution.of(5);

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final double value;
  private final double change;
  private final double[] cells;
  private final int below;
  private final double mean;

  private FlatHistory(double value, double[] exceptions, int known, boolean nonNegative) {
    this.value = value;
    this.change = (exceptions.length + UNSEEN) / (known + 1);
    double spread = SPREAD * Math.abs(value);
    int unseen = (int) (UNSEEN * CELLS);
    DoubleStream student =
        DoubleStream.iterate(0.5, i -> i < unseen, i -> i + 1)
            .map(i -> value + spread * SHAPE.inverseCumulativeProbability(i / unseen));
    DoubleStream seen =
        Arrays.stream(exceptions).flatMap(one -> DoubleStream.generate(() -> one).limit(CELLS));
    this.cells =
        DoubleStream.concat(student, seen)
            .map(one -> nonNegative ? Math.max(0, one) : one)
            .sorted()
            .toArray();
    this.below = (int) Arrays.stream(cells).filter(one -> one < value).count();
    this.mean = value + Arrays.stream(exceptions).map(one -> one - value).sum() / (known + 1);
  }

  /** Whether all values are the same and not zero, but for single exceptions. */
  static boolean suits(Prepared history) {
    double[] known = known(history);
    double value = usual(known);
    int exceptions = 0;
    boolean before = false;
    for (double one : known) {
      boolean exception = one != value;
      if (exception && before) {
        return false;
      }
      exceptions += exception ? 1 : 0;
      before = exception;
    }
    boolean rare = known.length >= FEWEST && exceptions <= Math.max(1, RARE * known.length);
    return value != 0 && (exceptions == 0 || rare);
  }

  /**
   * The distributions of the next steps: of a constant series its own, of others those given.
   *
   * @param quantiles of the ensemble, grid by step, in the scale of the history
   */
  static Marginals insteadOf(double[] quantiles, Prepared history) {
    return suits(history)
        ? forecast(history, quantiles.length / QuantileGrid.SIZE)
        : Marginals.of(quantiles, history.nonNegative(), Dependence.NONE);
  }

  private static Marginals forecast(Prepared history, int steps) {
    double[] known = known(history);
    double usual = usual(known);
    double[] exceptions = Arrays.stream(known).filter(one -> one != usual).toArray();
    FlatHistory flat = new FlatHistory(usual, exceptions, known.length, history.nonNegative());
    double[] grid = flat.grid();
    double[] quantiles = new double[steps * QuantileGrid.SIZE];
    Arrays.setAll(quantiles, at -> grid[at % QuantileGrid.SIZE]);
    double[] mean = new double[steps];
    Arrays.fill(mean, flat.mean);
    return new Marginals(
        quantiles,
        mean,
        (path, latent, values, offset) -> {
          for (int step = 0; step < latent.length; step++) {
            values[offset + step] = flat.quantile(NORMAL.cumulativeProbability(latent[step]));
          }
        },
        Dependence.NONE);
  }

  /** Quantiles; where even the outermost are the value, these are the means of what lies beyond. */
  private double[] grid() {
    double[] grid = new double[QuantileGrid.SIZE];
    Arrays.setAll(grid, q -> quantile(QuantileGrid.probability(q)));
    double each = change / cells.length / QuantileGrid.probability(0);
    int last = grid.length - 1;
    if (grid[0] == value) {
      grid[0] -= each * Arrays.stream(cells).map(one -> Math.max(0, value - one)).sum();
    }
    if (grid[last] == value) {
      grid[last] += each * Arrays.stream(cells).map(one -> Math.max(0, one - value)).sum();
    }
    return grid;
  }

  private double quantile(double probability) {
    double each = change / cells.length;
    if (probability < below * each) {
      return cells[Math.min(below - 1, (int) (probability / each))];
    }
    double above = (1 - probability) / each;
    return above < cells.length - below
        ? cells[Math.max(0, cells.length - 1 - (int) above)]
        : value;
  }

  /** The middle value: of a constant series with few exceptions the value itself. */
  private static double usual(double[] known) {
    double[] sorted = known.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static double[] known(Prepared history) {
    return Arrays.stream(history.observed()).filter(value -> !Double.isNaN(value)).toArray();
  }
}
