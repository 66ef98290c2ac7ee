package io.tiktoktoe.series.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.series.Series;
import io.tiktoktoe.series.anomaly.ScoredPoint.Evidence;
import io.tiktoktoe.series.anomaly.ScoredPoint.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnomalyDetectorTest {

  private static final AnomalyOptions DEFAULTS = AnomalyOptions.defaults();

  static Stream<Named<ToDoubleFunction<SplittableRandom>>> stationary() {
    return Stream.of(
        Named.of("normal", SplittableRandom::nextGaussian),
        Named.of("positive normal", random -> 100 + 10 * random.nextGaussian()),
        Named.of("lognormal", random -> Math.exp(random.nextGaussian())),
        Named.of("exponential", SplittableRandom::nextExponential),
        Named.of("Pareto 2", random -> 1 / Math.sqrt(1 - random.nextDouble())),
        Named.of("uniform", SplittableRandom::nextDouble),
        Named.of("coin", random -> random.nextInt(2)),
        Named.of("tips in a tenth of the hours", random -> tip(random, .1)),
        Named.of("tips in a hundredth of the hours", random -> tip(random, .01)));
  }

  /**
   * 20 x 1,000 points at .95: at most .001 may be flagged, 20 points; true shares are at most half
   * of that (docs/methods/anomalies.md), so more than 28 come less than once in ten thousand runs.
   */
  @ParameterizedTest
  @MethodSource("stationary")
  void stationaryPointsAreRarelyFlagged(ToDoubleFunction<SplittableRandom> next) {
    int flagged = 0;
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] values = new double[1_000];
      Arrays.setAll(values, step -> next.applyAsDouble(random));
      flagged += flags(detect(values, DEFAULTS)).size();
    }

    assertThat(flagged).isLessThanOrEqualTo(28);
  }

  @Test
  void aSpikeLeavesNoWideBandBehind() {
    double[] values = new double[120];
    for (int step = 0; step < values.length; step++) {
      values[step] = 100 + (step * 7919 % 13 - 6) / 2.0;
    }
    values[79] = 10_000;
    // That it came is learned, not how far it went.
    assertThat(detect(values, DEFAULTS).get(85).hi()).isBetween(102.0, 250.0);
  }

  /** 80 x 365 points: at most 29 may be flagged, and half of them are (see the page's table). */
  @ParameterizedTest
  @ValueSource(doubles = {.7, .95})
  void whatPersistsIsNoChangeOfLevel(double kept) {
    int flagged = 0;
    for (int seed = 0; seed < 80; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] values = new double[365];
      values[0] = random.nextGaussian() / Math.sqrt(1 - kept * kept);
      for (int step = 1; step < values.length; step++) {
        values[step] = kept * values[step - 1] + random.nextGaussian();
      }
      flagged += flags(detect(values, DEFAULTS)).size();
    }
    assertThat(flagged).isLessThanOrEqualTo(29);
  }

  @Test
  void anOutageRightAfterASpikeIsNoRepetitionOfIt() {
    double[] values = new double[150];
    for (int step = 0; step < values.length; step++) {
      values[step] = 1000 + step * 7919 % 13 * 4;
    }
    values[120] = 9000;
    values[122] = 0;
    values[123] = 0;
    List<ScoredPoint> points = detect(values, DEFAULTS);
    assertThat(points.stream().filter(ScoredPoint::anomaly).map(ScoredPoint::step).toList())
        .isEqualTo(List.of(120, 122));
  }

  @Test
  void aSpikeIsFlaggedAtOnceWithItsRange() {
    double[] values = weekly(1, 300);
    values[250] += 60;

    ScoredPoint spike = detect(values, DEFAULTS).get(250);

    assertThat(spike.anomaly()).isTrue();
    assertThat(spike.score()).isGreaterThan(.5);
    assertThat(spike.expected()).isCloseTo(values[250] - 60, within(5.0));
    assertThat(spike.lo()).isLessThan(spike.expected());
    assertThat(spike.hi()).isBetween(spike.expected(), spike.value());
    assertThat(evidence(spike, Method.SPIKE).pValue()).isLessThan(.001);
  }

  @Test
  void aLongSeasonLeavesNoMonthUnwatched() {
    SplittableRandom random = new SplittableRandom(17);
    double[] hours = new double[24 * 18];
    for (int hour = 0; hour < hours.length; hour++) {
      hours[hour] = 100 + 20 * Math.sin(2 * Math.PI * hour / 24) + random.nextGaussian();
    }
    hours[330] += 60;
    List<ScoredPoint> points =
        AnomalyDetector.detect(
            Series.of("hours", hours), AnomalyOptions.defaults().withPeriods(24, 168));
    assertThat(points.get(330).anomaly()).isTrue();
    assertThat(points.stream().filter(ScoredPoint::anomaly)).hasSizeLessThan(3);
  }

  @Test
  void aSpikeAmongTheFirstValuesIsNotLearnedWhole() {
    SplittableRandom random = new SplittableRandom(18);
    double[] values = new double[120];
    Arrays.setAll(values, step -> 100 + 5 * random.nextGaussian());
    values[6] = 20_000;
    values[90] = 0;
    List<ScoredPoint> points =
        AnomalyDetector.detect(Series.of("days", values), AnomalyOptions.defaults());
    assertThat(points.get(60).expected()).isBetween(80.0, 130.0);
    assertThat(points.get(90).anomaly()).isTrue();
  }

  @Test
  void aDropToZeroIsFlagged() {
    double[] values = weekly(2, 300);
    values[260] = 0;

    assertThat(detect(values, DEFAULTS).get(260).anomaly()).isTrue();
  }

  @Test
  void aLevelThatStaysAwayIsFlaggedAsShift() {
    double[] values = new double[500];
    SplittableRandom random = new SplittableRandom(3);
    Arrays.setAll(values, step -> 100 + 4 * random.nextGaussian() + (step < 400 ? 0 : 12));

    List<ScoredPoint> flags = flags(detect(values, DEFAULTS));

    assertThat(flags)
        .anySatisfy(
            point -> {
              assertThat(point.step()).isBetween(400, 430);
              assertThat(strongest(point)).isEqualTo(Method.LEVEL_SHIFT);
            });
  }

  @Test
  void aWeekInAnotherOrderIsFlaggedByItsShape() {
    double[] values = weekly(4, 420);
    double[] week = Arrays.copyOfRange(values, 350, 357);
    for (int day = 0; day < 7; day++) {
      values[350 + day] = week[6 - day];
    }

    List<ScoredPoint> points = detect(values, DEFAULTS.withPeriods(7));

    double least =
        points.subList(350, 357).stream()
            .mapToDouble(point -> evidence(point, Method.SHAPE).pValue())
            .min()
            .orElseThrow();
    assertThat(least).isLessThan(1e-3);
    assertThat(flags(points)).anyMatch(point -> point.step() >= 350 && point.step() < 357);
  }

  @Test
  void ofSparseTipsOnlyTheHugeOneIsFlagged() {
    SplittableRandom random = new SplittableRandom(5);
    double[] values = new double[5_000];
    Arrays.setAll(values, step -> tip(random, .02));
    values[4_000] = 5_000;

    List<ScoredPoint> flags = flags(detect(values, DEFAULTS));

    assertThat(flags).extracting(ScoredPoint::step).contains(4_000);
    assertThat(flags.size()).isLessThanOrEqualTo(4);
  }

  @Test
  void aScoreNeverUsesLaterValues() {
    double[] values = weekly(6, 300);
    values[200] = Double.NaN;

    List<ScoredPoint> all = detect(values, DEFAULTS);
    List<ScoredPoint> start = detect(Arrays.copyOf(values, 230), DEFAULTS);

    assertThat(all.subList(0, 230)).isEqualTo(start);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e12})
  void theUnitDoesNotMatter(double unit) {
    double[] values = weekly(7, 300);
    values[250] += 60;
    double[] scaled = Arrays.stream(values).map(value -> unit * value).toArray();

    List<ScoredPoint> before = detect(values, DEFAULTS);
    List<ScoredPoint> after = detect(scaled, DEFAULTS);

    for (int step = 0; step < values.length; step++) {
      assertThat(after.get(step).score()).isCloseTo(before.get(step).score(), within(1e-6));
      assertThat(after.get(step).anomaly()).isEqualTo(before.get(step).anomaly());
    }
  }

  @Test
  void weightsAndContributionsSumToOne() {
    for (ScoredPoint point : detect(weekly(8, 200), DEFAULTS)) {
      assertThat(point.evidence()).extracting(Evidence::method).containsExactly(Method.values());
      assertThat(point.evidence().stream().mapToDouble(Evidence::weight).sum())
          .isCloseTo(1, within(1e-12));
      assertThat(point.evidence().stream().mapToDouble(Evidence::contribution).sum())
          .isCloseTo(1, within(1e-12));
      assertThat(point.pValue()).isBetween(0.0, 1.0);
      assertThat(point.score()).isBetween(0.0, 1.0);
      boolean known = !Double.isNaN(point.lo());
      assertThat(known || point.step() < 100).isTrue();
      assertThat(!known || point.lo() <= point.hi()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 5, -3, 1e12})
  void aConstantIsNeverAnomalous(double constant) {
    double[] values = new double[200];
    Arrays.fill(values, constant);

    assertThat(detect(values, DEFAULTS))
        .allSatisfy(
            point -> {
              assertThat(point.anomaly()).isFalse();
              assertThat(point.expected()).isCloseTo(constant, within(Math.abs(constant) * 1e-12));
            });
  }

  @Test
  void onePointNoPointAndOnlyMissingPointsAreNoAnomaly() {
    assertThat(detect(new double[0], DEFAULTS)).isEmpty();
    assertThat(flags(detect(new double[] {42}, DEFAULTS))).isEmpty();
    double[] missing = new double[100];
    Arrays.fill(missing, Double.NaN);
    assertThat(detect(missing, DEFAULTS))
        .allSatisfy(
            point -> {
              assertThat(point.score()).isZero();
              assertThat(point.expected()).isFinite();
            });
  }

  @Test
  void missingPointsHideNothing() {
    double[] values = weekly(9, 300);
    for (int step = 10; step < 200; step += 9) {
      values[step] = Double.NaN;
    }
    values[250] += 60;

    List<ScoredPoint> points = detect(values, DEFAULTS);

    assertThat(points.get(250).anomaly()).isTrue();
    assertThat(points.get(19).anomaly()).isFalse();
    assertThat(points.get(19).expected()).isFinite();
  }

  @Test
  void aRepeatedEventIsReportedOnce() {
    double[] values = new double[400];
    SplittableRandom random = new SplittableRandom(10);
    Arrays.setAll(values, step -> 100 + 4 * random.nextGaussian());
    values[300] = 160;
    values[303] = 155;

    List<ScoredPoint> points = detect(values, DEFAULTS);

    assertThat(points.get(300).anomaly()).isTrue();
    assertThat(points.get(303).anomaly()).isFalse();
    assertThat(points.get(303).pValue()).isLessThan(.01);
  }

  @Test
  void higherSensitivityFlagsLess() {
    SplittableRandom random = new SplittableRandom(11);
    double[] values = new double[3_000];
    Arrays.setAll(values, step -> Math.exp(random.nextGaussian()));

    int few = flags(detect(values, DEFAULTS.withSensitivity(.999))).size();
    int many = flags(detect(values, DEFAULTS.withSensitivity(.2))).size();

    assertThat(few).isLessThan(many);
  }

  @Test
  void nonNegativeRangesEndAtZeroAndNegativeValuesAreRefused() {
    SplittableRandom random = new SplittableRandom(12);
    double[] values = new double[300];
    Arrays.setAll(values, step -> random.nextExponential());
    AnomalyOptions options = DEFAULTS.withNonNegative(true);

    assertThat(detect(values, options)).allSatisfy(p -> assertThat(p.lo()).isNotNegative());
    AnomalyDetector detector = new AnomalyDetector(options);
    assertThatThrownBy(() -> detector.next(-1)).hasMessageContaining("value at step 0 (-1.0)");
    assertThatThrownBy(() -> detector.next(Double.POSITIVE_INFINITY))
        .hasMessageContaining("Infinity");
  }

  @Test
  void aSeriesNeverBelowZeroIsNotExpectedThere() {
    double[] outage = weekly(8, 200);
    Arrays.fill(outage, 100, 110, 0);
    assertThat(detect(outage, DEFAULTS).subList(100, 200))
        .allMatch(point -> point.expected() >= 0 && point.lo() >= 0 && point.lo() < point.hi());
    double[] lower = weekly(8, 200);
    Arrays.setAll(lower, step -> lower[step] - 70);
    assertThat(detect(lower, DEFAULTS)).anyMatch(point -> point.lo() < 0);
  }

  @Test
  void nothingButZerosTellsNoRangeAndOnePaymentIsNotOutsideOfOne() {
    double[] values = new double[200];
    values[150] = 50;
    List<ScoredPoint> points = detect(values, DEFAULTS);
    assertThat(flags(points)).isEmpty();
    assertThat(points).allMatch(point -> Double.isNaN(point.lo()) && Double.isNaN(point.hi()));
  }

  @Test
  void optionsRefuseWhatCannotBe() {
    assertThatThrownBy(() -> DEFAULTS.withSensitivity(1)).hasMessageContaining("sensitivity (1.0)");
    assertThatThrownBy(() -> DEFAULTS.withPeriods(1)).hasMessageContaining("period (1)");
    assertThatThrownBy(() -> DEFAULTS.withMemory(0)).hasMessageContaining("memory (0.0)");
    assertThatThrownBy(() -> DEFAULTS.withQuiet(-.1)).hasMessageContaining("quiet (-0.1)");
  }

  private static List<ScoredPoint> detect(double[] values, AnomalyOptions options) {
    return AnomalyDetector.detect(Series.of("test", values), options);
  }

  private static List<ScoredPoint> flags(List<ScoredPoint> points) {
    return points.stream().filter(ScoredPoint::anomaly).toList();
  }

  private static Method strongest(ScoredPoint point) {
    return point.evidence().stream()
        .max(Comparator.comparingDouble(Evidence::contribution))
        .orElseThrow()
        .method();
  }

  private static Evidence evidence(ScoredPoint point, Method method) {
    return point.evidence().get(method.ordinal());
  }

  private static double tip(SplittableRandom random, double share) {
    return random.nextDouble() < share ? Math.exp(1 + random.nextGaussian()) : 0;
  }

  private static double[] weekly(long seed, int length) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] week = {40, 45, 50, 60, 90, 120, 80};
    double[] values = new double[length];
    Arrays.setAll(values, step -> week[step % 7] + 3 * random.nextGaussian());
    return values;
  }
}
