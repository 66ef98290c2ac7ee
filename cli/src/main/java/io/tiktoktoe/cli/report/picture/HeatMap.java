package io.tiktoktoe.cli.report.picture;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.revenue.insight.HourOfWeek;
import io.tiktoktoe.revenue.insight.WeekProfile;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** The 168 hours of the week: a row for each day, darker for more income. */
public final class HeatMap {

  private static final String SHADES = " ░▒▓█";
  private static final String ASCII = " .:*#";
  private static final int HOURS = 24;

  private HeatMap() {}

  public static void write(WeekProfile week, Page page) {
    double highest = week.hours().stream().mapToDouble(HourOfWeek::expected).max().orElse(0);
    page.line(page.look().dim("       " + hourLabels()));
    for (DayOfWeek day : DayOfWeek.values()) {
      List<HourOfWeek> hours = week.hours().stream().filter(hour -> hour.day() == day).toList();
      if (hours.size() == HOURS) {
        page.line("  " + name(day) + "  " + row(hours, highest, page.look()));
      }
    }
    page.aside("  * sure to be above the average hour; darker is more");
  }

  public static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  private static String hourLabels() {
    StringBuilder labels = new StringBuilder();
    for (int hour = 0; hour < HOURS; hour += 3) {
      labels.append(String.format(Locale.ROOT, "%-6s", String.format(Locale.ROOT, "%02d", hour)));
    }
    return labels.toString().stripTrailing();
  }

  private static String row(List<HourOfWeek> hours, double highest, Look look) {
    String shades = look.either(SHADES, ASCII);
    StringBuilder row = new StringBuilder();
    for (HourOfWeek hour : hours) {
      double share = highest > 0 ? Math.max(0, hour.expected()) / highest : 0;
      char shade = shades.charAt((int) Math.min(shades.length() - 1, share * shades.length()));
      boolean strong = hour.strength() == HourOfWeek.Strength.STRONG;
      row.append(shade).append(strong ? '*' : shade);
    }
    return row.toString();
  }
}
