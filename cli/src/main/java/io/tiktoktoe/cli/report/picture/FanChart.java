package io.tiktoktoe.cli.report.picture;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.outlook.Outlook;
import io.tiktoktoe.outlook.Predictions;
import io.tiktoktoe.service.text.AmountText;
import java.time.LocalDate;
import java.util.List;

/** The bands of the next days as one row of text each. */
public final class FanChart {

  /** Days that are drawn. */
  private static final int ROWS = 14;

  private static final int LABELS = 34;

  private FanChart() {}

  public static void write(Predictions predictions, AmountText amounts, Page page) {
    List<Outlook> steps = predictions.total().steps();
    List<Outlook> shown = steps.subList(0, Math.min(ROWS, steps.size()));
    double low = shown.stream().mapToDouble(step -> step.band95().lo()).min().orElse(0);
    double high = shown.stream().mapToDouble(step -> step.band95().hi()).max().orElse(1);
    int width = Math.max(20, page.look().width() - LABELS);
    LocalDate day = predictions.start().toLocalDate();
    TextTable table = new TextTable("day", "likely", "|95% " + scale(low, high, amounts, width));
    for (Outlook outlook : shown) {
      String label = HeatMap.name(day.getDayOfWeek()) + " " + day;
      table.row(
          label, amounts.about(outlook.likely()), bar(outlook, low, high, width, page.look()));
      day = day.plusDays(1);
    }
    page.table(table);
    page.aside(
        "  %s 95%%   %s 68%%   %s likely".formatted(outer(page.look()), inner(page.look()), "|"));
  }

  private static String scale(double low, double high, AmountText amounts, int width) {
    String left = amounts.about(low);
    String right = amounts.about(high);
    int between = width - "95% ".length() - left.length() - right.length();
    return left + " ".repeat(Math.max(1, between)) + right;
  }

  private static String bar(Outlook outlook, double low, double high, int width, Look look) {
    StringBuilder bar = new StringBuilder();
    int likely = position(outlook.likely(), low, high, width);
    for (int i = 0; i < width; i++) {
      if (i == likely) {
        bar.append('|');
      } else if (between(i, outlook.band68().lo(), outlook.band68().hi(), low, high, width)) {
        bar.append(inner(look));
      } else if (between(i, outlook.band95().lo(), outlook.band95().hi(), low, high, width)) {
        bar.append(outer(look));
      } else {
        bar.append(' ');
      }
    }
    return bar.toString().stripTrailing();
  }

  private static boolean between(
      int i, double from, double to, double low, double high, int width) {
    return i >= position(from, low, high, width) && i <= position(to, low, high, width);
  }

  private static int position(double value, double low, double high, int width) {
    return high > low ? (int) Math.round((value - low) / (high - low) * (width - 1)) : 0;
  }

  private static String inner(Look look) {
    return look.either("▓", "=");
  }

  private static String outer(Look look) {
    return look.either("░", "-");
  }
}
