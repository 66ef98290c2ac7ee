package io.tiktoktoe.cli.report;

import io.tiktoktoe.answer.Provenance;
import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.event.DateRange;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.service.text.AmountText;
import io.tiktoktoe.service.text.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A creator's revenue on one long page, from what came in to what to do. */
public final class RevenueReport {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private RevenueReport() {}

  /** The report as text that ends with a line end. */
  public static String text(RevenueInsights insights, Look look) {
    Page page = new Page(look);
    AmountText amounts = look.amounts(insights.creator().currency());
    page.heading("Revenue of " + title(insights.creator().creator(), insights.period(), amounts));
    page.sentence("", Wording.note(insights.completeness()));
    new IncomeSection(insights, amounts, page).write();
    new ChangeSection(insights, amounts, page).write();
    new PatternSection(insights, amounts, page).write();
    new OutlookSection(insights, amounts, page).write();
    RiskReport.write(insights.risk(), amounts, page);
    Advice.write("What to do", insights.recommendations(), amounts, page);
    provenance(insights.provenance(), page);
    return page.text();
  }

  /** Whom, when, in which zone and currency. */
  static String title(String creator, DateRange period, AmountText amounts) {
    return "%s  %s to %s (%s)  in %s"
        .formatted(
            TextSafety.printable(creator),
            period.day(period.from()),
            period.day(period.to().minusNanos(1)),
            period.zone(),
            amounts.code());
  }

  /** A point in time on the creator's clock. */
  static String time(Instant instant, ZoneId zone) {
    return TIME.format(instant.atZone(zone));
  }

  /** How to make the answer again. */
  static void provenance(Provenance provenance, Page page) {
    page.line("");
    page.aside(
        "%s, seed %d, version %s"
            .formatted(provenance.model(), provenance.seed(), provenance.version()));
  }
}
