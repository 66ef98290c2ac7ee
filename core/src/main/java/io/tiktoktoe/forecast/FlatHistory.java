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
 * A mixture distribution of a constant series, the same value but for rare exceptions such as an
 * outage: the value goes on, but for a chance that an exception begins at each step (those seen and
 * a half in the number of values and one, Krichevsky–Trofimov), which lasts as long as those seen.
 * It is one that was seen or, half an exception's worth, what the past does not tell. Members would
 * give the value up to the rounding of their sums and nothing else.
 */
final class FlatHistory {

  /** What an exception that never came counts for. */
  private static final double UNSEEN = 0.5;

  /** Scale of something unseen relative to the value, a guess, as of short histories. */
  private static final double SPREAD = 0.8;

  /** Equally likely cells that one exception counts for. */
  private static final int CELLS = 64;

  /** Fewer values do not tell an exception from a habit. */
  private static final int FEWEST = 30;

  /** From so many values on a new level has been judged by looking back. */
  private static final int JUDGED = 10;

  /** Greatest share of values that are exceptions. */
  private static final double RARE = 0.02;

  private static final TDistribution SHAPE = TDistribution.of(5);

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final double value;
  private final double begins;
  private final int lasts;
  private final double[] cells;
  private final int below;
  private final double mean;

  private FlatHistory(double[] known, boolean nonNegative) {
    this.value = usual(known);
    double[] seen = Arrays.stream(known).filter(one -> one != value).toArray();
    int runs = 0;
    for (int t = 0; t < known.length; t++) {
      runs += known[t] != value && (t == 0 || known[t - 1] == value) ? 1 : 0;
    }
    this.begins = (runs + UNSEEN) / (known.length + 1);
    this.lasts = Math.max(1, (int) Math.rint((double) seen.length / Math.max(1, runs)));
    double spread = SPREAD * Math.abs(value);
    int unseen = (int) (UNSEEN * CELLS * lasts);
    DoubleStream student =
        DoubleStream.iterate(0.5, i -> i < unseen, i -> i + 1)
            .map(i -> value + spread * SHAPE.inverseCumulativeProbability(i / unseen));
    DoubleStream exceptions =
        Arrays.stream(seen).flatMap(one -> DoubleStream.generate(() -> one).limit(CELLS));
    this.cells =
        DoubleStream.concat(student, exceptions)
            .map(one -> nonNegative ? Math.max(0, one) : one)
            .sorted()
            .toArray();
    this.below = (int) Arrays.stream(cells).filter(one -> one < value).count();
    double share = (double) seen.length / (seen.length + UNSEEN * lasts);
    double exception = Arrays.stream(seen).average().orElse(value);
    this.mean = share * (exception - value);
  }

  /** Whether all values are the same and not zero, but for rare exceptions that are over. */
  static boolean suits(Prepared history) {
    double[] known = known(history);
    int count = known.length;
    double value = usual(known);
    long exceptions = Arrays.stream(known).filter(one -> one != value).count();
    boolean rare = count >= FEWEST && exceptions <= Math.max(1, RARE * count);
    boolean over = exceptions == 0 || known[count - 1] == value || known[count - 2] == value;
    return value != 0 && over && (exceptions == 0 || rare);
  }

  /**
   * The distributions of the next steps: of a constant series its own, of others those given.
   *
   * @param quantiles of the ensemble, grid by step, in the scale of the history
   */
  static Marginals insteadOf(double[] quantiles, Prepared history) {
    return suits(history)
        ? forecast(history, quantiles.length / QuantileGrid.SIZE)
        : Marginals.of(
            withBothLevels(quantiles, known(history)), history.nonNegative(), Dependence.NONE);
  }

  /**
   * The same, where a constant series has just left its value for another one: neither that it
   * stays there nor that it comes back is beyond the narrow band. Nothing before has been as far
   * off, so that errors of the past promise a precision that there is not.
   */
  private static double[] withBothLevels(double[] quantiles, double[] known) {
    int newest = newestRun(known);
    double value = usual(known);
    int before = known.length - newest;
    long exceptions = Arrays.stream(known, 0, before).filter(one -> one != value).count();
    if (newest < 2 || newest >= JUDGED || before < FEWEST || exceptions > RARE * before) {
      return quantiles;
    }
    double last = known[known.length - 1];
    double[] wide = quantiles.clone();
    for (int at = 0; at < wide.length; at += QuantileGrid.SIZE) {
      for (int q = 0; q <= QuantileGrid.LOW_68; q++) {
        int mirrored = at + QuantileGrid.SIZE - 1 - q;
        wide[at + q] = Math.min(wide[at + q], Math.min(value, last));
        wide[mirrored] = Math.max(wide[mirrored], Math.max(value, last));
      }
    }
    return wide;
  }

  /** How many of the last values are the same. */
  private static int newestRun(double[] known) {
    int run = 0;
    while (run < known.length && known[known.length - 1 - run] == known[known.length - 1]) {
      run++;
    }
    return run;
  }

  private static Marginals forecast(Prepared history, int steps) {
    FlatHistory flat = new FlatHistory(known(history), history.nonNegative());
    double[] quantiles = new double[steps * QuantileGrid.SIZE];
    double[] mean = new double[steps];
    for (int step = 0; step < steps; step++) {
      double chance = Math.min(1, flat.begins * Math.min(step + 1, flat.lasts));
      System.arraycopy(
          flat.grid(chance), 0, quantiles, step * QuantileGrid.SIZE, QuantileGrid.SIZE);
      mean[step] = flat.value + chance * flat.mean;
    }
    return new Marginals(
        quantiles, mean, (_, latent, into, at) -> flat.draw(latent, into, at), Dependence.NONE);
  }

  private void draw(double[] latent, double[] values, int offset) {
    int left = 0;
    for (int step = 0; step < latent.length; step++) {
      if (left > 0) {
        values[offset + step] = values[offset + step - 1];
        left--;
      } else {
        double drawn = quantile(NORMAL.cumulativeProbability(latent[step]), begins);
        values[offset + step] = drawn;
        left = drawn == value ? 0 : lasts - 1;
      }
    }
  }

  /** Quantiles; where even the outermost are the value, these are the means of what lies beyond. */
  private double[] grid(double chance) {
    double[] grid = new double[QuantileGrid.SIZE];
    Arrays.setAll(grid, q -> quantile(QuantileGrid.probability(q), chance));
    double each = chance / cells.length / QuantileGrid.probability(0);
    int last = grid.length - 1;
    if (grid[0] == value) {
      grid[0] -= each * Arrays.stream(cells).map(one -> Math.max(0, value - one)).sum();
    }
    if (grid[last] == value) {
      grid[last] += each * Arrays.stream(cells).map(one -> Math.max(0, one - value)).sum();
    }
    return grid;
  }

  private double quantile(double probability, double chance) {
    double each = chance / cells.length;
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
