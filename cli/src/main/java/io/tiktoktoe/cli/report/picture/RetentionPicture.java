package io.tiktoktoe.cli.report.picture;

import io.tiktoktoe.audience.insight.RetentionTable;
import io.tiktoktoe.audience.insight.RetentionTable.Cohort;
import io.tiktoktoe.audience.insight.RetentionTable.RetentionLine;
import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.service.text.AmountText;
import java.util.Locale;

/**
 * The retention triangle: a row for each month in which fans came, a column for each month after.
 */
public final class RetentionPicture {

  private static final String SHADES = " ░▒▓█";
  private static final String ASCII = " .:*#";
  private static final int CELL = 5;

  private RetentionPicture() {}

  public static void write(RetentionTable table, Page page) {
    if (table.cohorts().isEmpty()) {
      return;
    }
    page.heading("Who comes back  (share active in each month after the one they came in)");
    int most = table.cohorts().stream().mapToInt(one -> one.active().size()).max().orElse(0);
    int shown = Math.min(most, (page.look().width() - 20) / CELL);
    StringBuilder heading = new StringBuilder("           fans ");
    for (int age = 0; age < shown; age++) {
      heading.append(String.format(Locale.ROOT, "%" + CELL + "d", age));
    }
    page.line(page.look().dim("  " + heading));
    for (Cohort cohort : table.cohorts()) {
      page.line("  " + row(cohort, shown, page.look()));
    }
    if (!table.newestIsWhole()) {
      page.aside("  the last column of each row is a month that is not over");
    }
    lines(table, page);
  }

  private static String row(Cohort cohort, int shown, Look look) {
    StringBuilder row = new StringBuilder();
    row.append(cohort.month())
        .append(String.format(Locale.ROOT, "%8s ", AmountText.count(cohort.fans())));
    for (int age = 0; age < Math.min(shown, cohort.active().size()); age++) {
      double share = (double) cohort.active().get(age) / cohort.fans();
      String shades = look.either(SHADES, ASCII);
      char shade = shades.charAt((int) Math.min(shades.length() - 1, share * shades.length()));
      row.append(String.format(Locale.ROOT, "%3.0f%c ", 100 * share, shade));
    }
    return row.toString().stripTrailing();
  }

  private static void lines(RetentionTable table, Page page) {
    if (table.lines().isEmpty()) {
      return;
    }
    page.line("");
    TextTable lines =
        new TextTable("began with", "<", "fans", "back after 1 month", "after 3 months");
    for (RetentionLine line : table.lines()) {
      lines.row(
          line.by(),
          TextSafety.printable(line.name()),
          AmountText.count(line.fans()),
          share(line.backAfterOne(), line.afterOne()),
          share(line.backAfterThree(), line.afterThree()));
    }
    page.table(lines);
  }

  private static String share(int back, int of) {
    return of == 0
        ? "-"
        : "%s of %s".formatted(AmountText.percent((double) back / of), AmountText.count(of));
  }
}
