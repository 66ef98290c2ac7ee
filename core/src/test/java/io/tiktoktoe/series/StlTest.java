package io.tiktoktoe.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StlTest {

  private static final StlOptions WEEKLY = StlOptions.defaults(7);

  static Stream<StlOptions> options() {
    return Stream.of(
        WEEKLY,
        WEEKLY.withRobust(true),
        WEEKLY.withPeriodicSeason(),
        WEEKLY.withPeriodicSeason().withRobust(true),
        WEEKLY.withDegrees(1, 1, 1).withJumps(1, 1, 1).withRobust(true),
        WEEKLY.withWindows(35, 51, 21),
        WEEKLY.withWindows(3, 3, 3),
        StlOptions.defaults(2));
  }

  @ParameterizedTest
  @MethodSource("options")
  void partsAddUp(StlOptions options) {
    double[] values = series(1, 100);

    Decomposition.Parts parts = parts(values, options);

    for (int step = 0; step < values.length; step++) {
      double sum = parts.trend()[step] + parts.seasonal()[step] + parts.remainder()[step];
      assertThat(sum).isCloseTo(values[step], within(1e-10));
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void shiftAndScaleGoThrough(StlOptions options) {
    double[] values = series(2, 100);
    double[] changed = Arrays.stream(values).map(value -> 1000 - 3 * value).toArray();

    Decomposition.Parts before = parts(values, options);
    Decomposition.Parts after = parts(changed, options);

    for (int step = 0; step < values.length; step++) {
      assertThat(after.trend()[step]).isCloseTo(1000 - 3 * before.trend()[step], within(1e-6));
      assertThat(after.seasonal()[step]).isCloseTo(-3 * before.seasonal()[step], within(1e-6));
      assertThat(after.weights()[step]).isCloseTo(before.weights()[step], within(1e-6));
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void aConstantIsAllTrend(StlOptions options) {
    for (double constant : new double[] {0, 5, -1e12}) {
      double[] values = new double[60];
      Arrays.fill(values, constant);

      Decomposition.Parts parts = parts(values, options);

      double slack = 1e-12 * Math.max(1, Math.abs(constant));
      for (int step = 0; step < values.length; step++) {
        assertThat(parts.trend()[step]).isCloseTo(constant, within(slack));
        assertThat(parts.seasonal()[step]).isCloseTo(0, within(slack));
        assertThat(parts.weights()[step]).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void anExactSeasonOnALineIsFound() {
    double[] season = {1, -4, 0, 6, -5, 3, -1};
    double[] values = new double[140];
    Arrays.setAll(values, step -> 10 + .5 * step + season[step % 7]);

    Decomposition.Parts parts = parts(values, WEEKLY.withDegrees(1, 1, 1));

    for (int step = 0; step < values.length; step++) {
      assertThat(parts.seasonal()[step]).isCloseTo(season[step % 7], within(1e-6));
      assertThat(parts.trend()[step]).isCloseTo(10 + .5 * step, within(1e-6));
    }
  }

  @Test
  void anOutlierLosesItsWeightAndDoesNotMoveItsNeighbours() {
    double[] clean = series(3, 140);
    double[] spoiled = clean.clone();
    spoiled[70] += 1000;

    Decomposition.Parts expected = parts(clean, WEEKLY.withRobust(true));
    Decomposition.Parts robust = parts(spoiled, WEEKLY.withRobust(true));
    Decomposition.Parts plain = parts(spoiled, WEEKLY);

    assertThat(robust.weights()[70]).isZero();
    assertThat(Math.abs(robust.trend()[69] - expected.trend()[69])).isLessThan(1);
    assertThat(Math.abs(plain.trend()[69] - expected.trend()[69])).isGreaterThan(10);
  }

  @ParameterizedTest
  @MethodSource("options")
  void missingValuesAreEstimatedFromTheirNeighbours(StlOptions options) {
    double[] values = series(4, 140);
    double[] gappy = values.clone();
    for (int step : new int[] {0, 20, 21, 22, 77, 139}) {
      gappy[step] = Double.NaN;
    }

    Decomposition.Parts parts = parts(gappy, options);

    for (int step = 0; step < values.length; step++) {
      assertThat(parts.trend()[step]).isFinite();
      assertThat(parts.seasonal()[step]).isFinite();
      assertThat(Double.isNaN(parts.remainder()[step])).isEqualTo(Double.isNaN(gappy[step]));
      if (Double.isNaN(gappy[step])) {
        assertThat(parts.weights()[step]).isZero();
        double estimate = parts.trend()[step] + parts.seasonal()[step];
        assertThat(estimate).isCloseTo(values[step], within(12.0));
      }
    }
  }

  @Test
  void aPhaseThatWasNeverSeenIsNamed() {
    double[] values = series(5, 70);
    for (int step = 3; step < values.length; step += 7) {
      values[step] = Double.NaN;
    }

    assertThat(Stl.decompose(Series.of("gappy", values), WEEKLY))
        .isEqualTo(new Decomposition.PhaseNeverObserved(7, 3));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 13})
  void fewerThanTwoSeasonsAreTooShort(int length) {
    assertThat(Stl.decompose(Series.of("short", series(6, length)), WEEKLY))
        .isEqualTo(new Decomposition.TooShort(length, 14));
  }

  @Test
  void twoSeasonsAreEnough() {
    assertThat(parts(series(7, 14), WEEKLY).trend()).hasSize(14);
  }

  @Test
  void arraysAreCopies() {
    Decomposition.Parts parts = parts(series(8, 70), WEEKLY);
    double before = parts.trend()[0];

    parts.trend()[0] = before + 1;

    assertThat(parts.trend()[0]).isEqualTo(before);
  }

  @Test
  void optionsRefuseWhatCannotBe() {
    assertThatThrownBy(() -> StlOptions.defaults(1)).hasMessageContaining("period (1)");
    assertThatThrownBy(() -> WEEKLY.withSeasonalWindow(1))
        .hasMessageContaining("seasonalWindow (1)");
    assertThatThrownBy(() -> WEEKLY.withDegrees(2, 1, 1))
        .hasMessageContaining("seasonalDegree (2)");
    assertThatThrownBy(() -> WEEKLY.withJumps(1, 0, 1)).hasMessageContaining("trendJump (0)");
    assertThatThrownBy(() -> WEEKLY.withIterations(0, 0)).hasMessageContaining("inner (0)");
    assertThatThrownBy(() -> parts(series(9, 70), WEEKLY).seasonal(12))
        .hasMessageContaining("period (12)");
  }

  @Test
  void severalSeasonsAddUpAndShortSeriesAreTold() {
    double[] values = series(10, 400);

    Decomposition.Parts parts =
        (Decomposition.Parts) Mstl.decompose(Series.of("two", values), MstlOptions.defaults(7, 30));

    for (int step = 0; step < values.length; step++) {
      double seasons = parts.seasonal(7)[step] + parts.seasonal(30)[step];
      double sum = parts.trend()[step] + seasons + parts.remainder()[step];
      assertThat(sum).isCloseTo(values[step], within(1e-9));
      assertThat(parts.adjusted().value(step)).isCloseTo(values[step] - seasons, within(1e-9));
    }
    assertThat(Mstl.decompose(Series.of("two", values), MstlOptions.defaults(7, 365)))
        .isEqualTo(new Decomposition.TooShort(400, 730));
    assertThatThrownBy(() -> MstlOptions.defaults(30, 7)).hasMessageContaining("periods ([30, 7])");
    assertThatThrownBy(MstlOptions::defaults).hasMessageContaining("at least one season");
  }

  private static Decomposition.Parts parts(double[] values, StlOptions options) {
    return (Decomposition.Parts) Stl.decompose(Series.of("test", values), options);
  }

  private static double[] series(long seed, int length) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[length];
    Arrays.setAll(
        values,
        step -> 50 + .3 * step + 8 * Math.sin(2 * Math.PI * step / 7) + random.nextGaussian());
    return values;
  }
}
