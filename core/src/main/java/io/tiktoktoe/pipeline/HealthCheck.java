package io.tiktoktoe.pipeline;

import io.tiktoktoe.pipeline.insight.HealthAnalysis;
import io.tiktoktoe.pipeline.insight.HealthAnalysis.Drift;
import io.tiktoktoe.pipeline.insight.HealthAnalysis.Incident;
import io.tiktoktoe.pipeline.insight.HealthAnalysis.MeasureLine;
import io.tiktoktoe.pipeline.insight.PlatformHealth;
import io.tiktoktoe.pipeline.insight.PlatformHealth.Delivery;
import io.tiktoktoe.pipeline.insight.PlatformHealth.Sample;
import io.tiktoktoe.stats.Quantiles;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What machines measured: levels, incidents far beyond them, and drift of their daily medians. */
final class HealthCheck {

  /**
   * An incident lies so many times as far above the median as the upper quartile does: of
   * exponential waits one sample in two million does by chance.
   */
  private static final double FAR = 20;

  /** Samples of one incident lie so near to each other. */
  private static final Duration TOGETHER = Duration.ofHours(1);

  private static final int NEW_DAYS = 3;

  private static final int LEAST_OLD_DAYS = 14;

  /** A drift is so many robust standard deviations of daily medians. */
  private static final double DRIFT = 4;

  /** Median absolute deviation of a standard normal variable, inverted. */
  private static final double PER_MAD = 1.4826;

  private static final double HIGH = 0.95;

  private static final double UPPER_QUARTILE = 0.75;

  /** Measures that hardly vary drift by no less than this share of them. */
  private static final double LEAST_SPREAD = 0.01;

  private HealthCheck() {}

  static HealthAnalysis of(PlatformHealth health) {
    Map<List<String>, List<Sample>> measures =
        health.samples().stream()
            .collect(
                Collectors.groupingBy(
                    one -> List.of(one.platform(), one.measure()),
                    () ->
                        new TreeMap<>(
                            Comparator.comparing(List<String>::getFirst)
                                .thenComparing(List::getLast)),
                    Collectors.toList()));
    List<MeasureLine> lines = new ArrayList<>();
    List<Incident> incidents = new ArrayList<>();
    List<Drift> drifts = new ArrayList<>();
    measures.values().forEach(samples -> look(samples, lines, incidents, drifts));
    incidents.sort(
        Comparator.comparing((Incident one) -> Duration.between(one.from(), one.to()))
            .reversed()
            .thenComparing(Incident::from));
    List<Delivery> deliveries = health.deliveries();
    double lag =
        deliveries.isEmpty()
            ? 0
            : Quantiles.median(deliveries.stream().mapToDouble(Delivery::lagSeconds).toArray());
    return new HealthAnalysis(
        List.copyOf(lines),
        List.copyOf(incidents),
        List.copyOf(drifts),
        deliveries.stream().mapToLong(Delivery::accepted).sum(),
        deliveries.stream().mapToLong(Delivery::rejected).sum(),
        Duration.ofSeconds(Math.round(lag)));
  }

  private static void look(
      List<Sample> samples, List<MeasureLine> lines, List<Incident> incidents, List<Drift> drifts) {
    double[] values = samples.stream().mapToDouble(Sample::value).sorted().toArray();
    Sample first = samples.getFirst();
    double median = Quantiles.ofSorted(values, 0.5);
    lines.add(
        new MeasureLine(
            first.platform(),
            first.measure(),
            values.length,
            median,
            Quantiles.ofSorted(values, HIGH)));
    double limit = median + FAR * (Quantiles.ofSorted(values, UPPER_QUARTILE) - median);
    // Where nothing varies, nothing is far beyond usual.
    if (limit > median) {
      incidents(samples, limit, median, incidents);
    }
    drift(samples, drifts);
  }

  private static void incidents(
      List<Sample> samples, double limit, double median, List<Incident> into) {
    Incident open = null;
    for (Sample sample : samples) {
      if (sample.value() <= limit) {
        continue;
      }
      boolean goesOn =
          open != null && Duration.between(open.to(), sample.time()).compareTo(TOGETHER) <= 0;
      if (open != null && !goesOn) {
        into.add(open);
      }
      open =
          new Incident(
              sample.platform(),
              sample.measure(),
              goesOn && open != null ? open.from() : sample.time(),
              sample.time(),
              goesOn && open != null ? Math.max(open.worst(), sample.value()) : sample.value(),
              median);
    }
    if (open != null) {
      into.add(open);
    }
  }

  private static void drift(List<Sample> samples, List<Drift> into) {
    TreeMap<LocalDate, List<Double>> days = new TreeMap<>();
    samples.forEach(
        one ->
            days.computeIfAbsent(
                    LocalDate.ofInstant(one.time(), ZoneOffset.UTC), day -> new ArrayList<>())
                .add(one.value()));
    double[] medians =
        days.values().stream()
            .mapToDouble(day -> Quantiles.median(day.stream().mapToDouble(v -> v).toArray()))
            .toArray();
    int old = medians.length - NEW_DAYS;
    if (old < LEAST_OLD_DAYS) {
      return;
    }
    double[] before = Arrays.copyOf(medians, old);
    double was = Quantiles.median(before);
    double now = Quantiles.median(Arrays.copyOfRange(medians, old, medians.length));
    double[] apart = Arrays.stream(before).map(one -> Math.abs(one - was)).toArray();
    double spread = Math.max(PER_MAD * Quantiles.median(apart), LEAST_SPREAD * Math.abs(was));
    if (spread > 0 && Math.abs(now - was) >= DRIFT * spread) {
      Sample first = samples.getFirst();
      into.add(new Drift(first.platform(), first.measure(), was, now, (now - was) / spread));
    }
  }
}
