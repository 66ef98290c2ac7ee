package io.tiktoktoe.revenue.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.revenue.InvoicedCreator;
import io.tiktoktoe.revenue.change.ChangeExplainerTest;
import io.tiktoktoe.revenue.insight.Contribution;
import io.tiktoktoe.revenue.insight.MethodShare;
import io.tiktoktoe.revenue.insight.RevenueAnomaly;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AnomalyFinderTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final LocalDate FIRST = LocalDate.parse("2026-01-05");
  private static final DateRange MAY =
      DateRange.ofDays(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-31"), ZONE);

  private static AnomalyFinder finder(InvoicedCreator creator) {
    return new AnomalyFinder(ChangeExplainerTest.parts(creator, MAY));
  }

  private static InvoicedCreator steady(long seed) {
    return InvoicedCreator.steady(new SplittableRandom(seed), FIRST, 147, ZONE, 3);
  }

  @Test
  void plantedRaidIsFoundAndExplained() {
    int found = 0;
    int explained = 0;
    for (int seed = 0; seed < 8; seed++) {
      InvoicedCreator creator = steady(seed);
      Instant raid = LocalDate.parse("2026-05-20").atTime(20, 0).atZone(ZONE).toInstant();
      for (int tip = 0; tip < 60; tip++) {
        creator.cells.add(
            InvoicedCreator.cell(
                raid.plusSeconds(50L * tip), Stream.TIPS, "JP", "35-44", "f", 900, 0, 1));
      }
      List<RevenueAnomaly> hit =
          finder(creator).find().stream()
              .filter(one -> !one.from().isAfter(raid) && one.to().isAfter(raid))
              .filter(one -> one.deviation() > 0)
              .toList();
      found += hit.isEmpty() ? 0 : 1;
      explained +=
          hit.stream()
                  .anyMatch(
                      one ->
                          one.cause().stream()
                              .map(Contribution::group)
                              .toList()
                              .containsAll(List.of("JP", "35-44")))
              ? 1
              : 0;
      // The detector may also call the course of the day unusual, within its range.
      assertThat(hit)
          .anyMatch(
              one ->
                  !one.onePayment()
                      && one.expectedRange().hi() < one.actual()
                      && one.finding() == RevenueAnomaly.Finding.ABOVE);
    }
    assertThat(found).isEqualTo(8);
    assertThat(explained).isGreaterThanOrEqualTo(7);
  }

  @Test
  void oneLargePaymentIsSaidToBeOne() {
    InvoicedCreator creator = steady(12);
    Instant noon = LocalDate.parse("2026-05-20").atTime(12, 0).atZone(ZONE).toInstant();
    creator.cells.add(InvoicedCreator.sale(noon, Stream.TIPS, "DE", 200_000));
    assertThat(finder(creator).find()).anyMatch(RevenueAnomaly::onePayment);
  }

  @Test
  void outageIsFoundAsAGap() {
    InvoicedCreator creator = steady(11);
    Instant from = LocalDate.parse("2026-05-12").atStartOfDay(ZONE).toInstant();
    Instant to = from.plus(Duration.ofDays(2));
    creator.cells.removeIf(cell -> !cell.bucket().isBefore(from) && cell.bucket().isBefore(to));
    assertThat(finder(creator).find())
        .anyMatch(
            one ->
                one.deviation() < 0
                    && one.grain().equals(Duration.ofDays(1))
                    && !one.from().isAfter(from)
                    && one.to().isAfter(from));
  }

  /**
   * Nothing unusual happens. The finder promises at most {@code expectedFalseAlarms} a month; the
   * sum over 20 months may exceed that by 3.1 standard deviations of a Poisson number once in 1,000
   * runs.
   */
  @Test
  void quietMonthsAlarmNoMoreOftenThanPromised() {
    int alarms = 0;
    double promised = 0;
    for (int seed = 100; seed < 120; seed++) {
      AnomalyFinder finder = finder(steady(seed));
      alarms += finder.find().size();
      promised += finder.expectedFalseAlarms();
      assertThat(finder.methods().stream().mapToDouble(MethodShare::weight).sum())
          .isBetween(0.999, 1.001);
    }
    assertThat((double) alarms).isLessThanOrEqualTo(promised + 3.1 * Math.sqrt(promised));
  }
}
