package io.tiktoktoe.series.anomaly;

import java.util.Arrays;

/**
 * Change point evidence by a two-sided CUSUM of winsorised residuals: values stay away from what
 * was expected.
 *
 * <p>A sum stays high for long once it is high, so points are not independent: the sum is judged
 * both against its own past heights and against the peaks of its past excursions, and the milder
 * verdict counts. Source: Page, "Continuous Inspection Schemes", Biometrika 41 (1954).
 */
final class Shift {

  /** Residuals up to this many standard deviations add nothing; half the shift looked for. */
  private static final double ALLOWANCE = 1;

  /** One residual counts for at most so many standard deviations: a spike is no shift. */
  private static final double WINSOR = 4;

  /** Share of the sum kept per step, so that old evidence fades. */
  private static final double KEPT = .98;

  /** Steps over which the spread is averaged. */
  private static final int SPREAD_MEMORY = 1_000;

  /** Standard deviations per mean absolute deviation of normal noise. */
  private static final double DEVIATIONS_PER_MEAN = Math.sqrt(Math.PI / 2);

  /** An excursion whose peak is as rare as this is an alarm. */
  private static final double ALARM = 1e-3;

  /** A sum that stays high for longer is usual. */
  private static final int LONGEST = 500;

  private final Tail heights;
  private final Tail peaks;
  private double up;
  private double down;
  private double peak;

  /** Heights of the sum since it was last nothing, and how many. */
  private double[] excursion = new double[16];

  private int lasting;

  private double spread;
  private int values;

  Shift(int memory) {
    heights = Tail.light(memory);
    peaks = Tail.peaks(memory);
  }

  /** The chance of a sum as high as the one that {@code residual} leads to. */
  double pValue(double residual) {
    double z = standardized(residual);
    return pValueOf(Math.max(upAfter(z), downAfter(z)));
  }

  /** The same if the residual were raised by {@code bump} for {@code steps} steps. */
  double pValueIf(double residual, double bump, int steps) {
    double z = standardized(residual + bump);
    return pValueOf(upAfter(z) + (steps - 1) * Math.max(0, z - ALLOWANCE));
  }

  /** How many steps before now the values have been away from what was expected. */
  int lasting() {
    return lasting;
  }

  void learn(double residual) {
    double z = standardized(residual);
    up = upAfter(z);
    down = downAfter(z);
    learnHeight(Math.max(up, down));
    values++;
    double size = Math.abs(residual);
    double bounded = spread > 0 ? Math.min(size, WINSOR * DEVIATIONS_PER_MEAN * spread) : size;
    spread += (bounded - spread) / Math.min(SPREAD_MEMORY, values);
  }

  /** An excursion does not judge itself: its heights are learned when it is over. */
  private void learnHeight(double height) {
    if (height > 0) {
      if (lasting == excursion.length) {
        excursion = Arrays.copyOf(excursion, 2 * lasting);
      }
      excursion[lasting++] = height;
      peak = Math.max(peak, height);
    }
    if (height == 0 || lasting == LONGEST) {
      endExcursion();
    }
    if (height == 0) {
      heights.add(height);
    }
  }

  /** One that was an alarm counts once, however long it was. */
  private void endExcursion() {
    boolean alarm = peak > 0 && pValueOf(peak) <= ALARM;
    if (alarm) {
      heights.add(peak);
    }
    for (int i = 0; i < lasting && !alarm; i++) {
      heights.add(excursion[i]);
    }
    if (peak > 0) {
      peaks.add(peak);
    }
    lasting = 0;
    peak = 0;
  }

  private double pValueOf(double height) {
    return height <= 0 ? 1 : Math.max(heights.pValue(height), peaks.pValue(height));
  }

  private double standardized(double residual) {
    double deviation = DEVIATIONS_PER_MEAN * spread;
    return deviation > 0 ? Math.clamp(residual / deviation, -WINSOR, WINSOR) : 0;
  }

  private double upAfter(double z) {
    return Math.max(0, KEPT * up + z - ALLOWANCE);
  }

  private double downAfter(double z) {
    return Math.max(0, KEPT * down - z - ALLOWANCE);
  }
}
