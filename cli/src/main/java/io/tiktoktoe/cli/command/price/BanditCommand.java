package io.tiktoktoe.cli.command.price;

import io.tiktoktoe.cli.option.CommonOptions;
import io.tiktoktoe.cli.terminal.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds what is asked of logs of choices. */
@picocli.CommandLine.Command(
    name = "bandit",
    description = "Ask a log of choices what other rules of choosing would have brought.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExample:%n",
    footer = "  ./tiktoktoe bandit evaluate --help")
public final class BanditCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  /** The command with its questions. */
  public static CommandLine of(Surroundings surroundings) {
    return new CommandLine(new BanditCommand())
        .addSubcommand("evaluate", new BanditEvaluateCommand(surroundings));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a question: evaluate.");
  }
}
