package io.tiktoktoe.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangeTest {

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2026-03-08, PT23H",
    "America/New_York, 2026-11-01, PT25H",
    "Africa/Cairo, 2026-04-24, PT23H",
    "Australia/Sydney, 2026-04-05, PT25H",
    "Australia/Lord_Howe, 2026-04-05, PT24H30M",
    "Australia/Lord_Howe, 2026-10-04, PT23H30M",
    "Asia/Kolkata, 2026-06-01, PT24H",
    "Asia/Kathmandu, 2026-06-01, PT24H"
  })
  void aLocalDayIsAsLongAsItsZoneSaysAndAWholeNumberOfBuckets(
      String zone, LocalDate day, Duration length) {
    DateRange period = DateRange.ofDays(day, day, ZoneId.of(zone));
    assertThat(period.length()).isEqualTo(length);
    assertThat(period.length().toMillis() % DateRange.BUCKET.toMillis()).isZero();
    assertThat(DateRange.bucket(period.from())).isEqualTo(period.from());
  }

  @Test
  void daysOfAYearFollowEachOtherWithoutGap() {
    for (String name : new String[] {"America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"}) {
      ZoneId zone = ZoneId.of(name);
      DateRange year = DateRange.ofDays(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), zone);
      Instant expected = year.from();
      for (LocalDate day : year.days()) {
        DateRange one = DateRange.ofDays(day, day, zone);
        assertThat(one.from()).isEqualTo(expected);
        expected = one.to();
      }
      assertThat(expected).isEqualTo(year.to());
      assertThat(year.days()).hasSize(365);
    }
  }

  @Test
  void thePreviousPeriodHasAsManyLocalDays() {
    ZoneId zone = ZoneId.of("America/New_York");
    DateRange week = DateRange.ofDays(LocalDate.of(2026, 3, 8), LocalDate.of(2026, 3, 14), zone);
    assertThat(week.previous())
        .isEqualTo(DateRange.ofDays(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 7), zone));
  }

  @Test
  void calendarMonthsComeAfterAsManyCalendarMonths() {
    ZoneId zone = ZoneId.of("Australia/Sydney");
    DateRange april = DateRange.ofDays(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30), zone);
    assertThat(april.previous())
        .isEqualTo(DateRange.ofDays(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), zone));
    DateRange quarter = DateRange.ofDays(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31), zone);
    assertThat(quarter.previous().day(quarter.previous().from()))
        .isEqualTo(LocalDate.of(2025, 10, 1));
    DateRange thirty = DateRange.ofDays(LocalDate.of(2026, 4, 2), LocalDate.of(2026, 5, 1), zone);
    assertThat(thirty.previous().day(thirty.previous().from())).isEqualTo(LocalDate.of(2026, 3, 3));
  }

  @Test
  void aPeriodThatEndsInTheDayHasAPreviousOneOfItsLength() {
    Instant from = Instant.parse("2026-03-08T10:00:00Z");
    DateRange hours = new DateRange(from, from.plusSeconds(7200), ZoneId.of("UTC"));
    assertThat(hours.previous())
        .isEqualTo(new DateRange(from.minusSeconds(7200), from, ZoneId.of("UTC")));
  }

  @Test
  void bucketsBeforeTheEpochRoundDown() {
    assertThat(DateRange.bucket(Instant.parse("1969-12-31T23:59:59Z")))
        .isEqualTo(Instant.parse("1969-12-31T23:45:00Z"));
  }

  @Test
  void fromMustBeBeforeTo() {
    Instant now = Instant.EPOCH;
    assertThatThrownBy(() -> new DateRange(now, now, ZoneId.of("UTC")))
        .hasMessageContaining("before");
  }
}
