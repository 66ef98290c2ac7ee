package io.tiktoktoe.pricing.willingness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.pricing.insight.PriceSensitivity;
import io.tiktoktoe.pricing.insight.SurveyAnswer;
import io.tiktoktoe.pricing.insight.SurveyOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Price points by hand, hostile surveys, and how often the intervals hold the truth. */
class VanWestendorpTest {

  private static final SurveyOptions PLAIN = SurveyOptions.defaults();

  @Test
  void threeRespondentsByHand() {
    PriceSensitivity.Points points =
        points(
            List.of(
                SurveyAnswer.of(1, 3, 6, 9),
                SurveyAnswer.of(2, 4, 7, 10),
                SurveyAnswer.of(3, 5, 8, 11)),
            PLAIN);
    // Not cheap is 0 at 3 (its lowest price), where too cheap has just become 0.
    assertThat(points.pmc()).hasValue(3);
    // Expensive and cheap are both 0 from 5 on: the lowest price of the stretch.
    assertThat(points.idp()).hasValue(5);
    assertThat(points.opp()).hasValue(3);
    // Not expensive is 0 from 8 on, as too expensive still is.
    assertThat(points.pme()).hasValue(8);
    assertThat(points.curve()).hasSize(11);
  }

  @Test
  void aCommonStretchIsToldByItsEndsMeanOrMiddle() {
    List<SurveyAnswer> answers =
        List.of(SurveyAnswer.of(1, 2, 9, 10), SurveyAnswer.of(2, 4, 8, 12));
    SurveyOptions.Crossing[] ways = SurveyOptions.Crossing.values();
    double[] told = new double[ways.length];
    for (int way = 0; way < ways.length; way++) {
      told[way] = points(answers, PLAIN.withCrossing(ways[way])).opp().orElseThrow();
    }
    // Prices 2, 4, 8, 9 and 10: nobody finds them too cheap, nor (the lowest named) too expensive.
    assertThat(told).containsExactly(2, 10, 6.6, 8);
  }

  @Test
  void answersOutOfOrderAreCountedAndLeftOutOrKept() {
    List<SurveyAnswer> answers =
        List.of(
            SurveyAnswer.of(1, 3, 6, 9),
            SurveyAnswer.of(2, 8, 4, 10),
            SurveyAnswer.of(1, 3, 3, 9),
            SurveyAnswer.of(1, Double.NaN, 6, 9));
    PriceSensitivity.Points without = points(answers, PLAIN);
    assertThat(without.respondents()).isEqualTo(4);
    assertThat(without.invalid()).isEqualTo(3);
    assertThat(without.curve()).hasSize(4);
    assertThat(points(answers, PLAIN.withValidate(false)).curve()).hasSize(8);
  }

  @Test
  void nobodyInOrderIsAnOutcome() {
    List<SurveyAnswer> backwards = List.of(SurveyAnswer.of(9, 6, 3, 1));
    assertThat(VanWestendorp.analyse(backwards, PLAIN))
        .isEqualTo(new PriceSensitivity.NoOrderedAnswers(1));
  }

  @Test
  void oneRespondentAndAllAlikeHavePoints() {
    PriceSensitivity.Points one = points(List.of(SurveyAnswer.of(1, 3, 6, 9)), PLAIN);
    // One answer tells nothing apart: every price that was named.
    assertThat(one.intervals())
        .allSatisfy(each -> assertThat(each.interval().width()).isEqualTo(8));
    assertThat(one.idp()).isPresent();
    PriceSensitivity.Points alike =
        points(Collections.nCopies(40, SurveyAnswer.of(1, 3, 6, 9)), PLAIN);
    assertThat(alike.idp()).isEqualTo(one.idp());
    assertThat(alike.intervals())
        .hasSize(4)
        .allSatisfy(each -> assertThat(each.interval().width()).isLessThanOrEqualTo(8));
  }

  @Test
  void withoutTheFirstQuestionTwoPointsAreAbsent() {
    PriceSensitivity.Points points =
        points(
            List.of(SurveyAnswer.of(Double.NaN, 3, 6, 9), SurveyAnswer.of(Double.NaN, 4, 7, 10)),
            PLAIN);
    assertThat(points.pmc()).isEmpty();
    assertThat(points.opp()).isEmpty();
    assertThat(points.idp()).isPresent();
    assertThat(points.pme()).isPresent();
  }

  @Test
  void intentsMakeATrialCurveThatIsZeroOutside() {
    PriceSensitivity.Points points =
        points(List.of(new SurveyAnswer(2, 4, 8, 10, 5, 3)), PLAIN.withInterpolate(true));
    assertThat(points.trial().orElseThrow().price()).isCloseTo(4, within(1e-9));
    // Revenue p (.7 - .1 (p - 4)) rises up to 5.5 and falls after it.
    assertThat(points.trial().orElseThrow().revenuePrice()).isCloseTo(5.5, within(1e-9));
    assertThat(points.curve().getFirst().trial()).isZero();
    assertThat(points.curve().getLast().trial()).isZero();
  }

  @Test
  void pricesAndIntentsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> SurveyAnswer.of(-1, 3, 6, 9)).hasMessageContaining("too_cheap (-1.0)");
    assertThatThrownBy(() -> new SurveyAnswer(1, 3, 6, 9, 6, 2)).hasMessageContaining("pi_cheap");
    assertThatThrownBy(
            () -> points(List.of(SurveyAnswer.of(1, 2, 3, 1e9)), PLAIN.withInterpolate(true)))
        .hasMessageContaining("step (0.01)");
  }

  /** Falsely fails about once in 10^4: 300 of 95% are below 276 with that chance. */
  @Test
  void intervalsHoldTheTruthInAtLeast93OfAHundredSurveys() {
    SplittableRandom random = new SplittableRandom(11);
    PriceSensitivity.Points truth = points(drawn(100_000, random), PLAIN.withInterpolate(false));
    int[] held = new int[4];
    int surveys = 300;
    for (int survey = 0; survey < surveys; survey++) {
      PriceSensitivity.Points points = points(drawn(120, random), PLAIN);
      double[] true4 = {
        truth.pmc().orElseThrow(),
        truth.idp().orElseThrow(),
        truth.opp().orElseThrow(),
        truth.pme().orElseThrow()
      };
      for (int point = 0; point < 4; point++) {
        held[point] += points.intervals().get(point).interval().contains(true4[point]) ? 1 : 0;
      }
    }
    for (int count : held) {
      assertThat(count).isGreaterThanOrEqualTo(276);
    }
  }

  private static List<SurveyAnswer> drawn(int count, SplittableRandom random) {
    List<SurveyAnswer> answers = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      double size = Math.exp(2 + .3 * random.nextGaussian());
      answers.add(
          SurveyAnswer.of(
              cents(size * (.3 + .3 * random.nextDouble())),
              cents(size * (.62 + .3 * random.nextDouble())),
              cents(size * (.95 + .4 * random.nextDouble())),
              cents(size * (1.4 + .8 * random.nextDouble()))));
    }
    return answers;
  }

  private static double cents(double price) {
    return Math.rint(100 * price) / 100;
  }

  private static PriceSensitivity.Points points(List<SurveyAnswer> answers, SurveyOptions options) {
    return (PriceSensitivity.Points) VanWestendorp.analyse(answers, options);
  }
}
