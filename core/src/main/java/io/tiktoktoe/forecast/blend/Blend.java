package io.tiktoktoe.forecast.blend;

import io.tiktoktoe.forecast.band.ErrorModel;
import io.tiktoktoe.forecast.band.Roughness;
import io.tiktoktoe.forecast.future.Dependence;
import io.tiktoktoe.forecast.future.JointFutures;
import io.tiktoktoe.forecast.future.Marginals;
import io.tiktoktoe.forecast.future.Wandering;
import io.tiktoktoe.forecast.member.Prepared;
import io.tiktoktoe.outlook.QuantileGrid;
import java.util.Arrays;

/**
 * A calibrated forecast combination of one series: quantile q of a step is
 *
 * <pre>  median(ahead) + scale(origin, ahead) x shape(q) x stretch(ahead, q)</pre>
 *
 * <p>where the median is the {@linkplain MemberWeights weighted} mean of the members' forecasts,
 * scale and shape are those of the {@linkplain ErrorModel errors} that it made on its own past, and
 * stretch is what the {@linkplain Pool other series} say that the past understates. Quantiles never
 * cross. Immutable.
 */
public final class Blend {

  private final Lookback lookback;
  private final Pool pool;
  private final int visible;
  private final MemberWeights weights;
  private final ErrorModel errors;

  private Blend(
      Lookback lookback, Pool pool, int visible, MemberWeights weights, ErrorModel errors) {
    this.lookback = lookback;
    this.pool = pool;
    this.visible = visible;
    this.weights = weights;
    this.errors = errors;
  }

  /** Uses the whole history. */
  public static Blend of(Lookback lookback, Pool pool) {
    return of(lookback, pool, lookback.history().length());
  }

  /** Uses only outcomes before step {@code visible}. */
  public static Blend of(Lookback lookback, Pool pool, int visible) {
    double windows = windows(lookback, visible);
    return calibrated(
        lookback, pool, visible, MemberWeights.found(lookback, pool, visible, windows));
  }

  /** The same with the weights of the pool, which is a third of the cost: for a scoreboard. */
  public static Blend withPooledWeights(Lookback lookback, Pool pool, int visible) {
    return pool.names().equals(lookback.names())
        ? calibrated(lookback, pool, visible, MemberWeights.prior(lookback, pool))
        : of(lookback, pool, visible);
  }

  private static Blend calibrated(
      Lookback lookback, Pool pool, int visible, MemberWeights weights) {
    Prepared history = lookback.history();
    // Errors of weights that were found on them are too small: those of the pool saw many series.
    MemberWeights others =
        pool.names().equals(lookback.names()) ? MemberWeights.prior(lookback, pool) : weights;
    ErrorModel errors =
        ErrorModel.of(
            errors(lookback, others, visible),
            lookback.origins(),
            Roughness.of(history.observed(), history.period(), history.longSeason()),
            history.filled(),
            history.period(),
            windows(lookback, visible),
            pool.learned());
    return new Blend(lookback, pool, visible, weights, errors);
  }

  /** The same weights and error model over a longer history. */
  public Blend after(Lookback longer) {
    return new Blend(longer, pool, visible, weights, errors);
  }

  /** How many windows of the past do not overlap, roughly. */
  private static double windows(Lookback lookback, int visible) {
    double span = visible - lookback.origins()[0];
    return Math.max(1, 3 * span / Math.max(3, lookback.reach()));
  }

  /** Errors of the combined forecasts of the past, by origin and step ahead, NaN where unknown. */
  private static double[][] errors(Lookback lookback, MemberWeights weights, int visible) {
    double[][] errors = new double[lookback.origins().length][lookback.reach()];
    for (int o = 0; o < errors.length; o++) {
      double[] medians = weights.combine(lookback.past(o));
      for (int h = 0; h < errors[o].length; h++) {
        errors[o][h] = lookback.actual(o, h, visible) - medians[h];
      }
    }
    return errors;
  }

  /** The combined medians forecast from a past origin. */
  public double[] past(int origin) {
    return weights.combine(lookback.past(origin));
  }

  /** The medians that these weights give of other forecasts of the same past. */
  double[] past(Lookback other, int origin) {
    return weights.combine(other.past(origin));
  }

  /** The combined medians forecast from the end of the history. */
  public double[] now() {
    return weights.combine(lookback.now());
  }

  /** Quantiles of every step around these medians, forecast from {@code origin}; grid by step. */
  public double[] quantiles(int origin, double[] medians) {
    double[] quantiles = new double[medians.length * QuantileGrid.SIZE];
    for (int h = 0; h < medians.length; h++) {
      fill(quantiles, h, medians[h], errors.scale(origin, h));
      if (h >= lookback.reach() && lookback.history().nonNegative()) {
        keepMean(quantiles, h, medians[h], errors.nearScale(origin, h));
      }
    }
    return quantiles;
  }

  private void fill(double[] quantiles, int h, double median, double scale) {
    HorizonPlace place = HorizonPlace.of(h, lookback.reach());
    double highest = lookback.history().nonNegative() ? 0 : Double.NEGATIVE_INFINITY;
    for (int q = 0; q < QuantileGrid.SIZE; q++) {
      double stretch = place.between(pool.stretch(), q);
      highest = Math.max(highest, median + scale * errors.shape(q) * stretch);
      quantiles[h * QuantileGrid.SIZE + q] = highest;
    }
  }

  /**
   * Beyond what was looked back at, bands widen by assumption. Where they are cut at 0 that alone
   * would raise the mean: it stays what it would be with the last width that was seen.
   */
  private void keepMean(double[] quantiles, int h, double median, double nearScale) {
    int from = h * QuantileGrid.SIZE;
    double[] wide = Arrays.copyOfRange(quantiles, from, from + QuantileGrid.SIZE);
    double widened = Marginals.mean(wide, 0);
    fill(quantiles, h, median, nearScale);
    double seen = Marginals.mean(quantiles, from);
    double factor = widened > 0 ? Math.min(1, seen / widened) : 1;
    for (int q = 0; q < QuantileGrid.SIZE; q++) {
      quantiles[from + q] = factor * wide[q];
    }
  }

  /** How steps depend on each other, as the errors of sums show it. */
  public Dependence dependence() {
    Prepared history = lookback.history();
    double[] seen = Arrays.copyOf(history.filled(), visible);
    Wandering wandering = Wandering.of(seen, history.period(), history.nonNegative());
    return Dependence.of(
            standardisedErrors(), errors.spread(), visible - lookback.origins()[0], wandering)
        .withAlike(1 - errors.ownShape());
  }

  /** The errors of its past forecasts, on which dependence between series is seen. */
  public JointFutures.PastErrors pastErrors() {
    return new JointFutures.PastErrors(
        lookback.origins(), lookback.history().length(), standardisedErrors());
  }

  private double[][] standardisedErrors() {
    return errors.standardised(errors(lookback, weights, visible), lookback.origins());
  }

  /** The members' weights, averaged over the horizon. */
  public double[] averageWeights() {
    return weights.average();
  }

  public Lookback lookback() {
    return lookback;
  }
}
