package io.tiktoktoe.series;

/** Imputation: what stands in for missing values. */
final class Gaps {

  private Gaps() {}

  /** The first phase of the season of which every value is NaN; -1 when there is none. */
  static int neverObservedPhase(double[] values, int period) {
    for (int phase = 0; phase < period; phase++) {
      boolean observed = false;
      for (int step = phase; step < values.length && !observed; step += period) {
        observed = !Double.isNaN(values[step]);
      }
      if (!observed) {
        return phase;
      }
    }
    return -1;
  }

  /**
   * Replaces each NaN by the straight line between its observed neighbours {@code stride} steps
   * apart, or by the nearest one at the ends; returns whether there was any.
   */
  static boolean fill(double[] values, int stride) {
    boolean any = false;
    for (int step = 0; step < values.length; step++) {
      if (Double.isNaN(values[step])) {
        any = true;
        int after = step + stride;
        while (after < values.length && Double.isNaN(values[after])) {
          after += stride;
        }
        int before = step - stride;
        fillOne(values, step, before, after);
      }
    }
    return any;
  }

  // Steps before are filled already, so the value one stride before is always usable.
  private static void fillOne(double[] values, int step, int before, int after) {
    boolean hasBefore = before >= 0;
    boolean hasAfter = after < values.length;
    if (hasBefore && hasAfter) {
      double share = (double) (step - before) / (after - before);
      values[step] = values[before] + share * (values[after] - values[before]);
    } else if (hasBefore) {
      values[step] = values[before];
    } else {
      values[step] = values[after];
    }
  }
}
