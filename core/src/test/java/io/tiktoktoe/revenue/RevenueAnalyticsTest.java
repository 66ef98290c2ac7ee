package io.tiktoktoe.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoktoe.answer.CreatorProfile;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.MissingRateException;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.revenue.insight.BridgeLine;
import io.tiktoktoe.revenue.insight.Completeness;
import io.tiktoktoe.revenue.insight.DailyIncome;
import io.tiktoktoe.revenue.insight.Dimension;
import io.tiktoktoe.revenue.insight.GroupShare;
import io.tiktoktoe.revenue.insight.HourlyIncome;
import io.tiktoktoe.revenue.insight.IncomeCells;
import io.tiktoktoe.revenue.insight.RevenueContext;
import io.tiktoktoe.revenue.insight.RevenueInputs;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.revenue.insight.RevenuePatterns;
import io.tiktoktoe.revenue.insight.RevenueSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevenueAnalyticsTest {

  private static final ZoneId UTC = ZoneId.of("UTC");

  private static RevenueInsights analyze(RevenueSource source, DateRange period, Instant now) {
    return RevenueAnalytics.of(source)
        .analyzeRevenueStreams(
            InvoicedCreator.profile(period.zone().getId()), period, RevenueContext.at(now, 1));
  }

  private static DateRange days(String first, String last, String zone) {
    return DateRange.ofDays(LocalDate.parse(first), LocalDate.parse(last), ZoneId.of(zone));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "America/New_York",
        "Africa/Cairo",
        "Australia/Sydney",
        "Australia/Lord_Howe",
        "Asia/Kolkata",
        "Asia/Kathmandu",
        "UTC"
      })
  void everyViewAddsUpToTheSameNetIncomeWhateverTheClockDoes(String zone) {
    SplittableRandom random = new SplittableRandom(7);
    DateRange year = days("2025-01-01", "2025-12-31", zone);
    InvoicedCreator creator = InvoicedCreator.random(random, year, 4_000);
    DateRange half = days("2025-07-03", "2025-12-31", zone);
    RevenueInsights insights = analyze(creator, half, half.to());
    long net =
        creator.cells.stream()
            .filter(cell -> half.contains(cell.bucket()))
            .mapToLong(RevenueCell::net)
            .sum();
    RevenuePatterns patterns = insights.patterns();
    assertThat(insights.bridge().total().net()).isEqualTo(net);
    assertThat(patterns.hourly().stream().mapToLong(hour -> hour.net().total()).sum())
        .isEqualTo(net);
    assertThat(patterns.daily().stream().mapToLong(day -> day.net().total()).sum()).isEqualTo(net);
    assertThat(patterns.hourly().stream().mapToLong(HourlyIncome::minutes).sum())
        .isEqualTo(half.length().toMinutes());
    assertThat(patterns.daily().stream().mapToLong(DailyIncome::minutes).sum())
        .isEqualTo(half.length().toMinutes());
    for (Dimension dimension : Dimension.values()) {
      assertThat(patterns.breakdown(dimension).groups().stream().mapToLong(GroupShare::net).sum())
          .isEqualTo(net);
    }
    assertThat(insights.change().total().before()).isEqualTo(insights.comparison().total().net());
  }

  @Test
  void creatorWithoutEventsGetsAnEmptyAnswer() {
    DateRange june = days("2026-06-01", "2026-06-30", "UTC");
    RevenueInsights insights = analyze(new InvoicedCreator(), june, june.to());
    assertThat(insights.bridge().total()).isEqualTo(BridgeLine.ZERO);
    assertThat(insights.patterns().anomalies()).isEmpty();
    assertThat(insights.patterns().daily()).hasSize(30);
    assertThat(insights.recommendations()).isEmpty();
    assertThat(insights.risk().concentrations()).isEmpty();
    assertThat(insights.completeness().unfinished()).isFalse();
  }

  @Test
  void oneEventIsCountedOnceEverywhere() {
    DateRange june = days("2026-06-01", "2026-06-30", "America/New_York");
    InvoicedCreator creator = new InvoicedCreator();
    creator.cells.add(
        InvoicedCreator.sale(
            Instant.parse("2026-06-10T02:20:00Z"), Stream.MERCHANDISE, "BR", 1_000));
    RevenueInsights insights = analyze(creator, june, june.to());
    assertThat(insights.bridge().total()).isEqualTo(new BridgeLine(1_000, 100, 0, 0, 0, 0, 1));
    assertThat(insights.patterns().daily().get(8).net().merchandise()).isEqualTo(900);
    assertThat(insights.change().total().change()).isEqualTo(900);
    assertThat(insights.change().total().signal()).isFalse();
    assertThat(insights.patterns().anomalies()).isEmpty();
  }

  @Test
  void onlyRefundsGiveANegativeNetWithoutFailing() {
    DateRange june = days("2026-06-01", "2026-06-30", "UTC");
    InvoicedCreator creator = new InvoicedCreator();
    for (int day = 0; day < 60; day++) {
      creator.cells.add(
          InvoicedCreator.cell(
              june.from().minus(Duration.ofDays(30 - day)),
              Stream.MERCHANDISE,
              "US",
              "18-24",
              "f",
              0,
              700 + day,
              0));
    }
    RevenueInsights insights = analyze(creator, june, june.to());
    assertThat(insights.bridge().total().net())
        .isEqualTo(-insights.bridge().total().refunds())
        .isNegative();
    assertThat(insights.risk().concentrations()).isEmpty();
    assertThat(insights.change().allDrivers().refunds())
        .isEqualTo(insights.change().total().change());
  }

  @Test
  void runningPeriodIsComparedWithTheSamePartOfTheOneBefore() {
    SplittableRandom random = new SplittableRandom(3);
    ZoneId zone = ZoneId.of("America/New_York");
    InvoicedCreator creator =
        InvoicedCreator.steady(random, LocalDate.parse("2026-01-01"), 165, zone, 4);
    DateRange june = days("2026-06-01", "2026-06-30", zone.getId());
    Instant now = LocalDate.parse("2026-06-11").atTime(15, 0).atZone(zone).toInstant();
    RevenueInsights insights = analyze(creator, june, now);
    Completeness completeness = insights.completeness();
    assertThat(completeness.status()).isEqualTo(Completeness.Status.RUNNING);
    assertThat(completeness.days()).isEqualTo(10);
    assertThat(completeness.elapsed().length()).isEqualTo(completeness.comparison().length());
    assertThat(insights.change().total().signal()).isFalse();
    assertThat(Math.abs(insights.change().total().change()))
        .isLessThan(insights.comparison().total().net() / 5);
    assertThat(insights.patterns().daily().get(9).finished()).isTrue();
    assertThat(insights.patterns().daily().get(10).finished()).isFalse();
    assertThat(insights.patterns().anomalies()).allMatch(one -> !one.to().isAfter(now));
    assertThat(insights.predictions().start().toLocalDate())
        .isEqualTo(LocalDate.parse("2026-06-11"));
  }

  @Test
  void dataThatEndsEarlyIsNotADrop() {
    SplittableRandom random = new SplittableRandom(4);
    InvoicedCreator creator =
        InvoicedCreator.steady(random, LocalDate.parse("2026-01-01"), 165, UTC, 4);
    DateRange june = days("2026-06-01", "2026-06-30", "UTC");
    RevenueInsights insights = analyze(creator, june, Instant.parse("2026-07-05T00:00:00Z"));
    assertThat(insights.completeness().status()).isEqualTo(Completeness.Status.DATA_BEHIND);
    assertThat(insights.change().total().signal()).isFalse();
    assertThat(insights.completeness().dataThrough().orElseThrow())
        .isBetween(Instant.parse("2026-06-10T00:00:00Z"), Instant.parse("2026-06-20T00:00:00Z"));
  }

  @Test
  void sparseCreatorsUsualSilenceIsNotMissingData() {
    InvoicedCreator creator = new InvoicedCreator();
    for (int week = 0; week < 30; week++) {
      creator.cells.add(
          InvoicedCreator.sale(
              Instant.parse("2026-01-02T20:00:00Z").plus(Duration.ofDays(7L * week)),
              Stream.TIPS,
              "US",
              500));
    }
    DateRange june = days("2026-06-01", "2026-06-30", "UTC");
    Instant through = Instant.parse("2026-06-30T00:00:00Z");
    creator.cells.removeIf(cell -> !cell.bucket().isBefore(through));
    RevenueInsights insights = analyze(creator, june, june.to());
    assertThat(insights.completeness().status()).isEqualTo(Completeness.Status.COMPLETE);
  }

  @Test
  void streamThatIsLateIsNamed() {
    SplittableRandom random = new SplittableRandom(6);
    InvoicedCreator creator =
        InvoicedCreator.steady(random, LocalDate.parse("2026-01-01"), 181, UTC, 4);
    for (int day = 0; day < 170; day++) {
      creator.cells.add(
          InvoicedCreator.sale(
              Instant.parse("2026-01-01T12:00:00Z").plus(Duration.ofDays(day)),
              Stream.ADVERTISING,
              "US",
              5_000));
    }
    DateRange june = days("2026-06-01", "2026-06-30", "UTC");
    Completeness completeness = analyze(creator, june, june.to()).completeness();
    assertThat(completeness.status()).isEqualTo(Completeness.Status.COMPLETE);
    assertThat(completeness.silent())
        .containsExactly(
            new Completeness.SilentStream(
                Stream.ADVERTISING, Instant.parse("2026-06-19T12:15:00Z")));
  }

  @Test
  void refundsAreSetOffBeforeForecastingWithoutLosingMoney() {
    double[] days = {5, -3, 1, 4, -20, 30, -2};
    double[] settled = Histories.setOff(days);
    assertThat(settled).containsExactly(5, 0, 0, 2, 0, 8, 0);
    assertThat(Arrays.stream(settled).sum()).isEqualTo(15);
    assertThat(Histories.setOff(new double[] {1, -5})).containsExactly(1, -5);
  }

  @Test
  void futurePeriodIsRefused() {
    DateRange june = days("2026-06-01", "2026-06-30", "UTC");
    assertThatThrownBy(
            () -> analyze(new InvoicedCreator(), june, Instant.parse("2026-05-01T00:00:00Z")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("before now");
  }

  @Test
  void sameSeedGivesTheSameAnswer() {
    SplittableRandom random = new SplittableRandom(9);
    DateRange period = days("2026-05-01", "2026-05-31", "UTC");
    InvoicedCreator creator =
        InvoicedCreator.random(random, days("2026-01-01", "2026-05-31", "UTC"), 3_000);
    RevenueInsights once = analyze(creator, period, period.to());
    RevenueInsights twice = analyze(creator, period, period.to());
    assertThat(twice.patterns()).isEqualTo(once.patterns());
    assertThat(twice.change()).isEqualTo(once.change());
    assertThat(twice.risk()).isEqualTo(once.risk());
    assertThat(twice.recommendations()).isEqualTo(once.recommendations());
    assertThat(twice.provenance()).isEqualTo(once.provenance());
  }

  @Test
  void failureOfTheSourceFailsTheAnswerWithItsCause() {
    MissingRateException missing =
        new MissingRateException(
            Currency.getInstance("JPY"),
            Currency.getInstance("USD"),
            LocalDate.parse("2026-06-01"));
    RevenueSource failing =
        changed(
            inputs -> {
              throw missing;
            });
    DateRange june = days("2026-06-01", "2026-06-30", "UTC");
    assertThatThrownBy(() -> analyze(failing, june, june.to())).isSameAs(missing);
  }

  @Test
  void cellOfAnotherStreamIsRefused() {
    DateRange june = days("2026-06-01", "2026-06-30", "UTC");
    List<RevenueCell> tip = List.of(InvoicedCreator.sale(june.from(), Stream.TIPS, "US", 1_000));
    RevenueSource mistaken = changed(streams -> List.of(tip, tip, List.of(), List.of()));
    assertThatThrownBy(() -> analyze(mistaken, june, june.to()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a cell of tips", "asked for subscriptions");
  }

  /** Each stream waits until all four are looked at: one after the other they would never end. */
  @Test
  void streamsOfOneSnapshotAreAnalysedAtTheSameTime() {
    CountDownLatch all = new CountDownLatch(4);
    RevenueSource together =
        changed(
            streams ->
                streams.stream()
                    .map(stream -> (List<RevenueCell>) new Awaiting(stream, all))
                    .toList());
    DateRange june = days("2026-06-01", "2026-06-30", "UTC");
    assertThat(analyze(together, june, june.to()).bridge().total()).isEqualTo(BridgeLine.ZERO);
  }

  @Test
  void progressCancels() {
    DateRange june = days("2026-06-01", "2026-06-30", "UTC");
    RevenueContext context =
        RevenueContext.at(june.to(), 1)
            .withProgress(
                (step, done, total) -> {
                  if (done == 4) {
                    throw new CancellationException("enough");
                  }
                });
    assertThatThrownBy(
            () ->
                RevenueAnalytics.of(new InvoicedCreator())
                    .analyzeRevenueStreams(InvoicedCreator.profile("UTC"), june, context))
        .isInstanceOf(CancellationException.class);
  }

  /** A source of an empty creator whose streams are changed. */
  private static RevenueSource changed(UnaryOperator<List<List<RevenueCell>>> change) {
    InvoicedCreator empty = new InvoicedCreator();
    return new RevenueSource() {
      @Override
      public RevenueInputs collect(CreatorProfile creator, DateRange range) {
        IncomeCells cells = empty.collect(creator, range).income();
        return RevenueInputs.of(
            new IncomeCells(
                cells.history(),
                cells.dataFrom(),
                cells.dataThrough(),
                change.apply(cells.streams())),
            List.of());
      }

      @Override
      public Instant dataFrom(CreatorProfile creator) {
        return empty.dataFrom(creator);
      }

      @Override
      public Instant dataThrough(CreatorProfile creator) {
        return empty.dataThrough(creator);
      }
    };
  }

  /** A list that is looked at only once others are too. */
  private static final class Awaiting extends AbstractList<RevenueCell> {
    private final List<RevenueCell> cells;
    private final CountDownLatch others;

    Awaiting(List<RevenueCell> cells, CountDownLatch others) {
      this.cells = cells;
      this.others = others;
    }

    @Override
    public Iterator<RevenueCell> iterator() {
      others.countDown();
      try {
        assertThat(others.await(120, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return cells.iterator();
    }

    @Override
    public RevenueCell get(int index) {
      return cells.get(index);
    }

    @Override
    public int size() {
      return cells.size();
    }
  }
}
