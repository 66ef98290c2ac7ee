package io.tiktoktoe.series.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.series.MonthDays;
import io.tiktoktoe.series.Series;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is unusual must not become what is expected. */
class RobustBaselineTest {

  private static final AnomalyOptions DEFAULTS = AnomalyOptions.defaults();

  private static List<ScoredPoint> detect(double[] values) {
    return AnomalyDetector.detect(Series.of("values", values), DEFAULTS);
  }

  private static List<Integer> flagged(List<ScoredPoint> points) {
    return points.stream().filter(ScoredPoint::anomaly).map(ScoredPoint::step).toList();
  }

  private static double[] around(double level, int length) {
    SplittableRandom random = new SplittableRandom(12);
    double[] values = new double[length];
    Arrays.setAll(values, step -> level * (1 + 0.03 * random.nextGaussian()));
    return values;
  }

  @Test
  void theStepAfterASpikeAndALaterOutageAreJudgedAsIfTheSpikeHadNotBeen() {
    double[] values = around(250, 140);
    values[90] = 40_000;
    values[120] = 0;
    List<ScoredPoint> points = detect(values);
    assertThat(flagged(points)).containsExactly(90, 120);
    assertThat(points.get(91).expected()).isCloseTo(250, within(25.0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void theRangeAfterASpikeIsAsIfItHadNotBeen(int lasting) {
    double[] values = around(250, 300);
    Arrays.fill(values, 150, 150 + lasting, 30_000);
    List<ScoredPoint> points = detect(values);
    assertThat(points.subList(165, 300)).allMatch(point -> point.hi() < 600);
    values[220] = 900;
    assertThat(flagged(detect(values))).contains(220);
  }

  @Test
  void aNewLevelIsLearnedAllTheSame() {
    double[] values = around(250, 240);
    for (int step = 120; step < 240; step++) {
      values[step] *= 8;
    }
    List<ScoredPoint> points = detect(values);
    assertThat(flagged(points)).contains(120);
    assertThat(points.get(239).expected()).isCloseTo(2_000, within(200.0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01})
  void aFlatSeriesThatStopsIsFlagged(double noise) {
    double[] values = new double[160];
    Arrays.setAll(values, step -> 75 + (step % 2 == 0 ? 0 : noise));
    values[140] = 0;
    assertThat(flagged(detect(values))).containsExactly(140);
  }

  @Test
  void aFlatSeriesMayMoveByACent() {
    double[] values = new double[160];
    Arrays.fill(values, 75);
    values[140] = 75.01;
    assertThat(flagged(detect(values))).isEmpty();
  }

  @Test
  void ofTwoLevelsTheOneOutlierAloneIsFlagged() {
    double[] values = new double[70];
    Arrays.setAll(values, step -> step % 2 == 0 ? 40 : 46);
    values[52] = 700;
    assertThat(flagged(detect(values))).containsExactly(52);
  }

  @Test
  void noBandIsShownBeforeItIsKnown() {
    double[] values = new double[30];
    Arrays.setAll(values, step -> 7 + step % 4);
    values[12] = 300;
    List<ScoredPoint> points = detect(values);
    assertThat(points.get(12).lo()).isNaN();
    assertThat(points.get(12).hi()).isNaN();
    assertThat(points.get(12).score()).isZero();
    assertThat(points.get(29).hi()).isFinite();
  }

  @Test
  void aChargeThatFailsOnItsDayOfTheMonthIsFlagged() {
    LocalDate first = LocalDate.of(2023, 4, 3);
    double[] values = around(12, 500);
    int failed = 0;
    for (int step = 0; step < 500; step++) {
      if (first.plusDays(step).getDayOfMonth() == 15) {
        values[step] += 300;
        failed = step < 450 ? step : failed;
      }
    }
    values[failed] -= 300;
    Series series = Series.of("charges", values);
    assertThat(flagged(AnomalyDetector.detectDays(series, first, DEFAULTS)))
        .contains(failed)
        .filteredOn(step -> step > 256)
        .containsExactly(failed);
    // Without dates nothing tells that a charge was due.
    assertThat(flagged(AnomalyDetector.detect(series, DEFAULTS))).doesNotContain(failed);
  }

  @Test
  void chanceIsNoMonth() {
    SplittableRandom random = new SplittableRandom(9);
    int found = 0;
    for (int run = 0; run < 100; run++) {
      double[] values = new double[240];
      Arrays.setAll(values, step -> 10 * random.nextExponential());
      found += MonthDays.differ(values, step -> step % 31) ? 1 : 0;
    }
    assertThat(found).isLessThan(5);
  }
}
