package io.tiktoktoe.forecast.blend;

import io.tiktoktoe.forecast.band.Roughness;
import io.tiktoktoe.forecast.band.Spread;
import io.tiktoktoe.forecast.future.Dependence;
import io.tiktoktoe.forecast.future.JointFutures;
import io.tiktoktoe.forecast.future.Wandering;
import io.tiktoktoe.forecast.member.Prepared;
import io.tiktoktoe.outlook.QuantileGrid;
import java.util.Arrays;
import java.util.List;

/**
 * The members of one series combined and calibrated on its own past: a median per step, the typical
 * error by step ahead and by phase of the season, and the shape of the standardised errors.
 */
public final class Blend {

  /**
   * Evidence, in independent windows, at which the own error shape counts as much as Student's:
   * where other series correct each quantile, and alone.
   */
  private static final double SHAPE_PRIOR = 12;

  private static final double SHAPE_PRIOR_ALONE = 4;

  /** Evidence, in errors, at which a phase's own spread counts as much as the common one. */
  private static final double PHASE_PRIOR = 10;

  /** Most cases on which the weights of one part of the horizon are found. */
  private static final int WEIGHT_CASES = 160;

  /** Strength of the prior weights with one independent window of evidence. */
  private static final double LAMBDA = 0.3;

  private final Lookback lookback;
  private final Pool pool;
  private final int visible;
  private final double[][] weights = new double[Pool.PARTS][];
  private final Roughness roughness;
  private final double[] spread;
  private final double[] phaseSpread;
  private final double[] shape;

  private Blend(Lookback lookback, Pool pool, int visible, boolean adapt) {
    this.lookback = lookback;
    this.pool = pool;
    this.visible = visible;
    for (int part = 0; part < Pool.PARTS; part++) {
      weights[part] = adapt ? weights(part) : pool.prior(lookback, part);
    }
    double[][] errors = errors();
    Prepared history = lookback.history();
    this.roughness = Roughness.of(history.observed(), history.period(), history.longSeason());
    calm(errors);
    this.spread = Spread.byStep(errors);
    this.phaseSpread =
        Spread.byPhase(errors, spread, lookback.origins(), history.period(), PHASE_PRIOR);
    standardise(errors);
    this.shape = Spread.shape(errors, windows(), shapePrior(), pool.learned());
  }

  private double shapePrior() {
    return pool.learned() ? SHAPE_PRIOR : SHAPE_PRIOR_ALONE;
  }

  /** Uses only outcomes before step {@code visible}. */
  public static Blend of(Lookback lookback, Pool pool, int visible) {
    return new Blend(lookback, pool, visible, true);
  }

  /** The same with the weights of the pool, which is a third of the cost: for a scoreboard. */
  public static Blend withPooledWeights(Lookback lookback, Pool pool, int visible) {
    return new Blend(lookback, pool, visible, !pool.names().equals(lookback.names()));
  }

  /** Uses the whole history. */
  public static Blend of(Lookback lookback, Pool pool) {
    return new Blend(lookback, pool, lookback.history().length(), true);
  }

  /** Keeps weights, widths and shape of another over a longer history. */
  private Blend(Blend kept, Lookback longer) {
    this.lookback = longer;
    this.pool = kept.pool;
    this.visible = kept.visible;
    System.arraycopy(kept.weights, 0, weights, 0, weights.length);
    this.spread = kept.spread;
    this.phaseSpread = kept.phaseSpread;
    this.shape = kept.shape;
    this.roughness = kept.roughness;
  }

  /** The same weights and widths over a longer history. */
  public Blend after(Lookback longer) {
    return new Blend(this, longer);
  }

  /** How many windows of the past do not overlap, roughly. */
  private double windows() {
    double span = visible - lookback.origins()[0];
    return Math.max(1, 3 * span / Math.max(3, lookback.reach()));
  }

  private double actual(int origin, int ahead) {
    return lookback.origins()[origin] + ahead < visible
        ? lookback.actual(origin, ahead)
        : Double.NaN;
  }

  private double[] weights(int part) {
    double[] prior = pool.prior(lookback, part);
    Cases cases = new Cases(lookback.members(), WEIGHT_CASES);
    cases.collect(lookback, part, visible, WEIGHT_CASES, 1);
    return Combination.weights(
        cases.points(), cases.scales(), cases.actual(), prior, LAMBDA / windows());
  }

  /**
   * Weights that suit many series at a part of the horizon, each counting by its own scale.
   *
   * @param prior weights that are believed in before, as strongly as {@code strength} says
   */
  static double[] pooledWeights(
      List<Lookback> lookbacks, int part, double[] prior, double strength) {
    int each = Math.max(6, 12_000 / lookbacks.size());
    Cases cases = new Cases(lookbacks.getFirst().members(), each * lookbacks.size());
    for (Lookback lookback : lookbacks) {
      cases.collect(lookback, part, lookback.history().length(), each, lookback.naiveError());
    }
    double lambda = strength * LAMBDA / lookbacks.size();
    return Combination.weights(cases.points(), cases.scales(), cases.actual(), prior, lambda);
  }

  private double[][] errors() {
    int origins = lookback.origins().length;
    double[][] errors = new double[origins][];
    for (int o = 0; o < origins; o++) {
      errors[o] = past(o);
      for (int h = 0; h < lookback.reach(); h++) {
        errors[o][h] = actual(o, h) - errors[o][h];
      }
    }
    return errors;
  }

  /** Errors as they would have been at times as rough as all. */
  private void calm(double[][] errors) {
    for (int o = 0; o < errors.length; o++) {
      for (int h = 0; h < errors[o].length; h++) {
        errors[o][h] /= roughness.at(lookback.origins()[o] + h);
      }
    }
  }

  private void standardise(double[][] errors) {
    int period = lookback.history().period();
    for (int o = 0; o < errors.length; o++) {
      for (int h = 0; h < errors[o].length; h++) {
        errors[o][h] /= spread[h] * phaseSpread[(lookback.origins()[o] + h) % period];
      }
    }
  }

  /** The combined medians forecast from a past origin. */
  public double[] past(int origin) {
    double[][] members = new double[lookback.members()][];
    for (int m = 0; m < members.length; m++) {
      members[m] = lookback.past()[m][origin];
    }
    return combine(members, lookback.reach());
  }

  /** The combined medians forecast from the end of the history. */
  public double[] now() {
    return combine(lookback.now(), lookback.now()[0].length);
  }

  private double[] combine(double[][] members, int steps) {
    double[] combined = new double[steps];
    for (int h = 0; h < steps; h++) {
      double position = Pool.position(h, lookback.reach());
      int part = Math.min(Pool.PARTS - 2, (int) position);
      double share = position - part;
      for (int m = 0; m < members.length; m++) {
        double weight = (1 - share) * weights[part][m] + share * weights[part + 1][m];
        combined[h] += weight * members[m][h];
      }
    }
    return combined;
  }

  /** Quantiles of every step around these medians, forecast from {@code origin}; grid by step. */
  public double[] quantiles(int origin, double[] medians) {
    double[] quantiles = new double[medians.length * QuantileGrid.SIZE];
    int period = lookback.history().period();
    for (int h = 0; h < medians.length; h++) {
      double scale = spreadAt(h) * phaseSpread[(origin + h) % period] * roughness.at(origin + h);
      double position = Pool.position(h, lookback.reach());
      int part = Math.min(Pool.PARTS - 2, (int) position);
      double share = position - part;
      double floor = lookback.history().nonNegative() ? 0 : Double.NEGATIVE_INFINITY;
      double highest = floor;
      for (int q = 0; q < QuantileGrid.SIZE; q++) {
        double stretch =
            (1 - share) * pool.stretch()[part][q] + share * pool.stretch()[part + 1][q];
        double value = medians[h] + scale * shape[q] * stretch;
        highest = Math.max(highest, value);
        quantiles[h * QuantileGrid.SIZE + q] = highest;
      }
    }
    return quantiles;
  }

  /** Beyond what was looked back at, errors grow like those of a random walk. */
  private double spreadAt(int step) {
    int reach = spread.length;
    return step < reach
        ? spread[step]
        : spread[reach - 1] * Math.sqrt((step + 1.0) / Math.max(1, reach));
  }

  /** How steps depend on each other, as the errors of sums show it. */
  public Dependence dependence() {
    Prepared history = lookback.history();
    Wandering wandering =
        Wandering.of(
            Arrays.copyOf(history.filled(), visible), history.period(), history.nonNegative());
    // Student's part of the shape stands for errors of a size that is not known well.
    double own = windows() / (windows() + shapePrior());
    return Dependence.of(standardErrors(), spread, visible - lookback.origins()[0], wandering)
        .withAlike(1 - own);
  }

  /** The errors of its past forecasts, on which dependence between series is seen. */
  public JointFutures.PastErrors pastErrors() {
    return new JointFutures.PastErrors(
        lookback.origins(), lookback.history().length(), standardErrors());
  }

  /** Standardised errors by origin and step ahead, NaN where unknown. */
  private double[][] standardErrors() {
    double[][] errors = errors();
    calm(errors);
    standardise(errors);
    return errors;
  }

  /** The members' weights, averaged over the horizon. */
  public double[] averageWeights() {
    double[] average = new double[lookback.members()];
    for (double[] part : weights) {
      for (int m = 0; m < average.length; m++) {
        average[m] += part[m] / Pool.PARTS;
      }
    }
    return average;
  }

  public Lookback lookback() {
    return lookback;
  }

  /** Members' forecasts and outcomes laid flat for the search of weights. */
  private static final class Cases {
    private final double[][] points;
    private final double[][] scales;
    private final double[] actual;
    private int used;

    Cases(int members, int most) {
      points = new double[members][most];
      scales = new double[members][most];
      actual = new double[most];
    }

    void collect(Lookback lookback, int part, int visible, int most, double unit) {
      int reach = lookback.reach();
      int from = part * reach / Pool.PARTS;
      int to = Math.max(from + 1, (part + 1) * reach / Pool.PARTS);
      to = Math.min(to, reach);
      from = Math.min(from, to - 1);
      int origins = lookback.origins().length;
      int all = origins * (to - from);
      int stride = Math.max(1, (all + most - 1) / most);
      int start = used;
      for (int at = 0; at < all && used < actual.length; at += stride) {
        int o = at / (to - from);
        int h = from + at % (to - from);
        double outcome = lookback.origins()[o] + h < visible ? lookback.actual(o, h) : Double.NaN;
        if (Double.isNaN(outcome)) {
          continue;
        }
        actual[used] = outcome / unit;
        for (int m = 0; m < points.length; m++) {
          points[m][used] = lookback.past()[m][o][h] / unit;
        }
        used++;
      }
      scale(start);
    }

    /** A member's scale is its mean absolute error over the series' cases. */
    private void scale(int start) {
      for (int m = 0; m < points.length; m++) {
        double sum = 0;
        for (int c = start; c < used; c++) {
          sum += Math.abs(actual[c] - points[m][c]) / (used - start);
        }
        Arrays.fill(scales[m], start, used, sum);
      }
    }

    double[][] points() {
      return Arrays.stream(points).map(row -> Arrays.copyOf(row, used)).toArray(double[][]::new);
    }

    double[][] scales() {
      return Arrays.stream(scales).map(row -> Arrays.copyOf(row, used)).toArray(double[][]::new);
    }

    double[] actual() {
      return Arrays.copyOf(actual, used);
    }
  }
}
