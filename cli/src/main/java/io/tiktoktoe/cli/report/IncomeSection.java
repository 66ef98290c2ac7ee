package io.tiktoktoe.cli.report;

import io.tiktoktoe.event.State;
import io.tiktoktoe.metric.Stream;
import io.tiktoktoe.revenue.insight.BridgeLine;
import io.tiktoktoe.revenue.insight.Completeness;
import io.tiktoktoe.revenue.insight.DailyIncome;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.service.text.AmountText;
import java.util.ArrayList;
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
    TextTable table = new TextTable("stream", "net", "share", "before", "change", "<each day");
    double total = insights.bridge().total().net();
    for (Stream stream : told()) {
      long net = insights.bridge().of(stream).net();
      long before = insights.comparison().of(stream).net();
      table.row(
          stream.label(),
          amounts.exact(net),
          AmountText.percent(total > 0 ? net / total : Double.NaN),
          amounts.exact(before),
          percentChange(net, before),
          days(day -> day.net().of(stream)));
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
      page.line(page.look().dim("  %d unfinished days are not drawn".formatted(unfinished)));
    }
  }

  /** The streams in which anything moved, now or before. */
  private List<Stream> told() {
    return Arrays.stream(Stream.values())
        .filter(
            stream ->
                !insights.bridge().of(stream).equals(BridgeLine.ZERO)
                    || !insights.comparison().of(stream).equals(BridgeLine.ZERO))
        .toList();
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
    List<String> titles =
        new ArrayList<>(List.of("", "gross", "fees", "tax", "refunds", "chargebacks"));
    if (hasCosts()) {
      titles.add("costs");
    }
    titles.add("net");
    TextTable table = new TextTable(titles.toArray(String[]::new));
    for (Stream stream : told()) {
      row(table, stream.label(), insights.bridge().of(stream));
    }
    row(table, "all", insights.bridge().total());
    for (State state : State.values()) {
      BridgeLine line = insights.bridge().of(state);
      if (!line.equals(BridgeLine.ZERO)) {
        row(table, "of it " + state.name().toLowerCase(Locale.ROOT), line);
      }
    }
    page.table(table);
  }

  private void row(TextTable table, String label, BridgeLine line) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                label,
                amounts.exact(line.gross()),
                taken(line.fees()),
                taken(line.tax()),
                taken(line.refunds()),
                taken(line.chargebacks())));
    if (hasCosts()) {
      cells.add(taken(line.costs()));
    }
    cells.add(amounts.exact(line.net()));
    table.row(cells.toArray(String[]::new));
  }

  /** Most accounts have none, and their table keeps its width. */
  private boolean hasCosts() {
    return Arrays.stream(Stream.values())
        .anyMatch(stream -> insights.bridge().of(stream).costs() != 0);
  }

  private String taken(long minorUnits) {
    return amounts.exact(Math.negateExact(minorUnits));
  }
}
