package io.tiktoktoe.content.attribution;

import io.tiktoktoe.stats.LegendreRule;
import java.util.random.RandomGenerator;

/**
 * Shapley values (Shapley 1953) of the game in which a set of touches is worth the chance that the
 * fan pays: 1 - exp(-(base + sum of their hazards)).
 *
 * <p>Exact by the multilinear extension (Owen 1972): a value is the integral over u of the mean
 * gain of a player who joins others that each take part with chance u. For this game the integrand
 * is a polynomial of degree n - 1 in u, which Gauss-Legendre quadrature with n/2 nodes integrates
 * without error. Sampled by strata of u with antithetic coalitions.
 */
final class ShapleyValues {

  /** Strata of u. */
  private static final int STRATA = 32;

  /** Pairs of coalitions in each. */
  private static final int PAIRS = 8;

  /** Hazards above this are as sure as sure can be. */
  private static final double LARGEST = 30;

  /** Rules by their number of nodes: exact up to twice as many touches. */
  private static final double[][][] RULES = rules(12);

  private ShapleyValues() {}

  private static double[][][] rules(int most) {
    double[][][] rules = new double[most + 1][][];
    for (int nodes = 0; nodes <= most; nodes++) {
      rules[nodes] = LegendreRule.of(nodes);
    }
    return rules;
  }

  /**
   * Exact values. O(n^2).
   *
   * @param base hazard without any touch, at least 0
   * @param hazards what each touch adds, at least 0
   * @return one value each; with {@code 1 - exp(-base)} they add up to the chance of all together
   */
  static double[] exact(double base, double[] hazards) {
    int n = hazards.length;
    double[] values = new double[n];
    if (n == 0) {
      return values;
    }
    double[] keep = keeps(hazards);
    double[][] rule = RULES[Math.min(RULES.length - 1, (n + 1) / 2)];
    for (int node = 0; node < rule[0].length; node++) {
      double u = rule[0][node];
      double product = rule[1][node];
      for (double one : keep) {
        product *= 1 - u + u * one;
      }
      for (int i = 0; i < n; i++) {
        values[i] += product / (1 - u + u * keep[i]) * (1 - keep[i]);
      }
    }
    return efficient(base, hazards, values);
  }

  /** Values by stratified sampling, scaled so that they add up. O(n). */
  static double[] sampled(double base, double[] hazards, RandomGenerator random) {
    int n = hazards.length;
    double[] keep = keeps(hazards);
    double[] values = new double[n];
    double[] draws = new double[n];
    for (int stratum = 0; stratum < STRATA; stratum++) {
      for (int pair = 0; pair < PAIRS; pair++) {
        double u = (stratum + random.nextDouble()) / STRATA;
        for (int i = 0; i < n; i++) {
          draws[i] = random.nextDouble();
        }
        add(keep, draws, u, false, values);
        add(keep, draws, u, true, values);
      }
    }
    return efficient(base, hazards, values);
  }

  private static void add(
      double[] keep, double[] draws, double u, boolean mirrored, double[] values) {
    double product = 1;
    for (int i = 0; i < keep.length; i++) {
      product *= takesPart(draws[i], u, mirrored) ? keep[i] : 1;
    }
    for (int i = 0; i < keep.length; i++) {
      double others = takesPart(draws[i], u, mirrored) ? product / keep[i] : product;
      values[i] += others * (1 - keep[i]);
    }
  }

  private static boolean takesPart(double draw, double u, boolean mirrored) {
    return (mirrored ? 1 - draw : draw) < u;
  }

  private static double[] keeps(double[] hazards) {
    double[] keep = new double[hazards.length];
    for (int i = 0; i < keep.length; i++) {
      keep[i] = Math.exp(-Math.min(LARGEST, hazards[i]));
    }
    return keep;
  }

  /** Scaled so that they add up to what all touches bring: exact values are changed by rounding. */
  private static double[] efficient(double base, double[] hazards, double[] values) {
    double sum = 0;
    double hazard = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i];
      hazard += hazards[i];
    }
    double all = -Math.expm1(-hazard) * Math.exp(-base);
    for (int i = 0; i < values.length && sum > 0; i++) {
      values[i] *= all / sum;
    }
    return values;
  }
}
