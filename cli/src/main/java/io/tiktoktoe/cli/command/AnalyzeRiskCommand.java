package io.tiktoktoe.cli.command;

import io.tiktoktoe.cli.option.CreatorOptions;
import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.report.RiskReport;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.RevenueService;
import io.tiktoktoe.service.model.RevenueRequest;
import io.tiktoktoe.service.model.RiskAnswer;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
final class AnalyzeRiskCommand extends Command {

  @Mixin private CreatorOptions creator = new CreatorOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to this file instead of standard output; .json writes JSON.")
  private Optional<Path> out = Optional.empty();

  @Mixin private StoreLocation location = new StoreLocation();

  AnalyzeRiskCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int run(Progress progress) throws IOException {
    RevenueRequest request = creator.request(surroundings);
    RiskAnswer answer;
    try (Store store = location.existing(surroundings, List.of())) {
      answer = RevenueService.of(store).risk(request, call(progress));
    }
    Output.answer(surroundings, out, common.json, answer, look -> RiskReport.text(answer, look));
    return OK;
  }
}
