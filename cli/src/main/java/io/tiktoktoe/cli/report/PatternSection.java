package io.tiktoktoe.cli.report;

import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.cli.report.picture.HeatMap;
import io.tiktoktoe.cli.report.picture.Sparkline;
import io.tiktoktoe.revenue.insight.Breakdown;
import io.tiktoktoe.revenue.insight.DailyComponents;
import io.tiktoktoe.revenue.insight.Dimension;
import io.tiktoktoe.revenue.insight.GroupShare;
import io.tiktoktoe.revenue.insight.HourOfWeek;
import io.tiktoktoe.revenue.insight.MethodShare;
import io.tiktoktoe.revenue.insight.RevenueAnomaly;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.revenue.insight.RevenuePatterns;
import io.tiktoktoe.service.text.AmountText;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What is regular and what is not: hours, places and people, trend and season, anomalies. */
final class PatternSection {

  private static final int GROUPS = 4;
  private static final int HOURS = 5;
  private static final int ANOMALIES = 5;

  private static final int HALF_A_DAY = 12;

  private final RevenuePatterns patterns;
  private final ZoneId zone;
  private final AmountText amounts;
  private final Page page;

  PatternSection(RevenueInsights insights, AmountText amounts, Page page) {
    this.patterns = insights.patterns();
    this.zone = insights.period().zone();
    this.amounts = amounts;
    this.page = page;
  }

  void write() {
    week();
    breakdowns();
    trend();
    anomalies();
  }

  private void week() {
    page.heading("When income comes  (hours in %s)".formatted(zone));
    if (patterns.week().hours().isEmpty()) {
      page.sentence("", "Less than two weeks of data: no shape of the week yet.");
      return;
    }
    HeatMap.write(patterns.week(), page);
    List<HourOfWeek> strong = patterns.week().strong();
    if (strong.isEmpty()) {
      page.sentence("", "No hour stands out from the average by more than chance.");
      return;
    }
    String best =
        strong.stream()
            .limit(HOURS)
            .map(
                hour ->
                    "%s %02d:00 %s (%s)"
                        .formatted(
                            HeatMap.name(hour.day()),
                            hour.hour(),
                            amounts.about(hour.expected()),
                            amounts.range(hour.interval())))
            .collect(Collectors.joining(", "));
    page.sentence(
        "",
        "Best hours: %s, against %s in an average hour."
            .formatted(best, amounts.about(patterns.week().average())));
    page.more(strong.size() - HOURS, "strong hours");
  }

  private void breakdowns() {
    page.heading("Where from and who");
    TextTable table = new TextTable("", "<group", "sales", "net", "share", "change");
    int hidden = 0;
    for (Breakdown breakdown : patterns.breakdowns()) {
      if (breakdown.dimension() == Dimension.STREAM) {
        continue;
      }
      List<GroupShare> groups = breakdown.groups();
      for (int i = 0; i < Math.min(GROUPS, groups.size()); i++) {
        row(table, i == 0 ? breakdown.dimension().label() : "", groups.get(i));
      }
      hidden += Math.max(0, groups.size() - GROUPS);
    }
    page.table(table);
    page.aside("  ! the change is more than chance    ~ few sales, read with care");
    page.more(hidden, "groups");
  }

  private void row(TextTable table, String dimension, GroupShare group) {
    String mark = group.signal() ? " !" : group.small() ? " ~" : "  ";
    table.row(
        dimension,
        TextSafety.printable(group.group()),
        AmountText.count(group.sales()),
        amounts.exact(group.net()),
        AmountText.percent(group.share()),
        page.look().signed(amounts.exactChange(group.change()), group.change()) + mark);
  }

  private void trend() {
    page.heading("Trend and season  (net a day)");
    patterns.trend().ifPresent(trend -> page.sentence("", amounts.words().trend(trend)));
    List<DailyComponents> days = patterns.decomposition().days();
    if (days.isEmpty()) {
      page.sentence("", "Less than two weeks of history: trend and season cannot be told apart.");
      return;
    }
    TextTable table =
        new TextTable(
            "part", "|%s to %s".formatted(days.getFirst().day(), days.getLast().day()), "strength");
    table.row("observed", line(days, DailyComponents::observed), "");
    table.row(
        "trend",
        line(days, DailyComponents::trend),
        percentStrength(patterns.decomposition().trendStrength()));
    table.row(
        "season",
        line(lastWeeks(days), DailyComponents::season) + " (last 4 weeks)",
        percentStrength(patterns.decomposition().seasonalStrength()));
    table.row("remainder", line(days, DailyComponents::remainder), "");
    page.table(table);
  }

  private static String percentStrength(double strength) {
    return AmountText.percent(strength);
  }

  private static List<DailyComponents> lastWeeks(List<DailyComponents> days) {
    return days.subList(Math.max(0, days.size() - 28), days.size());
  }

  private String line(List<DailyComponents> days, ToDoubleFunction<DailyComponents> part) {
    return Sparkline.of(days.stream().mapToDouble(part).toArray(), 48, page.look());
  }

  private void anomalies() {
    page.heading("What was unusual");
    List<RevenueAnomaly> anomalies = patterns.anomalies();
    if (anomalies.isEmpty()) {
      page.sentence("", "Nothing that season, trend and chance do not explain.");
    }
    for (RevenueAnomaly anomaly : anomalies.subList(0, Math.min(ANOMALIES, anomalies.size()))) {
      boolean above = anomaly.deviation() > 0;
      String mark =
          page.look()
              .signed(
                  above ? page.look().either("▲ ", "+ ") : page.look().either("▼ ", "- "),
                  anomaly.deviation());
      page.sentence(
          mark,
          "%s (%s): %s"
              .formatted(
                  RevenueReport.time(anomaly.from(), zone),
                  width(Duration.between(anomaly.from(), anomaly.to()), anomaly.grain()),
                  amounts.words().explanation(anomaly)));
    }
    page.more(anomalies.size() - ANOMALIES, "anomalies");
    if (!patterns.ensemble().isEmpty()) {
      page.aside(
          "  judged by "
              + patterns.ensemble().stream()
                  .map(PatternSection::weight)
                  .collect(Collectors.joining(", ")));
    }
  }

  /** How long something lasted, in the unit in which it was found. */
  private static String width(Duration length, Duration grain) {
    if (grain.compareTo(Duration.ofHours(1)) < 0) {
      return length.toMinutes() + " min";
    }
    if (grain.compareTo(Duration.ofDays(1)) < 0) {
      return length.toHours() + " h";
    }
    // Days on which clocks change are an hour shorter or longer.
    long days = length.plusHours(HALF_A_DAY).toDays();
    return days == 1 ? "1 day" : days + " days";
  }

  private static String weight(MethodShare method) {
    return method.method() + " " + AmountText.percent(method.weight());
  }
}
