package io.tiktoktoe.cli.command.analyze;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.ReportOptions;
import io.tiktoktoe.cli.report.RiskReport;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import picocli.CommandLine.Mixin;

/** What can go wrong with a creator's income. */
@picocli.CommandLine.Command(
    name = "risk",
    description = {
      "Analyse a creator's income risk: concentration, a platform's failure, bad months, churn,"
          + " refunds, and what lowers it.",
      "",
      "--json gives every figure; its amounts are minor units (cents) of the reporting currency.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe ingest docs/examples/tips.csv",
      "  ./tiktoktoe analyze risk --creator ada --zone Europe/Berlin"
    })
public final class AnalyzeRiskCommand extends Command {

  @Mixin private ReportOptions options = new ReportOptions();

  public AnalyzeRiskCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    options.answer(
        surroundings,
        common.json,
        (service, request) -> service.risk(request, call(progress)),
        RiskReport::text);
    return OK;
  }
}
