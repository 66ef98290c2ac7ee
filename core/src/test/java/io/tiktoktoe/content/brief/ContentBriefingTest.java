package io.tiktoktoe.content.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tiktoktoe.content.insight.ContentActs;
import io.tiktoktoe.content.insight.ContentHistory;
import io.tiktoktoe.content.insight.ContentKind;
import io.tiktoktoe.content.insight.ContentPayments;
import io.tiktoktoe.content.insight.CreatorContent;
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
}
