package io.tiktoktoe.cli.report;

import io.tiktoktoe.revenue.ChangeDrivers;
import io.tiktoktoe.revenue.ChangeExplanation;
import io.tiktoktoe.revenue.ChangeLine;
import io.tiktoktoe.revenue.RevenueInsights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why net income differs from the period before. */
final class ChangeSection {

  private static final int LINES = 8;

  private final ChangeExplanation change;
  private final Amounts amounts;
  private final Page page;

  ChangeSection(RevenueInsights insights, Amounts amounts, Page page) {
    this.change = insights.change();
    this.amounts = amounts;
    this.page = page;
  }

  void write() {
    page.heading("Why it changed  " + amounts.exactChange(change.total().change()));
    change.summary().forEach(sentence -> page.sentence("", sentence));
    drivers();
    groups();
  }

  private void drivers() {
    ChangeDrivers all = change.allDrivers();
    Map<String, Long> parts = new LinkedHashMap<>();
    parts.put("more or fewer sales", all.volume());
    parts.put("amount per sale", all.price());
    parts.put("who buys", all.mix());
    parts.put("income without counted sales", all.uncounted());
    parts.put("fees", all.fees());
    parts.put("tax", all.tax());
    parts.put("refunds", all.refunds());
    parts.put("chargebacks", all.chargebacks());
    TextTable table = new TextTable("driver", "change");
    parts.forEach(
        (name, amount) -> {
          if (amount != 0) {
            table.row(name, page.look().signed(amounts.exactChange(amount), amount));
          }
        });
    if (!table.isEmpty()) {
      page.table(table);
    }
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
