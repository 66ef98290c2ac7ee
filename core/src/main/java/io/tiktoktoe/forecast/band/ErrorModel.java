package io.tiktoktoe.forecast.band;

import io.tiktoktoe.outlook.QuantileGrid;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A multiplicative model of forecast errors, which are heteroscedastic: the error of a step is
 *
 * <pre>  spread(ahead) x phase(step) x roughness(step) x level(origin) x known(origin)
 *     x standardised error</pre>
 *
 * <p>where spread is the typical absolute error so many steps ahead, phase what the step's place in
 * the season makes of it, and roughness what its place in the year does, level what a level far
 * above that of the past does. Standardised errors have one distribution, given by its quantiles.
 * Immutable.
 */
public final class ErrorModel {

  /**
   * Evidence, in independent windows, at which the own error shape counts as much as Student's:
   * where other series correct each quantile, and alone.
   */
  private static final double SHAPE_PRIOR = 12;

  private static final double SHAPE_PRIOR_ALONE = 4;

  /** Evidence, in errors, at which a phase's own spread counts as much as the common one. */
  private static final double PHASE_PRIOR = 10;

  /**
   * How many numbers the outcomes chose, in effect: weights and rates are held by priors. By so
   * many the next error exceeds those they were chosen on (final prediction error, Akaike 1969).
   */
  private static final double CHOSEN = 2;

  private final Roughness roughness;
  private final LevelScale levels;
  private final ErrorGrowth growth;
  private final double[] spread;
  private final double[] phases;
  private final double[] shape;
  private final double ownShape;

  /** How many values were known when the first error was made. */
  private final int first;

  private ErrorModel(
      Roughness roughness,
      LevelScale levels,
      ErrorGrowth growth,
      double[] spread,
      double[] phases,
      double[] shape,
      double ownShape,
      int first) {
    this.roughness = roughness;
    this.levels = levels;
    this.growth = growth;
    this.spread = spread;
    this.phases = phases;
    this.shape = shape;
    this.ownShape = ownShape;
    this.first = first;
  }

  /**
   * The model of errors made in the past.
   *
   * @param errors by origin and step ahead, NaN where unknown
   * @param origins how many values were known at each origin
   * @param history without gaps
   * @param period of the season
   * @param windows how many windows of the past do not overlap, which is the evidence
   * @param corrected whether other series correct each quantile
   */
  public static ErrorModel of(
      double[][] errors,
      int[] origins,
      Roughness roughness,
      double[] history,
      int period,
      double windows,
      boolean corrected) {
    double prior = corrected ? SHAPE_PRIOR : SHAPE_PRIOR_ALONE;
    LevelScale levels =
        LevelScale.of(history, calm(errors, origins, period, roughness), origins, period, windows);
    double[][] calm = calm(errors, origins, period, roughness, levels);
    ErrorGrowth growth = ErrorGrowth.of(calm, history, period);
    double[] spread = Spread.byStep(calm, growth);
    double[] phases = Spread.byPhase(calm, spread, origins, period, PHASE_PRIOR);
    double ownShape = windows / (windows + prior);
    ErrorModel scales =
        new ErrorModel(
            roughness, levels, growth, spread, phases, new double[0], ownShape, origins[0]);
    double[] shape = Spread.shape(scales.standardised(errors, origins), windows, prior, corrected);
    int outcomes = outcomes(errors, origins);
    double optimism = Math.sqrt((outcomes + CHOSEN) / (outcomes - CHOSEN));
    // Others correct what their own few outcomes do not tell: alone, Student's t does.
    double freedom = corrected ? Double.POSITIVE_INFINITY : outcomes - CHOSEN;
    Arrays.setAll(
        shape, q -> optimism * shape[q] * Spread.students(QuantileGrid.probability(q), freedom));
    return new ErrorModel(roughness, levels, growth, spread, phases, shape, ownShape, origins[0]);
  }

  /** How many values were forecast, but never so few that none were left over. */
  private static int outcomes(double[][] errors, int[] origins) {
    BitSet outcomes = new BitSet();
    for (int o = 0; o < errors.length; o++) {
      for (int h = 0; h < errors[o].length; h++) {
        if (!Double.isNaN(errors[o][h])) {
          outcomes.set(origins[o] + h);
        }
      }
    }
    return (int) Math.max(2 * CHOSEN, outcomes.cardinality());
  }

  /**
   * By how much errors are larger since the numbers of a method, the level and one for each phase
   * that was seen twice, were estimated from so few values: the deviation of a prediction by them.
   */
  private static double estimated(int origin, int first, int period) {
    double numbers = 1.0 + (first >= 2 * period ? period : 1);
    return Math.sqrt(1 + numbers / Math.max(1, origin));
  }

  /** Errors as they would have been of much-known series at times as rough as all. */
  private static double[][] calm(
      double[][] errors, int[] origins, int period, Roughness roughness) {
    double[][] calm = new double[errors.length][];
    for (int o = 0; o < errors.length; o++) {
      calm[o] = errors[o].clone();
      for (int h = 0; h < calm[o].length; h++) {
        calm[o][h] /= roughness.at(origins[o] + h) * estimated(origins[o], origins[0], period);
      }
    }
    return calm;
  }

  /** The same at the level of the past. */
  private static double[][] calm(
      double[][] errors, int[] origins, int period, Roughness roughness, LevelScale levels) {
    double[][] calm = calm(errors, origins, period, roughness);
    for (int o = 0; o < errors.length; o++) {
      for (int h = 0; h < calm[o].length; h++) {
        calm[o][h] /= levels.at(origins[o]) * levels.rise(origins[o], origins[o] + h + 1);
      }
    }
    return calm;
  }

  /** The errors over their scales: by origin and step ahead, NaN where unknown. */
  public double[][] standardised(double[][] errors, int[] origins) {
    double[][] standardised = calm(errors, origins, phases.length, roughness, levels);
    for (int o = 0; o < standardised.length; o++) {
      for (int h = 0; h < standardised[o].length; h++) {
        standardised[o][h] /= typical(origins[o], h);
      }
    }
    return standardised;
  }

  /** Typical absolute error at times as rough as all. */
  private double typical(int origin, int ahead) {
    return spread(ahead) * phases[(origin + ahead) % phases.length];
  }

  /** Beyond what was looked back at, errors grow on as their curve does. */
  private double spread(int ahead) {
    int reach = spread.length;
    return ahead < reach
        ? spread[ahead]
        : spread[reach - 1] * growth.at(ahead) / growth.at(reach - 1);
  }

  /** Typical absolute error of a step, counted from 0, ahead of an origin. */
  public double scale(int origin, int ahead) {
    return typical(origin, ahead)
        * roughness.at(origin + ahead)
        * levels.at(origin)
        * estimated(origin, first, phases.length);
  }

  /** The same as if errors did not grow beyond what was looked back at. */
  public double nearScale(int origin, int ahead) {
    return scale(origin, ahead) * spread(Math.min(ahead, spread.length - 1)) / spread(ahead);
  }

  /** Quantile of the standardised errors at an index of {@link QuantileGrid}. */
  public double shape(int index) {
    return shape[index];
  }

  /** Typical absolute error by step ahead, as far as was looked back. */
  public double[] spread() {
    return spread.clone();
  }

  /**
   * Share of the own errors in the shape; the rest is Student's t, which stands for errors of a
   * size that is not known well.
   */
  public double ownShape() {
    return ownShape;
  }
}
