package io.tiktoktoe.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.revenue.insight.Completeness;
import io.tiktoktoe.revenue.insight.RevenueContext;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.revenue.insight.RevenueSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A period that begins after the data ends. */
class LaterPeriodTest {

  private static final ZoneId UTC = ZoneId.of("UTC");

  private static RevenueInsights analyze(RevenueSource source, DateRange period, Instant now) {
    return RevenueAnalytics.of(source)
        .analyzeRevenueStreams(InvoicedCreator.profile("UTC"), period, RevenueContext.at(now, 1));
  }

  private static DateRange days(String first, String last) {
    return DateRange.ofDays(LocalDate.parse(first), LocalDate.parse(last), UTC);
  }

  @Test
  void daysBetweenTheDataAndALaterPeriodDoNotCountAsZero() {
    InvoicedCreator creator =
        InvoicedCreator.steady(new SplittableRandom(4), LocalDate.parse("2026-01-01"), 165, UTC, 4);
    Instant now = Instant.parse("2026-08-05T00:00:00Z");
    RevenueInsights june = analyze(creator, days("2026-06-01", "2026-06-30"), now);
    RevenueInsights july = analyze(creator, days("2026-07-05", "2026-07-31"), now);
    assertThat(july.completeness().status()).isEqualTo(Completeness.Status.NOT_STARTED);
    assertThat(july.predictions().start()).isEqualTo(june.predictions().start());
    assertThat(july.predictions().total().steps()).isEqualTo(june.predictions().total().steps());
    assertThat(july.patterns().trend().orElseThrow().level())
        .isEqualTo(june.patterns().trend().orElseThrow().level());
    assertThat(july.risk().drawdown()).isEqualTo(june.risk().drawdown());
  }
}
