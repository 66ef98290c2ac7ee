package io.tiktoktoe.forecast.level;

import io.tiktoktoe.forecast.blend.Sparsity;
import java.util.Arrays;

/** Demand classification of a history for its level risk: how often something comes. */
public enum HistoryClass {
  /** Comes in most steps. */
  DENSE,
  /** Comes in many steps. */
  BROKEN,
  /** Comes in one of 4 steps or fewer. */
  SPARSE,
  /** Comes in one of 15 steps or fewer. */
  RARE,
  /** Nothing came so far: there is no level that could move. */
  SILENT;

  private static final double SPARSE_INTERVAL = 4;
  private static final double RARE_INTERVAL = 15;

  /** That of values, NaN where unknown. */
  public static HistoryClass of(double[] values) {
    if (Arrays.stream(values).noneMatch(value -> Math.abs(value) > 0)) {
      return SILENT;
    }
    double interval = Sparsity.Measures.of(values).interval();
    if (interval >= RARE_INTERVAL) {
      return RARE;
    }
    if (interval >= SPARSE_INTERVAL) {
      return SPARSE;
    }
    return interval >= Sparsity.INTERVAL ? BROKEN : DENSE;
  }
}
