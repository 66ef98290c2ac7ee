package io.tiktoktoe.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;

class IntervalTest {

  /**
   * Published tables: z .975 = 1.959964, z .84 = .994458, t with 10 degrees of freedom 2.228139.
   */
  @Test
  void namesTheQuantilesOfItsLevels() {
    assertThat(Interval.z(Interval.WIDE)).isCloseTo(1.959963984540054, within(1e-9));
    assertThat(Interval.z(Interval.NARROW)).isCloseTo(.994457883209753, within(1e-9));
    assertThat(Interval.t(10, Interval.WIDE)).isCloseTo(2.228138851964939, within(1e-9));
    assertThat(Interval.lowerTail(Interval.WIDE)).isCloseTo(.025, within(1e-15));
    assertThat(Interval.upperTail(Interval.WIDE)).isCloseTo(.975, within(1e-15));
    assertThat(Interval.lowerTail(Interval.NARROW)).isCloseTo(.16, within(1e-15));
    assertThat(Interval.upperTail(Interval.NARROW)).isCloseTo(.84, within(1e-15));
  }

  @Test
  void isMadeFromAnEstimateAndItsError() {
    assertThat(Interval.around(5, 2, .9)).isEqualTo(new Interval(3, 7, .9));
    Interval normal = Interval.normal(10, 2, Interval.WIDE);
    assertThat(normal.lo()).isCloseTo(10 - 2 * 1.959963984540054, within(1e-9));
    assertThat(normal.hi()).isCloseTo(10 + 2 * 1.959963984540054, within(1e-9));
    assertThat(Interval.student(0, 1, 10, Interval.WIDE).width())
        .isCloseTo(2 * 2.228138851964939, within(1e-9));
    assertThat(Interval.normal(3, 0, Interval.WIDE)).isEqualTo(new Interval(3, 3, .95));
  }

  /** scipy 1.17.1: {@code gamma.ppf([.025, .975], 10)}. */
  @Test
  void isEqualTailed() {
    Interval interval =
        Interval.equalTailed(
            GammaDistribution.of(10, 1)::inverseCumulativeProbability, Interval.WIDE);
    assertThat(interval.lo()).isCloseTo(4.7953886961324335, within(1e-9));
    assertThat(interval.hi()).isCloseTo(17.084803, within(1e-6));
  }

  @Test
  void movesStretchesAndStaysInBounds() {
    Interval interval = new Interval(-1, 3, .68);
    assertThat(interval.plus(2)).isEqualTo(new Interval(1, 5, .68));
    assertThat(interval.times(2)).isEqualTo(new Interval(-2, 6, .68));
    assertThat(interval.times(-1)).isEqualTo(new Interval(-3, 1, .68));
    assertThat(interval.clamp(0, 2)).isEqualTo(new Interval(0, 2, .68));
    assertThat(interval.map(value -> value * value * value)).isEqualTo(new Interval(-1, 27, .68));
    assertThat(interval.contains(3)).isTrue();
    assertThat(interval.contains(3.1)).isFalse();
    assertThat(interval.width()).isEqualTo(4);
  }

  @Test
  void refusesWhatIsNoInterval() {
    assertThatThrownBy(() -> new Interval(2, 1, .95)).hasMessageContaining("lo (2.0)");
    assertThatThrownBy(() -> new Interval(Double.NaN, 1, .95)).hasMessageContaining("lo (NaN)");
    assertThatThrownBy(() -> new Interval(0, 1, 1)).hasMessageContaining("confidence (1.0)");
    assertThatThrownBy(() -> Interval.z(0)).hasMessageContaining("confidence (0.0)");
    assertThatThrownBy(() -> Interval.around(0, -1, .95)).hasMessageContaining("lo (1.0)");
  }
}
