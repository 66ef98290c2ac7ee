package io.tiktoktoe.revenue.pattern;

import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.revenue.cells.Cells;
import io.tiktoktoe.revenue.cells.ComparedParts;
import io.tiktoktoe.revenue.cells.LocalSeries;
import io.tiktoktoe.revenue.insight.Dimension;
import io.tiktoktoe.revenue.insight.MethodShare;
import io.tiktoktoe.revenue.insight.RevenueAnomaly;
import io.tiktoktoe.series.AnomalyDetector;
import io.tiktoktoe.series.AnomalyOptions;
import io.tiktoktoe.series.ScoredPoint;
import io.tiktoktoe.stats.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Finds anomalies in the period: in the total by hour and by day (by quarter of an hour where the
 * history is short), in each stream by day, and what made them. Flagged steps in a row are one
 * anomaly. Streams share one share of false alarms, so that four of them alarm no more often than
 * one.
 */
public final class AnomalyFinder {

  public static final double SENSITIVITY = 0.95;

  /** What the detector promises: false alarms per step of a stationary series. */
  private static final double FALSE_ALARMS = (1 - SENSITIVITY) / 50;

  /** Hours older than this teach nothing that later ones do not. */
  private static final int MOST_HOURLY_DAYS = 182;

  /** History below which quarters of an hour are looked at too. */
  private static final int SHORT_DAYS = 28;

  private final ComparedParts parts;
  private final int firstDay;
  private final int endDay;
  private final Map<ScoredPoint.Method, Double> weights = new EnumMap<>(ScoredPoint.Method.class);
  private double expectedFalseAlarms;

  public AnomalyFinder(ComparedParts parts) {
    this.parts = parts;
    endDay = parts.endDay();
    firstDay = parts.cells().size == 0 ? endDay : Math.min(parts.cells().day[0], endDay);
  }

  /** The anomalies of the elapsed hours and days, largest deviation first. */
  public List<RevenueAnomaly> find() {
    Cells cells = parts.cells();
    ZoneId zone = parts.after().zone();
    List<RevenueAnomaly> found = new ArrayList<>();
    LocalSeries total = LocalSeries.days(cells, "total", LocalSeries.ALL, firstDay, endDay, zone);
    found.addAll(scan(total, LocalSeries.ALL, SENSITIVITY));
    int hourlyFrom = Math.max(firstDay, parts.afterDay() - MOST_HOURLY_DAYS);
    found.addAll(
        scan(
            LocalSeries.hours(cells, "total", hourlyFrom, parts.after().to(), zone),
            LocalSeries.ALL,
            SENSITIVITY));
    findQuarters(found);
    int streams = Stream.values().length;
    for (Stream stream : Stream.values()) {
      LocalSeries days =
          LocalSeries.days(cells, stream.label(), stream.ordinal(), firstDay, endDay, zone);
      for (RevenueAnomaly anomaly : scan(days, stream.ordinal(), 1 - (1 - SENSITIVITY) / streams)) {
        if (found.stream().noneMatch(other -> covers(other, anomaly))) {
          found.add(anomaly);
        }
      }
    }
    found.sort(
        Comparator.comparingDouble((RevenueAnomaly one) -> -Math.abs(one.deviation()))
            .thenComparing(RevenueAnomaly::from)
            .thenComparing(RevenueAnomaly::scope));
    return found;
  }

  /** How many of the found chance alone would make at most, on average. */
  public double expectedFalseAlarms() {
    return expectedFalseAlarms;
  }

  /** How much each method counted, over all steps that were looked at. */
  public List<MethodShare> methods() {
    double total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    List<MethodShare> shares = new ArrayList<>();
    weights.forEach(
        (method, weight) ->
            shares.add(
                new MethodShare(
                    method.name().toLowerCase(Locale.ROOT).replace('_', ' '), weight / total)));
    return shares;
  }

  /**
   * Few hours hold too few extremes to tell a peak from a heavy tail: with less than four weeks of
   * history, quarters of an hour are looked at too, and told where no hour tells the same.
   */
  private void findQuarters(List<RevenueAnomaly> found) {
    Cells cells = parts.cells();
    if (cells.size == 0 || endDay - firstDay >= SHORT_DAYS) {
      return;
    }
    Instant from = Instant.ofEpochSecond(cells.second[0]);
    LocalSeries quarters = LocalSeries.quarters(cells, "total", from, parts.after().to());
    for (RevenueAnomaly anomaly : scan(quarters, LocalSeries.ALL, SENSITIVITY)) {
      boolean told =
          found.stream()
              .filter(other -> other.grain().equals(Duration.ofHours(1)))
              .anyMatch(other -> overlap(other, anomaly));
      if (!told) {
        found.add(anomaly);
      }
    }
  }

  /** Whether a day's total anomaly already tells what this stream's would. */
  private static boolean covers(RevenueAnomaly total, RevenueAnomaly stream) {
    return total.grain().equals(stream.grain()) && overlap(total, stream);
  }

  /** Whether two share some time and the direction. */
  private static boolean overlap(RevenueAnomaly a, RevenueAnomaly b) {
    return a.from().isBefore(b.to())
        && b.from().isBefore(a.to())
        && Math.signum(a.deviation()) == Math.signum(b.deviation());
  }

  private List<RevenueAnomaly> scan(LocalSeries steps, int stream, double sensitivity) {
    int first = Math.max(0, steps.stepFrom(parts.after().from()));
    if (steps.series().length() <= first || isConstant(steps.series().toArray())) {
      return List.of();
    }
    AnomalyOptions options = options(steps, sensitivity);
    List<ScoredPoint> points = AnomalyDetector.detect(steps.series(), options);
    List<RevenueAnomaly> found = new ArrayList<>();
    List<ScoredPoint> run = new ArrayList<>();
    for (ScoredPoint point : points.subList(first, points.size())) {
      point.evidence().forEach(one -> weights.merge(one.method(), one.weight(), Double::sum));
      expectedFalseAlarms += FALSE_ALARMS * (1 - sensitivity) / (1 - SENSITIVITY);
      if (point.anomaly() && (run.isEmpty() || sameSide(run.getLast(), point))) {
        run.add(point);
        continue;
      }
      if (!run.isEmpty()) {
        found.add(anomaly(steps, stream, run));
        run.clear();
      }
      if (point.anomaly()) {
        run.add(point);
      }
    }
    if (!run.isEmpty()) {
      found.add(anomaly(steps, stream, run));
    }
    return found;
  }

  private static boolean isConstant(double[] values) {
    for (double value : values) {
      if (value != values[0] && !Double.isNaN(value)) {
        return false;
      }
    }
    return true;
  }

  private static AnomalyOptions options(LocalSeries steps, double sensitivity) {
    double[] values = steps.series().toArray();
    boolean nonNegative = true;
    for (double value : values) {
      nonNegative &= !(value < 0);
    }
    int week = 7 * steps.stepsPerDay();
    AnomalyOptions options =
        AnomalyOptions.defaults().withSensitivity(sensitivity).withNonNegative(nonNegative);
    if (values.length < 2 * week) {
      return options;
    }
    return steps.stepsPerDay() == 1
        ? options.withPeriods(7)
        : options.withPeriods(steps.stepsPerDay(), week);
  }

  private static boolean sameSide(ScoredPoint a, ScoredPoint b) {
    return Math.signum(a.value() - a.expected()) == Math.signum(b.value() - b.expected());
  }

  private RevenueAnomaly anomaly(LocalSeries steps, int stream, List<ScoredPoint> run) {
    Instant from = steps.start(run.getFirst().step());
    Instant to = steps.start(run.getLast().step() + 1);
    Interval range = expectedRange(steps, run);
    double expected = expected(steps, run);
    Cells cells = parts.cells();
    IntPredicate scope = scope(steps, stream);
    Set<Dimension> open = EnumSet.allOf(Dimension.class);
    if (stream != LocalSeries.ALL) {
      open.remove(Dimension.STREAM);
    }
    AnomalyCause.Finding finding =
        new AnomalyCause(cells, parts.after().zone(), from, to).find(scope, expected, open);
    long actual = actual(cells.from(from), cells.from(to), scope);
    boolean onePayment =
        actual > expected
            && 2 * largest(cells.from(from), cells.from(to), scope) >= actual - expected;
    return new RevenueAnomaly(
        from,
        to,
        steps.grain(),
        steps.series().id(),
        actual,
        expected,
        range,
        run.stream().mapToDouble(ScoredPoint::score).max().orElse(0),
        onePayment,
        finding.cause(),
        finding.contributions());
  }

  /** What season and trend lead to expect of the steps together. */
  private static double expected(LocalSeries steps, List<ScoredPoint> run) {
    double expected = 0;
    for (ScoredPoint point : run) {
      expected += point.expected() * steps.length(point.step());
    }
    return expected;
  }

  /** Where the sum of the steps would have been; their deviations are taken as independent. */
  private static Interval expectedRange(LocalSeries steps, List<ScoredPoint> run) {
    double expected = expected(steps, run);
    double below = 0;
    double above = 0;
    for (ScoredPoint point : run) {
      double length = steps.length(point.step());
      below += square((point.expected() - point.lo()) * length);
      above += square((point.hi() - point.expected()) * length);
    }
    return new Interval(expected - Math.sqrt(below), expected + Math.sqrt(above), 1 - FALSE_ALARMS);
  }

  /** The cells that a series adds up. */
  private IntPredicate scope(LocalSeries steps, int stream) {
    Cells cells = parts.cells();
    return at ->
        stream == LocalSeries.ALL
            ? steps.stepsPerDay() == 1 || cells.timed(cells.stream(at))
            : cells.stream(at) == stream;
  }

  private long actual(int from, int to, IntPredicate scope) {
    long net = 0;
    for (int at = from; at < to; at++) {
      if (scope.test(at)) {
        net = Math.addExact(net, parts.cells().net[at]);
      }
    }
    return net;
  }

  /** The largest payment, taking those of one bucket and group for equal. */
  private double largest(int from, int to, IntPredicate scope) {
    double largest = 0;
    for (int at = from; at < to; at++) {
      if (scope.test(at)) {
        double payments = Math.max(1, parts.cells().count[at]);
        largest = Math.max(largest, parts.cells().net[at] / payments);
      }
    }
    return largest;
  }

  private static double square(double value) {
    return value * value;
  }
}
