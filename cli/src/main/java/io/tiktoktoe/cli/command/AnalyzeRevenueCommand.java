package io.tiktoktoe.cli.command;

import io.tiktoktoe.cli.option.CreatorOptions;
import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.report.RevenueReport;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.revenue.insight.RevenueInsights;
import io.tiktoktoe.service.RevenueService;
import io.tiktoktoe.service.model.RevenueRequest;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
final class AnalyzeRevenueCommand extends Command {

  @Mixin private CreatorOptions creator = new CreatorOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to this file instead of standard output; .json writes JSON.")
  private Optional<Path> out = Optional.empty();

  @Mixin private StoreLocation location = new StoreLocation();

  AnalyzeRevenueCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int run(Progress progress) throws IOException {
    RevenueRequest request = creator.request(surroundings);
    RevenueInsights insights;
    try (Store store = location.existing(surroundings, List.of())) {
      insights = RevenueService.of(store).revenue(request, call(progress));
    }
    Output.answer(
        surroundings, out, common.json, insights, look -> RevenueReport.text(insights, look));
    return OK;
  }
}
