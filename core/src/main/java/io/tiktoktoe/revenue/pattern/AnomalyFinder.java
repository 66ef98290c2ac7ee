package io.tiktoktoe.revenue.pattern;

import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.revenue.cells.Cells;
import io.tiktoktoe.revenue.cells.ComparedParts;
import io.tiktoktoe.revenue.cells.LocalSeries;
import io.tiktoktoe.revenue.insight.Dimension;
import io.tiktoktoe.revenue.insight.MethodShare;
import io.tiktoktoe.revenue.insight.RevenueAnomaly;
import io.tiktoktoe.series.anomaly.AnomalyDetector;
import io.tiktoktoe.series.anomaly.AnomalyOptions;
import io.tiktoktoe.series.anomaly.ScoredPoint;
import io.tiktoktoe.stats.Interval;
import java.time.Duration;
import java.time.Instant;
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
 * Anomaly detection on a creator's income: outliers, shifts and gaps of the period, in the total by
 * hour and by day (by quarter of an hour where the history is short), in each stream by day, and
 * what made them. Each of these scopes is one series for the {@link AnomalyDetector}; flagged steps
 * in a row on one side of the expectation are one anomaly. What a wider or coarser scope has told
 * is not told again. Streams share one share of false alarms (Bonferroni), so that four of them
 * alarm no more often than one.
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

  /**
   * One series that is looked at.
   *
   * @param steps the series
   * @param adds whether a cell is one that the series adds up
   * @param open dimensions in which its groups differ
   * @param sensitivity of the detector
   */
  private record Scope(
      LocalSeries steps, IntPredicate adds, Set<Dimension> open, double sensitivity) {}

  /** The anomalies of the elapsed hours and days, largest deviation first. */
  public List<RevenueAnomaly> find() {
    List<RevenueAnomaly> found = new ArrayList<>();
    found.addAll(scan(totalByDay()));
    found.addAll(scan(totalByHour()));
    if (isShort()) {
      for (RevenueAnomaly anomaly : scan(totalByQuarter())) {
        if (!told(anomaly, Duration.ofHours(1), found)) {
          found.add(anomaly);
        }
      }
    }
    for (Stream stream : Stream.values()) {
      for (RevenueAnomaly anomaly : scan(byDay(stream))) {
        if (!told(anomaly, anomaly.grain(), found)) {
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

  private Scope totalByDay() {
    return total(days("total", LocalSeries.ALL), at -> true);
  }

  private Scope totalByHour() {
    int from = Math.max(firstDay, parts.afterDay() - MOST_HOURLY_DAYS);
    Cells cells = parts.cells();
    return total(
        LocalSeries.hours(cells, "total", from, parts.after().to(), parts.after().zone()),
        at -> cells.timed(cells.stream(at)));
  }

  /**
   * Few hours hold too few extremes to tell a peak from a heavy tail: with less than four weeks of
   * history, quarters of an hour are looked at too, and told where no hour tells the same.
   */
  private Scope totalByQuarter() {
    Cells cells = parts.cells();
    Instant from = Instant.ofEpochSecond(cells.second[0]);
    return total(
        LocalSeries.quarters(cells, "total", from, parts.after().to()),
        at -> cells.timed(cells.stream(at)));
  }

  private boolean isShort() {
    return parts.cells().size > 0 && endDay - firstDay < SHORT_DAYS;
  }

  private static Scope total(LocalSeries steps, IntPredicate adds) {
    return new Scope(steps, adds, EnumSet.allOf(Dimension.class), SENSITIVITY);
  }

  private Scope byDay(Stream stream) {
    Cells cells = parts.cells();
    return new Scope(
        days(stream.label(), stream.ordinal()),
        at -> cells.stream(at) == stream.ordinal(),
        EnumSet.complementOf(EnumSet.of(Dimension.STREAM)),
        1 - (1 - SENSITIVITY) / Stream.values().length);
  }

  private LocalSeries days(String id, int stream) {
    return LocalSeries.days(parts.cells(), id, stream, firstDay, endDay, parts.after().zone());
  }

  /** Whether an anomaly of this grain at the same time, in the same direction, says the same. */
  private static boolean told(RevenueAnomaly anomaly, Duration grain, List<RevenueAnomaly> found) {
    return found.stream()
        .filter(other -> other.grain().equals(grain))
        .anyMatch(other -> overlap(other, anomaly));
  }

  /** Whether two share some time and the direction. */
  private static boolean overlap(RevenueAnomaly a, RevenueAnomaly b) {
    return a.from().isBefore(b.to())
        && b.from().isBefore(a.to())
        && Math.signum(a.deviation()) == Math.signum(b.deviation());
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

  private List<RevenueAnomaly> scan(Scope scope) {
    LocalSeries steps = scope.steps();
    int first = Math.max(0, steps.stepFrom(parts.after().from()));
    if (steps.series().length() <= first || isConstant(steps.series().toArray())) {
      return List.of();
    }
    AnomalyOptions options = options(steps, scope.sensitivity());
    // Charges on the 1st are no anomaly, and one that fails on the 1st is.
    List<ScoredPoint> all =
        steps.stepsPerDay() == 1
            ? AnomalyDetector.detectDays(steps.series(), steps.firstDay(), options)
            : AnomalyDetector.detect(steps.series(), options);
    List<ScoredPoint> points = all.subList(first, all.size());
    for (ScoredPoint point : points) {
      point.evidence().forEach(one -> weights.merge(one.method(), one.weight(), Double::sum));
      expectedFalseAlarms += FALSE_ALARMS * (1 - scope.sensitivity()) / (1 - SENSITIVITY);
    }
    return runs(points).stream().map(run -> anomaly(scope, run)).toList();
  }

  /** Flagged steps in a row, as long as they lie on one side of what was expected. */
  private static List<List<ScoredPoint>> runs(List<ScoredPoint> points) {
    List<List<ScoredPoint>> runs = new ArrayList<>();
    boolean open = false;
    for (ScoredPoint point : points) {
      if (!point.anomaly()) {
        open = false;
      } else if (open && sameSide(runs.getLast().getLast(), point)) {
        runs.getLast().add(point);
      } else {
        runs.add(new ArrayList<>(List.of(point)));
        open = true;
      }
    }
    return runs;
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

  private RevenueAnomaly anomaly(Scope scope, List<ScoredPoint> run) {
    LocalSeries steps = scope.steps();
    Instant from = steps.start(run.getFirst().step());
    Instant to = steps.start(run.getLast().step() + 1);
    Interval range = expectedRange(steps, run);
    double expected = expected(steps, run);
    Cells cells = parts.cells();
    AnomalyCause.Finding finding =
        new AnomalyCause(cells, parts.after().zone(), from, to)
            .find(scope.adds(), expected, scope.open());
    long actual = actual(cells.from(from), cells.from(to), scope.adds());
    boolean onePayment =
        actual > expected
            && 2 * largest(cells.from(from), cells.from(to), scope.adds()) >= actual - expected;
    ScoredPoint surest =
        run.stream().max(Comparator.comparingDouble(ScoredPoint::score)).orElseThrow();
    return new RevenueAnomaly(
        from,
        to,
        steps.grain(),
        steps.series().id(),
        actual,
        expected,
        range,
        surest.score(),
        surest.kind().orElseThrow(),
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

  private long actual(int from, int to, IntPredicate adds) {
    long net = 0;
    for (int at = from; at < to; at++) {
      if (adds.test(at)) {
        net = Math.addExact(net, parts.cells().net[at]);
      }
    }
    return net;
  }

  /** The largest payment, taking those of one bucket and group for equal. */
  private double largest(int from, int to, IntPredicate adds) {
    double largest = 0;
    for (int at = from; at < to; at++) {
      if (adds.test(at)) {
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
