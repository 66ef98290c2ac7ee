package io.tiktoktoe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.MarketTrend;
import io.tiktoktoe.content.insight.MarketTrend.Choice;
import io.tiktoktoe.content.insight.MarketTrend.Measure;
import io.tiktoktoe.content.insight.MarketTrends;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.pipeline.insight.AnalyticsConfig;
import io.tiktoktoe.pipeline.insight.MarketAct;
import io.tiktoktoe.pipeline.insight.MarketSink;
import io.tiktoktoe.pipeline.insight.MarketStream;
import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.privacy.release.PrivateReleases;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarketTrendsTest {

  private static final DateRange PERIOD =
      DateRange.ofDays(
          LocalDate.parse("2026-02-01"), LocalDate.parse("2026-03-31"), ZoneOffset.UTC);

  private static final Instant MIDDLE = Instant.parse("2026-03-01T00:00:00Z");

  private static final AnalyticsConfig USUAL =
      AnalyticsConfig.of(
          new BudgetAccount("store", "market"), "market", PERIOD, Currency.getInstance("USD"));

  /** Noise of about one person: what is released is nearly what is true. */
  private static final AnalyticsConfig CLEAR = USUAL.withBudget(new PrivacyBudget(100, 1e-6));

  private static MarketTrends released(MarketStream stream, AnalyticsConfig config) {
    return IntegratedAnalyticsPipeline.of(PrivateReleases.chargedTo(new MemoryLedger(1)))
        .marketTrends(stream, config, MIDDLE);
  }

  private static void views(MarketSink sink, boolean late, ContentKind kind, String about) {
    sink.act(new MarketAct(late, Optional.of(kind), about, 3, 0));
  }

  private static void pays(MarketSink sink, boolean late, long amount) {
    sink.act(new MarketAct(late, Optional.empty(), "", 0, amount));
  }

  /** Live grows from a quarter to a half at the cost of videos, cooking as much; all pay alike. */
  private static MarketStream crowd(int people, boolean grows) {
    return sink -> {
      for (int person = 0; person < people; person++) {
        for (int period = 0; period < 2; period++) {
          boolean late = period == 1;
          boolean live = person % 4 == 0 || late && grows && person % 4 == 1;
          views(
              sink, late, live ? ContentKind.LIVE : ContentKind.VIDEO, live ? "cooking" : "chess");
          if (person % 5 == 0) {
            pays(sink, late, 1_000);
          }
        }
        sink.endOfAccount(person, false);
      }
    };
  }

  private static MarketTrend trend(MarketTrends of, Measure measure, Choice choice, String level) {
    return of.trends().stream()
        .filter(one -> one.measure() == measure && one.choice() == choice)
        .filter(one -> one.level().equals(level))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatGrewIsToldWithItsErrorAndShrunkByIt() {
    MarketTrends told = released(crowd(60_000, true), USUAL);

    MarketTrend live = trend(told, Measure.PEOPLE, Choice.TYPE, "live");
    assertThat(live.change()).isCloseTo(2, within(0.25));
    assertThat(live.interval().contains(2)).isTrue();
    assertThat(live.times()).isBetween(1.5, live.change());
    assertThat(trend(told, Measure.PEOPLE, Choice.CATEGORY, "cooking").interval().lo())
        .isGreaterThan(1);
    assertThat(trend(told, Measure.PEOPLE, Choice.TYPE, "video").interval().hi()).isLessThan(1);
    assertThat(told.epsilon()).isEqualTo(0.1);
    assertThat(told.trends())
        .allSatisfy(one -> assertThat(one.falseChance()).isPositive().isLessThanOrEqualTo(0.05));
  }

  @Test
  void incomeIsToldBesidePeople() {
    MarketTrends told = released(crowd(60_000, true), CLEAR);

    MarketTrend income = trend(told, Measure.INCOME, Choice.TYPE, "live");
    assertThat(income.change()).isCloseTo(2, within(0.2));
    assertThat(told.of(Choice.TYPE, "live")).contains(income);
    assertThat(told.of(Choice.TYPE, "post")).isEmpty();
  }

  /** One release in twenty may tell something false; none of three does but once in 7,000. */
  @Test
  void noiseAloneIsNotTold() {
    int told = 0;
    for (int run = 0; run < 5; run++) {
      told += released(crowd(4_000, false), USUAL).trends().isEmpty() ? 0 : 1;
    }
    assertThat(told).isLessThan(3);
    assertThat(released(sink -> {}, USUAL).trends()).isEmpty();
  }

  /** A tenfold epsilon names a category of 30 people; one person alone names none. */
  @Test
  void aCategoryOfOnePersonIsNotNamed() {
    MarketStream lonely =
        sink -> {
          for (int person = 0; person < 1; person++) {
            views(sink, false, ContentKind.VIDEO, "my secret");
            views(sink, true, ContentKind.VIDEO, "my secret");
            sink.endOfAccount(person, false);
          }
        };
    assertThat(released(lonely, USUAL).tried()).isEqualTo(2 * ContentKind.values().length);
  }

  /** Linked accounts are one person, who counts in one cell a period and up to the bound. */
  @Test
  void whoWatchesEverythingUnderManyAccountsCountsOnce() {
    MarketStream hostile =
        sink -> {
          crowd(1_000, false).acts(sink);
          for (int account = 0; account < 3_000; account++) {
            views(sink, true, ContentKind.POST, "all mine");
            pays(sink, true, Long.MAX_VALUE);
            sink.endOfAccount(5_000_000, true);
          }
        };
    MarketTrends told = released(hostile, CLEAR);

    assertThat(told.trends()).noneMatch(one -> one.level().equals("post"));
    assertThat(told.trends()).noneMatch(one -> one.level().equals("all mine"));
  }

  @Test
  void withoutBudgetNobodyIsRead() {
    MarketStream unread =
        sink -> {
          throw new IllegalStateException("read without a charge");
        };
    assertThatThrownBy(
            () ->
                IntegratedAnalyticsPipeline.of(PrivateReleases.chargedTo(new MemoryLedger(0)))
                    .marketTrends(unread, USUAL, MIDDLE))
        .isInstanceOf(NotReleasedException.class);
  }

  @Test
  void theSameQuestionCostsNothing() {
    MemoryLedger ledger = new MemoryLedger(1);
    IntegratedAnalyticsPipeline pipeline =
        IntegratedAnalyticsPipeline.of(PrivateReleases.chargedTo(ledger));
    MarketTrends first = pipeline.marketTrends(crowd(20_000, true), USUAL, MIDDLE);
    MarketTrends again = pipeline.marketTrends(crowd(20_000, true), USUAL, MIDDLE);

    assertThat(ledger.charges()).isOne();
    assertThat(again.trends()).isEqualTo(first.trends());
    assertThat(again.repeated()).isTrue();
  }
}
