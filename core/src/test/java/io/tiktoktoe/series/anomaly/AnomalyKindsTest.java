package io.tiktoktoe.series.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.series.Series;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Kinds of anomalies, and what is none: each with a small series of its own, made with a seed. */
class AnomalyKindsTest {

  private static List<ScoredPoint> flagged(double[] values) {
    return AnomalyDetector.detect(Series.of("x", values), AnomalyOptions.defaults()).stream()
        .filter(ScoredPoint::anomaly)
        .toList();
  }

  private static double[] noise(int length, double level, double spread, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[length];
    Arrays.setAll(values, t -> level + spread * random.nextGaussian());
    return values;
  }

  @Test
  void aSpikeIsAPointAndTheNextOutageAnAbsence() {
    double[] values = noise(120, 80, 3, 1);
    values[70] = 4_000;
    values[95] = 0;
    List<ScoredPoint> found = flagged(values);
    assertThat(found).extracting(ScoredPoint::step).containsExactly(70, 95);
    assertThat(found.getFirst().kind()).contains(ScoredPoint.Kind.POINT);
    assertThat(found.getLast().kind()).contains(ScoredPoint.Kind.ABSENCE);
    assertThat(found.getLast().expected()).isBetween(75.0, 85.0);
  }

  @Test
  void whatStaysElsewhereIsALevel() {
    double[] values = noise(500, 100, 10, 2);
    for (int t = 400; t < 500; t++) {
      values[t] += 18;
    }
    List<ScoredPoint> found = flagged(values);
    assertThat(found).isNotEmpty();
    assertThat(found.getFirst().step()).isBetween(401, 430);
    assertThat(found)
        .anyMatch(one -> one.kind().equals(java.util.Optional.of(ScoredPoint.Kind.LEVEL)));
  }

  @Test
  void aCourseUnlikeEarlierSeasonsIsAShape() {
    double[] values = noise(24 * 60, 0, 1, 3);
    for (int t = 0; t < values.length; t++) {
      boolean turned = t >= 24 * 50 && t < 24 * 50 + 12;
      values[t] +=
          60 + 10 * Math.sin(2 * Math.PI * (turned ? 12 - t % 12 : t) / 24.0 * (turned ? 2 : 1));
    }
    assertThat(flagged(values))
        .anyMatch(
            one ->
                one.step() >= 24 * 50
                    && one.step() < 24 * 51
                    && one.kind().orElseThrow() == ScoredPoint.Kind.SHAPE);
  }

  @Test
  void whatTheSeasonExplainsIsNone() {
    double[] values = noise(7 * 40, 50, 2, 4);
    for (int t = 6; t < values.length; t += 7) {
      values[t] += 300;
    }
    assertThat(flagged(values)).allMatch(one -> one.step() < 70);
    // What the season explains on day 6 is an anomaly on day 3.
    values[7 * 30 + 3] += 300;
    assertThat(flagged(values)).extracting(ScoredPoint::step).contains(7 * 30 + 3);
  }

  @Test
  void theEndOfALiveEventIsNoAnomaly() {
    double[] values = noise(24 * 60, 6, .5, 5);
    SplittableRandom random = new SplittableRandom(6);
    for (int t = 24 * 40; t < 24 * 44; t++) {
      values[t] = 200 + 60 * random.nextDouble();
    }
    List<ScoredPoint> all =
        AnomalyDetector.detect(Series.of("x", values), AnomalyOptions.defaults());
    assertThat(all.get(24 * 40).anomaly()).isTrue();
    assertThat(all.subList(24 * 44, 24 * 60)).noneMatch(ScoredPoint::anomaly);
    assertThat(all.get(24 * 44 + 1).expected()).isBetween(5.0, 7.5);
  }

  @Test
  void afterTheEventAnOutageIsSeen() {
    double[] values = noise(24 * 60, 60, 3, 7);
    for (int t = 24 * 40; t < 24 * 42; t++) {
      values[t] = 900;
    }
    values[24 * 50] = 0;
    assertThat(flagged(values))
        .anyMatch(
            one -> one.step() == 24 * 50 && one.kind().orElseThrow() == ScoredPoint.Kind.ABSENCE);
  }

  @Test
  void aFlatSeriesMakesAChangeSurer() {
    double[] values = new double[60];
    Arrays.fill(values, 7.5);
    values[40] = 7.6;
    assertThat(flagged(values)).extracting(ScoredPoint::step).containsExactly(40);
    Arrays.fill(values, 7.5);
    // A thousandth more may be rounding.
    values[40] = 7.5075;
    assertThat(flagged(values)).isEmpty();
  }

  @Test
  void aQuietNightIsJudgedByNights() {
    SplittableRandom random = new SplittableRandom(8);
    double[] values = new double[24 * 60];
    for (int t = 0; t < values.length; t++) {
      values[t] = (t % 24 < 6 ? .3 : 5) * random.nextGaussian();
    }
    values[24 * 50 + 3] = 10;
    List<ScoredPoint> points =
        AnomalyDetector.detect(Series.of("x", values), AnomalyOptions.defaults().withPeriods(24));
    assertThat(points.get(24 * 50 + 3).anomaly()).isTrue();
    assertThat(points.get(24 * 50 + 15).hi()).isGreaterThan(10);
  }

  @Test
  void whatHappensAgainAndAgainIsNoNews() {
    double[] values = noise(2_000, 100, 3, 9);
    for (int t = 100; t < values.length; t += 97 + t % 13) {
      values[t] += 60;
    }
    assertThat(flagged(values)).hasSizeLessThan(4);
  }
}
