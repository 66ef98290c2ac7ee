package io.tiktoktoe.service.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.audience.segment.FeatureGroup;
import io.tiktoktoe.audience.segment.Trait;
import io.tiktoktoe.content.insight.DecayCurve;
import io.tiktoktoe.stats.Interval;
import org.junit.jupiter.api.Test;

/** Figures in sentences say something: no cap told as a measure, no difference of equal numbers. */
class ShownFiguresTest {

  @Test
  void aHalfLifeBeyondAllMeasureIsToldAsSuch() {
    assertThat(ContentWords.halfLife(100_000)).isEqualTo("over 10 years");
    assertThat(ContentWords.halfLife(23.4)).isEqualTo("23 d");
    assertThat(ContentWords.halfLife(0.5)).isEqualTo("12 h");
    assertThat(ContentWords.decay(curve(100_000))).contains("cannot be told").doesNotContain("%");
    assertThat(ContentWords.decay(curve(23))).startsWith("Half of its views come within 23 days");
  }

  @Test
  void equalMediansAreNotToldAsADifference() {
    assertThat(SegmentWords.trait(trait(0, 0, 0.28)))
        .isEqualTo("lower net so far (than 72.0% of the others, ties half)");
    assertThat(SegmentWords.trait(trait(1, 4, 0.1))).isEqualTo("lower net so far (1; others 4)");
  }

  @Test
  void aCreatorsOwnShockIsNamedByItsLine() {
    assertThat(ExposureWords.learned()).contains("\"own ads\": alone");
  }

  private static DecayCurve curve(double halfLife) {
    double[] none = {};
    return new DecayCurve(
        none,
        none,
        none,
        halfLife,
        new Interval(halfLife / 2, halfLife * 2, Interval.WIDE),
        0.1,
        0.2);
  }

  private static Trait trait(double median, double others, double superiority) {
    return new Trait(
        "net_so_far",
        FeatureGroup.MONETIZATION,
        Trait.Standing.LESS,
        median,
        others,
        median,
        others,
        superiority);
  }
}
