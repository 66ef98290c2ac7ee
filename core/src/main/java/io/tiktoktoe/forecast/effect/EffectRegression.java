package io.tiktoktoe.forecast.effect;

import io.tiktoktoe.forecast.effect.Causes.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Ridge regression (Hoerl, Kennard 1970) of a series on covariates, both as deviations from the
 * same phase of the neighbouring seasons, so that level, trend and season drop out of both sides.
 * With d the series' deviation at a step, m that of each cause and w a weight of the step, the
 * sizes b of the effects minimise
 *
 * <pre>  sum over steps of w (d - sum over causes of b m)^2 + sum over causes of penalty b^2</pre>
 *
 * <p>Weights are Huber's (1964): deviations beyond five typical ones count less. Only sums by part
 * of the history are kept, so that sizes can be estimated without any part and tried on it. O(steps
 * causes^2), then O(causes^3) for each penalty that is tried.
 */
final class EffectRegression {

  /** Parts of the history that are forecast from the others. */
  private static final int BLOCKS = 8;

  /** Deviations beyond this many typical ones count less. */
  private static final double BOUND = 5;

  /** Occurrences at which their own scatter counts half. */
  private static final double SCATTER_PRIOR = 2;

  private static final int REWEIGHTINGS = 4;

  private final List<Cause> causes;
  private final int period;

  /** Deviation of the series by step, NaN where unknown. */
  private final double[] deviation;

  /** Deviation of each cause by step. */
  private final double[][] moved;

  private final double[] weights;
  private final List<Block> blocks = new ArrayList<>();

  /** Weighted sums over one part of the history. */
  private static final class Block {
    /** Of products of two causes' deviations. */
    final DMatrixRMaj products;

    /** Of products of a cause's deviation with the series'. */
    final DMatrixRMaj responses;

    /** Of squares of the series' deviation. */
    double squares;

    Block(int causes) {
      products = new DMatrixRMaj(causes, causes);
      responses = new DMatrixRMaj(causes, 1);
    }
  }

  /**
   * A fit for these causes.
   *
   * @param causes in the order in which everything is told of them
   * @param values the series, NaN where unknown
   * @param period of the season
   */
  EffectRegression(List<Cause> causes, double[] values, int period) {
    this.causes = causes;
    this.period = period;
    this.deviation = deviations(values, values.length, period);
    this.moved =
        causes.stream()
            .map(cause -> deviations(cause.marks(), values.length, period))
            .toArray(double[][]::new);
    this.weights = new double[values.length];
    Arrays.fill(weights, 1);
    reweight();
  }

  /** Each value less the mean of the same phase one and two seasons before and after. */
  private static double[] deviations(double[] values, int length, int period) {
    double[] deviations = new double[length];
    for (int t = 0; t < length; t++) {
      double sum = 0;
      int count = 0;
      for (int k = -2; k <= 2; k++) {
        int at = t + k * period;
        if (k != 0 && at >= 0 && at < length && !Double.isNaN(values[at])) {
          sum += values[at];
          count++;
        }
      }
      deviations[t] = count == 0 ? Double.NaN : values[t] - sum / count;
    }
    return deviations;
  }

  /**
   * Iteratively reweighted least squares under Huber's loss, with the penalties before evidence.
   */
  private void reweight() {
    double bound = BOUND * meanAbsolute(deviation);
    for (int round = 0; round < REWEIGHTINGS; round++) {
      collect();
      double[] sizes = sizes(Cause::penalty);
      for (int t = 0; t < weights.length; t++) {
        double residual = Math.abs(residual(sizes, t));
        weights[t] = residual > bound ? bound / residual : 1;
      }
    }
    collect();
  }

  private static double meanAbsolute(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).map(Math::abs).average().orElse(0);
  }

  private void collect() {
    blocks.clear();
    for (int b = 0; b < BLOCKS; b++) {
      blocks.add(new Block(causes.size()));
    }
    for (int t = 0; t < deviation.length; t++) {
      if (!Double.isNaN(deviation[t])) {
        add(t, blocks.get((int) ((long) t * BLOCKS / deviation.length)));
      }
    }
  }

  private void add(int t, Block block) {
    block.squares += weights[t] * deviation[t] * deviation[t];
    for (int a = 0; a < moved.length; a++) {
      if (moved[a][t] != 0) {
        double weighted = weights[t] * moved[a][t];
        block.responses.add(a, 0, weighted * deviation[t]);
        for (int b = 0; b < moved.length; b++) {
          block.products.add(a, b, weighted * moved[b][t]);
        }
      }
    }
  }

  /** What the effects leave of a deviation; 0 where it is unknown. */
  private double residual(double[] sizes, int t) {
    double left = deviation[t];
    for (int a = 0; a < sizes.length; a++) {
      left -= sizes[a] * moved[a][t];
    }
    return Double.isNaN(left) ? 0 : left;
  }

  private double[] residuals(double[] sizes) {
    double[] residuals = new double[deviation.length];
    Arrays.setAll(residuals, t -> weights[t] * residual(sizes, t));
    return residuals;
  }

  /** Whether a cause is seen in one part of the history alone: no other part can vouch for it. */
  boolean untested(Cause cause) {
    int at = causes.indexOf(cause);
    return blocks.stream().filter(block -> block.products.get(at, at) > 0.5).count() < 2;
  }

  /** Squared errors in each part of the history, with sizes estimated on all others. */
  double[] losses(ToDoubleFunction<Cause> penalties) {
    double[] losses = new double[BLOCKS];
    DMatrixRMaj product = new DMatrixRMaj(causes.size(), 1);
    for (int b = 0; b < BLOCKS; b++) {
      Block out = blocks.get(b);
      List<Block> others = blocks.stream().filter(block -> block != out).toList();
      DMatrixRMaj sizes = solve(others, penalties);
      CommonOps_DDRM.mult(out.products, sizes, product);
      losses[b] =
          out.squares
              - 2 * CommonOps_DDRM.dot(sizes, out.responses)
              + CommonOps_DDRM.dot(sizes, product);
    }
    return losses;
  }

  private double[] sizes(ToDoubleFunction<Cause> penalties) {
    return solve(blocks, penalties).getData().clone();
  }

  private DMatrixRMaj solve(List<Block> seen, ToDoubleFunction<Cause> penalties) {
    DMatrixRMaj responses = new DMatrixRMaj(causes.size(), 1);
    seen.forEach(block -> CommonOps_DDRM.addEquals(responses, block.responses));
    DMatrixRMaj sizes = new DMatrixRMaj(causes.size(), 1);
    CommonOps_DDRM.solve(penalised(seen, penalties), responses, sizes);
    return sizes;
  }

  /** The matrix of the normal equations. */
  private DMatrixRMaj penalised(List<Block> seen, ToDoubleFunction<Cause> penalties) {
    DMatrixRMaj matrix = new DMatrixRMaj(causes.size(), causes.size());
    seen.forEach(block -> CommonOps_DDRM.addEquals(matrix, block.products));
    for (int a = 0; a < causes.size(); a++) {
      matrix.add(a, a, penalties.applyAsDouble(causes.get(a)));
    }
    return matrix;
  }

  /** The effects of some of the causes, the others held where their penalties hold them. */
  EstimatedEffects effects(List<Cause> used, ToDoubleFunction<Cause> penalties) {
    double[] sizes = sizes(penalties);
    double[] everywhere = new double[deviation.length];
    Arrays.fill(everywhere, 1);
    double noise = spread(sizes, everywhere).variance();
    DMatrixRMaj posterior = new DMatrixRMaj(causes.size(), causes.size());
    CommonOps_DDRM.invert(penalised(blocks, penalties), posterior);
    CommonOps_DDRM.scale(noise, posterior);
    int[] at = used.stream().mapToInt(causes::indexOf).toArray();
    List<Effect> effects = new ArrayList<>();
    double[][] covariance = new double[at.length][at.length];
    for (int a = 0; a < at.length; a++) {
      Cause cause = used.get(a);
      effects.add(new Effect(cause, sizes[at[a]], scatter(cause, sizes, noise)));
      for (int b = 0; b < at.length; b++) {
        covariance[a][b] = posterior.get(at[a], at[b]);
      }
    }
    SerialErrors serial = new SerialErrors(residuals(sizes), period);
    for (int a = 0; a < at.length; a++) {
      double wider = Math.sqrt(serial.inflation(moved[at[a]], weights));
      for (int b = 0; b < at.length; b++) {
        covariance[a][b] *= wider;
        covariance[b][a] *= wider;
      }
    }
    return new EstimatedEffects(effects, covariance, deviation.length);
  }

  /**
   * Variance from one occurrence of a cause to the next, beyond that of other steps. Holidays have
   * it in common; a driver does not occur.
   */
  private double scatter(Cause cause, double[] sizes, double noise) {
    return switch (cause.kind()) {
      case DRIVER, HOLIDAY -> 0;
      case ALL_HOLIDAYS, EVENT, MONTH_DAY -> {
        Spread found = spread(sizes, cause.marks());
        double more = Math.max(0, found.variance() - noise);
        yield more * found.steps() / (found.steps() + SCATTER_PRIOR);
      }
    };
  }

  /** Variance of the residuals at some steps, and how many these are. */
  private record Spread(double variance, double steps) {}

  private Spread spread(double[] sizes, double[] marked) {
    double sum = 0;
    double known = 0;
    for (int t = 0; t < deviation.length; t++) {
      if (!Double.isNaN(deviation[t]) && marked[t] == 1) {
        double residual = residual(sizes, t);
        sum += weights[t] * residual * residual;
        known++;
      }
    }
    return new Spread(known == 0 ? 0 : sum / known, known);
  }
}
