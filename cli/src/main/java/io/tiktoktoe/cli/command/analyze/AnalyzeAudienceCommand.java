package io.tiktoktoe.cli.command.analyze;

import io.tiktoktoe.audience.insight.AudienceInsights;
import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.CreatorOptions;
import io.tiktoktoe.cli.option.PlanOptions;
import io.tiktoktoe.cli.option.StoreLocation;
import io.tiktoktoe.cli.report.AudienceReport;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.audience.AudienceService;
import io.tiktoktoe.service.model.RevenueRequest;
import io.tiktoktoe.service.model.SpecialDays;
import io.tiktoktoe.service.model.audience.AudienceRequest;
import io.tiktoktoe.store.Store;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who a creator's audience is, what it is worth and what to do for it. */
@picocli.CommandLine.Command(
    name = "audience",
    description = {
      "Analyse a creator's audience: segments and what they are worth, who may leave, cohorts, and"
          + " what to do for whom within the creator's means.",
      "",
      "Everything is told as of the end of --to; segments are compared with those before --from."
          + " --json gives every figure; its amounts are minor units (cents).",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe ingest docs/examples/fan-tips.csv",
      "  ./tiktoktoe analyze audience --creator ada --budget 50"
    })
public final class AnalyzeAudienceCommand extends Command {

  @Mixin private CreatorOptions creator = new CreatorOptions();

  @Mixin private PlanOptions plan = new PlanOptions();

  @Option(
      names = "--actions",
      paramLabel = "FILE",
      description =
          "Your own actions beside the usual ones: a table with columns action, cost, hours,"
              + " fan_cost, fan_hours, messages, capacity, retention, monetization, growth.")
  private Optional<Path> actions = Optional.empty();

  @Option(
      names = "--record",
      description = "Keep the plan in the store as decisions that were taken, to be scored later.")
  private boolean record;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write to this file instead of standard output; .json writes JSON, .svg a picture.")
  private Optional<Path> out = Optional.empty();

  @Mixin private StoreLocation location = new StoreLocation();

  public AnalyzeAudienceCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    RevenueRequest about = creator.request(SpecialDays.NONE);
    AudienceRequest request =
        new AudienceRequest(
            about.creator(),
            about.from(),
            about.to(),
            about.zone(),
            about.currency(),
            plan.options(about.seed()),
            actions.map(surroundings.directory()::resolve),
            record);
    AudienceInsights insights;
    try (Store store = location.existing(surroundings, List.of())) {
      insights = AudienceService.of(store).audience(request, call(progress));
    }
    Output.answer(
        surroundings, out, common.json, insights, look -> AudienceReport.text(insights, look));
    return OK;
  }
}
