package io.tiktoktoe.revenue.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.event.State;
import io.tiktoktoe.metric.RevenueCell;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.revenue.InvoicedCreator;
import io.tiktoktoe.revenue.cells.Cells;
import io.tiktoktoe.revenue.insight.HourOfDay;
import io.tiktoktoe.revenue.insight.HourOfWeek;
import io.tiktoktoe.revenue.insight.HourOfWeek.Strength;
import io.tiktoktoe.revenue.insight.WeekProfile;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CycleShapeTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-01-05");

  private static WeekProfile shape(InvoicedCreator creator, int days, ZoneId zone) {
    Cells cells =
        creator.cells(new DateRange(Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"), zone));
    int from = (int) FIRST.toEpochDay();
    return CycleShape.of(cells, from, from + days, zone, new SplittableRandom(1));
  }

  /**
   * Tips that come at any hour alike. With false discoveries held at 5%, at most one creator in
   * twenty shows any strong or weak hour; among 40 creators more than six would come once in 70
   * runs. The seed is fixed.
   */
  @Test
  void hoursThatAreAllAlikeSeldomLookStrong() {
    SplittableRandom random = new SplittableRandom(31);
    int week = 0;
    int day = 0;
    for (int run = 0; run < 40; run++) {
      WeekProfile profile =
          shape(
              InvoicedCreator.steady(random, FIRST, 84, ZoneId.of("UTC"), 1.5),
              84,
              ZoneId.of("UTC"));
      week += profile.hours().stream().anyMatch(hour -> hour.strength() != Strength.USUAL) ? 1 : 0;
      day += profile.clock().stream().anyMatch(hour -> hour.strength() != Strength.USUAL) ? 1 : 0;
    }
    assertThat(week).as("creators with a false hour of the week").isLessThanOrEqualTo(6);
    assertThat(day).as("creators with a false hour of the day").isLessThanOrEqualTo(6);
  }

  @Test
  void plantedHourIsFoundInItsOwnZoneAcrossTheClockChange() {
    ZoneId zone = ZoneId.of("America/New_York");
    SplittableRandom random = new SplittableRandom(32);
    InvoicedCreator creator = InvoicedCreator.steady(random, FIRST, 182, zone, 1.5);
    for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(182)); day = day.plusDays(1)) {
      if (day.getDayOfWeek() == DayOfWeek.FRIDAY) {
        Instant start = day.atTime(21, 0).atZone(zone).toInstant();
        for (int tip = 0; tip < 8; tip++) {
          creator.cells.add(
              InvoicedCreator.sale(
                  start.plusSeconds(60L * random.nextInt(60)),
                  Stream.TIPS,
                  "US",
                  500 + random.nextInt(500)));
        }
      }
    }
    WeekProfile profile = shape(creator, 182, zone);
    HourOfWeek best = profile.strong().getFirst();
    assertThat(best.day()).isEqualTo(DayOfWeek.FRIDAY);
    assertThat(best.hour()).isEqualTo(21);
    assertThat(best.interval().lo()).isGreaterThan(profile.average());
    assertThat(best.expected()).isLessThanOrEqualTo(best.mean());
  }

  /**
   * Every hour has its own true level. Intervals at 95% hold 92% to 98% of the 1,680 true levels:
   * hours of one creator hang together, so the margin is wider than for independent ones.
   */
  @Test
  void intervalsHoldTheTrueLevels() {
    SplittableRandom random = new SplittableRandom(33);
    ZoneId zone = ZoneId.of("UTC");
    int held = 0;
    int total = 0;
    double rawError = 0;
    double shrunkError = 0;
    for (int run = 0; run < 10; run++) {
      double[] level = new double[168];
      for (int hour = 0; hour < 168; hour++) {
        level[hour] = 2 * Math.exp(0.5 * random.nextGaussian());
      }
      InvoicedCreator creator = new InvoicedCreator();
      for (int hour = 0; hour < 168 * 12; hour++) {
        Instant time = FIRST.atStartOfDay(zone).toInstant().plusSeconds(3_600L * hour);
        for (int quarter = 0; quarter < 40; quarter++) {
          if (random.nextDouble() < level[hour % 168] / 40) {
            creator.cells.add(
                new RevenueCell(
                    time,
                    Stream.TIPS,
                    "youtube",
                    null,
                    null,
                    null,
                    State.FINAL,
                    400 + random.nextInt(201),
                    0,
                    0,
                    0,
                    0,
                    1,
                    1));
          }
        }
      }
      WeekProfile profile = shape(creator, 84, zone);
      for (int hour = 0; hour < 168; hour++) {
        HourOfWeek one = profile.hours().get(hour);
        double truth = 500 * level[hour];
        held += one.interval().contains(truth) ? 1 : 0;
        total++;
        rawError += Math.pow(one.mean() - truth, 2);
        shrunkError += Math.pow(one.expected() - truth, 2);
      }
    }
    assertThat(held / (double) total).isBetween(0.92, 0.98);
    assertThat(shrunkError).as("shrinkage helps").isLessThan(rawError);
  }

  @Test
  void oneWeekGivesTheDayButNotTheWeek() {
    ZoneId zone = ZoneId.of("UTC");
    SplittableRandom random = new SplittableRandom(34);
    InvoicedCreator creator = InvoicedCreator.steady(random, FIRST, 7, zone, 3);
    for (int day = 0; day < 7; day++) {
      for (int tip = 0; tip < 40; tip++) {
        creator.cells.add(
            InvoicedCreator.sale(
                FIRST.plusDays(day).atTime(20, tip).atZone(zone).toInstant(),
                Stream.TIPS,
                "US",
                400));
      }
    }
    WeekProfile profile = shape(creator, 7, zone);
    assertThat(profile.hours()).isEmpty();
    assertThat(profile.strongClock()).extracting(HourOfDay::hour).containsExactly(20);
  }

  @Test
  void incomeThatIsReportedByDayMakesNoHourStrong() {
    ZoneId zone = ZoneId.of("America/New_York");
    InvoicedCreator creator = new InvoicedCreator();
    SplittableRandom random = new SplittableRandom(35);
    for (int day = 0; day < 84; day++) {
      creator.cells.add(
          InvoicedCreator.sale(
              FIRST.plusDays(day).atTime(12, 0).atZone(zone).toInstant(),
              Stream.TIPS,
              "US",
              900 + random.nextInt(200)));
    }
    WeekProfile profile = shape(creator, 84, zone);
    assertThat(profile.streams()).doesNotContain(Stream.TIPS, Stream.ADVERTISING);
    assertThat(profile.strong()).isEmpty();
    assertThat(profile.strongClock()).isEmpty();
  }

  @Test
  void nothingIsSaidWithoutIncome() {
    WeekProfile profile = shape(new InvoicedCreator(), 84, ZoneId.of("UTC"));
    assertThat(profile.strong()).isEmpty();
    assertThat(profile.strongClock()).isEmpty();
    assertThat(profile.hours()).allMatch(hour -> hour.expected() == 0);
  }
}
