package io.tiktoktoe.pipeline.insight;

import java.time.Instant;
import java.util.List;

/**
 * Health of a platform as machines reported it. It tells of machines and deliveries, not of
 * persons, and so takes no budget; who may see it is the operator's to say.
 *
 * @param samples measurements in the order of time
 * @param deliveries commits of the store that brought events of the period
 */
public record PlatformHealth(List<Sample> samples, List<Delivery> deliveries) {

  /** Nothing was measured. */
  public static final PlatformHealth NONE = new PlatformHealth(List.of(), List.of());

  public PlatformHealth {
    samples = List.copyOf(samples);
    deliveries = List.copyOf(deliveries);
  }

  /**
   * A measurement.
   *
   * @param platform which was measured
   * @param measure what, such as {@code latency_ms} or {@code error_rate}
   * @param time when
   * @param value in the measure's unit
   */
  public record Sample(String platform, String measure, Instant time, double value) {}

  /**
   * A commit of the store.
   *
   * @param recorded when it was made
   * @param accepted rows taken in
   * @param rejected rows refused
   * @param lagSeconds from the newest event that it brought to its being recorded
   */
  public record Delivery(Instant recorded, long accepted, long rejected, long lagSeconds) {}
}
