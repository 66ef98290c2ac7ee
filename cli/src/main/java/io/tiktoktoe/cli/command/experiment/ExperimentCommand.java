package io.tiktoktoe.cli.command.experiment;

import io.tiktoktoe.cli.option.CommonOptions;
import io.tiktoktoe.cli.terminal.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds what is done with price tests. */
@picocli.CommandLine.Command(
    name = "experiment",
    description = "Test prices: who is shown which offer, what came of it, what it says.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExample:%n",
    footer = "  ./tiktoktoe experiment create --help")
public final class ExperimentCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  /** The command with its steps. */
  public static CommandLine of(Surroundings surroundings) {
    return new CommandLine(new ExperimentCommand())
        .addSubcommand("create", new ExperimentCreateCommand(surroundings))
        .addSubcommand("assign", new ExperimentAssignCommand(surroundings))
        .addSubcommand("record", new ExperimentRecordCommand(surroundings))
        .addSubcommand("list", new ExperimentListCommand(surroundings))
        .addSubcommand("show", new ExperimentShowCommand(surroundings))
        .addSubcommand("stop", new ExperimentStopCommand(surroundings))
        .addSubcommand("rollback", new ExperimentRollbackCommand(surroundings));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name a step: create, assign, record, list, show, stop or rollback.");
  }
}
