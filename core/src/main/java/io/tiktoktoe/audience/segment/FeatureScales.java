package io.tiktoktoe.audience.segment;

import io.tiktoktoe.audience.segment.SegmentModel.ScaledFeature;
import io.tiktoktoe.stats.Quantiles;
import io.tiktoktoe.stats.cluster.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Learns and applies how features are scaled. */
final class FeatureScales {

  /**
   * A twentieth of the values lies beyond either end of the range that is the spread: quartiles
   * would hide clusters, whose distance they measure (docs/decisions/0168).
   */
  private static final double BEYOND = 0.05;

  /** That range of a normal distribution in standard deviations. */
  private static final double NORMAL_RANGE = 3.29;

  /** Skewness from which a column may be told in logarithms. */
  private static final double SKEWED = 1;

  private FeatureScales() {}

  /** By the values of these fans. O(n log n) a feature. */
  static List<ScaledFeature> learn(FeatureTable fans, Scaling scaling) {
    List<ScaledFeature> scales = new ArrayList<>();
    for (int feature = 0; feature < fans.features().size(); feature++) {
      String name = fans.features().get(feature).name();
      double[] known =
          Arrays.stream(fans.column(feature)).filter(value -> !Double.isNaN(value)).toArray();
      scales.add(
          switch (scaling) {
            case ROBUST -> robust(name, known);
            case NONE ->
                new ScaledFeature(name, false, 0, 1, known.length == 0 ? 0 : median(known));
          });
    }
    return scales;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Quantiles.ofSorted(sorted, 0.5);
  }

  private static ScaledFeature robust(String name, double[] known) {
    if (known.length == 0) {
      return new ScaledFeature(name, false, 0, 1, 0);
    }
    double[] sorted = known.clone();
    Arrays.sort(sorted);
    boolean log = sorted[0] >= 0 && skewed(sorted);
    if (log) {
      Arrays.setAll(sorted, at -> Math.log1p(sorted[at]));
    }
    double middle = Quantiles.ofSorted(sorted, 0.5);
    double range = Quantiles.ofSorted(sorted, 1 - BEYOND) - Quantiles.ofSorted(sorted, BEYOND);
    double spread = range > 0 ? range / NORMAL_RANGE : moments(sorted)[1];
    return new ScaledFeature(name, log, middle, spread > 0 ? spread : 1, middle);
  }

  /** Whether values are skewed to the right and less so in logarithms. */
  private static boolean skewed(double[] values) {
    double plain = moments(values)[2];
    double[] logs = Arrays.stream(values).map(Math::log1p).toArray();
    return plain > SKEWED && Math.abs(moments(logs)[2]) < plain;
  }

  /** Mean, standard deviation and skewness; skewness 0 of a constant. */
  private static double[] moments(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = 0;
    double cubes = 0;
    for (double value : values) {
      double difference = value - mean;
      squares += difference * difference;
      cubes += difference * difference * difference;
    }
    double deviation = Math.sqrt(squares / values.length);
    double skewness =
        deviation > 0 ? cubes / values.length / (deviation * deviation * deviation) : 0;
    return new double[] {mean, deviation, skewness};
  }

  /** The fans in scaled features. */
  static Points apply(FeatureTable fans, List<ScaledFeature> scales) {
    int columns = scales.size();
    double[] values = new double[fans.rows() * columns];
    for (int feature = 0; feature < columns; feature++) {
      ScaledFeature scale = scales.get(feature);
      double[] column = fans.column(feature);
      for (int row = 0; row < column.length; row++) {
        values[row * columns + feature] = scale.scaled(column[row]);
      }
    }
    return Points.of(values, columns);
  }
}
