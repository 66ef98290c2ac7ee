package io.tiktoktoe.series.anomaly;

/**
 * Seasonal heteroscedasticity: how much farther than usual residuals lie at a place in the season.
 * A night that is always quiet is judged by nights.
 */
final class PhaseSpread {

  /** Residuals' worth of belief that no phase differs. */
  private static final double PRIOR = 10;

  /** Fewer residuals tell no usual size. */
  private static final int LEAST = 50;

  /** First residuals of a phase are errors of its profile. */
  private static final int SETTLING = 3;

  /** Weight of the newest residual of a phase once many have passed. */
  private static final double FORGETTING = .05;

  private static final int MEMORY = 2_000;

  /** One residual counts for at most so many usual ones. */
  private static final double FARTHEST = 6;

  private static final double LEAST_WIDTH = .1;
  private static final double GREATEST_WIDTH = 10;

  private final double[][] sizes;
  private double usual;
  private int seen;

  /** Of seasons with this many phases each. */
  PhaseSpread(int[] lengths) {
    sizes = new double[lengths.length][];
    for (int season = 0; season < lengths.length; season++) {
      sizes[season] = new double[lengths[season]];
    }
  }

  /**
   * What a residual is to be divided by.
   *
   * @param phases place in each season
   * @param counts how often each of these places was seen
   */
  double width(int[] phases, int[] counts) {
    if (seen < LEAST || !(usual > 0)) {
      return 1;
    }
    double width = 1;
    for (int season = 0; season < phases.length; season++) {
      double own = sizes[season][phases[season]] / usual;
      width *= (PRIOR + counts[season] * own) / (PRIOR + counts[season]);
    }
    return Math.clamp(width, LEAST_WIDTH, GREATEST_WIDTH);
  }

  /** Learns a residual, with the counts as they were before it. */
  void learn(double residual, int[] phases, int[] counts) {
    double size = Math.abs(residual);
    double bounded = seen >= LEAST ? Math.min(size, FARTHEST * usual) : size;
    seen++;
    usual += (bounded - usual) / Math.min(seen, MEMORY);
    for (int season = 0; season < phases.length; season++) {
      double[] own = sizes[season];
      int phase = phases[season];
      int known = counts[season] - SETTLING + 1;
      if (known < 1) {
        own[phase] = usual;
      } else {
        own[phase] += (bounded - own[phase]) * Math.max(FORGETTING, 1.0 / known);
      }
    }
  }
}
