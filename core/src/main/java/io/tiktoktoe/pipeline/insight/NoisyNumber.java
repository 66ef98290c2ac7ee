package io.tiktoktoe.pipeline.insight;

import io.tiktoktoe.privacy.release.ProtectedNumber;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A protected number as answers carry it.
 *
 * @param label what it counts
 * @param value with its noise; may lie below 0
 * @param standardError of the noise, in its unit, above 0
 * @param halfWidth95 the true number lies this near with 95%
 */
public record NoisyNumber(String label, double value, double standardError, double halfWidth95) {

  /** Half widths of Laplace noise are 2.12 standard errors, of Gaussian noise 1.96. */
  private static final double LAPLACE = 2.04;

  /** Chance with which noise alone may make any cell of a table stand out. */
  private static final double CHANCE = 0.05;

  /** What may be seen of a protected number. */
  public static NoisyNumber of(ProtectedNumber number) {
    return new NoisyNumber(
        number.label(),
        number.value(),
        number.error().standardError(),
        number.error().halfWidth95());
  }

  /**
   * Whether noise alone would make any of so many cells as large as this with a chance of 5% at
   * most (Bonferroni).
   *
   * @param cells of the table, at least 1
   */
  public boolean standsOut(int cells) {
    double tail = CHANCE / cells;
    boolean laplace = halfWidth95 > LAPLACE * standardError;
    double errors =
        laplace
            ? -Math.log(2 * tail) / Math.sqrt(2)
            : NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
    return value > errors * standardError;
  }

  /** Its variance by noise. */
  public double variance() {
    return standardError * standardError;
  }
}
