package io.tiktoktoe.series.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.series.Series;
import io.tiktoktoe.series.anomaly.ScoredPoint.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stays is a level, what passes is a point, and each event is told once. */
class NewLevelTest {

  private static double[] noise(int length, double level, double spread, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[length];
    Arrays.setAll(values, t -> level + spread * random.nextGaussian());
    return values;
  }

  private static double[] raised(double[] values, int from, int to, double by) {
    for (int t = from; t < to; t++) {
      values[t] += by;
    }
    return values;
  }

  private static List<ScoredPoint> flagged(double[] values) {
    return AnomalyDetector.detect(Series.of("x", values), AnomalyOptions.defaults()).stream()
        .filter(ScoredPoint::anomaly)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"70,140,25", "110,220,120", "70,140,-40", "200,400,-25", "150,300,15"})
  void aStepInTheMiddleIsFlaggedOnceAsALevel(int at, int length, double by) {
    List<ScoredPoint> found = flagged(raised(noise(length, 90, 4, length), at, length, by));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().step()).isBetween(at, at + 6);
    assertThat(found.getFirst().kind()).contains(Kind.LEVEL);
  }

  @Test
  void aStepOfAConstantIsALevelToo() {
    double[] values = new double[160];
    Arrays.fill(values, 30);
    List<ScoredPoint> found = flagged(raised(values, 80, 160, 6));
    assertThat(found).extracting(ScoredPoint::step).containsExactly(80);
    assertThat(found.getFirst().kind()).contains(Kind.LEVEL);
  }

  @Test
  void incomeThatBeginsIsALevelAfterAFewDaysAndOnePaymentIsNone() {
    double[] values = raised(new double[150], 110, 150, 12);
    List<ScoredPoint> found = flagged(values);
    assertThat(found).isNotEmpty();
    assertThat(found.getFirst().step()).isBetween(112, 115);
    assertThat(found.getFirst().kind()).contains(Kind.LEVEL);
    assertThat(flagged(raised(new double[150], 110, 111, 12))).isEmpty();
  }

  @Test
  void twoHighDaysAreAPointAndSixAreALevel() {
    List<ScoredPoint> two = flagged(raised(noise(200, 50, 3, 4), 120, 122, 150));
    assertThat(two).extracting(ScoredPoint::step).containsExactly(120);
    assertThat(two.getFirst().kind()).contains(Kind.POINT);
    List<ScoredPoint> six = flagged(raised(noise(200, 50, 3, 4), 120, 126, 150));
    assertThat(six).extracting(ScoredPoint::step).containsExactly(120);
    assertThat(six.getFirst().kind()).contains(Kind.LEVEL);
  }

  @Test
  void anOutageThatLastsIsOneAbsence() {
    double[] values = noise(260, 60, 4, 5);
    Arrays.fill(values, 200, 225, 0);
    List<ScoredPoint> found = flagged(values);
    assertThat(found).extracting(ScoredPoint::step).containsExactly(200);
    assertThat(found.getFirst().kind()).contains(Kind.ABSENCE);
  }

  @Test
  void onlineItIsAPointUntilTheFourthValueStays() {
    double[] values = raised(noise(150, 90, 4, 6), 100, 150, 100);
    AnomalyDetector detector = new AnomalyDetector(AnomalyOptions.defaults());
    List<OptionalInt> since = new ArrayList<>();
    List<ScoredPoint> points = new ArrayList<>();
    for (double value : values) {
      points.add(detector.next(value));
      since.add(detector.levelSince());
    }
    assertThat(points.get(100).kind()).contains(Kind.POINT);
    assertThat(since.get(103)).hasValue(100);
    assertThat(since.stream().filter(OptionalInt::isPresent)).hasSize(1);
  }

  @Test
  void aFallRightAfterAPeakIsNewsOfItsOwn() {
    double[] values = noise(250, -10, 4, 7);
    values[180] += 70;
    values[184] -= 70;
    values[188] += 60;
    assertThat(flagged(values)).extracting(ScoredPoint::step).containsExactly(180, 184);
  }

  @Test
  void aWeekTwiceAsStrongIsALevelOfTheSeason() {
    double[] week = {30, 35, 40, 45, 70, 110, 90};
    double[] values = noise(280, 0, 2, 8);
    for (int t = 0; t < values.length; t++) {
      values[t] += week[t % 7] * (t < 210 ? 1 : 1.7);
    }
    assertThat(flagged(values))
        .filteredOn(one -> one.step() >= 210)
        .isNotEmpty()
        .allMatch(one -> one.kind().orElseThrow() == Kind.LEVEL);
  }
}
