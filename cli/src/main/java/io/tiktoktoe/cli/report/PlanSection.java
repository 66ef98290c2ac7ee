package io.tiktoktoe.cli.report;

import io.tiktoktoe.audience.insight.AudienceInsights;
import io.tiktoktoe.audience.insight.PastPlan;
import io.tiktoktoe.audience.strategy.EngagementStrategy;
import io.tiktoktoe.audience.strategy.EngagementStrategy.Expected;
import io.tiktoktoe.audience.strategy.EngagementStrategy.Means;
import io.tiktoktoe.audience.strategy.EngagementStrategy.PlannedAction;
import io.tiktoktoe.audience.strategy.Goal;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.cli.report.picture.FrontPicture;
import io.tiktoktoe.service.text.AmountText;
import io.tiktoktoe.service.text.AudienceWords;
import java.util.List;

/** What to do for whom, what the means are worth, which other plans there are, past plans. */
final class PlanSection {

  private final AudienceInsights insights;
  private final EngagementStrategy strategy;
  private final AmountText amounts;
  private final AudienceWords words;
  private final Page page;

  PlanSection(AudienceInsights insights, AmountText amounts, AudienceWords words, Page page) {
    this.insights = insights;
    this.strategy = insights.strategy();
    this.amounts = amounts;
    this.words = words;
    this.page = page;
  }

  void write() {
    page.heading("What to do  (30 days)");
    page.sentence("", words.constraints(insights.constraints()));
    plan();
    expected();
    means();
    FrontPicture.write(strategy, amounts, page);
    past();
  }

  private void plan() {
    if (strategy.plan().isEmpty()) {
      page.sentence("", words.nothing(strategy, insights.constraints()));
      return;
    }
    TextTable table =
        new TextTable("segment", "<action", "fans", "cost", "hours", "kept", "income", "new fans");
    for (PlannedAction one : strategy.plan()) {
      table.row(
          one.segment(),
          TextSafety.printable(one.action()),
          "%,.0f".formatted(one.fans()),
          amounts.about(one.cost()),
          "%.1f".formatted(one.hours()),
          "%.1f".formatted(mean(one.expected(), Goal.RETENTION)),
          amounts.about(mean(one.expected(), Goal.MONETIZATION)),
          "%.1f".formatted(mean(one.expected(), Goal.GROWTH)));
    }
    page.table(table);
  }

  private static double mean(List<Expected> expected, Goal goal) {
    return expected.stream().filter(one -> one.goal() == goal).mapToDouble(Expected::mean).sum();
  }

  private void expected() {
    for (Expected one : strategy.expected()) {
      if (one.mean() != 0) {
        page.sentence("", words.expected(one));
      }
    }
    String proof = words.proof(strategy);
    if (!proof.isEmpty()) {
      page.sentence("", proof);
    }
  }

  private void means() {
    for (Means one : strategy.means()) {
      if (one.price() > 0) {
        page.sentence("", words.worth(one, strategy.priorities().getFirst()));
      }
    }
  }

  private void past() {
    if (insights.plans().isEmpty()) {
      return;
    }
    page.heading("Past plans");
    TextTable table = new TextTable("decided", "<for", "<action", "expected", "<brought");
    for (PastPlan plan : insights.plans()) {
      table.row(
          RevenueReport.time(plan.decided(), insights.creator().zone()),
          TextSafety.printable(plan.segment().or(plan::product).orElse("all")),
          TextSafety.printable(plan.chosen()),
          plan.expected().isPresent()
              ? words.expected(
                  plan.expected().getAsDouble(), TextSafety.printable(plan.measure().orElse("")))
              : "-",
          plan.score().map(words::score).orElse("not known yet"));
    }
    page.table(table);
  }
}
