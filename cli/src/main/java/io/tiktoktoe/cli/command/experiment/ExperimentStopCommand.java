package io.tiktoktoe.cli.command.experiment;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.report.ExperimentText;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.cli.terminal.UsageException;
import io.tiktoktoe.service.model.experiment.ExperimentReport;
import io.tiktoktoe.service.model.experiment.RollbackAnswer;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ends a price test, or shows one arm to nobody new. */
@picocli.CommandLine.Command(
    name = "stop",
    description = {
      "End a price test: who bought keeps their price, everybody else is charged one arm. With"
          + " --arm it goes on, but shows that arm to nobody new.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe ingest docs/examples/fan-tips.csv",
      "  ./tiktoktoe experiment create club --arm today=5 --arm high=6 --traffic 500",
      "  ./tiktoktoe experiment stop club --charge today"
    })
public final class ExperimentStopCommand extends Command {

  @Mixin private NamedExperiment test = new NamedExperiment();

  @Option(
      names = "--charge",
      paramLabel = "ARM",
      description =
          "What is charged from now on; when absent the arm that is surely better, else control.")
  private Optional<String> charge = Optional.empty();

  @Option(names = "--arm", paramLabel = "ARM", description = "Show only this arm to nobody new.")
  private Optional<String> arm = Optional.empty();

  public ExperimentStopCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    if (arm.isPresent() && charge.isPresent()) {
      throw new UsageException("--arm goes on with the test, --charge ends it. Give one of them.");
    }
    if (arm.isPresent()) {
      ExperimentReport report =
          test.ask(surroundings, service -> service.remove(test.name(), arm.get(), call(progress)));
      Output.answer(
          surroundings,
          Optional.empty(),
          common.json,
          report,
          look -> ExperimentText.report(report, look));
      return OK;
    }
    RollbackAnswer answer =
        test.ask(surroundings, service -> service.stop(test.name(), charge, call(progress)));
    Output.answer(
        surroundings,
        Optional.empty(),
        common.json,
        answer,
        look -> ExperimentText.promises(answer, look));
    return OK;
  }
}
