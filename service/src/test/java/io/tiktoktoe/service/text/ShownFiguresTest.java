package io.tiktoktoe.service.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.audience.segment.FeatureGroup;
import io.tiktoktoe.audience.segment.Trait;
import io.tiktoktoe.content.insight.DecayCurve;
import io.tiktoktoe.pricing.insight.WillingnessEstimate;
import io.tiktoktoe.stats.Interval;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Figures in sentences say something: no cap told as a measure, no difference of equal numbers. */
class ShownFiguresTest {

  @Test
  void aHalfLifeThatIsNotKnownYetIsToldByTheLeastThatItIs() {
    assertThat(ContentWords.halfLife(curve(Optional.empty(), 40))).isEqualTo("over 20 d");
    assertThat(ContentWords.halfLife(curve(Optional.of(23.4), 23.4))).isEqualTo("23 d");
    assertThat(ContentWords.halfLife(curve(Optional.of(0.5), 0.5))).isEqualTo("12 h");
    assertThat(ContentWords.decay(curve(Optional.empty(), 40)))
        .endsWith("is not known yet: at least 20 days.");
    assertThat(ContentWords.decay(curve(Optional.of(23.0), 23)))
        .startsWith("Half of its first year's views come within 23 days");
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

  @Test
  void numbersHaveNoExponent() {
    assertThat(PlainNumber.exact(1e-6)).isEqualTo("0.000001");
    assertThat(PlainNumber.exact(0)).isEqualTo("0");
    assertThat(PlainNumber.about(55_738_123, 4)).isEqualTo("55,740,000");
    assertThat(PlainNumber.about(5_597.2, 4)).isEqualTo("5,597");
    assertThat(PlainNumber.about(1.8412, 4)).isEqualTo("1.841");
  }

  @Test
  void whatMovedByNothingIsNotToldAsMovedDown() {
    assertThat(
            PricingWords.moved(
                new WillingnessEstimate.SourceShift(
                    WillingnessEstimate.Source.HISTORY, 29.45, -0.04, 0.8),
                new AmountText(Currency.getInstance("USD"), "to")))
        .contains("by +0.0 standard deviations to 29.45");
  }

  @Test
  void pricesHaveTheDecimalsOfTheirCurrency() {
    AmountText yen = new AmountText(Currency.getInstance("JPY"), "to");
    assertThat(
            PricingWords.moved(
                new WillingnessEstimate.SourceShift(
                    WillingnessEstimate.Source.SURVEY, 1_980.4, 1, 0.8),
                yen))
        .contains("deviations to 1,980 and left");
    assertThat(yen.price(12_345.6)).isEqualTo("12,346");
    assertThat(yen.priceChange(-0.2)).isEqualTo("0");
    AmountText dinars = new AmountText(Currency.getInstance("KWD"), "to");
    assertThat(dinars.price(1.2345)).isEqualTo("1.234");
    assertThat(dinars.priceChange(1.5)).isEqualTo("+1.500");
  }

  private static DecayCurve curve(Optional<Double> told, double halfLife) {
    double[] none = {};
    return new DecayCurve(
        none, none, none, told, new Interval(halfLife / 2, halfLife * 2, Interval.WIDE), 0.1, 0.2);
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
