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
import picocli.CommandLine.Parameters;

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
      "  ./tiktoktoe experiment create spring --creator ada --product club --arm today=5"
          + " --arm high=6 --traffic 500 --conversion 0.2 --effect 0.2",
      "  ./tiktoktoe experiment rollback spring"
    })
public final class ExperimentRollbackCommand extends Command {

  @Parameters(index = "0", paramLabel = "NAME", description = "Name of the test.")
  private String name = "";

  @Mixin private ExperimentStore store = new ExperimentStore();

  public ExperimentRollbackCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  protected int run(Progress progress) throws IOException {
    RollbackAnswer answer =
        store.ask(surroundings, service -> service.rollBack(name, call(progress)));
    Output.answer(
        surroundings,
        Optional.empty(),
        common.json,
        answer,
        look -> ExperimentText.promises(answer, look));
    return OK;
  }
}
