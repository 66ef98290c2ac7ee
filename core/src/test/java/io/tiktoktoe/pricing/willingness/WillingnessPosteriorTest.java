package io.tiktoktoe.pricing.willingness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.pricing.insight.MarketContext;
import io.tiktoktoe.pricing.insight.PriceExposure;
import io.tiktoktoe.pricing.insight.SurveyAnswer;
import io.tiktoktoe.pricing.insight.WillingnessEstimate;
import io.tiktoktoe.pricing.insight.WillingnessEstimate.Source;
import io.tiktoktoe.pricing.insight.WillingnessEstimate.SourceShift;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** One posterior of all sources: which says what, and how often its interval holds the truth. */
class WillingnessPosteriorTest {

  private static final double[] PRICES = {4, 6, 8, 10, 12, 15, 20};

  /** 50 worlds drawn from the prior's middle; the seed is fixed. */
  @Test
  void intervalsHoldTheTruth() {
    SplittableRandom random = new SplittableRandom(12);
    int worlds = 50;
    int held = 0;
    int band = 0;
    for (int world = 0; world < worlds; world++) {
      double median = 10 * Math.exp(.5 * random.nextGaussian());
      double spread = .55 * Math.exp(.3 * random.nextGaussian());
      double bias = Math.log(1.35) + .3 * random.nextGaussian();
      WillingnessEstimate told =
          WillingnessPosterior.estimate(
              10,
              MarketContext.unknown()
                  .withSurvey(survey(median, spread, bias, random))
                  .withExposures(exposures(median, spread, random)),
              PRICES);
      held += told.interval().contains(median) ? 1 : 0;
      double truth = lognormal(median, spread).buys(12);
      band += told.curve().get(4).band().contains(truth) ? 1 : 0;
    }
    assertThat(held).isGreaterThanOrEqualTo((int) (.93 * worlds));
    assertThat(band).isGreaterThanOrEqualTo((int) (.93 * worlds));
  }

  private static PossibleDemand lognormal(double median, double spread) {
    return new PossibleDemand(Math.log(median), spread, 1, 1, SecondGroup.NONE);
  }

  /** Bands of one lognormal hold 85% and 73% of such points. The seed is fixed. */
  @Test
  void bandsHoldTwoPeaksAndAJump() {
    PossibleDemand low = lognormal(6.4, .3);
    PossibleDemand high = lognormal(19.2, .3);
    assertThat(held(price -> .7 * low.buys(price) + .3 * high.buys(price))).isGreaterThan(.91);
    PossibleDemand most = lognormal(6.4, .5);
    assertThat(held(price -> .7 * most.buys(price) + (price <= 11.2 ? .3 : 0))).isGreaterThan(.91);
  }

  /** Share of the bands at four tested prices that hold what is true. */
  private static double held(DoubleUnaryOperator buys) {
    SplittableRandom random = new SplittableRandom(12);
    double[] prices = {6, 8, 10, 12};
    int held = 0;
    int tests = 30;
    for (int test = 0; test < tests; test++) {
      List<PriceExposure> shown = new ArrayList<>();
      for (double price : prices) {
        int bought = 0;
        for (int person = 0; person < 500; person++) {
          bought += random.nextDouble() < .3 * buys.applyAsDouble(price) ? 1 : 0;
        }
        shown.add(new PriceExposure(price, 500, bought, false));
      }
      WillingnessEstimate told =
          WillingnessPosterior.estimate(9, MarketContext.unknown().withExposures(shown), prices);
      for (WillingnessEstimate.DemandPoint point : told.shown()) {
        held += point.band().contains(.3 * buys.applyAsDouble(point.price())) ? 1 : 0;
      }
    }
    return held / (4.0 * tests);
  }

  private static List<SurveyAnswer> survey(
      double median, double spread, double bias, SplittableRandom random) {
    List<SurveyAnswer> answers = new ArrayList<>();
    for (int person = 0; person < 60; person++) {
      double most = median * Math.exp(bias + spread * random.nextGaussian());
      answers.add(SurveyAnswer.of(.3 * most, .6 * most, .9 * most, 1.11 * most));
    }
    return answers;
  }

  private static List<PriceExposure> exposures(
      double median, double spread, SplittableRandom random) {
    List<PriceExposure> exposures = new ArrayList<>();
    PossibleDemand truth = lognormal(median, spread);
    for (double price : new double[] {8, 10, 13}) {
      int bought = 0;
      for (int person = 0; person < 300; person++) {
        bought += random.nextDouble() < .3 * truth.buys(price) ? 1 : 0;
      }
      exposures.add(new PriceExposure(price, 300, bought, false));
    }
    return exposures;
  }

  @Test
  void eachSourceIsToldByHowFarItMovedTheAnswer() {
    WillingnessEstimate told =
        WillingnessPosterior.estimate(
            10,
            MarketContext.unknown()
                .withCompetitors(List.of(14.0, 15.0, 16.0))
                .withExposures(
                    List.of(
                        new PriceExposure(8, 400, 60, false),
                        new PriceExposure(12, 400, 20, false))),
            PRICES);
    assertThat(told.sources())
        .extracting(SourceShift::source)
        .containsExactly(Source.MARKET, Source.HISTORY);
    assertThat(told.sources().getFirst().shift()).isPositive();
    assertThat(told.sources().getLast().shift()).isNegative();
    assertThat(told.sources()).allMatch(shift -> shift.narrowing() < 1);
    assertThat(told.median()).isBetween(4.0, 11.0);
  }

  @Test
  void whatPeopleSayCountsLessThanWhatTheyDo() {
    List<PriceExposure> said =
        List.of(
            new PriceExposure(6, 200, 160, true),
            new PriceExposure(10, 200, 100, true),
            new PriceExposure(16, 200, 40, true));
    List<PriceExposure> done =
        said.stream()
            .map(one -> new PriceExposure(one.price(), one.shown(), one.bought(), false))
            .toList();
    double saidMedian = median(said);
    assertThat(saidMedian).isLessThan(.9 * median(done));
  }

  private static double median(List<PriceExposure> exposures) {
    return WillingnessPosterior.estimate(
            10, MarketContext.unknown().withExposures(exposures), PRICES)
        .median();
  }

  @Test
  void nothingKnownIsWideAndNobodyBuyingIsLow() {
    WillingnessEstimate vague = WillingnessPosterior.estimate(10, MarketContext.unknown(), PRICES);
    assertThat(vague.sources()).isEmpty();
    assertThat(vague.interval().width()).isGreaterThan(20);
    assertThat(vague.curve()).isSortedAccordingTo((a, b) -> Double.compare(b.share(), a.share()));
    WillingnessEstimate refused =
        WillingnessPosterior.estimate(
            10,
            MarketContext.unknown().withExposures(List.of(new PriceExposure(10, 10_000, 0, false))),
            new double[] {10});
    assertThat(refused.shown().getFirst().band().hi()).isLessThan(.001);
    assertThat(refused.median()).isLessThan(1.1 * vague.median());
  }

  @Test
  void oneRespondentAndAllAlikeHaveAnAnswer() {
    SurveyAnswer answer = SurveyAnswer.of(2, 5, 9, 12);
    assertThat(
            WillingnessPosterior.estimate(
                    10, MarketContext.unknown().withSurvey(List.of(answer)), PRICES)
                .median())
        .isBetween(5.0, 13.0);
    assertThat(
            WillingnessPosterior.estimate(
                    10,
                    MarketContext.unknown()
                        .withSurvey(List.of(answer, answer, answer, answer, answer)),
                    PRICES)
                .median())
        .isBetween(5.0, 13.0);
    assertThatThrownBy(() -> MarketContext.unknown().withCompetitors(List.of(0.0)))
        .hasMessageContaining("competitors");
    assertThatThrownBy(() -> new PriceExposure(5, 3, 4, false)).hasMessageContaining("bought (4)");
  }
}
