package io.tiktoktoe.service.model;

import io.tiktoktoe.series.anomaly.ScoredPoint;
import io.tiktoktoe.table.TimedSeries;
import java.util.List;

/** A series and how unusual each of its steps is. */
public record ScoredSeries(TimedSeries timed, List<ScoredPoint> points) {

  public ScoredSeries {
    points = List.copyOf(points);
  }
}
