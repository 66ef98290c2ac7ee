package io.tiktoktoe.cli.report;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.service.model.price.PolicyAnswer;
import io.tiktoktoe.service.model.price.PolicyRow;
import java.util.Locale;

/** Values of policies with their intervals as bars. */
public final class PolicyReport {

  private static final int LABELS = 62;

  private PolicyReport() {}

  /** The report as text that ends with a line end. */
  public static String text(PolicyAnswer answer, Look look) {
    Page page = new Page(look);
    page.heading(
        "What policies would have brought  (from %,d choices)".formatted(answer.choices()));
    double low = answer.rows().stream().mapToDouble(PolicyRow::lo95).min().orElse(0);
    double high = answer.rows().stream().mapToDouble(PolicyRow::hi95).max().orElse(1);
    int width = Math.clamp(look.width() - LABELS, 12, 60);
    TextTable table = new TextTable("policy", "<estimator", "value", "<95%", "<");
    for (PolicyRow row : answer.rows()) {
      table.row(
          TextSafety.printable(row.policy()),
          row.estimator().name().toLowerCase(Locale.ROOT),
          number(row.value()),
          number(row.lo95()) + " to " + number(row.hi95()),
          bar(row, low, high, width, look));
    }
    page.table(table);
    for (PolicyAnswer.Overlap overlap : answer.overlaps()) {
      page.sentence(
          "",
          "%s: as sure as %,.0f choices of its own would make it."
              .formatted(overlap.policy(), overlap.effectiveSize()));
    }
    return page.text();
  }

  private static String bar(PolicyRow row, double low, double high, int width, Look look) {
    StringBuilder bar = new StringBuilder();
    for (int column = 0; column < width; column++) {
      if (column == place(row.value(), low, high, width)) {
        bar.append('|');
      } else if (column >= place(row.lo95(), low, high, width)
          && column <= place(row.hi95(), low, high, width)) {
        bar.append(look.either("▓", "="));
      } else {
        bar.append(' ');
      }
    }
    return bar.toString().stripTrailing();
  }

  private static int place(double value, double low, double high, int width) {
    return high > low ? (int) Math.round((value - low) / (high - low) * (width - 1)) : 0;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
