package io.tiktoktoe.content;

import static io.tiktoktoe.content.MadeContents.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.content.insight.AttributionTotals;
import io.tiktoktoe.content.insight.ContentActs;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentInsights;
import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.ContentMeasure;
import io.tiktoktoe.content.insight.ContentOptions;
import io.tiktoktoe.content.insight.ContentPayments;
import io.tiktoktoe.content.insight.ContentState;
import io.tiktoktoe.content.insight.ContentValuation;
import io.tiktoktoe.content.insight.CreatorContent;
import io.tiktoktoe.content.insight.MeasureScore;
import io.tiktoktoe.content.insight.Timeframe;
import io.tiktoktoe.metric.Stream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Histories that go wrong in practice: each has one clear outcome. Nothing is left to chance. */
class HostileContentsTest {

  private static final long TEN_MINUTES = 600_000;
  private static final int NOBODY = ContentActs.NOBODY;

  private static ContentInsights insights(MadeContents made) {
    return insights(made.history());
  }

  private static ContentInsights insights(ContentHistory history) {
    ContentValueAssessor assessor = ContentValueAssessor.of(ContentOptions.defaults());
    ContentMetrics metrics = assessor.metrics(ADA, history);
    return assessor.rank(ADA, LocalDate.parse("2026-03-01"), metrics, Optional.empty(), 1_000);
  }

  private static ContentValuation of(ContentInsights insights, String id) {
    return insights.valuations().stream()
        .filter(one -> one.content().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Twenty videos, a day apart, each watched by thirty fans, of whom some tip soon after. */
  private static MadeContents usual() {
    MadeContents made = new MadeContents();
    for (int i = 0; i < 20; i++) {
      made.content("video-" + i, ContentKind.VIDEO, 24 * i, TEN_MINUTES + 1_000L * i);
      for (int fan = 0; fan < 30; fan++) {
        made.view(fan, i, 24 * i + 1 + fan / 2.0);
        if ((fan + i) % 10 == 0) {
          made.tip(fan, i, 24 * i + 1.1 + fan / 2.0, 500 + 7L * fan);
        }
      }
    }
    return made.until(24 * 60);
  }

  private static void requireBooks(ContentInsights insights) {
    AttributionTotals totals = insights.totals();
    for (Stream stream : Stream.values()) {
      long direct =
          insights.valuations().stream()
              .mapToLong(one -> one.worth().direct().getOrDefault(stream, 0L))
              .sum();
      assertThat(direct).isEqualTo(totals.direct().get(stream));
      assertThat(direct + totals.unattributed().get(stream)).isEqualTo(totals.ledger().get(stream));
    }
  }

  @Test
  void usualContentsAddUpAndTouchesSoonBeforeTipsAreCredited() {
    ContentInsights insights = insights(usual());
    requireBooks(insights);
    long ledger = insights.totals().ledger().get(Stream.TIPS);
    assertThat(insights.totals().direct().get(Stream.TIPS)).isBetween(ledger / 2, ledger);
    ContentValuation one = of(insights, "video-7");
    assertThat(one.worth().directInterval().width()).isPositive();
    assertThat(one.measures()).allMatch(score -> score.confidence() < 1);
    assertThat(one.measures()).allMatch(score -> score.interval().width() > 0);
    assertThat(one.measures()).allMatch(score -> score.interval().contains(score.percentile()));
  }

  @Test
  void withoutViewsAContentIsUnseenAndStaysAtThePrior() {
    MadeContents made = usual().content("silent", ContentKind.VIDEO, 300, TEN_MINUTES);
    ContentValuation silent = of(insights(made), "silent");
    assertThat(silent.state()).isEqualTo(ContentState.UNSEEN);
    assertThat(silent.views()).isZero();
    assertThat(silent.worth().directTotal()).isZero();
    assertThat(silent.forecast()).isEmpty();
    assertThat(silent.decay()).isEmpty();
    assertThat(score(silent, ContentMeasure.INTERACTIONS).confidence()).isZero();
    assertThat(score(silent, ContentMeasure.INTERACTIONS).percentile()).isEqualTo(0.5);
  }

  private static MeasureScore score(ContentValuation one, ContentMeasure measure) {
    return one.measures().stream()
        .filter(score -> score.measure() == measure && score.timeframe() == Timeframe.WEEK)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void viewsWithoutRevenueAreWorthNothingDirectly() {
    MadeContents made = new MadeContents();
    made.content("free", ContentKind.SHORT, 0, 30_000);
    for (int fan = 0; fan < 200; fan++) {
      made.view(fan, 0, 1 + fan / 10.0);
    }
    ContentInsights insights = insights(made.until(24 * 30));
    ContentValuation free = of(insights, "free");
    assertThat(free.views()).isEqualTo(200);
    assertThat(free.worth().directTotal()).isZero();
    assertThat(free.forecast().orElseThrow().finalValue()).isZero();
    assertThat(free.forecast().orElseThrow().finalViews()).isGreaterThanOrEqualTo(200);
    requireBooks(insights);
  }

  @Test
  void whatIsPublishedInTheFutureIsAheadWithoutScores() {
    MadeContents made = usual().content("tomorrow", ContentKind.VIDEO, 24 * 90, TEN_MINUTES);
    ContentValuation ahead = of(insights(made), "tomorrow");
    assertThat(ahead.state()).isEqualTo(ContentState.AHEAD);
    assertThat(ahead.ageDays()).isZero();
    assertThat(ahead.measures()).isEmpty();
    assertThat(ahead.forecast()).isEmpty();
  }

  @Test
  void whatWasDeletedBringsNothingMore() {
    MadeContents made = usual();
    made.content(
        new CreatorContent(
            "gone",
            ContentKind.VIDEO,
            Instant.parse("2026-01-05T00:00:00Z"),
            TEN_MINUTES,
            List.of("youtube"),
            List.of(),
            true,
            ""));
    for (int fan = 0; fan < 30; fan++) {
      made.view(fan, 20, 24 * 5 + fan);
    }
    ContentValuation gone = of(insights(made), "gone");
    assertThat(gone.state()).isEqualTo(ContentState.REMOVED);
    assertThat(gone.forecast().orElseThrow().finalViews()).isCloseTo(30, Offset.offset(0.1));
  }

  @Test
  void oneFanWhoWatchesEverythingIsDividedAmongAllWithoutCountingTwice() {
    MadeContents made = new MadeContents();
    for (int i = 0; i < 40; i++) {
      made.content("video-" + i, ContentKind.VIDEO, i, TEN_MINUTES);
      made.view(0, i, i + 0.5);
    }
    made.tip(0, 39, 41, 10_001);
    ContentInsights insights = insights(made.until(24 * 30));
    requireBooks(insights);
    assertThat(insights.totals().sampled()).isEqualTo(1);
    assertThat(insights.totals().direct().get(Stream.TIPS)).isBetween(0L, 10_001L);
    assertThat(insights.totals().influenced()).isEqualTo(10_001);
    // Each counts the payment as influenced; the sum of credits does not.
    assertThat(insights.valuations()).allMatch(one -> one.worth().influenced() == 10_001);
  }

  @Test
  void whatOneFanPaidTellsNothingOfOthers() {
    MadeContents made = new MadeContents();
    for (int i = 0; i < 40; i++) {
      made.content("video-" + i, ContentKind.VIDEO, 24 * i, TEN_MINUTES);
      made.view(0, i, 24 * i + 0.5);
      made.tip(0, i, 24 * i + 0.6, 1_000);
    }
    ContentInsights insights = insights(made.until(24 * 60));
    requireBooks(insights);
    for (ContentValuation one : insights.valuations()) {
      long direct = one.worth().directTotal();
      assertThat(one.worth().payers()).isEqualTo(1);
      assertThat(direct).isPositive();
      assertThat(one.worth().directInterval().lo()).isZero();
      assertThat(one.worth().directInterval().hi()).isGreaterThan(2.5 * direct);
      double growth = one.worth().indirect().audienceGrowth().value();
      assertThat(one.worth().indirect().audienceGrowth().interval().hi())
          .isGreaterThanOrEqualTo(2 * growth);
    }
    // Thirty fans tell more than one of the same payments.
    ContentValuation many = of(insights(usual()), "video-7");
    assertThat(many.worth().payers()).isGreaterThan(1);
    assertThat(many.worth().directInterval().hi()).isLessThan(2.5 * many.worth().directTotal());
  }

  @Test
  void viewsOfAMachineAreLeftOutAndCounted() {
    MadeContents made = usual();
    made.act(77, 3, 24 * 3 + 2, ContentActs.Kind.VIEW, 5_000, 0);
    made.tip(77, NOBODY, 24 * 3 + 2.01, 900);
    ContentInsights insights = insights(made);
    ContentValuation third = of(insights, "video-3");
    assertThat(third.machineViews()).isEqualTo(5_000);
    assertThat(third.views()).isEqualTo(30);
    requireBooks(insights);
    assertThat(insights.totals().unattributed().get(Stream.TIPS)).isGreaterThanOrEqualTo(900);
  }

  @Test
  void aLiveStreamAndItsReplayShareWhatBothTouched() {
    MadeContents made = usual();
    made.content("live", ContentKind.LIVE, 200, 7_200_000);
    made.content("replay", ContentKind.VIDEO, 201, 7_200_000);
    for (int fan = 0; fan < 30; fan++) {
      made.view(fan, 20, 200.2);
      made.view(fan, 21, 201.2);
    }
    long paid = 0;
    for (int fan = 0; fan < 20; fan++) {
      // Half before the replay is out, half while the stream is on air and the replay is seen.
      made.tip(fan, 20, fan < 10 ? 200.7 : 201.5, 1_000);
      paid += 1_000;
    }
    ContentInsights insights = insights(made);
    requireBooks(insights);
    long live = of(insights, "live").worth().directTotal();
    long replay = of(insights, "replay").worth().directTotal();
    assertThat(live).isPositive();
    assertThat(replay).isPositive();
    assertThat(live + replay).isLessThanOrEqualTo(paid);
  }

  @Test
  void oneContentOnFourPlatformsIsOneWithItsViewsElsewhere() {
    MadeContents made = usual();
    made.content("everywhere", ContentKind.VIDEO, 100, TEN_MINUTES);
    for (int platform = 0; platform < 4; platform++) {
      for (int fan = 0; fan < 10; fan++) {
        made.act(fan, 20, 101 + platform, ContentActs.Kind.VIEW, 1, platform);
      }
    }
    ContentValuation everywhere = of(insights(made), "everywhere");
    assertThat(everywhere.views()).isEqualTo(40);
    MeasureScore cross = score(everywhere, ContentMeasure.CROSS_PLATFORM);
    assertThat(cross.value()).isEqualTo(0.75);
    assertThat(cross.percentile()).isGreaterThan(0.9);
  }

  @Test
  void renewalsAreCreditedToWhatMadeTheSubscriptionBegin() {
    MadeContents made = usual();
    made.view(31, 5, 24 * 5 + 2);
    made.pay(31, 5, 24 * 5 + 2.02, 500, Stream.SUBSCRIPTIONS, ContentPayments.Kind.START);
    made.renewal(31, 24 * 35, 500, 1);
    ContentInsights insights = insights(made);
    requireBooks(insights);
    ContentValuation fifth = of(insights, "video-5");
    assertThat(fifth.worth().direct().get(Stream.SUBSCRIPTIONS)).isBetween(900L, 1_000L);
    // It still runs: what is expected comes on top.
    assertThat(fifth.worth().lifetime()).isGreaterThan(fifth.worth().directTotal() + 500);
    // A tip brings nothing later.
    ContentValuation last = of(insights, "video-19");
    assertThat(last.worth().lifetime()).isCloseTo(last.worth().directTotal(), Offset.offset(1.0));
  }

  @Test
  void anUnknownContentIsRefusedWithWhatIsKnown() {
    ContentValueAssessor assessor = ContentValueAssessor.of(ContentOptions.defaults());
    ContentMetrics metrics = assessor.metrics(ADA, usual().history());
    CreatorContent other =
        new CreatorContent(
            "other", ContentKind.POST, MadeContents.START, 0, List.of(), List.of(), false, "");
    assertThatThrownBy(() -> assessor.assessContentValue(other, metrics))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other")
        .hasMessageContaining("20");
  }

  @Test
  void anEmptyHistoryIsRankedAsNothing() {
    ContentInsights insights = insights(new MadeContents());
    assertThat(insights.valuations()).isEmpty();
    assertThat(insights.totals().payments()).isZero();
  }

  @Test
  void theSameSeedGivesTheSameAnswer() {
    assertThat(insights(usual()).totals().direct()).isEqualTo(insights(usual()).totals().direct());
    assertThat(of(insights(usual()), "video-4").worth())
        .isEqualTo(of(insights(usual()), "video-4").worth());
  }
}
