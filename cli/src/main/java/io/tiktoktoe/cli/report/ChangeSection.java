package io.tiktoktoe.cli.report;

import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.revenue.insight.ChangeExplanation;
import io.tiktoktoe.revenue.insight.ChangeLine;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.service.text.AmountText;
import java.util.List;

/** Why net income differs from the period before. */
final class ChangeSection {

  private static final int LINES = 8;

  private final ChangeExplanation change;
  private final AmountText amounts;
  private final Page page;

  ChangeSection(RevenueInsights insights, AmountText amounts, Page page) {
    this.change = insights.change();
    this.amounts = amounts;
    this.page = page;
  }

  void write() {
    page.heading("Why it changed  " + amounts.exactChange(change.total().change()));
    amounts.words().summary(change).forEach(sentence -> page.sentence("", sentence));
    groups();
  }

  private void groups() {
    List<ChangeLine> lines =
        change.byDimension().values().stream()
            .flatMap(List::stream)
            .filter(ChangeLine::signal)
            .sorted((a, b) -> Long.compare(Math.abs(b.change()), Math.abs(a.change())))
            .toList();
    if (lines.isEmpty()) {
      page.sentence("", "No single group changed by more than chance makes groups change.");
      return;
    }
    TextTable table = new TextTable("more than chance", "<group", "before", "now", "change");
    for (ChangeLine line : lines.subList(0, Math.min(LINES, lines.size()))) {
      table.row(
          line.dimension().label(),
          TextSafety.printable(line.group()),
          amounts.exact(line.before()),
          amounts.exact(line.after()),
          page.look().signed(amounts.exactChange(line.change()), line.change()));
    }
    page.table(table);
    page.more(lines.size() - LINES, "groups");
  }
}
