package io.tiktoktoe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.pipeline.insight.ActivitySink;
import io.tiktoktoe.pipeline.insight.AnalyticsConfig;
import io.tiktoktoe.pipeline.insight.AnalyticsInsights;
import io.tiktoktoe.pipeline.insight.InsightKind;
import io.tiktoktoe.pipeline.insight.NoisyNumber;
import io.tiktoktoe.pipeline.insight.PeerBenchmark;
import io.tiktoktoe.pipeline.insight.PersonAct;
import io.tiktoktoe.pipeline.insight.PersonEvent;
import io.tiktoktoe.pipeline.insight.PlatformInsight;
import io.tiktoktoe.privacy.ledger.BudgetAccount;
import io.tiktoktoe.privacy.ledger.MemoryStreamLedger;
import io.tiktoktoe.privacy.ledger.PrivacyBudget;
import io.tiktoktoe.privacy.release.PrivateReleases;
import io.tiktoktoe.privacy.release.StreamReleases;
import io.tiktoktoe.privacy.release.WindowSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IntegratedAnalyticsPipelineTest {

  private static final DateRange PERIOD =
      DateRange.ofDays(
          LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-31"), ZoneOffset.UTC);

  private static final AnalyticsConfig USUAL =
      AnalyticsConfig.of(
              new BudgetAccount("store", "test"), "made", PERIOD, Currency.getInstance("USD"))
          .withPlatforms(List.of("tiktok", "youtube"));

  /** Noise of about one person: what is released is nearly what is true. */
  private static final AnalyticsConfig CLEAR = USUAL.withBudget(new PrivacyBudget(100, 1e-6));

  private static final long DAY = 86_400;

  private static final long START = PERIOD.from().getEpochSecond();

  /** A crowd with planted facts: evenings, leaving after an unfollow, tips. */
  private static final int CROWD = 60_000;

  private static AnalyticsInsights insights(AnalyticsConfig config, MadeStream stream) {
    return IntegratedAnalyticsPipeline.of(PrivateReleases.chargedTo(new MemoryLedger(1)))
        .processAnalytics(stream, config);
  }

  private static void crowd(ActivitySink sink) {
    for (int person = 0; person < CROWD; person++) {
      long hour = person % 3 == 0 ? 20 : person % 24;
      boolean unfollows = person % 5 == 0;
      boolean stays = unfollows ? person % 10 == 0 : person % 4 != 1;
      sink.event(MadeStream.view(START + hour * 3_600, person % 7));
      if (unfollows) {
        sink.event(MadeStream.act(START + DAY, PersonAct.UNFOLLOW, person % 7, 0));
      }
      if (person % 6 == 0) {
        sink.event(MadeStream.act(START + 2 * DAY, PersonAct.PAYMENT, person % 7, 1_000));
      }
      // As much in the second week as in the first: nobody fades.
      sink.event(MadeStream.view(START + 9 * DAY + hour * 3_600, person % 7));
      if (stays) {
        sink.event(MadeStream.view(START + 20 * DAY + hour * 3_600, person % 7));
      }
      sink.endOfAccount(person, false);
    }
  }

  @Test
  void plantedFactsAreToldWithTheirSurety() {
    AnalyticsInsights told =
        insights(USUAL, new MadeStream(IntegratedAnalyticsPipelineTest::crowd));

    PlatformInsight peak = only(told.audience(), InsightKind.PEAK_HOUR);
    assertThat(peak.subject()).isEqualTo("20");
    assertThat(peak.value()).isCloseTo(0.36, within(0.05));
    assertThat(peak.interval().lo()).isLessThan(peak.value());
    assertThat(only(told.audience(), InsightKind.LEAVING_SIGN).subject()).isEqualTo("unfollowed");
    assertThat(only(told.business(), InsightKind.MAIN_PAYMENT).subject()).isEqualTo("tips");
    assertThat(only(told.business(), InsightKind.PAYING_SHARE).value())
        .isCloseTo(1.0 / 6, within(0.04));
    assertThat(told.audience())
        .allSatisfy(
            one ->
                assertThat(one.falseChance().orElseThrow())
                    .isPositive()
                    .isLessThanOrEqualTo(AnalyticsInsights.FALSE_INSIGHTS));
    assertThat(told.privacy().epsilon()).isEqualTo(0.1);
    assertThat(told.behavior().people().value()).isCloseTo(CROWD, within(3_000.0));
  }

  private static PlatformInsight only(List<PlatformInsight> told, InsightKind kind) {
    List<PlatformInsight> found = told.stream().filter(one -> one.kind() == kind).toList();
    assertThat(found).as(kind.code()).hasSize(1);
    return found.getFirst();
  }

  @Test
  void nothingIsToldOfNobodyAndTheShapeIsThatOfACrowd() {
    AnalyticsInsights nobody = insights(USUAL, MadeStream.EMPTY);
    AnalyticsInsights crowd =
        insights(USUAL, new MadeStream(IntegratedAnalyticsPipelineTest::crowd));

    assertThat(nobody.audience()).isEmpty();
    assertThat(nobody.contentInsights()).isEmpty();
    assertThat(nobody.business()).isEmpty();
    assertThat(labels(nobody)).isEqualTo(labels(crowd));
    assertThat(nobody.looked()).isEqualTo(crowd.looked());
  }

  private static List<String> labels(AnalyticsInsights of) {
    return Stream.of(
            of.behavior().engagement().viewingHours(),
            of.behavior().engagement().sessionDurations(),
            of.behavior().retention().churnIndicators(),
            of.behavior().preferences().countries(),
            of.content().platforms(),
            of.monetization().revenue(),
            of.monetization().spend())
        .flatMap(List::stream)
        .map(NoisyNumber::label)
        .toList();
  }

  @Test
  void theSameQuestionIsAnsweredOnceAndReadOnce() {
    MemoryLedger ledger = new MemoryLedger(1);
    MadeStream stream = new MadeStream(IntegratedAnalyticsPipelineTest::crowd);
    IntegratedAnalyticsPipeline pipeline =
        IntegratedAnalyticsPipeline.of(PrivateReleases.chargedTo(ledger));

    AnalyticsInsights first = pipeline.processAnalytics(stream, USUAL);
    AnalyticsInsights again = pipeline.processAnalytics(stream, USUAL);

    assertThat(ledger.charges()).isOne();
    assertThat(stream.readings()).isOne();
    assertThat(again.behavior()).isEqualTo(first.behavior());
    assertThat(again.monetization()).isEqualTo(first.monetization());
    assertThat(again.audience()).isEqualTo(first.audience());
    assertThat(again.privacy().repeated()).isTrue();
  }

  @Test
  void withoutBudgetNobodyIsRead() {
    MadeStream stream = new MadeStream(IntegratedAnalyticsPipelineTest::crowd);
    IntegratedAnalyticsPipeline pipeline =
        IntegratedAnalyticsPipeline.of(PrivateReleases.chargedTo(new MemoryLedger(0)));

    assertThatThrownBy(() -> pipeline.processAnalytics(stream, USUAL))
        .isInstanceOf(NotReleasedException.class)
        .hasMessageContaining("2026-12-30");
    assertThat(stream.readings()).isZero();
  }

  /** Five standard deviations are exceeded once in 10^6 numbers, of which 50 are looked at. */
  @Test
  void onePersonMovesNoCountByMoreThanOne() {
    Consumer<ActivitySink> few =
        sink -> {
          for (int person = 0; person < 50; person++) {
            sink.event(MadeStream.view(START + person, 1));
            sink.endOfAccount(person, false);
          }
        };
    AnalyticsInsights without = insights(CLEAR, new MadeStream(few));
    AnalyticsInsights with =
        insights(
            CLEAR,
            new MadeStream(
                sink -> {
                  few.accept(sink);
                  for (int event = 0; event < 1_000_000; event++) {
                    sink.event(MadeStream.view(START + 2 * event, event % 10_000));
                  }
                  sink.endOfAccount(50, false);
                }));

    List<NoisyNumber> before = counts(without);
    List<NoisyNumber> after = counts(with);
    for (int at = 0; at < before.size(); at++) {
      double noise = before.get(at).standardError() * Math.sqrt(2);
      assertThat(Math.abs(after.get(at).value() - before.get(at).value()))
          .as(before.get(at).label())
          .isLessThan(1 + 5 * noise);
    }
  }

  private static List<NoisyNumber> counts(AnalyticsInsights of) {
    return Stream.of(
            List.of(of.behavior().people()),
            of.behavior().engagement().viewingHours(),
            of.behavior().engagement().viewingSequences(),
            of.behavior().engagement().sessionDurations(),
            of.behavior().retention().userReturns(),
            of.behavior().retention().loyaltyMetrics(),
            of.content().completion())
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void linkedAccountsAreOnePersonBeforeAnythingIsBounded() {
    AnalyticsInsights one =
        insights(
            CLEAR,
            new MadeStream(
                sink -> {
                  for (int account = 0; account < 400; account++) {
                    sink.event(MadeStream.view(START + account * DAY / 20, account));
                    sink.endOfAccount(7, true);
                  }
                }));

    assertThat(one.behavior().people().standardError()).isLessThan(3);
    assertThat(one.behavior().people().value()).isCloseTo(1, within(18.0));
    // On 20 days: in the last cell, and in no other.
    List<NoisyNumber> returns = one.behavior().retention().userReturns();
    assertThat(returns).allSatisfy(cell -> assertThat(cell.value()).isCloseTo(0, within(18.0)));
  }

  /** Each release names it with a chance of delta, 10^-6, at most: so rarely does this fail. */
  @Test
  void aCreatorWithOneSupporterIsNotNamed() {
    for (int run = 0; run < 5; run++) {
      AnalyticsInsights told =
          insights(
              USUAL,
              new MadeStream(
                  sink -> {
                    sink.event(MadeStream.view(START, 42));
                    sink.endOfAccount(0, false);
                  }));
      assertThat(told.behavior().preferences().creatorPreferences()).isEmpty();
      assertThat(told.behavior().preferences().contentSelections()).isEmpty();
    }
  }

  @Test
  void aWindowIsTotalledUnderTheBudgetOfAMonthOfThem() {
    var totals =
        IntegratedAnalyticsPipeline.processWindow(
            (released, counting) ->
                new WindowSource.Snapshot(
                    1, counting.apply(new MadeStream(IntegratedAnalyticsPipelineTest::crowd))),
            USUAL,
            StreamReleases.chargedTo(new MemoryStreamLedger()),
            30);

    // 6 standard deviations of Gaussian noise are exceeded once in 10^9.
    assertThat(totals.people().value())
        .isCloseTo(CROWD, within(6 * totals.people().standardError()));
    // A thirtieth of the budget would have 1,800.
    assertThat(totals.people().standardError()).isBetween(290.0, 297.0);
    assertThat(totals.revenue().value())
        .isCloseTo(CROWD / 6 * 1_000.0, within(6 * totals.revenue().standardError()));
  }

  @Test
  void whoPaidOnlyInCurrenciesWithoutARateIsCountedAndInNoAmount() {
    AnalyticsInsights told =
        insights(
            CLEAR,
            new MadeStream(
                sink -> {
                  for (int person = 0; person < 3_000; person++) {
                    long amount = person % 3 == 0 ? PersonEvent.NO_RATE : 500;
                    sink.event(MadeStream.act(START, PersonAct.PAYMENT, 1, amount));
                    // Of the second third the one payment counts that could be converted.
                    if (person % 3 == 1) {
                      sink.event(
                          MadeStream.act(START + 9, PersonAct.PAYMENT, 1, PersonEvent.NO_RATE));
                    }
                    sink.endOfAccount(person, false);
                  }
                }));

    assertThat(told.monetization().unpriced().value()).isCloseTo(1_000, within(10.0));
    assertThat(told.monetization().payers().getFirst().value()).isCloseTo(2_000, within(10.0));
    assertThat(told.monetization().revenue().getFirst().value())
        .isCloseTo(2_000 * 500.0, within(100_000.0));
  }

  /** Whatever one person does, twenty times: each table moves by one, amounts by their bounds. */
  @Test
  void aHostilePersonCountsAsOneInEveryTable() {
    SplittableRandom random = new SplittableRandom(4);
    for (int run = 0; run < 20; run++) {
      AnalyticsInsights told = insights(CLEAR, new MadeStream(sink -> plant(sink, random.split())));

      assertThat(told.behavior().preferences().creatorPreferences()).hasSizeLessThan(2);
      Stream.of(
              told.behavior().engagement().viewingHours(),
              told.behavior().engagement().viewingSequences(),
              told.behavior().engagement().sessionDurations(),
              told.behavior().retention().userReturns(),
              told.behavior().retention().churnIndicators(),
              told.behavior().preferences().countries(),
              told.monetization().payers())
          .forEach(
              table -> {
                double sum = table.stream().mapToDouble(NoisyNumber::value).sum();
                double noise = 6 * Math.sqrt(table.size()) * table.getFirst().standardError();
                assertThat(sum).isBetween(-noise, 1 + noise);
              });
      double paid = told.monetization().revenue().stream().mapToDouble(NoisyNumber::value).sum();
      double noise = told.monetization().revenue().getFirst().standardError();
      assertThat(paid).isBetween(-12 * noise, 20_000 + 12 * noise);
    }
  }

  /** 300 events of one person under ten accounts with numbers at and beyond every edge. */
  private static void plant(ActivitySink sink, SplittableRandom random) {
    long[] edges = {Long.MIN_VALUE, -1, 0, 1, 1L << 40, Long.MAX_VALUE};
    PersonAct[] acts = PersonAct.values();
    for (int account = 0; account < 10; account++) {
      for (int event = 0; event < 30; event++) {
        sink.event(
            new PersonEvent(
                START + random.nextLong(30 * DAY),
                random.nextBoolean(),
                acts[random.nextInt(acts.length)],
                Math.max(1, edges[random.nextInt(6)]),
                random.nextLong(),
                random.nextLong(),
                edges[random.nextInt(6)],
                edges[random.nextInt(6)],
                random.nextBoolean(),
                random.nextInt(),
                io.tiktoktoe.metric.Stream.values()[random.nextInt(4)],
                edges[random.nextInt(6)]));
      }
      sink.endOfAccount(1, true);
    }
  }

  @Test
  void aCreatorIsComparedWithThoseOfAsManyViews() {
    // 4,000 creators with two fans each, who watch them 40 times and tip one by one more.
    MadeStream stream =
        new MadeStream(
            sink -> {
              for (int fan = 0; fan < 8_000; fan++) {
                int creator = fan / 2;
                for (int view = 0; view < 20; view++) {
                  sink.event(MadeStream.view(START + view, creator));
                }
                sink.event(
                    MadeStream.act(START, PersonAct.PAYMENT, creator, creator % 4 == 0 ? 0 : 10));
                sink.endOfAccount(fan, false);
              }
            });
    PeerBenchmark benchmark =
        IntegratedAnalyticsPipeline.of(PrivateReleases.chargedTo(new MemoryLedger(1)))
            .benchmarkPeers(stream, USUAL);

    // 20 cents for 40 views are 5 dollars for a thousand: three of four have that, one has none.
    PeerBenchmark.Standing standing =
        IntegratedAnalyticsPipeline.standing(benchmark, 40, 20).orElseThrow();
    assertThat(standing.tipsPerThousand()).isEqualTo(5);
    assertThat(standing.below()).isCloseTo(0.25 + 0.75 / 2, within(0.15));
    assertThat(standing.interval().contains(standing.below())).isTrue();
    assertThat(standing.interval().width()).isPositive();
    // Nobody has so many views: noise alone is nobody to compare with.
    assertThat(IntegratedAnalyticsPipeline.standing(benchmark, 50_000, 20)).isEmpty();
  }
}
