package io.tiktoktoe.series.anomaly;

/**
 * Change point evidence by a two-sided CUSUM of winsorised residuals: values stay away from what
 * was expected.
 *
 * <p>The sum is judged by its past {@link Excursions}. Source: Page, "Continuous Inspection
 * Schemes", Biometrika 41 (1954).
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

  private final Excursions excursions;
  private final Persistence memory = new Persistence();
  private double up;
  private double down;
  private double spread;
  private int values;

  Shift(int memory) {
    excursions = new Excursions(memory, 0);
  }

  /** The chance of a sum as high as the one that {@code residual} leads to. */
  double pValue(double residual) {
    double z = standardized(residual);
    return excursions.pValue(Math.max(upAfter(z), downAfter(z)), memory.fading());
  }

  /** The same if the residual were raised by {@code bump} for {@code steps} steps. */
  double pValueIf(double residual, double bump, int steps) {
    double z = standardized(residual + bump);
    return excursions.pValue(
        upAfter(z) + (steps - 1) * Math.max(0, z - ALLOWANCE), memory.fading());
  }

  /** How many steps before now the values have been away from what was expected. */
  int lasting() {
    return excursions.lasting();
  }

  /** Values are where they were before they were away: nothing has added up. */
  void forget() {
    up = 0;
    down = 0;
  }

  void learn(double residual) {
    double z = standardized(residual);
    up = upAfter(z);
    down = downAfter(z);
    excursions.learn(Math.max(up, down));
    memory.learn(z, excursions.lasting() == 0, excursions.wasAlarm());
    values++;
    double size = Math.abs(residual);
    double bounded = spread > 0 ? Math.min(size, WINSOR * DEVIATIONS_PER_MEAN * spread) : size;
    spread += (bounded - spread) / Math.min(SPREAD_MEMORY, values);
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
