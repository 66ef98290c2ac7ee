package io.tiktoktoe.cli.command.experiment;

import io.tiktoktoe.cli.command.Command;
import io.tiktoktoe.cli.report.ExperimentText;
import io.tiktoktoe.cli.terminal.Output;
import io.tiktoktoe.cli.terminal.Surroundings;
import io.tiktoktoe.service.model.experiment.RollbackAnswer;
import io.tiktoktoe.work.Progress;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** Takes a price test back. */
@picocli.CommandLine.Command(
    name = "rollback",
    description = {
      "Take a price test back, running or stopped: everybody is charged what was charged before it,"
          + " but who bought at another price keeps that. Tells who that is.",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  ./tiktoktoe ingest docs/examples/fan-tips.csv",
      "  ./tiktoktoe experiment create club --arm today=5 --arm high=6 --traffic 500",
      "  ./tiktoktoe experiment rollback club"
    })
public final class ExperimentRollbackCommand extends Command {

  @Mixin private NamedExperiment test = new NamedExperiment();

  public ExperimentRollbackCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    RollbackAnswer answer =
        test.ask(surroundings, service -> service.rollBack(test.name(), call(progress)));
    Output.answer(
        surroundings,
        Optional.empty(),
        common.json,
        answer,
        look -> ExperimentText.promises(answer, look));
    return OK;
  }
}
