package io.tiktoktoe.service.model;

import io.tiktoktoe.revenue.insight.RevenueInsights;
import java.nio.file.Path;
import java.util.List;

/**
 * What a demo did and found.
 *
 * @param stages its steps in their order
 * @param store the store's file
 * @param revenue of the busiest creator, over the last 30 days
 */
public record DemoAnswer(List<Stage> stages, Path store, RevenueInsights revenue) {

  public DemoAnswer {
    stages = List.copyOf(stages);
  }

  /** One finished step with its wall-clock time. */
  public record Stage(DemoStep step, double seconds) {}
}
