package io.tiktoktoe.cli.report;

import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.cli.report.picture.Sparkline;
import io.tiktoktoe.event.State;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.revenue.insight.BridgeLine;
import io.tiktoktoe.revenue.insight.Completeness;
import io.tiktoktoe.revenue.insight.DailyIncome;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.service.text.AmountText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What came in: net against the period before, by stream, and from gross to net. */
final class IncomeSection {

  private static final int SPARKLINE = 30;

  private final RevenueInsights insights;
  private final AmountText amounts;
  private final Page page;

  IncomeSection(RevenueInsights insights, AmountText amounts, Page page) {
    this.insights = insights;
    this.amounts = amounts;
    this.page = page;
  }

  void write() {
    page.heading("Income");
    long now = insights.bridge().total().net();
    long before = insights.comparison().total().net();
    page.line(
        "  net %s %s   before %s   %s"
            .formatted(
                amounts.exact(now),
                amounts.code(),
                amounts.exact(before),
                percentChange(now, before)));
    streams();
    bridge();
  }

  private void streams() {
    TextTable table = new TextTable("stream", "net", "share", "before", "change", "|each day");
    double total = insights.bridge().total().net();
    for (Stream stream : told()) {
      long net = insights.bridge().of(stream).beforeCosts();
      long before = insights.comparison().of(stream).beforeCosts();
      table.row(
          stream.label(),
          amounts.exact(net),
          AmountText.percent(total > 0 ? net / total : Double.NaN),
          amounts.exact(before),
          percentChange(net, before),
          days(day -> day.net().of(stream)));
    }
    if (hasCosts()) {
      long costs = insights.bridge().total().costs();
      long before = insights.comparison().total().costs();
      table.row(
          "costs",
          taken(costs),
          AmountText.percent(total > 0 ? -costs / total : Double.NaN),
          taken(before),
          percentChange(costs, before),
          "");
    }
    table.row(
        "all",
        amounts.exact(insights.bridge().total().net()),
        "",
        amounts.exact(insights.comparison().total().net()),
        percentChange(insights.bridge().total().net(), insights.comparison().total().net()),
        days(day -> day.net().total()));
    page.table(table);
    long unfinished = insights.patterns().daily().stream().filter(day -> !day.finished()).count();
    if (unfinished > 0 && insights.completeness().status() != Completeness.Status.COMPLETE) {
      page.aside("  %d unfinished days are not drawn".formatted(unfinished));
    }
  }

  /** The streams in which anything moved, now or before. */
  private List<Stream> told() {
    return Arrays.stream(Stream.values())
        .filter(
            stream ->
                moved(insights.bridge().of(stream)) || moved(insights.comparison().of(stream)))
        .toList();
  }

  private static boolean moved(BridgeLine line) {
    return line.gross() != 0
        || line.fees() != 0
        || line.tax() != 0
        || line.refunds() != 0
        || line.chargebacks() != 0;
  }

  private String percentChange(long now, long before) {
    String change = amounts.percentChange(now, before);
    return page.look().signed(change, before > 0 ? now - before : Double.NaN);
  }

  /** Unfinished days are left blank: they would look like a drop. */
  private String days(ToLongFunction<DailyIncome> net) {
    List<DailyIncome> daily = insights.patterns().daily();
    double[] values =
        daily.stream()
            .mapToDouble(day -> day.finished() ? net.applyAsLong(day) : Double.NaN)
            .toArray();
    return Sparkline.of(values, SPARKLINE, page.look());
  }

  private void bridge() {
    page.heading("From gross to net");
    TextTable table = new TextTable("", "gross", "fees", "tax", "refunds", "chargebacks", "net");
    for (Stream stream : told()) {
      BridgeLine line = insights.bridge().of(stream);
      row(table, stream.label(), line, line.beforeCosts());
    }
    BridgeLine total = insights.bridge().total();
    if (hasCosts()) {
      table.row("costs", "", "", "", "", "", taken(total.costs()));
    }
    row(table, "all", total, total.net());
    for (State state : State.values()) {
      BridgeLine line = insights.bridge().of(state);
      if (!line.equals(BridgeLine.ZERO)) {
        row(table, "of it " + state.name().toLowerCase(Locale.ROOT), line, line.net());
      }
    }
    page.table(table);
  }

  private void row(TextTable table, String label, BridgeLine line, long net) {
    table.row(
        label,
        amounts.exact(line.gross()),
        taken(line.fees()),
        taken(line.tax()),
        taken(line.refunds()),
        taken(line.chargebacks()),
        amounts.exact(net));
  }

  /** Most accounts have none, and their tables keep their rows. */
  private boolean hasCosts() {
    return insights.bridge().total().costs() != 0 || insights.comparison().total().costs() != 0;
  }

  private String taken(long minorUnits) {
    return amounts.exact(Math.negateExact(minorUnits));
  }
}
