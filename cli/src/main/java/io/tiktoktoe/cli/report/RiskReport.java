package io.tiktoktoe.cli.report;

import io.tiktoktoe.cli.report.page.Look;
import io.tiktoktoe.cli.report.page.Page;
import io.tiktoktoe.cli.report.page.TextSafety;
import io.tiktoktoe.cli.report.page.TextTable;
import io.tiktoktoe.revenue.insight.RevenueInputs;
import io.tiktoktoe.risk.Concentration;
import io.tiktoktoe.risk.IncomeAtRisk;
import io.tiktoktoe.risk.LossRate;
import io.tiktoktoe.risk.PlatformStress;
import io.tiktoktoe.risk.RiskAssessment;
import io.tiktoktoe.service.model.RiskAnswer;
import io.tiktoktoe.service.text.AmountText;
import java.util.stream.Collectors;

/** What can go wrong with income, what it would cost and what lowers it. */
public final class RiskReport {

  private static final int SHARES = 3;

  private RiskReport() {}

  /** The report as text that ends with a line end. */
  public static String text(RiskAnswer answer, Look look) {
    Page page = new Page(look);
    AmountText amounts = look.amounts(answer.creator().currency());
    page.heading(
        "Risk of " + RevenueReport.title(answer.creator().creator(), answer.period(), amounts));
    write(answer.risk(), amounts, page);
    ExposureSection.write(answer.exposures(), amounts, page);
    Advice.write("What lowers it", answer.risk().mitigations(), amounts, page);
    ExposureSection.actions(answer.exposures(), amounts, page);
    RevenueReport.provenance(answer.provenance(), page);
    return page.text();
  }

  /** The risk as part of another page. */
  static void write(RiskAssessment risk, AmountText amounts, Page page) {
    atRisk(risk, amounts, page);
    concentrations(risk, page);
    stress(risk, amounts, page);
    losses(risk, amounts, page);
  }

  private static void atRisk(RiskAssessment risk, AmountText amounts, Page page) {
    page.heading("Income at risk  (next 30 days)");
    if (risk.incomeAtRisk().isEmpty()) {
      page.sentence("", "Unknown: there is no forecast to draw futures from.");
    }
    TextTable table =
        new TextTable("in futures", "mean", "at least", "at risk", "95%", "mean loss beyond");
    for (IncomeAtRisk line : risk.incomeAtRisk()) {
      table.row(
          AmountText.percent(line.confidence()),
          amounts.about(line.expected()),
          amounts.about(line.floor()),
          amounts.about(line.valueAtRisk()),
          amounts.range(line.valueAtRiskInterval()),
          amounts.about(line.expectedShortfall()));
    }
    if (!table.isEmpty()) {
      page.table(table);
    }
    risk.drawdown().ifPresent(drawdown -> page.sentence("", amounts.words().drawdown(drawdown)));
    risk.churn().ifPresent(churn -> page.sentence("", amounts.words().churn(churn)));
  }

  private static void concentrations(RiskAssessment risk, Page page) {
    if (risk.concentrations().isEmpty()) {
      return;
    }
    page.heading(
        "On how few income hangs  (up to %d days back)".formatted(RevenueInputs.RECENT_DAYS));
    TextTable table = new TextTable("by", "HHI", "95%", "like equal", "<largest");
    for (Concentration line : risk.concentrations()) {
      String largest =
          line.shares().stream()
              .limit(SHARES)
              .map(share -> "%s %s".formatted(share.name(), AmountText.percent(share.share())))
              .collect(Collectors.joining(", "));
      table.row(
          line.dimension(),
          "%.2f".formatted(line.index()),
          "%.2f to %.2f"
              .formatted(
                  Math.min(line.index(), line.interval().lo()),
                  Math.max(line.index(), line.interval().hi())),
          "%.1f".formatted(line.effectiveSources()),
          TextSafety.printable(largest));
    }
    page.table(table);
    page.sentence(
        "",
        "HHI (Herfindahl-Hirschman index): 1 when all comes from one, near 0 when from many; like"
            + " equal: how many equal ones would spread it as much.");
  }

  private static void stress(RiskAssessment risk, AmountText amounts, Page page) {
    if (risk.stress().isEmpty()) {
      return;
    }
    page.heading("If a platform fails for 30 days");
    TextTable table = new TextTable("without", "loss", "95%", "of net");
    for (PlatformStress line : risk.stress()) {
      table.row(
          TextSafety.printable(line.platform()),
          amounts.about(line.loss()),
          amounts.range(line.interval()),
          AmountText.percent(line.share()));
    }
    page.table(table);
    page.sentence(
        "",
        "At the income of up to %d days back; a scenario takes the loss from the forecast instead."
            .formatted(RevenueInputs.RECENT_DAYS));
  }

  private static void losses(RiskAssessment risk, AmountText amounts, Page page) {
    if (risk.losses().isEmpty()) {
      return;
    }
    page.heading("What goes back  (up to %d days back)".formatted(RevenueInputs.RECENT_DAYS));
    TextTable table = new TextTable("", "amount", "of gross", "95%");
    for (LossRate line : risk.losses()) {
      table.row(
          line.kind(),
          amounts.exact(line.amount()),
          percentFine(line.rate()),
          percentFine(line.interval().lo()) + " to " + percentFine(line.interval().hi()));
    }
    page.table(table);
  }

  private static String percentFine(double share) {
    return Double.isFinite(share) ? "%.2f%%".formatted(100 * share) : "-";
  }
}
