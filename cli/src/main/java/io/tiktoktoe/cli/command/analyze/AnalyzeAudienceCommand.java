package io.tiktoktoe.cli.command.analyze;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.option.CreatorOptions;
import io.tiktoktoe.cli.option.PlanOptions;
import io.tiktoktoe.cli.option.StoreReport;
import io.tiktoktoe.cli.report.AudienceReport;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.audience.AudienceService;
import io.tiktoktoe.service.model.RevenueRequest;
import io.tiktoktoe.service.model.SpecialDays;
import io.tiktoktoe.service.model.audience.AudienceRequest;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
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

  @Mixin private StoreReport report = new StoreReport();

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
    report.answer(
        surroundings,
        common.json,
        store -> AudienceService.of(store).audience(request, call(progress)),
        AudienceReport::text);
    return OK;
  }
}
