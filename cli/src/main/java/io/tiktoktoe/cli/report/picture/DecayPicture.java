package io.tiktoktoe.cli.report.picture;

import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.content.insight.DecayCurve;
import java.util.Locale;

/** A decay curve as bars of views a day by age, on a logarithmic scale, with the fitted law. */
public final class DecayPicture {

  private static final int WIDEST = 40;

  private DecayPicture() {}

  public static void write(DecayCurve curve, Page page) {
    double highest = 1;
    for (int i = 0; i < curve.ages().length; i++) {
      highest = Math.max(highest, Math.max(curve.observed()[i], curve.fitted()[i]));
    }
    String block = page.look().either("█", "#");
    String mark = page.look().either("◆", "o");
    TextTable table = new TextTable("age", "views a day", "by the law", "|");
    for (int i = 0; i < curve.ages().length; i++) {
      int observed = length(curve.observed()[i], highest);
      int fitted = length(curve.fitted()[i], highest);
      StringBuilder bar = new StringBuilder(block.repeat(observed));
      bar.append(" ".repeat(Math.max(0, fitted - observed)));
      bar.replace(fitted, Math.min(bar.length(), fitted + 1), mark);
      table.row(
          age(curve.ages()[i]),
          number(curve.observed()[i]),
          number(curve.fitted()[i]),
          bar.toString());
    }
    page.table(table);
  }

  private static String age(double days) {
    return days < 1
        ? String.format(Locale.ROOT, "%.0f h", 24 * days)
        : String.format(Locale.ROOT, "%.1f d", days);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
  }

  /** Logarithmic: attention fades over orders of magnitude. */
  private static int length(double value, double highest) {
    return (int) Math.round(WIDEST * Math.log1p(value) / Math.log1p(highest));
  }
}
