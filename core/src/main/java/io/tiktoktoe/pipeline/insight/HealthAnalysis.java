package io.tiktoktoe.pipeline.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How the platform's machines did; numbers without noise, since they tell of no person.
 *
 * @param measures each platform's
 * @param incidents while something was far beyond its usual value, the longest first
 * @param drifts measures whose newest days differ from those before
 * @param accepted rows taken in
 * @param rejected rows refused
 * @param lag in which half of the deliveries came
 */
public record HealthAnalysis(
    List<MeasureLine> measures,
    List<Incident> incidents,
    List<Drift> drifts,
    long accepted,
    long rejected,
    Duration lag) {

  /**
   * A platform's measure.
   *
   * @param median of its samples
   * @param high a twentieth of the samples lies above
   */
  public record MeasureLine(
      String platform, String measure, long samples, double median, double high) {}

  /**
   * Samples in a row that were far beyond usual.
   *
   * @param worst of them
   * @param usual the measure's median
   */
  public record Incident(
      String platform, String measure, Instant from, Instant to, double worst, double usual) {}

  /**
   * A change of a daily median.
   *
   * @param before median of the days before
   * @param now median of the newest days
   * @param deviations how many robust standard deviations of daily medians lie between them
   */
  public record Drift(
      String platform, String measure, double before, double now, double deviations) {}
}
