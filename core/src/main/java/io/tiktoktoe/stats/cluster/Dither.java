package io.tiktoktoe.stats.cluster;

import io.tiktoktoe.stats.Quantiles;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Dithering (Roberts 1962): counts and rounded values, which many rows share, are spread over the
 * room up to their neighbours, so that the steps of a scale are not taken for clusters. Values that
 * only one row has stay, and so do columns of less than four values, whose steps are kinds.
 */
final class Dither {

  private static final int KINDS = 3;

  /** Times the usual step that a value is spread over at most: a lone atom such as 0 stays one. */
  private static final double USUAL_STEPS = 2;

  private Dither() {}

  /** The rows with shared values spread. O(rows log rows) a column. */
  static Points of(Points points, SplittableRandom random) {
    int rows = points.rows();
    int columns = points.columns();
    double[] spread = points.values().clone();
    for (int column = 0; column < columns; column++) {
      double[] sorted = new double[rows];
      for (int row = 0; row < rows; row++) {
        sorted[row] = points.value(row, column);
      }
      Arrays.sort(sorted);
      double[] different = Arrays.stream(sorted).distinct().toArray();
      if (different.length > KINDS && different.length < rows) {
        spread(spread, column, columns, sorted, different, random);
      }
    }
    double[] weights = new double[rows];
    Arrays.setAll(weights, points::weight);
    return Points.weighted(spread, columns, weights);
  }

  private static void spread(
      double[] values,
      int column,
      int columns,
      double[] sorted,
      double[] different,
      SplittableRandom random) {
    double[] steps = new double[different.length - 1];
    Arrays.setAll(steps, at -> different[at + 1] - different[at]);
    double most = USUAL_STEPS * Quantiles.median(steps);
    for (int at = column; at < values.length; at += columns) {
      double value = values[at];
      int below = Quantiles.countBelow(sorted, value);
      if (Quantiles.countAtMost(sorted, value) - below > 1) {
        int place = Quantiles.countBelow(different, value);
        double down = place > 0 ? steps[place - 1] : most;
        double up = place < steps.length ? steps[place] : most;
        double width = Math.min(most, Math.min(down, up));
        values[at] += width * (random.nextDouble() - 0.5);
      }
    }
  }
}
