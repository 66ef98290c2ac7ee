package io.tiktoktoe.forecast.level;

import io.tiktoktoe.outlook.SamplePaths;
import java.util.Arrays;

/**
 * A stream's forecast from a past origin and what then came: the material for calibrating sums.
 *
 * @param kind the class of its history at the origin
 * @param burstiness of that history
 * @param usual a day's income in that history, at least 0
 * @param above log of forecast over typical income, by part
 * @param parts sums over each part of the horizon, [part][future]
 * @param came the sum from the origin to the end of each part
 */
public record PastSums(
    HistoryClass kind,
    double burstiness,
    double usual,
    double[] above,
    double[][] parts,
    double[] came) {

  /** Futures that are kept of each. */
  static final int FUTURES = 120;

  /**
   * From futures that reach over the whole horizon.
   *
   * @param known history at the origin
   * @param ahead what came, one value for each step
   */
  public static PastSums of(double[] known, SamplePaths futures, double[] ahead) {
    int parts = LevelRisk.KNOTS.length;
    int count = Math.min(FUTURES, futures.count());
    double[][] sums = new double[parts][count];
    double[] came = new double[parts];
    int from = 0;
    double sum = 0;
    for (int part = 0; part < parts; part++) {
      for (int step = from; step < LevelRisk.KNOTS[part]; step++) {
        // What is unknown neither came nor is foreseen.
        boolean seen = !Double.isNaN(ahead[step]);
        sum += seen ? ahead[step] : 0;
        for (int path = 0; path < count && seen; path++) {
          sums[part][path] += futures.value(path, step);
        }
      }
      from = LevelRisk.KNOTS[part];
      came[part] = sum;
    }
    double[] expected = new double[LevelRisk.KNOTS[parts - 1]];
    Arrays.setAll(expected, step -> futures.count() == 0 ? 0 : futures.mean(step, step + 1));
    double[] above = TypicalLevel.above(known, expected);
    return new PastSums(
        HistoryClass.of(known),
        Burstiness.of(known),
        TypicalLevel.average(known, 0),
        above,
        sums,
        came);
  }

  /** Whether anything is foreseen at all. */
  boolean foreseen() {
    for (double[] part : parts) {
      for (double sum : part) {
        if (sum != 0) {
          return true;
        }
      }
    }
    return false;
  }
}
