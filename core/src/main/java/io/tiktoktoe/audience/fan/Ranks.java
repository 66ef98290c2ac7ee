package io.tiktoktoe.audience.fan;

import io.tiktoktoe.stats.Quantiles;
import java.util.Arrays;

/** Fractional ranks on a common scale from 0 to 1: the share of fans below, ties counted half. */
public final class Ranks {

  private final double[] ascending;

  private Ranks(double[] ascending) {
    this.ascending = ascending;
  }

  /** The scale that these values span. */
  public static Ranks among(double[] values) {
    double[] ascending = values.clone();
    Arrays.parallelSort(ascending);
    return new Ranks(ascending);
  }

  /** Where a value lies, from 0 to 1; .5 when all are alike. */
  public double of(double value) {
    int below = Quantiles.countBelow(ascending, value);
    int notAbove = Quantiles.countAtMost(ascending, value);
    return (below + notAbove) / (2.0 * ascending.length);
  }

  /** Where each value lies. */
  public double[] of(double[] values) {
    return Arrays.stream(values).parallel().map(this::of).toArray();
  }
}
