package io.tiktoktoe.cli.report;

import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.risk.exposure.CurrencyRisk;
import io.tiktoktoe.risk.exposure.Liquidity;
import io.tiktoktoe.risk.exposure.MitigationAction;
import io.tiktoktoe.risk.exposure.RiskExposures;
import io.tiktoktoe.risk.exposure.ScenarioLoss;
import io.tiktoktoe.risk.exposure.ShockRisk;
import io.tiktoktoe.service.text.AmountText;
import io.tiktoktoe.service.text.ExposureWords;
import java.util.Locale;

/** What may hit income from outside, what told scenarios cost, and what lowers it for how much. */
final class ExposureSection {

  private ExposureSection() {}

  static void write(RiskExposures exposures, AmountText amounts, Page page) {
    exposures.scenarios().forEach(one -> scenario(one, amounts, page));
    exposures.liquidity().ifPresent(one -> liquidity(one, amounts, page));
    shocks(exposures, amounts, page);
    currencies(exposures, amounts, page);
    exposures
        .content()
        .ifPresent(
            one -> {
              page.heading("On how few contents income hangs");
              page.sentence("", ExposureWords.content(one, amounts));
            });
  }

  private static void scenario(ScenarioLoss loss, AmountText amounts, Page page) {
    page.heading("Scenario: " + TextSafety.printable(loss.title()));
    TextTable table =
        new TextTable(
            "part", "x", "from", "30 days", "95%", "%d days".formatted(loss.days()), "95%");
    for (ScenarioLoss.PartLoss part : loss.parts()) {
      table.row(
          TextSafety.printable(part.part()),
          String.format(Locale.ROOT, "%.2f", part.factor()),
          ExposureWords.days(part, loss),
          amounts.aboutChange(-part.loss30()),
          "",
          amounts.aboutChange(-part.loss()),
          "");
    }
    table.row(
        "all together",
        "",
        "",
        amounts.aboutChange(-loss.loss30()),
        // What begins later takes nothing from the first 30 days: that is no estimate.
        loss.interval30().width() == 0 ? "" : amounts.range(loss.interval30().times(-1)),
        amounts.aboutChange(-loss.loss()),
        amounts.range(loss.interval().times(-1)));
    page.table(table);
    page.sentence("", ExposureWords.left(loss, amounts));
  }

  private static void liquidity(Liquidity liquidity, AmountText amounts, Page page) {
    page.heading("Whether planned spending can be paid");
    TextTable table = new TextTable("day", "paid", "left", "at least, 95%", "short", "<for");
    for (Liquidity.SpendingDay day : liquidity.days()) {
      table.row(
          day.day().toString(),
          amounts.exact(day.amount()),
          amounts.about(day.middle()),
          amounts.about(day.low()),
          ExposureWords.chance(day.chance()),
          TextSafety.printable(day.what()));
    }
    page.table(table);
    page.sentence("", ExposureWords.liquidity(liquidity, amounts));
  }

  private static void shocks(RiskExposures exposures, AmountText amounts, Page page) {
    if (exposures.shocks().isEmpty()) {
      return;
    }
    page.heading("If rules change  (next 90 days)");
    TextTable table =
        new TextTable(
            "",
            "seen",
            "in years",
            "would see",
            "chance",
            "95%",
            "falls by",
            "95%",
            "30 days lose");
    for (ShockRisk shock : exposures.shocks()) {
      boolean known = !Double.isNaN(shock.fall());
      table.row(
          TextSafety.printable(ExposureWords.kind(shock)),
          Integer.toString(shock.falls()),
          "%.1f".formatted(shock.years()),
          AmountText.percent(shock.power()),
          AmountText.percent(shock.chance()),
          range(shock.chanceInterval().lo(), shock.chanceInterval().hi()),
          known ? AmountText.percent(shock.fall()) : "-",
          known ? range(shock.fallInterval().lo(), shock.fallInterval().hi()) : "-",
          known ? amounts.about(shock.loss()) : "-");
    }
    page.table(table);
    page.sentence("", ExposureWords.learned());
  }

  private static String range(double lo, double hi) {
    return "%s to %s".formatted(AmountText.percent(lo), AmountText.percent(hi));
  }

  private static void currencies(RiskExposures exposures, AmountText amounts, Page page) {
    if (exposures.currencies().isEmpty()) {
      return;
    }
    page.heading("If currencies fall  (30 days, one of twenty)");
    TextTable table =
        new TextTable("currency", "income", "of net", "moves by", "at risk", "95%", "weeks");
    for (CurrencyRisk one : exposures.currencies()) {
      boolean known = !Double.isNaN(one.atRisk());
      table.row(
          one.currency(),
          amounts.about(one.income()),
          AmountText.percent(one.share()),
          known ? AmountText.percent(one.deviation()) : "-",
          known ? amounts.about(one.atRisk()) : "-",
          amounts.range(one.interval()),
          Integer.toString(one.weeks()));
    }
    page.table(table);
  }

  static void actions(RiskExposures exposures, AmountText amounts, Page page) {
    String unknown = ExposureWords.unknown(exposures.unknown());
    if (!exposures.actions().isEmpty()) {
      table(exposures, amounts, page);
    } else if (!unknown.isEmpty()) {
      page.heading("What it would cost");
    }
    if (!unknown.isEmpty()) {
      page.sentence("", unknown);
    }
  }

  private static void table(RiskExposures exposures, AmountText amounts, Page page) {
    page.heading("What it would cost  (30 days; --actions-out hands it to allocate)");
    TextTable table = new TextTable("risk", "<do", "cost", "removes", "bad months", "95%", "<if");
    for (MitigationAction one : exposures.actions()) {
      table.row(
          TextSafety.printable(one.risk()),
          one.action(),
          amounts.about(one.cost()),
          Double.isNaN(one.expected()) ? "-" : amounts.about(one.expected()),
          amounts.about(one.removed()),
          amounts.range(one.interval()),
          ExposureWords.assumption(one.assumption()));
    }
    page.table(table);
    page.sentence(
        "",
        "removes: in the mean of all futures (- where the chance is not known); bad months: in the"
            + " mean of the worst twentieth; of a platform or content: when it fails.");
  }
}
