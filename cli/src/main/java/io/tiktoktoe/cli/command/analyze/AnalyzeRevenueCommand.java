package io.tiktoktoe.cli.command.analyze;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.ReportOptions;
import io.tiktoktoe.cli.report.PeerText;
import io.tiktoktoe.cli.report.RevenueReport;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import picocli.CommandLine.Mixin;

/** What a creator earned, why it changed, what comes next and what to do. */
@picocli.CommandLine.Command(
    name = "revenue",
    description = {
      "Analyse a creator's revenue: four streams, from gross to net, why it changed, hours of"
          + " strength, trend and season, anomalies, subscriptions, forecast, risk, advice.",
      "",
      "--json gives every figure; its amounts are minor units (cents) of the reporting currency.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe ingest docs/examples/tips.csv",
      "  ./tiktoktoe analyze revenue --creator ada --zone Europe/Berlin"
    })
public final class AnalyzeRevenueCommand extends Command {

  @Mixin private ReportOptions options = new ReportOptions();

  public AnalyzeRevenueCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    options.answer(
        surroundings,
        common.json,
        (service, request) -> service.revenue(request, call(progress)),
        RevenueReport::text,
        (peers, insights) ->
            peers.standing(insights.creator().creator(), call(progress)).map(PeerText::standing));
    return OK;
  }
}
