package io.tiktoktoe.forecast.level;

import io.tiktoktoe.forecast.blend.Sparsity;

/**
 * Demand classification of a history for its level risk: how often something comes and how unequal
 * it is (Syntetos, Boylan, Croston 2005), the rarest apart.
 */
public enum HistoryClass {
  /** Comes in most steps or in many, of like size. */
  EVEN,
  /** Comes in most steps, of very different size. */
  ERRATIC,
  /** Comes in many steps, of very different size. */
  LUMPY,
  /** Comes in one of 4 steps or fewer. */
  SPARSE,
  /** Comes in one of 15 steps or fewer. */
  RARE;

  private static final double SPARSE_INTERVAL = 4;
  private static final double RARE_INTERVAL = 15;

  /** That of values, NaN where unknown. */
  public static HistoryClass of(double[] values) {
    Sparsity.Measures measures = Sparsity.Measures.of(values);
    if (measures.interval() >= RARE_INTERVAL) {
      return RARE;
    }
    if (measures.interval() >= SPARSE_INTERVAL) {
      return SPARSE;
    }
    return switch (measures.sparsity()) {
      case SMOOTH, INTERMITTENT -> EVEN;
      case ERRATIC -> ERRATIC;
      case LUMPY -> LUMPY;
    };
  }
}
