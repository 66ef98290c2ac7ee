package io.tiktoktoe.revenue.cells;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.revenue.InvoicedCreator;
import io.tiktoktoe.revenue.insight.Completeness;
import io.tiktoktoe.revenue.insight.Completeness.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodProgressTest {

  private static final ZoneId ZONE = ZoneId.of("America/Halifax");
  private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

  private static DateRange days(String first, String last) {
    return DateRange.ofDays(LocalDate.parse(first), LocalDate.parse(last), ZONE);
  }

  /** Money on the 3rd and the 20th of February, March and April; twice on the 3rd of April. */
  private static Completeness of(DateRange period) {
    InvoicedCreator creator = new InvoicedCreator();
    for (String time :
        new String[] {
          "2026-02-03T15:00:00Z",
          "2026-02-20T15:00:00Z",
          "2026-03-03T15:00:00Z",
          "2026-03-20T15:00:00Z",
          "2026-04-03T15:00:00Z",
          "2026-04-03T20:00:00Z",
          "2026-04-20T15:00:00Z"
        }) {
      creator.cells.add(InvoicedCreator.sale(Instant.parse(time), Stream.TIPS, "CA", 700));
    }
    Instant from = Instant.parse("2026-02-03T15:00:00Z");
    Instant through = Instant.parse("2026-04-20T15:00:00Z");
    return PeriodProgress.of(
        period, NOW, from, through, creator.cells(new DateRange(from, NOW, ZONE)));
  }

  @Test
  void aMonthIsComparedWithTheMonthBeforeAndSaysItsPayDays() {
    Completeness march = of(days("2026-03-01", "2026-03-31"));
    assertThat(march.comparison()).isEqualTo(days("2026-02-01", "2026-02-28"));
    assertThat(march.payDays()).isEqualTo(2);
    assertThat(march.payDaysBefore()).isEqualTo(2);
    Completeness fortnight = of(days("2026-04-01", "2026-04-14"));
    assertThat(fortnight.payDays()).isEqualTo(1);
    assertThat(fortnight.payDaysBefore()).isEqualTo(1);
  }

  @Test
  void aPeriodOutsideOfTheDataSaysSo() {
    assertThat(of(days("2025-11-01", "2025-11-30")).status()).isEqualTo(Status.BEFORE_DATA);
    assertThat(of(days("2026-07-01", "2026-07-31")).status()).isEqualTo(Status.NOT_STARTED);
    Completeness partly = of(days("2026-01-15", "2026-02-20"));
    assertThat(partly.status()).isEqualTo(Status.COMPLETE);
    assertThat(partly.dataFrom()).contains(Instant.parse("2026-02-03T15:00:00Z"));
    assertThat(of(days("2026-02-03", "2026-02-20")).dataFrom()).isEmpty();
  }
}
