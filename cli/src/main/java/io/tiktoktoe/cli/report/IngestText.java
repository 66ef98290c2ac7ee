package io.tiktoktoe.cli.report;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.service.text.AmountText;
import io.tiktoktoe.store.model.IngestReport;
import io.tiktoktoe.store.model.Reject;
import java.util.List;

/** What became of a file of events, for people. */
public final class IngestText {

  private static final int EXAMPLES = 5;

  private IngestText() {}

  /** The report as text that ends with a line end. */
  public static String of(IngestReport report, String format, List<String> notes) {
    Page page = new Page(Look.PLAIN);
    page.line(
        "%s (%s): %s in %.1f s"
            .formatted(
                TextSafety.printable(report.batch()),
                format,
                rows(report.rows()),
                report.seconds()));
    page.sentence(
        "",
        "%s accepted%s, %s there already, %s in conflict, %s rejected"
            .formatted(
                AmountText.count(report.accepted()),
                report.corrections() > 0
                    ? " (" + AmountText.count(report.corrections()) + " corrections)"
                    : "",
                AmountText.count(report.duplicates()),
                AmountText.count(report.conflicts()),
                AmountText.count(report.rejected())));
    notes.forEach(note -> page.sentence("- ", note));
    if (report.revisions() > 0) {
      page.sentence(
          "- ", AmountText.count(report.revisions()) + " closed days of creators were revised.");
    }
    reasons(report, page);
    return page.text();
  }

  private static String rows(long rows) {
    return rows == 1 ? "1 row" : AmountText.count(rows) + " rows";
  }

  private static void reasons(IngestReport report, Page page) {
    report.reasons().forEach((reason, rows) -> page.sentence("! ", rows(rows) + ": " + reason));
    for (Reject reject :
        report.examples().subList(0, Math.min(EXAMPLES, report.examples().size()))) {
      page.sentence(
          "  ",
          "line %d: %s (%s): %s"
              .formatted(reject.line(), reject.field(), reject.value(), reject.reason()));
    }
    if (report.rejected() > 0) {
      page.sentence(
          "! ", "All rejected rows are kept: tiktoktoe export rejected_rows --out rejects.csv");
    }
  }
}
