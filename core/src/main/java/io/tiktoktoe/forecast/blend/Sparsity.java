package io.tiktoktoe.forecast.blend;

import io.tiktoktoe.forecast.member.Prepared;

/**
 * Demand classification by how often something comes and how much sizes vary (Syntetos, Boylan,
 * Croston 2005).
 */
public enum Sparsity {
  /** Something nearly every step, of much the same size. */
  SMOOTH,
  /** Something nearly every step, of very different sizes. */
  ERRATIC,
  /** Rarely something, of much the same size. */
  INTERMITTENT,
  /** Rarely something, of very different sizes. */
  LUMPY;

  /** Average demand interval from which a history is intermittent. */
  public static final double INTERVAL = 1.32;

  /** Squared coefficient of variation of sizes from which they are very different. */
  private static final double VARIATION = 0.49;

  /**
   * How sparse values are, NaN where unknown.
   *
   * @param interval known values for each one that is not 0
   * @param variation squared coefficient of variation of those
   */
  public record Measures(double interval, double variation) {

    public static Measures of(double[] values) {
      int known = 0;
      int sales = 0;
      double sum = 0;
      double squares = 0;
      for (double value : values) {
        if (!Double.isNaN(value)) {
          known++;
          sales += value == 0 ? 0 : 1;
          sum += value;
          squares += value * value;
        }
      }
      if (sales == 0 || sum == 0) {
        return new Measures(known, 0);
      }
      double mean = sum / sales;
      return new Measures((double) known / sales, Math.max(0, squares / sales / (mean * mean) - 1));
    }

    /** The class. */
    public Sparsity sparsity() {
      boolean varied = variation >= VARIATION;
      return interval < INTERVAL ? (varied ? ERRATIC : SMOOTH) : (varied ? LUMPY : INTERMITTENT);
    }
  }

  static Sparsity of(Prepared history) {
    return Measures.of(history.observed()).sparsity();
  }
}
