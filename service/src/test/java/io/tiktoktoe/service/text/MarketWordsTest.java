package io.tiktoktoe.service.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.answer.Recommendation.Effect;
import io.tiktoktoe.answer.Recommendation.Footing;
import io.tiktoktoe.audience.insight.ChurnLine;
import io.tiktoktoe.content.brief.BriefAdvice;
import io.tiktoktoe.content.brief.BriefAudience;
import io.tiktoktoe.content.insight.MarketTrend;
import io.tiktoktoe.risk.exposure.MitigationAction.Reason;
import io.tiktoktoe.risk.exposure.MitigationAction.Unknown;
import io.tiktoktoe.stats.Interval;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words of advice on contents, of what is not known, and of chances. */
class MarketWordsTest {

  private static final Wording DOLLARS = Wording.in(Currency.getInstance("USD"));

  private static AdviceText said(BriefAdvice advice) {
    return DOLLARS.advice(told(advice));
  }

  private static Recommendation told(BriefAdvice advice) {
    return new Recommendation(
        advice,
        Effect.CONTENT_VALUE,
        500,
        new Interval(100, 900, Interval.WIDE),
        Footing.ASSOCIATION);
  }

  @Test
  void everyGroundIsSaidWithItsEvidenceAndWhatWouldChangeIt() {
    MarketTrend trend =
        new MarketTrend(
            MarketTrend.Measure.PEOPLE,
            MarketTrend.Choice.CATEGORY,
            "chess",
            4_000,
            6_000,
            1.5,
            1.4,
            new Interval(1.2, 1.6, Interval.WIDE),
            0.01);
    AdviceText type = said(new BriefAdvice.MakeType("live", 12, 1.3, 0.6));
    assertThat(type.action()).isEqualTo("Make a live stream next.");
    assertThat(type.evidence().getFirst()).contains("x1.30", "12 contents");
    assertThat(type.wouldChange()).contains("next 5 contents", "below x0.60");
    AdviceText fans = said(new BriefAdvice.MakeFor(BriefAudience.REGULARS, 9, 1.2, 0.5));
    assertThat(fans.action()).contains("regulars");
    assertThat(fans.wouldChange()).contains("below x0.50");
    AdviceText where = said(new BriefAdvice.PublishOn("twitch", 20, 1.5, 0.9, 0.7));
    assertThat(where.action()).isEqualTo("Publish on twitch.");
    assertThat(where.evidence().getFirst()).contains("lately x0.90");
    AdviceText market = said(new BriefAdvice.FollowMarket(trend, 0.75));
    assertThat(market.action()).isEqualTo("Go with the market: category chess grows.");
    assertThat(market.evidence().getFirst())
        .contains("Market trend", "x1.40", "x1.20 to x1.60", "75%");
    assertThat(market.wouldChange()).contains("next month's release");
    assertThat(DOLLARS.expected(told(new BriefAdvice.FollowMarket(trend, 0.75))))
        .contains("5.00", "next content", "observed, not tried");
  }

  @Test
  void risksOfWhichLittleIsKnownAreNamedByReason() {
    assertThat(ExposureWords.unknown(List.of())).isEmpty();
    assertThat(
            ExposureWords.unknown(
                List.of(
                    new Unknown("refunds", Reason.NONE_SEEN),
                    new Unknown("a provider", Reason.NO_SUCH_EVENT),
                    new Unknown("chargebacks", Reason.NONE_SEEN))))
        .isEqualTo(
            "Not known what helps, as none was seen: refunds, chargebacks; no event tells of one:"
                + " a provider.");
  }

  /** Ends in 30 days at risk may be more than one a subscription; a chance is not. */
  @Test
  void aRateAtRiskIsToldAsAChance() {
    Interval rates = new Interval(0, 1.23, Interval.WIDE);
    ChurnLine paid =
        new ChurnLine(ChurnLine.Kind.SUBSCRIPTION, "all", "patreon", 500, 1, 40, 0.4, rates);
    assertThat(AudienceWords.chance(paid, 1.23)).isCloseTo(0.708, within(0.001));
    assertThat(AudienceWords.chance(paid, 0)).isZero();
    ChurnLine used = new ChurnLine(ChurnLine.Kind.USE, "all", "patreon", 0, 1, 40, 0.4, rates);
    assertThat(AudienceWords.chance(used, 0.4)).isEqualTo(0.4);
  }
}
