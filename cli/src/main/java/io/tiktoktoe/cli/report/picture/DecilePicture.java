package io.tiktoktoe.cli.report.picture;

import io.tiktoktoe.audience.insight.ValueInsight.Decile;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.service.text.AmountText;
import java.util.List;

/** Lifetime value by tenths of the fans, as bars. */
public final class DecilePicture {

  private static final int WIDEST = 24;
  private static final int NARROWEST = 6;

  /** What stands before the bars, in columns. */
  private static final int NUMBERS = 54;

  private DecilePicture() {}

  public static void write(List<Decile> deciles, AmountText amounts, Page page) {
    double highest = deciles.stream().mapToDouble(Decile::expected).max().orElse(0);
    if (!(highest > 0)) {
      return;
    }
    String block = page.look().either("█", "#");
    int widest = Math.clamp(page.look().width() - NUMBERS, NARROWEST, WIDEST);
    TextTable table =
        new TextTable("tenth", "fans", "expected of each", "brought so far", "of all", "|");
    int number = 1;
    for (Decile decile : deciles) {
      int length = (int) Math.round(widest * Math.max(0, decile.expected()) / highest);
      table.row(
          Integer.toString(number++),
          AmountText.count(decile.fans()),
          amounts.about(decile.expected()),
          amounts.about(decile.net()),
          AmountText.percent(decile.shareOfValue()),
          block.repeat(length));
    }
    page.table(table);
  }
}
