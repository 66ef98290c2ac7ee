package io.tiktoktoe.cli.report;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.content.insight.MarketTrend;
import io.tiktoktoe.content.insight.MarketTrends;
import io.tiktoktoe.service.text.BriefWords;
import io.tiktoktoe.service.text.MarketWords;

/** Market trends, as people read them. */
public final class MarketText {

  private MarketText() {}

  /** A release by itself; ends with a line end. */
  public static String text(MarketTrends trends, Look look) {
    Page page = new Page(look);
    write(trends, page);
    page.sentence("", MarketWords.use());
    return page.text();
  }

  /** The release as part of another page. */
  static void write(MarketTrends trends, Page page) {
    page.heading(MarketWords.heading(trends));
    TextTable table = new TextTable("share", "<", "<of", "changed", "95%");
    for (MarketTrend one : trends.trends()) {
      table.row(
          MarketWords.choice(one),
          TextSafety.printable(one.level()),
          MarketWords.measure(one),
          BriefWords.times(one.times()),
          BriefWords.range(one.interval()));
    }
    if (!table.isEmpty()) {
      page.table(table);
    }
    page.sentence("", MarketWords.surety(trends));
  }
}
