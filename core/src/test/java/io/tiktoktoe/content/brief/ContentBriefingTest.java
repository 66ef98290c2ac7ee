package io.tiktoktoe.content.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.answer.Recommendation;
import io.tiktoktoe.content.insight.ContentActs;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.ContentPayments;
import io.tiktoktoe.content.insight.CreatorContent;
import io.tiktoktoe.content.insight.MarketTrend;
import io.tiktoktoe.content.insight.MarketTrends;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.stats.Interval;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContentBriefingTest {

  private static final Instant END = Instant.parse("2026-06-30T00:00:00Z");
  private static final LocalDate THROUGH = LocalDate.parse("2026-06-29");
  private static final List<String> PLATFORMS = List.of("tiktok", "twitch");

  /** Contents every day and a half; evening streams on twitch bring {@code times} as much. */
  private static final class Past {
    private final List<CreatorContent> contents = new ArrayList<>();
    private final List<Integer> platform = new ArrayList<>();
    private final List<Double> direct = new ArrayList<>();

    Past(int count, double times, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      for (int at = 0; at < count; at++) {
        boolean live = random.nextInt(3) == 0;
        int hour = random.nextInt(24);
        int where = live ? 1 : random.nextInt(2);
        Instant published =
            END.minus(20 + at * 36L / 24, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.DAYS)
                .plus(hour, ChronoUnit.HOURS);
        contents.add(
            new CreatorContent(
                "c" + at,
                live ? ContentKind.LIVE : ContentKind.SHORT,
                published,
                live ? 3_600_000L + random.nextInt(7_200_000) : 10_000L + random.nextInt(50_000),
                List.of(PLATFORMS.get(where)),
                List.of(),
                false,
                ""));
        platform.add(where);
        double mean = live && hour >= 18 ? times : 1;
        direct.add(1_000 * mean * Math.exp(0.4 * random.nextGaussian()));
      }
    }

    ContentHistory history() {
      int n = contents.size();
      ContentActs acts =
          new ContentActs(
              n,
              contents.stream().mapToLong(one -> one.published().getEpochSecond() + 60).toArray(),
              java.util.stream.IntStream.range(0, n).toArray(),
              new int[n],
              shorts(),
              new byte[n],
              ones(n),
              new long[n],
              new int[n]);
      return new ContentHistory(
          contents,
          1,
          PLATFORMS,
          acts,
          ContentPayments.none(),
          Map.of(io.tiktoktoe.metric.Stream.TIPS, 0L),
          END);
    }

    /** The same watched by these fans: content and fan, in the order of time. */
    ContentHistory watched(List<long[]> views, int fans) {
      List<long[]> sorted =
          views.stream()
              .sorted(java.util.Comparator.comparing(one -> contents.get((int) one[0]).published()))
              .toList();
      int n = sorted.size();
      ContentActs acts =
          new ContentActs(
              n,
              sorted.stream()
                  .mapToLong(one -> contents.get((int) one[0]).published().getEpochSecond() + 60)
                  .toArray(),
              sorted.stream().mapToInt(one -> (int) one[0]).toArray(),
              sorted.stream().mapToInt(one -> (int) one[1]).toArray(),
              new short[n],
              new byte[n],
              ones(n),
              new long[n],
              new int[n]);
      return new ContentHistory(
          contents,
          fans,
          PLATFORMS,
          acts,
          ContentPayments.none(),
          Map.of(io.tiktoktoe.metric.Stream.TIPS, 0L),
          END);
    }

    private short[] shorts() {
      short[] all = new short[platform.size()];
      for (int at = 0; at < all.length; at++) {
        all[at] = platform.get(at).shortValue();
      }
      return all;
    }

    private static int[] ones(int n) {
      int[] ones = new int[n];
      java.util.Arrays.fill(ones, 1);
      return ones;
    }

    Optional<ContentBrief> brief() {
      return ContentBriefing.of(
          history(),
          direct.stream().mapToDouble(Double::doubleValue).toArray(),
          ZoneOffset.UTC,
          THROUGH,
          1);
    }
  }

  @Test
  void whatBringsMostIsAdvised() {
    ContentBrief brief = new Past(120, 5, 3).brief().orElseThrow();
    assertThat(brief.type()).isEqualTo(ContentKind.LIVE);
    assertThat(brief.platform()).isEqualTo("twitch");
    assertThat(brief.fromHour()).isEqualTo(18);
    assertThat(brief.shortestMs()).isGreaterThanOrEqualTo(3_600_000);
    assertThat(brief.longestMs()).isGreaterThan(brief.shortestMs());
    assertThat(brief.day()).isAfter(THROUGH).isBefore(THROUGH.plusDays(8));
    assertThat(brief.times()).isGreaterThan(1);
    assertThat(brief.timesInterval().contains(brief.times())).isTrue();
    assertThat(brief.spread().width()).isGreaterThan(brief.interval().width());
    assertThat(brief.contents()).isEqualTo(120);
  }

  /** Where all is chance, the best of some thirty choices is not believed. */
  @Test
  void noWinnersCurseWhereAllIsChance() {
    double sum = 0;
    int runs = 10;
    for (int run = 0; run < runs; run++) {
      ContentBrief brief = new Past(60, 1, 100 + run).brief().orElseThrow();
      sum += brief.times() / runs;
      assertThat(brief.timesInterval().lo()).isLessThan(1.05);
    }
    assertThat(sum).isCloseTo(1.1, within(0.12));
  }

  @Test
  void littleOrNothingTeachesNothing() {
    assertThat(new Past(11, 5, 1).brief()).isEmpty();
    Past unpaid = new Past(40, 1, 1);
    unpaid.direct.replaceAll(one -> 0.0);
    assertThat(unpaid.brief()).isEmpty();
    Past one = new Past(40, 1, 1);
    one.direct.replaceAll(value -> 0.0);
    one.direct.set(3, 500.0);
    ContentBrief brief = one.brief().orElseThrow();
    assertThat(brief.interval().width()).isPositive();
    assertThat(brief.spread().lo()).isZero();
  }

  @Test
  void theSameSeedGivesTheSameBrief() {
    assertThat(new Past(50, 2, 5).brief()).isEqualTo(new Past(50, 2, 5).brief());
    assertThat(DayOfWeek.from(new Past(50, 2, 5).brief().orElseThrow().day())).isNotNull();
  }

  @Test
  void trendsAreShrunk() {
    Past rising = new Past(120, 1, 9);
    for (int at = 0; at < 27; at++) {
      if (rising.contents.get(at).kind() == ContentKind.SHORT) {
        rising.direct.set(at, 3 * rising.direct.get(at));
      }
    }
    BriefTrend strongest = rising.brief().orElseThrow().trends().getFirst();
    assertThat(strongest.level()).isEqualTo("short");
    assertThat(strongest.times()).isBetween(1.3, 3.0);
    assertThat(strongest.interval().lo()).isGreaterThan(1);
  }

  private static MarketTrends market(String type, double times, double error) {
    MarketTrend trend =
        new MarketTrend(
            MarketTrend.Measure.PEOPLE,
            MarketTrend.Choice.TYPE,
            type,
            10_000,
            20_000,
            times,
            times,
            new Interval(times / error, times * error, Interval.WIDE),
            0.01);
    DateRange period = DateRange.ofDays(THROUGH.minusDays(29), THROUGH, ZoneOffset.UTC);
    return new MarketTrends(period.previous(), period, 0.1, 1e-6, List.of(trend), 8, true);
  }

  private static ContentBrief briefed(Past past, MarketTrends market) {
    return ContentBriefing.of(
            past.history(),
            past.direct.stream().mapToDouble(Double::doubleValue).toArray(),
            ZoneOffset.UTC,
            THROUGH,
            1,
            Optional.of(market))
        .orElseThrow();
  }

  @Test
  void aReleasedMarketTrendMovesWhatIsExpectedByWhatTheHistoryDoesNotHave() {
    Past past = new Past(120, 1.6, 3);
    ContentBrief alone = past.brief().orElseThrow();
    ContentBrief grown = briefed(past, market("short", 3, 1.2));
    ContentBrief doubtful = briefed(past, market("short", 3, 2));

    assertThat(alone.type()).isEqualTo(ContentKind.LIVE);
    assertThat(alone.market()).isEmpty();
    assertThat(alone.marketTimes()).isEqualTo(1);
    assertThat(grown.type()).isEqualTo(ContentKind.SHORT);
    assertThat(grown.market()).hasSize(1);
    // Contents of the last 30 days count more and have some of it already.
    assertThat(grown.marketTimes()).isBetween(2.2, 2.99);
    assertThat(doubtful.interval().width()).isGreaterThan(1.05 * grown.interval().width());
    assertThat(doubtful.timesInterval().width()).isGreaterThan(grown.timesInterval().width());
    Recommendation follow = grown.recommendations().getLast();
    assertThat(follow.topic()).isEqualTo("market-trend");
    assertThat(follow.expected()).isCloseTo((grown.marketTimes() - 1) * grown.usual(), within(1.0));
    assertThat(follow.interval().contains(follow.expected())).isTrue();
    PastBrief kept = PastBrief.of(grown, THROUGH);
    assertThat(kept.attributes()).containsKey("market_trend");
    assertThat(PastBrief.of(alone, THROUGH).attributes()).doesNotContainKey("market_trend");
  }

  @Test
  void everyGroundIsAdviceOfItsOwnWithWhatWouldTurnIt() {
    ContentBrief brief = new Past(120, 5, 3).brief().orElseThrow();

    assertThat(brief.recommendations()).extracting(Recommendation::topic).contains("content-type");
    assertThat(brief.recommendations())
        .allSatisfy(
            one -> {
              assertThat(one.effect()).isEqualTo(Recommendation.Effect.CONTENT_VALUE);
              assertThat(one.expected()).isPositive();
              assertThat(one.interval().contains(one.expected())).isTrue();
              assertThat(one.interval().width()).isPositive();
            });
    BriefAdvice.MakeType type = (BriefAdvice.MakeType) brief.recommendations().getFirst().advice();
    assertThat(type.type()).isEqualTo("live");
    assertThat(type.times()).isGreaterThan(1);
    assertThat(type.turning()).isBetween(0.0, 1.0);
  }

  /** Shorts on twitch bring four times as much as those elsewhere. */
  @Test
  void aPlatformThatBringsMoreIsAdvised() {
    Past past = new Past(120, 1, 6);
    for (int at = 0; at < 120; at++) {
      if (past.contents.get(at).platforms().contains("twitch")) {
        past.direct.set(at, 4 * past.direct.get(at));
      }
    }
    assertThat(past.brief().orElseThrow().recommendations())
        .extracting(Recommendation::advice)
        .filteredOn(BriefAdvice.PublishOn.class::isInstance)
        .singleElement()
        .satisfies(one -> assertThat(((BriefAdvice.PublishOn) one).platform()).isEqualTo("twitch"));
  }

  /** Where all is chance, few pasts carry any advice. */
  @Test
  void chanceCarriesHardlyAnyAdvice() {
    int told = 0;
    for (int run = 0; run < 10; run++) {
      told += new Past(60, 1, 200 + run).brief().orElseThrow().recommendations().size();
    }
    assertThat(told).isLessThan(12);
  }

  /** Regulars watch every second content, which bring three times as much. */
  @Test
  void whoWatchesWhatPaysIsNamed() {
    Past past = new Past(120, 1, 4);
    double[] direct = past.direct.stream().mapToDouble(Double::doubleValue).toArray();
    List<long[]> views = new ArrayList<>();
    int n = past.contents.size();
    for (int at = 0; at < n; at++) {
      direct[at] *= at % 2 == 0 ? 3 : 1;
      // The contents are numbered from the newest: fan 0 is a regular from the sixth day on.
      views.add(new long[] {at, at % 2 == 0 ? 0 : at + 1});
    }
    ContentBrief brief =
        ContentBriefing.of(past.watched(views, n + 1), direct, ZoneOffset.UTC, THROUGH, 1)
            .orElseThrow();
    BriefAdvice.MakeFor made =
        brief.recommendations().stream()
            .map(Recommendation::advice)
            .filter(BriefAdvice.MakeFor.class::isInstance)
            .map(BriefAdvice.MakeFor.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(made.audience()).isEqualTo(BriefAudience.REGULARS);
    assertThat(made.times()).isGreaterThan(1.3);
  }
}
